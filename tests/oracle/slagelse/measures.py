"""Udviklingspunkt 7: measures and their plans, one function per row of the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.answers import reviewed
from tests.oracle.days import add_days, before, by, is_years_old
from tests.oracle.meetings import Meeting, meeting_units
from tests.oracle.plan import Plan
from tests.oracle.register import FIFTY_TWO, Record, Register
from tests.oracle.registry import Entry
from tests.oracle.rows import (
    FOR_SENT,
    IKKE_OPFYLDT,
    INDHOLD,
    MANGLER,
    OPFYLDT,
    UNDTAGET,
    Judged,
    Verdict,
    among,
    yes_or,
)
from tests.oracle.units import Deadline, Event, Stock, Unit, fallen, known, stock_row


def plans_in_force(register: Register, sag_id: str, day: date, *kinds: str) -> list[Record]:
    """'a handleplan barn in force (oprettet <= the day, not afsluttet before it)'."""
    return [
        h
        for h in register.of_sag("handleplaner", sag_id)
        if h["type"] in kinds and by(h.get("oprettet_dato"), day) and not before(h.get("afsluttet_dato"), day)
    ]


def plan_at_decision(register: Register, i: Record, decided: date, *kinds: str) -> Event:
    """'with oprettet_dato <= afgoerelse_dato, not afsluttet before it'; one made later is for_sent."""
    met = bool(plans_in_force(register, i["sag_id"], decided, *kinds))
    later = [
        h["oprettet_dato"]
        for h in register.of_sag("handleplaner", i["sag_id"])
        if h["type"] in kinds and h.get("oprettet_dato") is not None and h["oprettet_dato"] > decided
    ]

    def judge(opgjort: date) -> Verdict:
        return yes_or(met, FOR_SENT if any(day <= opgjort for day in later) else MANGLER)

    return Event(i["indsats_id"], i["sag_id"], decided, judge)


def i_7_1(register: Register, plan: Plan) -> Iterator[Unit]:
    """'52 at afgoerelse_dato (also one after opgjort_pr: the unit waits for it); without one, at start_dato'.

    'without afgoerelse_dato: ikke_opfyldt (an ungeplan does not count)'; '7.1 without a decision ... go by
    start_dato itself'.
    """
    for i, day in register.decided(*FIFTY_TWO):
        yield plan_at_decision(register, i, day, "barn")
    for i, _ in register.measures(*FIFTY_TWO):
        if i.get("afgoerelse_dato") is None:
            verdict = Verdict(IKKE_OPFYLDT, MANGLER)
            yield Event(i["indsats_id"], i["sag_id"], i["start_dato"], known(verdict))


def i_7_2(register: Register, plan: Plan) -> Iterator[Unit]:
    """'handleplan barn, at oprettet_dato': 'antal_maal 3, 4 or 5'."""
    for h in register.all("handleplaner"):
        if h["type"] == "barn" and h.get("oprettet_dato") is not None:
            verdict = among(h.get("antal_maal"), (3, 4, 5))
            yield Event(h["handleplan_id"], h["sag_id"], h["oprettet_dato"], known(verdict))


def goals_followed(register: Register, m: Meeting) -> Verdict | None:
    """7.3: 'meeting of a case with a handleplan barn in force': 'maalopfoelgning_udfyldt'."""
    return m.verdict("maalopfoelgning_udfyldt") if plans_in_force(register, m.sag_id, m.day, "barn") else None


def i_7_4(register: Register, plan: Plan) -> Iterator[Unit]:
    """'F = afgoerelse + 28 days': 'start_dato <= F', also before the decision ('7.4 excepted')."""
    for i, decided in register.decided(*FIFTY_TWO):
        frist, started = add_days(decided, 28), i.get("start_dato")
        yield Deadline(i["indsats_id"], i["sag_id"], decided, frist, started, by(started, frist), fallen(i))


def i_7_5(register: Register, plan: Plan) -> Iterator[Unit]:
    """'case with an active anbringelse'."""

    def on(day: date) -> Iterator[Judged]:
        for sag_id in register.sager:
            if register.active_of(sag_id, day, "anbringelse"):
                yield stock_row(register, sag_id, day, parents_plan(register, sag_id, day))

    yield Stock(on)


def parents_plan(register: Register, sag_id: str, day: date) -> Verdict:
    """7.5: 'a handleplan foraeldre with afgoerelse_stoette_dato <= oprettet_dato <= opgjort_pr'.

    'not afsluttet by opgjort_pr; else undtaget: one tilbudt by opgjort_pr with foraeldre_svar nej and an
    afgoerelse_stoette_dato by opgjort_pr, or the child 18 or more at opgjort_pr'. Reason indhold: 'where
    the decision is dated by opgjort_pr but after the plan'.
    """
    plans = [h for h in register.of_sag("handleplaner", sag_id) if h["type"] == "foraeldre"]
    current = [h for h in plans if by(h.get("oprettet_dato"), day) and not by(h.get("afsluttet_dato"), day)]
    if any(by(h.get("afgoerelse_stoette_dato"), h["oprettet_dato"]) for h in current):
        return Verdict(OPFYLDT)
    refused = any(
        by(h.get("tilbudt_dato"), day)
        and h.get("foraeldre_svar") == "nej"
        and by(h.get("afgoerelse_stoette_dato"), day)
        for h in plans
    )
    if refused or is_years_old(register.born(sag_id), 18, day):
        return Verdict(UNDTAGET)
    decided = any(by(h.get("afgoerelse_stoette_dato"), day) for h in current)
    return Verdict(IKKE_OPFYLDT, INDHOLD if decided else MANGLER)


@dataclass(frozen=True)
class ParentsAnswer(Deadline):
    """7.6: 'foraeldre_svar ja; the answer has no date, so decided only at F; no general undtaget'."""

    answer: str | None = None

    def at_deadline(self, register: Register, opgjort: date) -> Verdict:
        """Ja or not; an answer of nej is documented, no answer is not."""
        return among(self.answer, ("ja",))

    def waits(self, register: Register, opgjort: date) -> bool:
        """'until then afventer', also with an answer and in a closed case."""
        return True

    def is_open(self, register: Register, opgjort: date) -> bool:
        """Fristliste: '7.6 without foraeldre_svar'."""
        return self.answer is None


def i_7_6(register: Register, plan: Plan) -> Iterator[Unit]:
    """'handleplan foraeldre with tilbudt_dato; F = tilbudt + 28 days (a)'."""
    for h in register.all("handleplaner"):
        offered, answer = h.get("tilbudt_dato"), h.get("foraeldre_svar")
        if h["type"] == "foraeldre" and offered is not None:
            frist = add_days(offered, 28)
            yield ParentsAnswer(h["handleplan_id"], h["sag_id"], offered, frist, answer=answer)


ENTRIES: dict[str, Entry] = {
    "7.1": Entry(i_7_1, "haendelse", tilsyn_foerer=True),
    "7.2": Entry(i_7_2, "haendelse", tilsyn_foerer=True),
    "7.3": Entry(meeting_units(goals_followed), "haendelse", tilsyn_foerer=True),
    "7.4": Entry(i_7_4, "frist"),
    "7.5": Entry(i_7_5, "beholdning", tilsyn_foerer=True),
    "7.6": Entry(i_7_6, "frist", tilsyn_foerer=True),
    **reviewed("7.9", "7.10", "7.14", "7.15", "7.16", "7.17"),
}
