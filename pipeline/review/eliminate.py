"""Take out of a round what cannot be read: it stays in the account, and the next reserve is drawn."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date

from pipeline.base.database import Database
from pipeline.base.errors import UsageFault
from pipeline.review.frame import Window, find_read_cases
from pipeline.review.store import Genstand, Traekning, genstande, traekninger

REASONS = ("flyttet", "fejlregistreret", "andet")
"""Why an object may leave: the family has moved, it is registered wrongly, or something else."""


@dataclass(frozen=True)
class Elimination:
    """What left a round, and what was drawn in its place; None where the stratum has no reserve left."""

    gone: Genstand
    drawn: Genstand | None


def eliminate(
    database: Database, traekning_id: str, genstand_id: str, reason: str, day: date, rest_months: int = 0
) -> Elimination:
    """Take one object out of a round, for a reason and on a day, and draw the next reserve of its stratum.

    The reserve's turn was settled when the round was drawn, so that nobody can choose what is read instead.
    Passed over are cases that have an object in the round already, and those that since the draw have been
    read or drawn elsewhere within `rest_months`; 0: none. With months, `tilsynssvar` is an unqualified name.

    Raises:
        UsageFault: there is no such round or object, it has left already, or it has been answered.
    """
    round_ = next((t for t in traekninger(database) if t.traekning_id == traekning_id), None)
    if round_ is None:
        known = ", ".join(t.traekning_id for t in traekninger(database)) or "der er ikke trukket nogen"
        raise UsageFault(f"Trækningen {traekning_id!r} findes ikke: vælg en af {known}.")
    frame = genstande(database, traekning_id)
    gone = _out(frame, genstand_id)
    if _answered(database, gone):
        raise UsageFault(
            f"{genstand_id} har svar i {traekning_id} og kan ikke udgå; svar ikke_relevant, hvor det passer."
        )
    barred = {g.sag_id for g in frame if g.is_out and g is not gone} | _lately_read(
        database, round_, rest_months
    )
    drawn = _next_reserve(frame, gone, barred, by_caseworker=round_.enhed == "raadgiver")
    database.run_file(
        "review",
        "udgaa",
        traekning_id=traekning_id,
        genstand_type=gone.genstand_type,
        genstand_id=genstand_id,
        aarsag=reason,
        dato=day,
        reserve_type=drawn and drawn.genstand_type,
        reserve_id=drawn and drawn.genstand_id,
        genlaeser_team_id=gone.genlaeser_team_id,
    )
    return Elimination(gone, drawn)


def _out(frame: Sequence[Genstand], genstand_id: str) -> Genstand:
    found = next((g for g in frame if g.genstand_id == genstand_id and g.rolle == "trukket"), None)
    if found is None:
        raise UsageFault(f"{genstand_id} er ikke trukket i den trækning; se review status.")
    if not found.is_out:
        raise UsageFault(f"{genstand_id} er allerede udgået.")
    return found


def _answered(database: Database, item: Genstand) -> bool:
    database.run_file("review", "genstand_status")
    return bool(
        database.value(
            "select besvaret from genstand_status "
            "where traekning_id = $round and genstand_type = $type and genstand_id = $id",
            round=item.traekning_id,
            type=item.genstand_type,
            id=item.genstand_id,
        )
    )


def _lately_read(database: Database, round_: Traekning, rest_months: int) -> set[str]:
    if not rest_months:
        return set()
    window = Window(round_.plan_id, round_.periode, round_.fra_dato, round_.til_dato)
    find_read_cases(database, window, round_.tema_id, rest_months)
    return {row["sag_id"] for row in database.fetch("select sag_id from laest")}


def _next_reserve(
    frame: Sequence[Genstand], gone: Genstand, barred: Set[str], *, by_caseworker: bool
) -> Genstand | None:
    """The first of the stratum, in the order it was drawn in, that still waits."""
    waiting = (
        g
        for g in frame
        if g.rolle == "reserve"
        and g.tilstand == "ude"
        and g.team_id == gone.team_id
        and g.sag_id not in barred
        and (not by_caseworker or g.raadgiver_id == gone.raadgiver_id)
    )
    return min(waiting, key=lambda g: g.orden, default=None)
