"""The shared words of the other plans: seen, network mapped, steps, bases of caseworkers, and '(f)'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.cadence import Base, days_later
from tests.oracle.caseload import is_caseworker
from tests.oracle.days import by
from tests.oracle.periods import Month
from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register, folded
from tests.oracle.rows import Judged
from tests.oracle.units import Deadline, Line, Unit, Units

SEEN = ("moede", "telefon", "besoeg")
"""'"Seen" = follow-ups form moede, telefon or besoeg. They count per day.'"""

MAPPED = ("genogram", "netvaerkskort", "netvaerkscirkel")
"""'Network mapped: aktivitet undertype genogram, netvaerkskort or netvaerkscirkel of the case.'"""


def days_seen(register: Register, sag_id: str) -> list[date]:
    """The days the case was seen, 'all its opfoelgninger seen, whatever measure', in order."""
    return sorted({o["dato"] for o in register.of_sag("opfoelgninger", sag_id) if o["form"] in SEEN})


def activity_days(register: Register, sag_id: str, *undertyper: str) -> list[date]:
    """The days on which the case has an aktivitet of these undertyper, each once, in order."""
    return sorted(
        {
            a["dato"]
            for a in register.of_sag("aktiviteter", sag_id)
            if folded(a.get("undertype")) in undertyper
        }
    )


def mapped_by(register: Register, sag_id: str, day: date, undertyper: tuple[str, ...] = MAPPED) -> bool:
    """Whether the case's network was mapped by the day."""
    return any(d <= day for d in activity_days(register, sag_id, *undertyper))


def step(register: Register, sag_id: str, day: date) -> int | None:
    """'the highest indsatstrin of the case's measures active that day (stock rule); none known: unknown'."""
    steps = [i.get("indsatstrin") for i in register.active_of(sag_id, day)]
    return max((int(s) for s in steps if s is not None), default=None)


def caseworker_bases(days: int, *undertyper: str) -> Units:
    """A chain per caseworker, of aktiviteter 'with that raadgiver_id'.

    'Bases of cadences over caseworkers run from the later of ansat_fra and the plan's first day to
    ansat_til; rolle leder and andet are left out.'
    """

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for raadgiver_id, r in register.raadgivere.items():
            if is_caseworker(register, raadgiver_id):
                yield Base(
                    raadgiver_id,
                    None,
                    max(r.get("ansat_fra") or plan.first_day, plan.first_day),
                    r.get("ansat_til"),
                    days_later(days),
                    days_later(days),
                    tuple(_done_by(register, raadgiver_id, undertyper)),
                    holder=register.desk(raadgiver_id),
                )

    return units


def _done_by(register: Register, raadgiver_id: str, undertyper: tuple[str, ...]) -> Iterator[date]:
    for a in register.all("aktiviteter"):
        if a.get("raadgiver_id") == raadgiver_id and folded(a.get("undertype")) in undertyper:
            yield a["dato"]


@dataclass(frozen=True)
class WhileInForce(Deadline):
    """'(f)' beside a deadline of a measure.

    'the unit exists only when the measure is in force on F (begin <= F, no end or a later one, as a
    cadence's base; while F is to come: on opgjort_pr); no general undtaget; it leaves the fristliste when
    the measure ends.'
    """

    begin: date = date.max
    end: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether the measure runs on the day."""
        return self.begin <= day and (self.end is None or self.end > day)

    def undtaget(self, register: Register, opgjort: date) -> bool:
        """'no general undtaget'."""
        return False

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """Only while the measure is in force."""
        if self.in_force(min(self.frist, month.opgjort_pr)):
            yield from super().in_month(register, month)

    def listed(self, register: Register, day: date) -> Iterator[Line]:
        """Only as long as the measure has not ended."""
        if self.in_force(min(self.frist, day)) and self.in_force(day):
            yield from super().listed(register, day)


def while_in_force(
    register: Register, enhed_id: str, i: Record, start: date, frist: date, done: date | None
) -> WhileInForce:
    """A deadline of a measure whose deed is a day."""
    begin, end = register.begin(i) or date.max, register.end_of(i)
    return WhileInForce(enhed_id, i["sag_id"], start, frist, done, by(done, frist), begin=begin, end=end)


def first_after(days: list[date], day: date) -> date | None:
    """The first of the days after a day."""
    return min((d for d in days if d > day), default=None)


def first_from(days: list[date], day: date) -> date | None:
    """The first of the days that is not before a day."""
    return min((d for d in days if d >= day), default=None)
