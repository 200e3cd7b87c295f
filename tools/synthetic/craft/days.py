"""The years of a history, and arithmetic of days as whole numbers since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import NEVER, Bools, Ints


def day(when: date) -> int:
    """Days since 1 January 1970."""
    return when.toordinal() - date(1970, 1, 1).toordinal()


BARNETS_LOV = day(date(2024, 1, 1))
"""From here on measures, talks and plans carry the words and paragraphs of today's law."""


@dataclass(frozen=True)
class Era:
    """The four years one history runs, from the first day of `first_year`.

    A history is always drawn in full, so a delivery never changes an earlier one's past.
    """

    first_year: int

    @property
    def years(self) -> range:
        """The years of the history."""
        return range(self.first_year, self.first_year + 4)

    @property
    def begin(self) -> int:
        """The first day; what the register held before it is the stock the history begins with."""
        return day(date(self.first_year, 1, 1))

    @property
    def end(self) -> int:
        """The last day."""
        return day(date(self.years[-1], 12, 31))

    @property
    def months(self) -> Ints:
        """Every month, numbered since January 1970."""
        first = (self.first_year - 1970) * 12
        return np.arange(first, first + len(self.years) * 12, dtype=np.int64)


def plus_months(days: Ints, count: int) -> Ints:
    """Days plus calendar months, clamped to the month's last day; NEVER stays NEVER."""
    known = np.where(days < NEVER, days, 0).astype("datetime64[D]")
    month = known.astype("datetime64[M]")
    in_month = (known - month.astype("datetime64[D]")).astype(np.int64)
    first = (month + count).astype("datetime64[D]").astype(np.int64)
    length = (month + count + 1).astype("datetime64[D]").astype(np.int64) - first
    return np.where(days < NEVER, first + np.minimum(in_month, length - 1), NEVER)


def month_number(days: Ints) -> Ints:
    """Months since January 1970."""
    return np.asarray(days, dtype="datetime64[D]").astype("datetime64[M]").astype(np.int64)


def first_of_month(months: Ints) -> Ints:
    """The first day of months numbered since January 1970."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def _weekend(days: Ints) -> Bools:
    """Saturdays and Sundays; 1 January 1970 was a Thursday."""
    return np.asarray((days < NEVER) & ((days + 3) % 7 > 4))


def weekday_before(days: Ints) -> Ints:
    """Days on a weekend moved two days back, to Thursday and Friday."""
    return days - 2 * _weekend(days)


def weekday_after(days: Ints) -> Ints:
    """Days on a weekend moved two days on, to Monday and Tuesday."""
    return days + 2 * _weekend(days)
