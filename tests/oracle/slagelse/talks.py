"""Udviklingspunkt 1, 2 and 3: leadership, talks with the child, network: a function per row of the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.answers import reviewed, surveyed
from tests.oracle.days import add_months, is_years_old
from tests.oracle.meetings import Meeting, meeting_units
from tests.oracle.plan import Plan
from tests.oracle.register import FIFTY_TWO, Record, Register, folded
from tests.oracle.registry import Entry
from tests.oracle.rows import COUNTED, INDHOLD, MANGLER, OPFYLDT, UNDTAGET, Verdict, yes_or
from tests.oracle.units import Event, Unit, Units, known

TALKS = ("48", "50", "5")


def talked(register: Register, sag_id: str, start: date, end: date, paragraphs: tuple[str, ...]) -> Verdict:
    """'a boernesamtale of paragraf 48, 50 or 5 afholdt for the case in [start, end]'.

    'else one undladt_begrundet there, or a child unborn' on the last day: 'undtaget'.
    """
    outcomes = {
        s["udfald"]
        for s in register.of_sag("boernesamtaler", sag_id)
        if s["paragraf"] in paragraphs and start <= s["dato"] <= end
    }
    if "afholdt" in outcomes:
        return Verdict(OPFYLDT)
    if "undladt_begrundet" in outcomes or register.unborn(sag_id, end):
        return Verdict(UNDTAGET)
    return yes_or(False, INDHOLD if outcomes else MANGLER)


def ended(register: Register) -> Iterator[tuple[Record, date]]:
    """'BFU, at afsluttet_dato'; 'A BFU that ended afbrudt ... is in none of 3.1, 6.1-6.4'."""
    for b in register.all("undersoegelser"):
        if b.get("afsluttet_dato") is not None and b.get("afslutning") != "afbrudt":
            yield b, b["afsluttet_dato"]


def bfu_event(b: Record, day: date, verdict: Verdict) -> Event:
    """A BFU counted on a day, judged once for all."""
    return Event(b["bfu_id"], b["sag_id"], day, known(verdict))


def talk_in_bfu(paragraphs: tuple[str, ...] = TALKS, started_from: date = date.min) -> Units:
    """3.1: 'a boernesamtale ... afholdt for the case in [startet, afsluttet]'."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for b, day in ended(register):
            if b["startet_dato"] >= started_from:
                yield bfu_event(b, day, talked(register, b["sag_id"], b["startet_dato"], day, paragraphs))

    return units


def child_took_part(register: Register, m: Meeting) -> Verdict | None:
    """3.2: 'child 8 full years or more that day (no foedselsdato: not in it)'.

    'barn_deltog; else barn_undtaget: undtaget'.
    """
    if not is_years_old(register.born(m.sag_id), 8, m.day):
        return None
    verdict = m.verdict("barn_deltog")
    return Verdict(UNDTAGET) if verdict.udfald != OPFYLDT and m.true("barn_undtaget") else verdict


def network_took_part(register: Register, m: Meeting) -> Verdict | None:
    """3.3: 'privat_netvaerk_deltog and professionelt_netvaerk_deltog'."""
    return m.verdict("privat_netvaerk_deltog", "professionelt_netvaerk_deltog")


def i_3_5(register: Register, plan: Plan) -> Iterator[Unit]:
    """'52 at afgoerelse_dato': a talk 'afholdt for the case in [that day - 6 months, that day]'."""
    for i, day in register.decided(*FIFTY_TWO):
        verdict = talked(register, i["sag_id"], add_months(day, -6), day, TALKS)
        yield Event(i["indsats_id"], i["sag_id"], day, known(verdict))


def activities(register: Register, *undertyper: str, type: str | None = None) -> Iterator[Record]:  # noqa: A002 - the column's name
    """Aktiviteter of these undertyper, or of this type."""
    for a in register.all("aktiviteter"):
        if folded(a.get("undertype")) in undertyper or (type is not None and a["type"] == type):
            yield a


def counted_activities(*undertyper: str, type: str | None = None) -> Units:  # noqa: A002 - the column's name
    """One unit per aktivitet; 'An aktivitet without sag_id: the raadgiver's own team and id'."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for a in activities(register, *undertyper, type=type):
            own = register.desk(a.get("raadgiver_id")) if a.get("sag_id") is None else None
            yield Event(a["aktivitet_id"], a.get("sag_id"), a["dato"], known(COUNTED), holder=own)

    return units


ENTRIES: dict[str, Entry] = {
    **reviewed("1.1", "1.2", "2.1"),
    "1.3": surveyed("tydelig_ledelse"),
    "3.1": Entry(talk_in_bfu(), "haendelse", tilsyn_foerer=True),
    "3.2": Entry(meeting_units(child_took_part), "haendelse", tilsyn_foerer=True),
    "3.3": Entry(meeting_units(network_took_part), "haendelse", tilsyn_foerer=True),
    "3.4": surveyed("loeft"),
    "3.5": Entry(i_3_5, "haendelse"),
    "3.6": Entry(counted_activities("familieraadslagning"), "haendelse", "antal"),
}
