"""Which plan an indicator's number is of, where several may have it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.base.errors import UsageFault
from pipeline.base.text import enumeration
from pipeline.definitions.plans import Plan, all_plans, read_plan
from pipeline.economist.published import open_publication, require_this_version


def find_plan(indikator_id: str, plan_id: str | None, file: Path, folders: Sequence[Path]) -> Plan:
    """The plan asked for; else the one of the published plans that has the indicator.

    Where nothing is published the plans that are found (`folders` first) are looked through instead.

    Raises:
        UsageFault: the plan is not known; none has the indicator, or several do.
    """
    if plan_id is not None:
        return read_plan(plan_id, folders)
    plans = _published(file, folders) if file.is_file() else all_plans(folders)
    found = [plan for plan in plans if any(i.id == indikator_id for i in plan.indikatorer)]
    if len(plans) == 1 or len(found) == 1:
        return (found or plans)[0]
    if not found:
        raise UsageFault(f"Indikatoren {indikator_id!r} findes ikke i nogen af planerne {_names(plans)}.")
    raise UsageFault(
        f"Indikatoren {indikator_id} findes i flere planer, {_names(found)}: vælg med --plan ID."
    )


def _published(file: Path, folders: Sequence[Path]) -> Sequence[Plan]:
    with open_publication(file) as database:
        require_this_version(database)
        ids = [r["plan_id"] for r in database.fetch("select plan_id from plan order by orden")]
    return [read_plan(plan_id, folders) for plan_id in ids]


def _names(plans: Sequence[Plan]) -> str:
    return enumeration([plan.plan_id for plan in plans])
