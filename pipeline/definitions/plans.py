"""Load plan files: one plan, every plan, and the ids their indicators are known by.

A plan lies in one of the folders the caller names (a workspace's `planer`), or else in the shipped
`plans`. One in a named folder wins over a shipped one of the same id: a municipality may put its own
milestones in a copy.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from pipeline.base.errors import DefinitionsError, UsageFault
from pipeline.base.resources import resource
from pipeline.base.strict import model_errors, read_yaml
from pipeline.definitions.places import Fault, fault_lines
from pipeline.definitions.plan_checks import plan_faults
from pipeline.definitions.plan_models import Indicator, Milepael, NotSet, Plan

__all__ = [
    "Indicator",
    "Milepael",
    "NotSet",
    "Plan",
    "all_plans",
    "kendte_maalepunkter",
    "plan_file",
    "read_plan",
    "read_plan_file",
    "standard_plan_id",
]


def standard_plan_id() -> str:
    """The plan of a run where neither the call nor the settings name one."""
    return resource("plans", "STANDARD").read_text(encoding="utf-8").strip()


def read_plan(plan_id: str, folders: Sequence[Path] = ()) -> Plan:
    """The plan with this id: the first of `folders` that has it, else the shipped one.

    Raises:
        UsageFault: there is none; the message names those there are.
        DefinitionsError: its file does not hold.
    """
    files = _plan_files(folders)
    if plan_id not in files:
        raise UsageFault(f"Planen {plan_id!r} kendes ikke: vælg en af {', '.join(sorted(files))}.")
    return _read(files[plan_id])


def plan_file(plan_id: str, folders: Sequence[Path] = ()) -> Path | None:
    """The file that `read_plan` would read; None where there is none."""
    return _plan_files(folders).get(plan_id)


def read_plan_file(file: Path) -> Plan:
    """A plan from its file; SQL that it brings itself lies in `sql` beside the file.

    Raises:
        DefinitionsError: one line per fault, with file, line, place and what was expected.
    """
    raw: object = read_yaml(file)
    try:
        plan, faults = Plan.model_validate(raw), []
    except ValidationError as invalid:
        plan, faults = None, [Fault(*pair) for pair in model_errors(invalid)]
    if isinstance(raw, dict):
        faults += plan_faults(raw, file.parent)
    if plan and plan.plan_id != file.stem:
        faults.append(Fault(("plan_id",), f"skal være filens navn, {file.stem}"))
    if faults or plan is None:
        raise DefinitionsError(*fault_lines(file, raw, faults))
    return plan.lying_in(file.parent)


def all_plans(folders: Sequence[Path] = ()) -> tuple[Plan, ...]:
    """Every plan that `read_plan` would find, in order of id.

    Raises:
        DefinitionsError: one line per fault of any of the files.
    """
    plans: list[Plan] = []
    lines: list[str] = []
    for _, file in sorted(_plan_files(folders).items()):
        try:
            plans.append(_read(file))
        except DefinitionsError as error:
            lines += error.lines
    if lines:
        raise DefinitionsError(*lines)
    return tuple(plans)


def kendte_maalepunkter(folders: Sequence[Path] = ()) -> frozenset[str]:
    """The ids a case review's `maalepunkt` may name: the indicators and questions of every plan found."""
    return frozenset(
        id_
        for plan in all_plans(folders)
        for ids in ((i.id for i in plan.indikatorer), (q.id for q in plan.maalepunkter))
        for id_ in ids
    )


def _read(file: Path) -> Plan:
    return _shipped(file) if file.parent == resource("plans") else read_plan_file(file)


@functools.cache
def _shipped(file: Path) -> Plan:
    """Kept: it is read many times in a run and cannot change; a workspace's may, between two runs."""
    return read_plan_file(file)


def _plan_files(folders: Sequence[Path]) -> dict[str, Path]:
    """Plan id -> file; of two files with one id the first folder's."""
    found = [file for folder in (*folders, resource("plans")) for file in sorted(folder.glob("*.yaml"))]
    return {file.stem: file for file in reversed(found)}
