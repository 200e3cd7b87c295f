"""What the four kinds say of one unit in one month: 'Deadline', 'Event', 'Stock' (cadence.py: 'Cadence').

A unit answers two questions: `in_month`, its rows in a month, and `listed`, its line on the fristliste.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from tests.oracle.days import by
from tests.oracle.periods import Month
from tests.oracle.plan import Plan
from tests.oracle.register import Holder, Record, Register
from tests.oracle.rows import AFVENTER, FOR_SENT, IKKE_OPFYLDT, MANGLER, OPFYLDT, UNDTAGET, Judged, Verdict


@dataclass(frozen=True)
class Line:
    """One line of the fristliste before its plan is known."""

    enhed_id: str
    sag_id: str | None
    holder: Holder
    startdato: date
    frist_dato: date


class Unit(Protocol):
    """What every kind of unit can say of itself."""

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """Its rows in the month."""

    def listed(self, register: Register, day: date) -> Iterator[Line]:
        """Its line on the fristliste of the day, while it is open."""


Units = Callable[[Register, Plan], Iterator[Unit]]


def known(verdict: Verdict) -> Callable[[date], Verdict]:
    """A judgement that nothing after the event can change."""
    return lambda opgjort: verdict


@dataclass(frozen=True)
class Event:
    """'a unit belongs to the period that contains its date, if that is not after opgjort_pr'.

    `judge` is the judgement as known on opgjort_pr. Who answers is `holder`, else whoever has the case.
    """

    enhed_id: str
    sag_id: str | None
    day: date
    judge: Callable[[date], Verdict]
    gruppe: str | None = None
    notification: Record | None = None
    holder: Holder | None = None

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """One row in the month of its date."""
        if month.contains(self.day) and self.day <= month.opgjort_pr:
            yield Judged(
                self.enhed_id,
                self.sag_id,
                self.holder or register.holder(self.sag_id, self.day, self.notification),
                self.judge(month.opgjort_pr),
                self.day,
                haendelsesdato=self.day,
                gruppe=self.gruppe,
            )

    def listed(self, register: Register, day: date) -> Iterator[Line]:
        """An event has no deadline."""
        yield from ()


@dataclass(frozen=True)
class Stock:
    """'units active at opgjort_pr': `on` yields those of a day, all of them `at_end`."""

    on: Callable[[date], Iterator[Judged]]

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """The units of the month's opgjort_pr."""
        yield from self.on(month.opgjort_pr)

    def listed(self, register: Register, day: date) -> Iterator[Line]:
        """A stock has no deadline; 7.12's are listed with 7.7."""
        yield from ()


def stock_row(
    register: Register, sag_id: str, day: date, verdict: Verdict, gruppe: str | None = None
) -> Judged:
    """A case counted on a day, 'opgjort_pr for stock' being its reference date."""
    return Judged(sag_id, sag_id, register.holder(sag_id, day), verdict, day, gruppe=gruppe, at_end=True)


def case_stock(judge: Callable[[Register, str, date], Verdict | None]) -> Units:
    """Every case on a day; those judged None are not in the population."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        def on(day: date) -> Iterator[Judged]:
            for sag_id in register.sager:
                verdict = judge(register, sag_id, day)
                if verdict is not None:
                    yield stock_row(register, sag_id, day, verdict)

        yield Stock(on)

    return units


@dataclass(frozen=True)
class Deadline:
    """One unit with a start and a deadline F, by the bullet 'Deadline (frist)'.

    `done` is the day of the deed, None when there is none or it is 'dated before the unit's start';
    `in_time` is whether that deed stands on or before F (5.4: by the clock). `fell` are the days it fell
    away of its own: its row's bortfaldet_dato, a BFU's end as afbrudt. `excused` units are undtaget unless
    done in time ('and not afventer before').
    """

    enhed_id: str
    sag_id: str | None
    start: date
    frist: date
    done: date | None = None
    in_time: bool = False
    fell: tuple[date, ...] = ()
    notification: Record | None = None
    gruppe: str | None = None
    excused: bool = False

    def done_by(self, opgjort: date) -> bool:
        """Whether the deed is done and dated by opgjort_pr, in time or late."""
        return by(self.done, opgjort)

    def kept(self, opgjort: date) -> bool:
        """Whether the deed is done by F, as known at opgjort_pr."""
        return self.done_by(opgjort) and self.in_time

    def undtaget(self, register: Register, opgjort: date) -> bool:
        """The general undtaget.

        'not done by F, but after the unit's start (or that day) and by min(F, opgjort_pr) the case closed
        with lukket_aarsag fraflyttet, fyldt_18 or doed, or the BFU ended afbrudt, or the indsats or
        henvisning fell away'.
        """
        if self.kept(opgjort):
            return False
        end = min(self.frist, opgjort)
        fallen = any(self.start <= day <= end for day in self.fell)
        return self.excused or fallen or register.excused(self.sag_id, self.start, end)

    def at_deadline(self, register: Register, opgjort: date) -> Verdict:
        """'done on or before F: opfyldt; else ikke_opfyldt', but for the general undtaget."""
        if self.kept(opgjort):
            return Verdict(OPFYLDT)
        if self.undtaget(register, opgjort):
            return Verdict(UNDTAGET)
        return Verdict(IKKE_OPFYLDT, self.aarsag(opgjort))

    def aarsag(self, opgjort: date) -> str:
        """'for_sent (the deed is dated by opgjort_pr but after F), mangler (the deed is not documented)'."""
        return FOR_SENT if self.done_by(opgjort) else MANGLER

    def waits(self, register: Register, opgjort: date) -> bool:
        """'Not done by opgjort_pr and F after opgjort_pr: afventer'; undtaget: 'and not afventer before'."""
        return not self.done_by(opgjort) and not self.undtaget(register, opgjort)

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """The judgement in F's month, or afventer in each month that ends while it is open.

        'A unit whose start is not after opgjort_pr is judged in the period that contains its deadline F,
        once F <= opgjort_pr'; afventer 'in every period whose opgjort_pr falls while it is open'.
        """
        opgjort = month.opgjort_pr
        if self.start > opgjort:
            return
        if self.frist <= opgjort and month.contains(self.frist):
            yield self._row(register, opgjort, self.at_deadline(register, opgjort), at_end=False)
        if self.frist > opgjort and self.waits(register, opgjort):
            yield self._row(register, opgjort, Verdict(AFVENTER), at_end=True)

    def _row(self, register: Register, opgjort: date, verdict: Verdict, *, at_end: bool) -> Judged:
        reference = self.reference(opgjort)
        return Judged(
            self.enhed_id,
            self.sag_id,
            register.holder(self.sag_id, reference, self.notification),
            verdict,
            reference,
            self.start,
            self.frist,
            self.done if self.done_by(opgjort) else None,
            self.gruppe,
            at_end,
        )

    def reference(self, opgjort: date) -> date:
        """'for a deadline the day it was done when done by F, else F', 'not after opgjort_pr'."""
        if self.kept(opgjort):
            assert self.done is not None
            return self.done
        return min(self.frist, opgjort)

    def is_open(self, register: Register, opgjort: date) -> bool:
        """'open: by opgjort_pr neither done, undtaget, fallen away nor ended afbrudt'."""
        return (
            not self.done_by(opgjort)
            and not self.undtaget(register, opgjort)
            and not any(day <= opgjort for day in self.fell)
        )

    def listed(self, register: Register, day: date) -> Iterator[Line]:
        """'all that is open'; 'cases closed by opgjort_pr ... are left out'."""
        if self.start <= day and self.is_open(register, day) and not register.closed_by(self.sag_id, day):
            holder = register.holder(self.sag_id, day, self.notification)
            yield Line(self.enhed_id, self.sag_id, holder, self.start, self.frist)


def deadline(
    enhed_id: str, row: Record, start: date, frist: date, done: date | None, **more: Any
) -> Deadline:
    """A deadline unit whose deed is a day: in time when on or before F, not done when before the start."""
    if done is not None and done < start:
        done = None
    return Deadline(enhed_id, row.get("sag_id"), start, frist, done, by(done, frist), **more)


def fallen(row: Record) -> tuple[date, ...]:
    """'fell away (its own row's bortfaldet_dato)'."""
    day = row.get("bortfaldet_dato")
    return () if day is None else (day,)
