"""Udviklingspunkt 5: underretninger, one function per row of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tests.oracle.answers import reviewed
from tests.oracle.days import add_days
from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register
from tests.oracle.registry import Entry
from tests.oracle.rows import MANGLER, OPFYLDT, UNDTAGET, Verdict, measured, yes_no, yes_or
from tests.oracle.units import Deadline, Event, Unit, Units, deadline, known

SINCE = date(2020, 10, 1)
"""'underretning modtaget from 2020-10-01, also in open cases'."""


def received(register: Register, since: date) -> Iterator[tuple[Record, date]]:
    """Underretninger received from a day on, each with its day."""
    for u in register.all("underretninger"):
        modtaget = u["modtaget_tidspunkt"].date()
        if modtaget >= since:
            yield u, modtaget


def from_professionals(register: Register, since: date) -> Iterator[tuple[Record, date]]:
    """'fagperson'."""
    return ((u, day) for u, day in received(register, since) if u["underretter_type"] == "fagperson")


def group(register: Register, u: Record, modtaget: date) -> str:
    """'when genvurdering is true or the case was opened before the day of modtaget, else `ny`'."""
    sag_id = u.get("sag_id")
    earlier = sag_id is not None and register.opened(sag_id) < modtaget
    return "genvurdering" if earlier or u.get("genvurdering") is True else "ny"


def i_5_1(register: Register, plan: Plan) -> Iterator[Unit]:
    """'F = modtaget + 14 days': 'partshoering_dato <= F; else partshoering_undladt: undtaget'."""
    for u, day in received(register, SINCE):
        yield deadline(
            u["underretning_id"],
            u,
            day,
            add_days(day, 14),
            u.get("partshoering_dato"),
            notification=u,
            gruppe=group(register, u, day),
            excused=u.get("partshoering_undladt") is True,
        )


def i_5_2(register: Register, plan: Plan) -> Iterator[Unit]:
    """'as 5.1; F = modtaget + 28 days': 'faglig_vurdering_dato <= F'."""
    for u, day in received(register, SINCE):
        yield deadline(
            u["underretning_id"],
            u,
            day,
            add_days(day, 28),
            u.get("faglig_vurdering_dato"),
            notification=u,
            gruppe=group(register, u, day),
        )


def unless_closed(register: Register, u: Record, modtaget: date, day: date, verdict: Verdict) -> Event:
    """'else the general undtaget (closed from modtaget to that day)'."""
    if verdict.udfald != OPFYLDT and register.excused(u.get("sag_id"), modtaget, day):
        verdict = Verdict(UNDTAGET)
    return notified(register, u, modtaget, day, verdict)


def notified(register: Register, u: Record, modtaget: date, day: date, verdict: Verdict) -> Event:
    """An underretning counted on a day."""
    return Event(u["underretning_id"], u.get("sag_id"), day, known(verdict), group(register, u, modtaget), u)


def answered(since: date) -> Units:
    """5.3: 'at 5.2's F': 'tilbagemelding_dato filled, not before the day of modtaget'.

    'and not after the delivery's date (also when after F: the plan asks whether, not when)'.
    """

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for u, day in from_professionals(register, since):
            told = u.get("tilbagemelding_dato")
            done = told is not None and day <= told <= register.delivery_date
            yield unless_closed(register, u, day, add_days(day, 28), yes_or(done, MANGLER))

    return units


def within_24_hours(since: date) -> Units:
    """5.4: 'F = modtaget_tidspunkt + 24 hours; known to the day only: F = the day after'.

    'vurderet_24t_tidspunkt <= F (and not before modtaget); by the clock where both are known to the
    minute, else by date'. Either way F lies on the day after modtaget.
    """

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for u, day in received(register, since):
            done, in_time = assessed(u, day)
            yield Deadline(
                u["underretning_id"],
                u.get("sag_id"),
                day,
                add_days(day, 1),
                done,
                in_time,
                notification=u,
                gruppe=group(register, u, day),
            )

    return units


def assessed(u: Record, day: date) -> tuple[date | None, bool]:
    """The day of the 24-hour assessment, None where it lies before the notification; and whether in time."""
    came, seen = u["modtaget_tidspunkt"], u.get("vurderet_24t_tidspunkt")
    if seen is None:
        return None, False
    if u.get("modtaget_tidspunkt_har_klokkeslaet") and u.get("vurderet_24t_tidspunkt_har_klokkeslaet"):
        too_early, in_time = seen < came, seen <= came + timedelta(hours=24)
    else:
        too_early, in_time = seen.date() < day, seen.date() <= add_days(day, 1)
    return (None, False) if too_early else (seen.date(), in_time)


def reasoned(column: str, days: int) -> Units:
    """5.5 and 5.6: the bool, at the day of the deadline it belongs to."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for u, day in received(register, SINCE):
            yield unless_closed(register, u, day, add_days(day, days), yes_no(u.get(column)))

    return units


def at_own_day(column: str, judge: Callable[[Record, int], Verdict]) -> Units:
    """5.7 and 5.8: 'fagperson, at' the day in the column, 'when not before' the day of modtaget."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for u, modtaget in from_professionals(register, SINCE):
            day = u.get(column)
            if day is not None and day >= modtaget:
                yield notified(register, u, modtaget, day, judge(u, (day - modtaget).days))

    return units


def _involved(u: Record, days: int) -> Verdict:
    """5.7: 'underretter_inddraget'."""
    return yes_no(u.get("underretter_inddraget"))


def _days(u: Record, days: int) -> Verdict:
    """5.8: 'vaerdi = days from modtaget to that day'."""
    return measured(days)


ENTRIES: dict[str, Entry] = {
    "5.1": Entry(i_5_1, "frist", grupper=True),
    "5.2": Entry(i_5_2, "frist", grupper=True),
    "5.3": Entry(answered(SINCE), "haendelse", grupper=True),
    "5.4": Entry(within_24_hours(SINCE), "frist", grupper=True),
    "5.5": Entry(reasoned("vurdering_24t_begrundet", 1), "haendelse", grupper=True),
    "5.6": Entry(reasoned("samtale_begrundelse", 28), "haendelse", grupper=True),
    "5.7": Entry(at_own_day("partshoering_dato", _involved), "haendelse", grupper=True),
    "5.8": Entry(at_own_day("tilbagemelding_dato", _days), "haendelse", "median", grupper=True),
    **reviewed("5.9", "5.10"),
}
