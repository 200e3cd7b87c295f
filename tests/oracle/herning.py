"""Herning 2015: one function per row of the plan's table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.answers import reviewed
from tests.oracle.days import add_days, add_months
from tests.oracle.meetings import day_id
from tests.oracle.periods import Month
from tests.oracle.plan import Plan
from tests.oracle.register import FIFTY_TWO, Record, Register
from tests.oracle.registry import Entry
from tests.oracle.roskilde import between_days_seen
from tests.oracle.rows import INDHOLD, MANGLER, Judged, Verdict, measured, placed, yes_no, yes_or
from tests.oracle.shared_words import activity_days, first_after, mapped_by
from tests.oracle.slagelse.investigations import bfu_deadlines
from tests.oracle.slagelse.notifications import received, within_24_hours
from tests.oracle.slagelse.talks import bfu_event, ended, talk_in_bfu
from tests.oracle.sverigesmodellen import KATEGORIER
from tests.oracle.units import Deadline, Event, Unit, Units, case_stock, known

PLAN_ID = "herning_2015"
SINCE = date(2015, 1, 1)


def note_event(u: Record, day: date, verdict: Verdict) -> Event:
    """An underretning counted on a day."""
    return Event(u["underretning_id"], u.get("sag_id"), day, known(verdict), notification=u)


def reassessed(since: date = date.min) -> Units:
    """H2: 'underretning with sag_id whose case has an active 52 that day (stock rule)': genvurdering."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for u, day in received(register, since):
            sag_id = u.get("sag_id")
            if sag_id is not None and register.active_of(sag_id, day, *FIFTY_TWO):
                yield note_event(u, day, yes_no(u.get("genvurdering")))

    return units


def filled(register: Register, u: Record, column: str, modtaget: date) -> Verdict:
    """H3: 'filled, not before modtaget's day and not after the delivery's date'; H4 'likewise'."""
    day = u.get(column)
    return yes_or(day is not None and modtaget <= day <= register.delivery_date, MANGLER)


def h3(register: Register, plan: Plan) -> Iterator[Unit]:
    """'underretning not anonym, at modtaget + 28 days': kvittering_dato."""
    for u, day in received(register, date.min):
        if u["underretter_type"] != "anonym":
            yield note_event(u, add_days(day, 28), filled(register, u, "kvittering_dato", day))


def h4(register: Register, plan: Plan) -> Iterator[Unit]:
    """'underretning fagperson with sag_id with a BFU of the case started or a measure decided'.

    'in [its day, its day + 4 months]; at that day + 4 months': tilbagemelding_dato.
    """
    decided = {(i["sag_id"], day) for i, day in register.decided(*KATEGORIER)}
    for u, day in received(register, date.min):
        sag_id, last = u.get("sag_id"), add_months(day, 4)
        if sag_id is None or u["underretter_type"] != "fagperson":
            continue
        days = [b["startet_dato"] for b in register.of_sag("undersoegelser", sag_id)]
        days += [d for of_sag, d in decided if of_sag == sag_id]
        if any(day <= d <= last for d in days):
            yield note_event(u, last, filled(register, u, "tilbagemelding_dato", day))


def h6(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'open case': 'aktivitet genogram by opgjort_pr'."""
    if not register.open_on(sag_id, day):
        return None
    return yes_or(mapped_by(register, sag_id, day, ("genogram",)), MANGLER)


@dataclass(frozen=True)
class NextMeeting(Deadline):
    """H7: 'netvaerksmoede (one per case and day) of a case open on F = + 56 days'."""

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """Only of a case that is open on F, or still open while F is to come."""
        assert self.sag_id is not None
        open_then = register.opened(self.sag_id) <= self.frist and not register.closed_by(
            self.sag_id, min(self.frist, month.opgjort_pr)
        )
        if open_then:
            yield from super().in_month(register, month)


def h7(register: Register, plan: Plan) -> Iterator[Unit]:
    """'a later netvaerksmoede of the case by F'."""
    for sag_id in register.sager:
        days = activity_days(register, sag_id, "netvaerksmoede")
        for day in days:
            frist, done = add_days(day, 56), first_after(days, day)
            in_time = done is not None and done <= frist
            yield NextMeeting(day_id(sag_id, day), sag_id, day, frist, done, in_time)


GAPS = ("under 42", "42-56", "over 56")


def h8(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'open case with two netvaerksmoeder by opgjort_pr, the last after opgjort_pr - 12 months'.

    'fordeling of the days between the last two'.
    """
    days = [d for d in activity_days(register, sag_id, "netvaerksmoede") if d <= day]
    if len(days) < 2 or days[-1] <= add_months(day, -12) or not register.open_on(sag_id, day):
        return None
    gap = (days[-1] - days[-2]).days
    return placed(GAPS[sum(gap > most for most in (41, 56))])


def h11(register: Register, plan: Plan) -> Iterator[Unit]:
    """'BFU at afsluttet_dato (not afbrudt)': 'median; days from startet_dato'."""
    for b, day in ended(register):
        yield bfu_event(b, day, measured((day - b["startet_dato"]).days))


def h12(register: Register, plan: Plan) -> Iterator[Unit]:
    """'52 at start_dato, with afgoerelse_dato not after it': 'median; days from afgoerelse_dato'."""
    for i, _ in register.measures(*FIFTY_TWO):
        decided, start = i.get("afgoerelse_dato"), i["start_dato"]
        if decided is not None and decided <= start:
            verdict = measured((start - decided).days)
            yield Event(i["indsats_id"], i["sag_id"], start, known(verdict))


def h14(register: Register, plan: Plan) -> Iterator[Unit]:
    """'BFU at startet_dato whose case has an underretning with raadgiver_id' in the 4 months before.

    'modtaget in [startet - 4 months, startet]; the latest such underretning's raadgiver_id (ties: the larger
    underretning_id) is the case's caseworker on startet_dato'.
    """
    for b in register.all("undersoegelser"):
        startet = b["startet_dato"]
        led = [
            u
            for u in register.of_sag("underretninger", b["sag_id"])
            if u.get("raadgiver_id") is not None
            and add_months(startet, -4) <= u["modtaget_tidspunkt"].date() <= startet
        ]
        if led:
            latest = max(led, key=lambda u: (u["modtaget_tidspunkt"], u["underretning_id"]))
            now = register.holder(b["sag_id"], startet).raadgiver_id
            reason = MANGLER if now is None else INDHOLD
            yield bfu_event(b, startet, yes_or(now == latest["raadgiver_id"], reason))


ENTRIES: dict[str, Entry] = {
    "H1": Entry(within_24_hours(SINCE), "frist", grupper=True),
    "H2": Entry(reassessed(), "haendelse"),
    "H3": Entry(h3, "haendelse"),
    "H4": Entry(h4, "haendelse"),
    **reviewed("H5"),
    "H6": Entry(case_stock(h6), "beholdning"),
    "H7": Entry(h7, "frist", listed=False),
    "H8": Entry(case_stock(h8), "beholdning", "fordeling", kategorier=GAPS),
    "H9": Entry(talk_in_bfu(), "haendelse"),
    "H10": Entry(bfu_deadlines(), "frist", grupper=True),
    "H11": Entry(h11, "haendelse", "median"),
    "H12": Entry(h12, "haendelse", "median"),
    "H13": Entry(between_days_seen(lambda register, sag_id, day: True), "haendelse", "median"),
    "H14": Entry(h14, "haendelse"),
    **reviewed("H15"),
}
