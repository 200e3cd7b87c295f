"""What `check` computed last and what it rests on: one frozen thing that one stage hands to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.database import Database, open_database, open_file
from pipeline.base.durable import write
from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.base.text import enumeration
from pipeline.base.workspace import Workspace
from pipeline.definitions.fingerprints import plan_sha256
from pipeline.definitions.plans import Plan, read_plan
from pipeline.stages.leverance import attach_leverance
from pipeline.stages.previous import attach_previous, leverance_id_of, previous_for


@dataclass(frozen=True)
class Candidate:
    """The database that `publish` would publish.

    `plans` stand in the order of the run, the first one leading. `leverance` is the delivery it was computed
    from; None when that was taken in anew since, and so is another one. `previous` holds the results that its
    reports compare with.
    """

    path: Path
    plans: tuple[Plan, ...]
    periode: Periode
    leverance_id: str
    leverance: Path | None
    previous: Path | None

    def open(self, folder: Workspace) -> Database:
        """The candidate, with its delivery attached as `lev` and the earlier results as `tidligere`."""
        database = open_database([folder.root, folder.published.parent])
        database.attach(self.path.resolve(), "kandidat")
        if self.leverance:
            attach_leverance(database, self.leverance, folder.reviews)
        if self.previous:
            attach_previous(database, self.previous)
        database.use("kandidat")
        return database


def read_candidate(folder: Workspace, periode: str | None = None, plan_ids: Sequence[str] = ()) -> Candidate:
    """What was last computed; where a period or plans are named, it has to be of those.

    The plans are read anew, and have to be those it was computed by.

    Raises:
        UsageFault: nothing has been computed, or something else, or by other plan files.
    """
    if not folder.candidate.is_file():
        raise UsageFault(f"{folder.root}: der er ikke opgjort noget endnu; kør først check.")
    wanted = read_periode(periode).periode if periode else None
    with open_file(folder.candidate) as database:
        (row,) = database.fetch("select periode, leverance_id from opgoerelse")
    if wanted not in {None, row["periode"]}:
        raise UsageFault(
            f"Det er {row['periode']}, der sidst blev opgjort; kør først check --periode {wanted}."
        )
    return Candidate(
        folder.candidate,
        _plans(folder, plan_ids),
        read_periode(row["periode"]),
        row["leverance_id"],
        _leverance(folder, row["leverance_id"]),
        previous_for(folder, row["leverance_id"]),
    )


def mark_plans(folder: Workspace, plans: Iterable[Plan]) -> None:
    """Write down which plan files the candidate was computed by."""
    write(_mark(folder), "".join(f"{plan.plan_id} {plan_sha256(plan)}\n" for plan in plans))


def unmark_plans(folder: Workspace) -> None:
    """Whatever is cut short before the mark is written again leaves none, never a wrong one."""
    _mark(folder).unlink(missing_ok=True)


def _plans(folder: Workspace, wanted: Sequence[str]) -> tuple[Plan, ...]:
    """The plans that the candidate was computed by, as long as their files are still the same."""
    if not _mark(folder).is_file():
        raise UsageFault(
            "Det, der sidst blev opgjort, blev afbrudt eller er fra en tidligere version; kør check igen."
        )
    pairs = [line.split() for line in _mark(folder).read_text(encoding="utf-8").splitlines()]
    computed = [plan_id for plan_id, _ in pairs]
    if wanted and list(wanted) != computed:
        raise UsageFault(
            f"Det er efter {enumeration(computed)}, der sidst blev opgjort; kør først check "
            f"{' '.join(f'--plan {plan_id}' for plan_id in wanted)}."
        )
    return tuple(_unchanged(read_plan(plan_id, (folder.plans,)), mark) for plan_id, mark in pairs)


def _unchanged(plan: Plan, mark: str) -> Plan:
    """Reports in other words than the figures were computed by would be wrong without looking so."""
    if plan_sha256(plan) != mark:
        raise UsageFault(
            f"Planen {plan.plan_id} er ændret, siden der sidst blev opgjort efter den; kør check igen."
        )
    return plan


def _mark(folder: Workspace) -> Path:
    return folder.computation / "planer"


def _leverance(folder: Workspace, leverance_id: str) -> Path | None:
    files = [file for file in folder.leverance_files() if leverance_id.startswith(file.stem)]
    return next((file for file in files if leverance_id_of(file, "leverance") == leverance_id), None)
