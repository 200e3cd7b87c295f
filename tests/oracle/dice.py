"""Seeded choices for the generator: dates that crowd around the edges of the rules."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from tests.oracle.days import ONE_DAY, add_days, add_months, last_day

T = TypeVar("T")

HISTORY = 20
"""Months of history before the delivery's."""

SPECIAL = (date(2020, 2, 29), date(2020, 10, 1), date(2024, 2, 29))
"""Leap days, and the first day an underretning counts in Slagelse: anchors where the history holds them."""


class Dice:
    """A seeded source of choices; `days` is the pool of interesting days of the case at hand."""

    def __init__(self, seed: int, delivery_date: date) -> None:
        # A test generator, not a secret: the same seed must give the same data everywhere.
        self._random = random.Random(seed)  # noqa: S311
        self.delivery_date = delivery_date
        self.first = add_months(delivery_date.replace(day=1), -HISTORY)
        ends = [add_months(self.first, n) - ONE_DAY for n in range(1, HISTORY + 1)]
        special = [day for day in SPECIAL if day > self.first]
        self._anchors = [*ends, *special, *[delivery_date] * 3, delivery_date.replace(day=1)]
        self.days: list[date] = []

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self._random.random() < probability

    def one_of(self, choices: Sequence[T]) -> T:
        """One of the possibilities."""
        return self._random.choice(choices)

    def number(self, least: int, most: int) -> int:
        """A whole number in [least, most]."""
        return self._random.randint(least, most)

    def yes_no_empty(self) -> bool | None:
        """A bool as registers have them: yes, no or not filled."""
        return self.one_of((True, True, False, None))

    def new_case(self) -> None:
        """Forget the days of the case before, and give this one a few of its own."""
        self.days = []
        self.days = [self.day() for _ in range(2)]

    def day(self) -> date:
        """A day: near one the case already has, near an anchor, or anywhere in the history."""
        kind = self._random.random()
        if self.days and kind < 0.5:
            return self.remember(self.near(self.one_of(self.days)))
        if kind < 0.85:
            return self.remember(self.near(self.one_of(self._anchors)))
        span = (self.delivery_date - self.first).days
        return self.remember(add_days(self.first, self.number(0, span + 30)))

    def counting_day(self) -> date:
        """A day on which something is counted: a month's last, or the delivery's."""
        day = self.delivery_date if self.chance(0.4) else self.one_of(self._anchors)
        return min(last_day(day.year, day.month), self.delivery_date)

    def near(self, day: date) -> date:
        """The day itself, the one before or after, some days or some months away."""
        if self.chance(0.7):
            return add_days(day, self.one_of((-1, 0, 0, 0, 1)))
        if self.chance(0.5):
            return add_days(day, self.one_of((-28, -15, -14, 14, 28, 29, 56)))
        return add_months(day, self.one_of((-12, -6, -4, -3, 1, 3, 4, 6)))

    def remember(self, day: date) -> date:
        """Let later events of the case gather round this day."""
        self.days.append(day)
        return day

    def maybe_day(self, probability: float = 0.6) -> date | None:
        """A day, or none."""
        return self.day() if self.chance(probability) else None

    def around(self, start: date, frist: date, least: date | None = None) -> date | None:
        """When a deed was done: not, before its start, on it, early, on the deadline, the day after, late."""
        self.remember(frist)
        middle = start + (frist - start) // 2
        choice = self.one_of(
            (None, start - ONE_DAY, start, middle, frist - ONE_DAY, frist, frist, frist + ONE_DAY, None)
        )
        if choice is None and self.chance(0.3):
            choice = add_days(frist, self.number(2, 60))
        if choice is not None and least is not None and choice < least:
            choice = least
        return choice if choice is None else self.remember(choice)

    def not_before(self, start: date | None, probability: float = 0.5) -> date | None:
        """An end that is not before its start, or none."""
        if not self.chance(probability):
            return None
        day = self.day()
        return day if start is None else max(day, start)

    def moment(self, day: date) -> tuple[datetime, bool]:
        """A timestamp on the day and whether its clock is known; midnight may well be a known clock."""
        if self.chance(0.3):
            return datetime(day.year, day.month, day.day), False  # noqa: DTZ001 - the register's local time
        clock = self.one_of(((0, 0), (8, 15), (12, 0), (23, 59), (self.number(0, 23), self.number(0, 59))))
        return datetime(day.year, day.month, day.day, *clock), True  # noqa: DTZ001

    def assessed(self, received: datetime) -> tuple[datetime | None, bool]:
        """When a notification was assessed: around exactly 24 hours later, by the clock or by date alone."""
        step = self.one_of(
            (
                timedelta(hours=24),
                timedelta(hours=24),
                timedelta(hours=24, seconds=1),
                timedelta(hours=23, minutes=59),
                timedelta(hours=24, minutes=1),
                timedelta(minutes=-1),
                timedelta(0),
                timedelta(hours=3),
                timedelta(hours=36),
                timedelta(days=2),
                timedelta(days=-1),
                None,
            )
        )
        if step is None:
            return None, False
        then = received + step
        self.remember(then.date())
        if self.chance(0.3):
            return datetime(then.year, then.month, then.day), False  # noqa: DTZ001
        return then, True
