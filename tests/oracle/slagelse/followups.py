"""Udviklingspunkt 7, follow-up: chains of meetings, supervision and no-shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.cadence import Base, months_later
from tests.oracle.days import add_days, add_months, before, by
from tests.oracle.meetings import Meeting, day_id, meeting_units
from tests.oracle.plan import Plan
from tests.oracle.register import FIFTY_TWO, Register
from tests.oracle.registry import Entry
from tests.oracle.rows import (
    AFVENTER,
    COUNTED,
    FOR_SENT,
    IKKE_OPFYLDT,
    MANGLER,
    OPFYLDT,
    Judged,
    Verdict,
    yes_or,
)
from tests.oracle.units import Event, Stock, Unit, known, stock_row


def followed_up(register: Register) -> Iterator[Base]:
    """7.7: '52 with start_dato; base from its begin to slut_dato'.

    'm = opfoelgning_maaneder where that is 1 to 6, else 6; i1 = the smaller of m and 3 months, i2 = m
    months; follow-ups: its own, form moede; gruppe kategori'.
    """
    for i, begin in register.measures(*FIFTY_TWO):
        stated = i.get("opfoelgning_maaneder")
        m = stated if stated is not None and 1 <= stated <= 6 else 6
        yield Base(
            i["indsats_id"],
            i["sag_id"],
            begin,
            register.end_of(i),
            months_later(min(m, 3)),
            months_later(m),
            tuple(register.followup_days(i, "moede")),
            gruppe=i["kategori"],
        )


def i_7_7(register: Register, plan: Plan) -> Iterator[Unit]:
    """'as cadence, alle'."""
    yield from followed_up(register)


def concerns_placement(register: Register, m: Meeting) -> bool:
    """7.8: 'its indsats_id is one, or it has none and the case has one active that day'.

    'start <= day, no slut or slut >= day'; 7.8 'go by start_dato itself'; 'an opfoelgning belongs to the
    indsats it names, whichever sag_id it carries'.
    """
    active = any(
        i["kategori"] == "anbringelse"
        and by(i.get("start_dato"), m.day)
        and not before(i.get("slut_dato"), m.day)
        for i in register.of_sag("indsatser", m.sag_id)
    )
    named = [o.get("indsats_id") for o in m.followups]
    return any(active if n is None else register.indsatser[n]["kategori"] == "anbringelse" for n in named)


def supervised(register: Register, m: Meeting) -> Verdict | None:
    """7.8: 'or a besoeg of the case with it [tilsyn] that day or in the 14 days before'."""
    if not concerns_placement(register, m):
        return None
    visited = any(
        o["form"] == "besoeg"
        and o.get("tilsyn_paa_anbringelsessted") is True
        and add_days(m.day, -14) <= o["dato"] <= m.day
        for o in register.of_sag("opfoelgninger", m.sag_id)
    )
    return Verdict(OPFYLDT) if visited else m.verdict("tilsyn_paa_anbringelsessted")


def i_7_11(register: Register, plan: Plan) -> Iterator[Unit]:
    """'case with an active anbringelse with start_dato + 12 months <= opgjort_pr'.

    'at least two days with an opfoelgning form moede or besoeg with tilsyn_paa_anbringelsessted and
    talt_med_barnet in (opgjort_pr - 12 months, opgjort_pr]'. The start is the begin, as of every measure
    but in 7.1 and 7.8.
    """

    def on(day: date) -> Iterator[Judged]:
        for sag_id in register.sager:
            begins = [register.begin(i) for i in register.active_of(sag_id, day, "anbringelse")]
            if any(begin is not None and add_months(begin, 12) <= day for begin in begins):
                verdict = yes_or(len(visits(register, sag_id, day)) >= 2, MANGLER)
                yield stock_row(register, sag_id, day, verdict)

    yield Stock(on)


def visits(register: Register, sag_id: str, day: date) -> set[date]:
    """The days of the last year with supervision at the place, talking with the child."""
    return {
        o["dato"]
        for o in register.of_sag("opfoelgninger", sag_id)
        if o["form"] in ("moede", "besoeg")
        and o.get("tilsyn_paa_anbringelsessted") is True
        and o.get("talt_med_barnet") is True
        and add_months(day, -12) < o["dato"] <= day
    }


def i_7_12(register: Register, plan: Plan) -> Iterator[Unit]:
    """'active 52 (7.7's base in force on opgjort_pr)'.

    'opgjort_pr < due: opfyldt (afventer where there is none yet); else ikke_opfyldt, for_sent'.
    """

    def on(day: date) -> Iterator[Judged]:
        for base in followed_up(register):
            if base.in_force(day):
                last, due = base.next_due(day)
                early = Verdict(AFVENTER if last is None else OPFYLDT)
                verdict = early if day < due else Verdict(IKKE_OPFYLDT, FOR_SENT)
                holder = register.holder(base.sag_id, day)
                yield Judged(
                    base.base_id, base.sag_id, holder, verdict, day, base.first, due, last, at_end=True
                )

    yield Stock(on)


def i_7_13(register: Register, plan: Plan) -> Iterator[Unit]:
    """'opfoelgning form udeblevet, one per case and day'."""
    missed = {(o["sag_id"], o["dato"]) for o in register.all("opfoelgninger") if o["form"] == "udeblevet"}
    for sag_id, day in missed:
        yield Event(day_id(sag_id, day), sag_id, day, known(COUNTED))


ENTRIES: dict[str, Entry] = {
    "7.7": Entry(i_7_7, "kadence", grupper=True),
    "7.8": Entry(meeting_units(supervised), "haendelse", tilsyn_foerer=True),
    "7.11": Entry(i_7_11, "beholdning"),
    "7.12": Entry(i_7_12, "beholdning"),
    "7.13": Entry(i_7_13, "haendelse", "antal"),
}
