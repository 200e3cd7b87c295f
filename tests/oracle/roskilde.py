"""Roskilde 2019: children under seven, one function per row of the plan's table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

from tests.oracle.answers import reviewed
from tests.oracle.cadence import Base, months_later
from tests.oracle.caseload import caseworkers, teams_of
from tests.oracle.days import is_years_old, month_start
from tests.oracle.meetings import Meeting, day_id, meeting_units
from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register
from tests.oracle.registry import Entry
from tests.oracle.rows import (
    COUNTED,
    INDHOLD,
    MANGLER,
    UNDTAGET,
    Number,
    Verdict,
    among,
    measured,
    placed,
    yes_or,
)
from tests.oracle.shared_words import MAPPED, SEEN, caseworker_bases, days_seen, mapped_by, step
from tests.oracle.slagelse.investigations import held_in
from tests.oracle.slagelse.talks import activities, bfu_event, ended
from tests.oracle.units import Event, Unit, Units, case_stock, known

PLAN_ID = "roskilde_2019"
STEPS = ("1", "2", "3", "4", "5", "ukendt", "ingen")


def young(register: Register, sag_id: str, day: date) -> bool:
    """'child under 7 full years that day or unborn (foedselsdato missing and not ufoedt: not in P)'."""
    born = register.born(sag_id)
    under_seven = born is not None and not is_years_old(born, 7, day)
    return under_seven or register.unborn(sag_id, day)


def may_take_part(register: Register, sag_id: str) -> bool:
    """'projekt_undtaget not true'."""
    return register.sager[sag_id].get("projekt_undtaget") is not True


def in_p(register: Register, sag_id: str | None, day: date) -> bool:
    """'P on a day: case open that day, projekt_undtaget not true, child under 7 ... or unborn'."""
    return (
        sag_id is not None
        and register.open_on(sag_id, day)
        and may_take_part(register, sag_id)
        and young(register, sag_id, day)
    )


def cases_in_p(register: Register, day: date) -> list[str]:
    """The cases in P on the day."""
    return [sag_id for sag_id in register.sager if in_p(register, sag_id, day)]


def r1(register: Register, plan: Plan) -> Iterator[Unit]:
    """'anbringelse or aflastning in P, at afgoerelse_dato': netvaerksplejefamilie or plejefamilie."""
    for i, day in register.decided("anbringelse", "aflastning"):
        if in_p(register, i["sag_id"], day):
            verdict = among(i.get("anbringelsessted"), ("netvaerksplejefamilie", "plejefamilie"))
            yield Event(i["indsats_id"], i["sag_id"], day, known(verdict))


def r2(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'case in P': 'network mapped by opgjort_pr'."""
    return yes_or(mapped_by(register, sag_id, day), MANGLER) if in_p(register, sag_id, day) else None


def r3(register: Register, plan: Plan) -> Iterator[Unit]:
    """'BFU in P, at afsluttet_dato (not afbrudt)': 'network mapped in [startet, afsluttet]'."""
    for b, day in ended(register):
        if in_p(register, b["sag_id"], day):
            yield bfu_event(b, day, yes_or(held_in(register, b, day, *MAPPED), MANGLER))


def r4(register: Register, m: Meeting) -> Verdict | None:
    """'meeting in P': 'privat and professionelt network took part'."""
    if not in_p(register, m.sag_id, m.day):
        return None
    return m.verdict("privat_netvaerk_deltog", "professionelt_netvaerk_deltog")


def r5(register: Register, plan: Plan) -> Iterator[Unit]:
    """'network mapped (one per aktivitet) in P': antal."""
    for a in activities(register, *MAPPED):
        if in_p(register, a.get("sag_id"), a["dato"]):
            yield Event(a["aktivitet_id"], a["sag_id"], a["dato"], known(COUNTED))


def r6(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'open case, child unborn that day'.

    'kategori `1`..`5` the step that day, `ukendt` (a measure is active, no step known), `ingen`'.
    """
    if not (register.open_on(sag_id, day) and register.unborn(sag_id, day)):
        return None
    found = step(register, sag_id, day)
    if found is not None:
        return placed(str(found))
    return placed("ukendt" if register.active_of(sag_id, day) else "ingen")


def r7(register: Register, plan: Plan) -> Iterator[Unit]:
    """'case of sagstype ufoedt, at its first afgoerelse_dato of any measure, child unborn that day'."""
    first: dict[str, date] = {}
    kategorier = ("forebyggende_11_3", "forebyggende_52", "aflastning", "anbringelse")
    for i, day in register.decided(*kategorier):
        first[i["sag_id"]] = min(day, first.get(i["sag_id"], day))
    for sag_id, day in first.items():
        if register.unborn(sag_id, day):
            verdict = measured((day - register.opened(sag_id)).days)
            yield Event(sag_id, sag_id, day, known(verdict))


def r8(register: Register, plan: Plan) -> Iterator[Unit]:
    """'measure with start_dato in P; i1 = i2 = opfoelgning_maaneder where that is 1 or 2, else 3 months'."""
    for i in register.all("indsatser"):
        begin, sag_id = register.begin(i), i["sag_id"]
        if begin is not None:
            agreed = i.get("opfoelgning_maaneder")
            m = agreed if agreed in (1, 2) else 3
            yield Base(
                i["indsats_id"],
                sag_id,
                begin,
                register.end_of(i),
                months_later(m),
                months_later(m),
                tuple(register.followup_days(i, *SEEN)),
                in_scope=partial(in_p, register, sag_id),
            )


def between_days_seen(counts: Callable[[Register, str, date], bool]) -> Units:
    """R9, H13: 'each day seen of a case but the case's first'; 'days since the case's day seen before it'."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for sag_id in register.sager:
            days = days_seen(register, sag_id)
            for earlier, day in pairwise(days):
                if counts(register, sag_id, day):
                    verdict = measured((day - earlier).days)
                    yield Event(day_id(sag_id, day), sag_id, day, known(verdict))

    return units


def notes_in_p(opened_before: bool) -> Units:
    """R10: 'underretning with sag_id, at modtaget, case in P and opened before that day'; R11 without."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for u in register.all("underretninger"):
            sag_id, day = u.get("sag_id"), u["modtaget_tidspunkt"].date()
            in_time = not opened_before or (sag_id is not None and register.opened(sag_id) < day)
            if in_p(register, sag_id, day) and in_time:
                yield Event(u["underretning_id"], sag_id, day, known(COUNTED), notification=u)

    return units


def exposed(register: Register, plan: Plan, day: date) -> Counter[str]:
    """R10: 'the number of cases in P' that each team holds."""
    return teams_of(register, cases_in_p(register, day), day)


def expenses_in_p(register: Register) -> Iterator[tuple[Record, date]]:
    """R12: 'udgift whose indsats is an anbringelse, case in P on the month's first day, at that day'."""
    for p in register.all("udgifter"):
        i, day = register.indsatser.get(p.get("indsats_id") or ""), month_start(p["maaned"])
        if i is not None and i["kategori"] == "anbringelse" and in_p(register, p["sag_id"], day):
            yield p, day


def r12(register: Register, plan: Plan) -> Iterator[Unit]:
    """'sum of beloeb'."""
    for p, day in expenses_in_p(register):
        yield Event(p["postering_id"], p["sag_id"], day, known(measured(p["beloeb"])))


def r13(register: Register, plan: Plan) -> Iterator[Unit]:
    """'case and month with at least one such udgift'; 'kr. that month'; enhed_id `<sag_id>@<month>`."""
    sums: dict[tuple[str, str, date], Number] = defaultdict(Decimal)
    for p, day in expenses_in_p(register):
        sums[p["sag_id"], p["maaned"], day] += p["beloeb"]
    for (sag_id, month, day), amount in sums.items():
        yield Event(f"{sag_id}@{month}", sag_id, day, known(measured(amount)))


def r14(register: Register, plan: Plan) -> Iterator[Unit]:
    """'case at lukket_dato, projekt_undtaget not true, child under 7 that day or unborn'; days open."""
    for sag_id, sag in register.sager.items():
        closed = sag.get("lukket_dato")
        if closed is not None and may_take_part(register, sag_id) and young(register, sag_id, closed):
            verdict = measured((closed - register.opened(sag_id)).days)
            yield Event(sag_id, sag_id, closed, known(verdict))


def r17(register: Register, day: date, raadgiver_id: str, cases: list[str]) -> Verdict | None:
    """'caseworker with at least one case in P': 'the distinct distrikt of those cases are 1 or 2'."""
    held = [sag_id for sag_id in cases if in_p(register, sag_id, day)]
    districts = {register.sager[sag_id].get("distrikt") for sag_id in held} - {None}
    if not held:
        return None
    return yes_or(len(districts) <= 2, INDHOLD) if districts else Verdict(UNDTAGET)


ENTRIES: dict[str, Entry] = {
    "R1": Entry(r1, "haendelse"),
    "R2": Entry(case_stock(r2), "beholdning"),
    "R3": Entry(r3, "haendelse"),
    "R4": Entry(meeting_units(r4), "haendelse"),
    "R5": Entry(r5, "haendelse", "antal"),
    "R6": Entry(case_stock(r6), "beholdning", "fordeling", kategorier=STEPS),
    "R7": Entry(r7, "haendelse", "median"),
    "R8": Entry(r8, "kadence"),
    "R9": Entry(between_days_seen(in_p), "haendelse", "median"),
    "R10": Entry(notes_in_p(opened_before=True), "haendelse", "rate", exposure=exposed),
    "R11": Entry(notes_in_p(opened_before=False), "haendelse", "antal"),
    "R12": Entry(r12, "haendelse", "sum", extract="udgifter"),
    "R13": Entry(r13, "haendelse", "gennemsnit", extract="udgifter"),
    "R14": Entry(r14, "haendelse", "median"),
    "R15": Entry(r14, "haendelse", "gennemsnit"),
    "R16": Entry(caseworker_bases(56, "sagsgennemgang"), "kadence"),
    "R17": Entry(caseworkers(r17), "beholdning"),
    **reviewed("R18", "R19", "R20", "R21"),
}
