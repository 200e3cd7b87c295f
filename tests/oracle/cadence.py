"""Cadence: 'a chain of deadlines per base', with the words of the contract's section 2."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.days import add_days, add_months
from tests.oracle.periods import Month
from tests.oracle.register import Holder, Register
from tests.oracle.rows import AFVENTER, FOR_SENT, IKKE_OPFYLDT, MANGLER, OPFYLDT, Judged, Verdict
from tests.oracle.units import Line

Interval = Callable[[date], date]
"""From a day to the day an interval later, in days or calendar months."""


def months_later(count: int) -> Interval:
    """An interval of calendar months."""
    return lambda day: add_months(day, count)


def days_later(count: int) -> Interval:
    """An interval of days."""
    return lambda day: add_days(day, count)


@dataclass(frozen=True)
class Link:
    """Link k of a chain: its anchor a(k-1), its deadline Fk, and the first follow-up after the anchor."""

    number: int
    anchor: date
    frist: date
    first: date | None

    @property
    def met(self) -> bool:
        """'Link k: are there follow-ups in (a(k-1), Fk]? Then opfyldt'."""
        return self.first is not None and self.first <= self.frist


@dataclass(frozen=True)
class Base:
    """'The file states the base with its first and last day, i1, i2, the days of its follow-ups'.

    `end` is 'the earliest of the base's own end, bortfaldet_dato and the case's lukket_dato'; `which` is
    `foerste`, `senere` or `alle`; `holder` answers for a caseworker's base, which has no case; `in_scope`
    is what a population asks of a day beside the base being in force.
    """

    base_id: str
    sag_id: str | None
    first: date
    end: date | None
    i1: Interval
    i2: Interval
    followups: tuple[date, ...]
    which: str = "alle"
    gruppe: str | None = None
    holder: Holder | None = None
    in_scope: Callable[[date], bool] = lambda day: True

    def in_force(self, day: date) -> bool:
        """'no end, or an end after Fk'."""
        return self.first <= day and (self.end is None or self.end > day)

    def counts(self, number: int) -> bool:
        """'which links count (`foerste`, `senere`, `alle`)'."""
        return self.which == "alle" or (self.which == "foerste") == (number == 1)

    def links(self, opgjort: date) -> Iterator[Link]:
        """The chain 'built from the follow-ups dated by its opgjort_pr', as far as its last open link.

        A link kept before its day is kept, and the next waits already, though it is judged only on its day.
        """
        done = sorted(d for d in set(self.followups) if d <= opgjort)
        anchor, frist, number = self.first, self.i1(self.first), 1
        while self.first <= opgjort:
            later = [d for d in done if d > anchor]
            link = Link(number, anchor, frist, later[0] if later else None)
            if frist <= opgjort and not self.in_force(frist):  # 'one that does not ends the chain'
                return
            yield link
            following = [d for d in later if d <= frist][-1:] if link.met else later[:1]
            if not following:  # 'none: the chain ends there'
                return
            anchor = following[0]
            frist, number = self.i2(anchor), number + 1

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """The links that fall due in the month, and the open one at its opgjort_pr."""
        opgjort = month.opgjort_pr
        for link in self.links(opgjort):
            if not self.counts(link.number):
                continue
            if link.frist <= opgjort and month.contains(link.frist) and self.in_scope(link.frist):
                reference = link.first if link.met and link.first is not None else link.frist
                yield self._row(register, link, _verdict(link), reference, at_end=False)
            open_now = link.frist > opgjort and link.first is None and self.in_force(opgjort)
            if open_now and self.in_scope(opgjort):
                yield self._row(register, link, Verdict(AFVENTER), opgjort, at_end=True)

    def _row(
        self, register: Register, link: Link, verdict: Verdict, reference: date, *, at_end: bool
    ) -> Judged:
        """'enhed_id `<base>@<a(k-1)>` (ISO date); startdato a(k-1); frist_dato Fk'."""
        return Judged(
            f"{self.base_id}@{link.anchor.isoformat()}",
            self.sag_id,
            self.holder or register.holder(self.sag_id, reference),
            verdict,
            reference,
            link.anchor,
            link.frist,
            None if at_end else link.first,
            self.gruppe,
            at_end,
        )

    def next_due(self, day: date) -> tuple[date | None, date]:
        """The last follow-up in (base start, day] and the due.

        'the last follow-up in (base start, opgjort_pr] + i2, none yet: base start + i1'.
        """
        last = max((d for d in self.followups if self.first < d <= day), default=None)
        return last, self.i1(self.first) if last is None else self.i2(last)

    def listed(self, register: Register, day: date) -> Iterator[Line]:
        """'once per base in force that day, enhed_id the base, startdato that follow-up or the base start'.

        '`foerste` lists bases without a follow-up, `senere` those with one'.
        """
        last, due = self.next_due(day)
        if self.in_force(day) and self.counts(1 if last is None else 2) and self.in_scope(day):
            holder = self.holder or register.holder(self.sag_id, day)
            yield Line(self.base_id, self.sag_id, holder, last or self.first, due)


def _verdict(link: Link) -> Verdict:
    """'aarsag for_sent when that day is after Fk, else mangler'."""
    if link.met:
        return Verdict(OPFYLDT)
    return Verdict(IKKE_OPFYLDT, MANGLER if link.first is None else FOR_SENT)
