"""Varige spor: one function per row of the plan's table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.answers import reviewed
from tests.oracle.cadence import Base, months_later
from tests.oracle.caseload import LEVELS, by_level, caseworkers
from tests.oracle.days import add_days, add_months, by
from tests.oracle.meetings import day_id, meetings
from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register, folded
from tests.oracle.registry import Entry
from tests.oracle.rows import INDHOLD, MANGLER, Verdict, measured, placed, yes_or
from tests.oracle.shared_words import (
    SEEN,
    activity_days,
    first_after,
    first_from,
    mapped_by,
    while_in_force,
)
from tests.oracle.slagelse.investigations import activity_in_bfu, two_caseworkers
from tests.oracle.slagelse.talks import activities, counted_activities, ended
from tests.oracle.sverigesmodellen import KATEGORIER, MOVES, moved
from tests.oracle.units import Deadline, Event, Unit, case_stock, deadline, known

PLAN_ID = "varige_spor"
SINCE = date(2021, 1, 1)
CONCERN = "bekymringsgrundlag"


def twenty_to_25(register: Register, day: date, raadgiver_id: str, cases: list[str]) -> Verdict | None:
    """V1: '20 to 25 open cases'."""
    return yes_or(20 <= len(cases) <= 25, INDHOLD)


def v3(register: Register, plan: Plan) -> Iterator[Unit]:
    """'case at oprettet_dato from 2021-01-01; F = + 28 days (a)'.

    'first aktivitet bekymringsgrundlag or foreloebig_vurdering of the case from that day on'.
    """
    for sag_id, sag in register.sager.items():
        start = sag["oprettet_dato"]
        if start >= SINCE:
            done = first_from(activity_days(register, sag_id, CONCERN, "foreloebig_vurdering"), start)
            yield deadline(sag_id, sag, start, add_days(start, 28), done)


def v4(register: Register, plan: Plan) -> Iterator[Unit]:
    """'BFU at afsluttet_dato (not afbrudt); F = + 28 days (a)'.

    'first bekymringsgrundlag from afsluttet - 14 days on (also before the start)'.
    """
    for b, start in ended(register):
        frist = add_days(start, 28)
        done = first_from(activity_days(register, b["sag_id"], CONCERN), add_days(start, -14))
        yield Deadline(b["bfu_id"], b["sag_id"], start, frist, done, by(done, frist))


def v5(register: Register, plan: Plan) -> Iterator[Unit]:
    """'day seen of a forebyggende_11_3 (enhed_id `<indsats_id>@<day>`); F = + 28 days (a)', (f).

    'first bekymringsgrundlag from the day - 28 days on (also before the start)'.
    """
    for i, _ in register.measures("forebyggende_11_3"):
        concerns = activity_days(register, i["sag_id"], CONCERN)
        for day in register.followup_days(i, *SEEN):
            done = first_from(concerns, add_days(day, -28))
            yield while_in_force(register, day_id(i["indsats_id"], day), i, day, add_days(day, 28), done)


def v7(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'open case': 'network mapped by opgjort_pr'."""
    return yes_or(mapped_by(register, sag_id, day), MANGLER) if register.open_on(sag_id, day) else None


def v8(register: Register, plan: Plan) -> Iterator[Unit]:
    """'aktivitet undertype netvaerksmoede': 'antal_raadgivere >= 2; missing: ikke_opfyldt, mangler'."""
    for a in activities(register, "netvaerksmoede"):
        own = register.desk(a.get("raadgiver_id")) if a.get("sag_id") is None else None
        yield Event(a["aktivitet_id"], a.get("sag_id"), a["dato"], known(two_caseworkers(a)), holder=own)


def v9(register: Register, plan: Plan) -> Iterator[Unit]:
    """'anbringelse with start_dato, tilbud not efterskole; F = + 14 days', (f).

    'done on the later of the first besoeg of the measure and the first day with foraeldre_deltog on any
    opfoelgning of the case but udeblevet or an aktivitet type kontakt of the case (a), both after start'.
    """
    for i, begin in register.measures("anbringelse"):
        if folded(i.get("tilbud")) != "efterskole":
            visit = first_after(register.followup_days(i, "besoeg"), begin)
            contact = first_after(_parents_met(register, i["sag_id"]), begin)
            done = None if visit is None or contact is None else max(visit, contact)
            yield while_in_force(register, i["indsats_id"], i, begin, add_days(begin, 14), done)


def _parents_met(register: Register, sag_id: str) -> list[date]:
    took_part = [
        o["dato"]
        for o in register.of_sag("opfoelgninger", sag_id)
        if o.get("foraeldre_deltog") is True and o["form"] != "udeblevet"
    ]
    return took_part + [a["dato"] for a in register.of_sag("aktiviteter", sag_id) if a["type"] == "kontakt"]


def v10(register: Register, plan: Plan) -> Iterator[Unit]:
    """'measure with start_dato, tilbud not efterskole or friplads; F = + 45 days', (f).

    'first follow-up form moede or telefon after start'.
    """
    for i, begin in register.measures(*KATEGORIER):
        if folded(i.get("tilbud")) not in ("efterskole", "friplads"):
            done = first_after(register.followup_days(i, "moede", "telefon"), begin)
            yield while_in_force(register, i["indsats_id"], i, begin, add_days(begin, 45), done)


def v11(register: Register, plan: Plan) -> Iterator[Unit]:
    """'first day after start with a follow-up form moede of it', F = + 3 months, (f).

    'on which the case's meeting has foraeldre_deltog'.
    """
    with_parents = {(m.sag_id, m.day) for m in meetings(register) if m.true("foraeldre_deltog")}
    for i, begin in register.measures(*KATEGORIER):
        days = [d for d in register.followup_days(i, "moede") if (i["sag_id"], d) in with_parents]
        done = first_after(days, begin)
        yield while_in_force(register, i["indsats_id"], i, begin, add_months(begin, 3), done)


def v12(register: Register, plan: Plan) -> Iterator[Unit]:
    """'i1 = 3 months; i2 = 3 months, for anbringelse with opfoelgning_maaneder 6 6 months; form moede'."""
    for i, begin in register.measures(*KATEGORIER):
        yield Base(
            i["indsats_id"],
            i["sag_id"],
            begin,
            register.end_of(i),
            months_later(3),
            months_later(_later(i)),
            tuple(register.followup_days(i, "moede")),
            "senere",
        )


def _later(i: Record) -> int:
    return 6 if i["kategori"] == "anbringelse" and i.get("opfoelgning_maaneder") == 6 else 3


def v13(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'case with a handleplan barn in force ... with oprettet_dato + 6 months <= opgjort_pr'.

    'an opfoelgning of the case with maalopfoelgning_udfyldt in (opgjort_pr - 6 months, opgjort_pr], any
    form but udeblevet'; 'V13 without such a row: mangler'.
    """
    old = any(
        h["type"] == "barn"
        and by(h.get("oprettet_dato"), day)
        and not by(h.get("afsluttet_dato"), day)
        and add_months(h["oprettet_dato"], 6) <= day
        for h in register.of_sag("handleplaner", sag_id)
    )
    if not (old and register.open_on(sag_id, day)):
        return None
    followed = any(
        o.get("maalopfoelgning_udfyldt") is True
        and o["form"] != "udeblevet"
        and add_months(day, -6) < o["dato"] <= day
        for o in register.of_sag("opfoelgninger", sag_id)
    )
    return yes_or(followed, MANGLER)


def lately(day: date, happened: date) -> bool:
    """'in (opgjort_pr - 3 months, opgjort_pr]'."""
    return add_months(day, -3) < happened <= day


def v15(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'open case': 'median; hjemmebesoeg aktiviteter and boernesamtaler afholdt'."""
    if not register.open_on(sag_id, day):
        return None
    visits = sum(
        folded(a.get("undertype")) == "hjemmebesoeg" and lately(day, a["dato"])
        for a in register.of_sag("aktiviteter", sag_id)
    )
    talks = sum(
        s["udfald"] == "afholdt" and lately(day, s["dato"]) for s in register.of_sag("boernesamtaler", sag_id)
    )
    return measured(visits + talks)


CONTACTS = ("0", "1-2", "3-5", "6 eller flere")


def v16(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'open case': 'fordeling of aktiviteter type kontakt or moede in that span'."""
    if not register.open_on(sag_id, day):
        return None
    count = sum(
        a["type"] in ("kontakt", "moede") and lately(day, a["dato"])
        for a in register.of_sag("aktiviteter", sag_id)
    )
    return placed(CONTACTS[sum(count > most for most in (0, 2, 5))])


ENTRIES: dict[str, Entry] = {
    "V1": Entry(caseworkers(twenty_to_25), "beholdning"),
    "V2": Entry(caseworkers(by_level), "beholdning", "fordeling", kategorier=LEVELS),
    "V3": Entry(v3, "frist"),
    "V4": Entry(v4, "frist"),
    "V5": Entry(v5, "frist"),
    "V6": Entry(activity_in_bfu("netvaerkscirkel"), "haendelse"),
    "V7": Entry(case_stock(v7), "beholdning"),
    "V8": Entry(v8, "haendelse"),
    "V9": Entry(v9, "frist"),
    "V10": Entry(v10, "frist"),
    "V11": Entry(v11, "frist"),
    "V12": Entry(v12, "kadence"),
    "V13": Entry(case_stock(v13), "beholdning"),
    "V14": Entry(moved, "beholdning", "fordeling", kategorier=MOVES),
    "V15": Entry(case_stock(v15), "beholdning", "median"),
    "V16": Entry(case_stock(v16), "beholdning", "fordeling", kategorier=CONTACTS),
    "V17": Entry(counted_activities(type="sparring"), "haendelse", "antal"),
    **reviewed("V18", "V19", "V20", "V21", "V22"),
}
