"""What is too old to be kept, out of the workspace: kind by kind, each with its own months.

Raw rows and quarantine, what is about single caseworkers and readers in the reviews, mails and ledger; and
what was computed again of days in the past, which holds rows too. Results, accounts and reports stay.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.base.log import write
from pipeline.base.periods import add_months
from pipeline.base.text import count_of, dato, enumeration, number
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.delivery.old_mails import delete_old_mails, find_old_mails
from pipeline.intake.old_rows import delete_old_rows, find_old_rows
from pipeline.stages.purge_reviews import ended_before, find_reviews, purge_reviews

KEPT = "Resultater, regnskaber og rapporter bevares. Den udgivne database følger med ved næste run."


@dataclass(frozen=True)
class Part:
    """One kind of what is too old: from before `before`; `counts` say how much there is of what."""

    title: str
    months: int
    before: date
    counts: tuple[str, ...]
    delete: Callable[[], None]

    def __str__(self) -> str:
        """What goes."""
        when = f"fra før {dato(self.before)} (ældre end {self.months} måneder)"
        return f"  {self.title} {when}: {enumeration(list(self.counts)) if self.counts else 'intet'}"


@dataclass(frozen=True)
class Purge:
    """What a purge takes."""

    parts: tuple[Part, ...]

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(part.counts for part in self.parts)

    def lines(self, *, done: bool) -> tuple[str, ...]:
        """What goes, or has gone, and what stays."""
        verb = "Slettet" if done else "Slettes"
        if not self:
            return ("Intet er for gammelt:", *map(str, self.parts))
        return (f"{verb}:", *map(str, self.parts), KEPT)


def find(call: Call, day: date, months: int | None = None) -> Purge:
    """What a purge on a day takes: older than so many months, else than the settings say of each kind."""
    keep = call.settings.opbevaring
    reviews = call.settings.gennemgang.gemmes_maaneder
    kinds: Sequence[tuple[Callable[[Call, int, date], Part], int]] = (
        (_rows, keep.raa_maaneder),
        (_reviews, reviews),
        (_mails, keep.mails_maaneder),
    )
    chosen = [(part, months or of_kind) for part, of_kind in kinds]
    return Purge(tuple(part(call, count, add_months(day, -count)) for part, count in chosen))


def purge(call: Call, found: Purge) -> None:
    """Delete what `find` found."""
    with call.step("sletning", "Sletter det, der er for gammelt"):
        for part in found.parts:
            if part.counts:
                part.delete()
    for part in found.parts:
        write(call.folder.log, haendelse="sletning", hvad=part.title, foer=part.before.isoformat())


def _rows(call: Call, months: int, before: date) -> Part:
    folder = call.folder
    old = find_old_rows(folder.leverance_files()[:-1], folder.root / "karantaene", before)
    past = tuple(_past(folder, before))
    counts = (
        (
            len(old.deliveries),
            f"leverance mister {number(old.rows)} rå rækker",
            f"leverancer mister {number(old.rows)} rå rækker",
        ),
        (len(old.folders), "mappe med rækker i karantæne", "mapper med rækker i karantæne"),
        (len(past), "dag regnet om med --som-af", "dage regnet om med --som-af"),
    )

    def delete() -> None:
        delete_old_rows(old)
        for path in past:
            shutil.rmtree(path)

    return Part("Rå rækker og karantæne", months, before, _told(counts), delete)


def _past(folder: Workspace, before: date) -> Iterator[Path]:
    """What was computed again of days before the day."""
    for path in sorted((folder.root / "som-af").glob("????-??-??")):
        if path.name < str(before):
            yield path


def _reviews(call: Call, months: int, before: date) -> Part:
    found = find_reviews(call.folder, before)
    return Part(
        "Gennemgang",
        months,
        before,
        _told(found.counts),
        lambda: purge_reviews(call.folder, call.settings.rettigheder, found),
    )


def _mails(call: Call, months: int, before: date) -> Part:
    folder = call.folder
    old = find_old_mails(folder.postbog, folder.outbox, lambda name: ended_before(name, before))
    counts = (
        (
            len(old.periods),
            f"periode i postbogen med {number(old.mails)} mails",
            f"perioder i postbogen med {number(old.mails)} mails",
        ),
        (len(old.folders), "mappe i udbakken", "mapper i udbakken"),
    )
    return Part(
        "Mails og postbog", months, before, _told(counts), lambda: delete_old_mails(folder.postbog, old)
    )


def _told(counts: Sequence[tuple[int, str, str]]) -> tuple[str, ...]:
    return tuple(count_of(*count) for count in counts if count[0])
