"""Days, months and ages as the contract's section 2 counts them, worked out a second time.

Nothing here is borrowed from the pipeline: a fault in its calendar must not be able to hide in both.
"""

from __future__ import annotations

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def last_day(year: int, month: int) -> date:
    """Last day of a month: the day before the first of the next."""
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return following - ONE_DAY


def add_months(day: date, count: int) -> date:
    """'months clamp to the month's last day'; `count` may be negative."""
    year, month = day.year, day.month
    for _ in range(abs(count)):
        month += 1 if count > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    return min(date(year, month, 1) + (day.day - 1) * ONE_DAY, last_day(year, month))


def add_days(day: date, count: int) -> date:
    """Calendar days: 'day deadlines run to the end of the day'."""
    return day + count * ONE_DAY


def is_years_old(born: date | None, years: int, day: date) -> bool:
    """'A child is n years when foedselsdato + n years (clamped) <= the day'; no birth date: not."""
    return born is not None and add_months(born, 12 * years) <= day


def by(day: date | None, limit: date) -> bool:
    """Whether something is dated, and not after the limit."""
    return day is not None and day <= limit


def before(day: date | None, limit: date) -> bool:
    """Whether something is dated, and before the limit."""
    return day is not None and day < limit


def month_name(day: date) -> str:
    """The month that holds the day: `2021-04`."""
    return f"{day.year:04}-{day.month:02}"


def month_start(name: str) -> date:
    """The first day of the month named `2021-04`."""
    return date(int(name[:4]), int(name[5:]), 1)
