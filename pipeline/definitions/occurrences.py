"""When something that a plan promises again and again is due: each month, quarter, half-year or year.

A span is named as the results name periods (2021-04, 2021-K2, 2021), and a half-year 2021-H1; no
figure is computed for half-years, so the module for periods does not know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from pipeline.base.periods import add_months, end_of_month

Interval: TypeAlias = Literal["maaned", "kvartal", "halvaar", "aar"]

MONTHS: dict[Interval, int] = {"maaned": 1, "kvartal": 3, "halvaar": 6, "aar": 12}
"""How many months each interval lasts."""

_FORM = re.compile(r"([12]\d{3})(?:-(?:(0[1-9]|1[0-2])|K([1-4])|H([12])))?", re.ASCII)


class Span(NamedTuple):
    """One month, quarter, half-year or year; both days included."""

    name: str
    first: date
    last: date


class Occurrence(NamedTuple):
    """One time that a recurring activity is due.

    `milepael_id` is what `milepaelsstatus` calls it, `<aktivitet>@<periode>`; `frist` is the last day
    of the period.
    """

    milepael_id: str
    periode: str
    frist: date


def read_span(name: str) -> Span:
    """Parse 2021-04, 2021-K2, 2021-H1 or 2021.

    Raises:
        ValueError: the name is none of these.
    """
    if not (found := _FORM.fullmatch(name)):
        raise ValueError(name)
    year, month, quarter, half = (int(part) if part else 0 for part in found.groups())
    if month:
        return _span("maaned", date(year, month, 1))
    if quarter:
        return _span("kvartal", date(year, quarter * 3 - 2, 1))
    if half:
        return _span("halvaar", date(year, half * 6 - 5, 1))
    return _span("aar", date(year, 1, 1))


def spans(interval: Interval, first: date, last: date) -> Iterator[Span]:
    """Every month (quarter, half-year, year) from the one that holds `first` to the one that holds `last`."""
    length = MONTHS[interval]
    day = date(first.year, (first.month - 1) // length * length + 1, 1)
    while day <= last:
        yield _span(interval, day)
        day = add_months(day, length)


def _span(interval: Interval, first: date) -> Span:
    return Span(_name(interval, first), first, end_of_month(add_months(first, MONTHS[interval] - 1)))


def _name(interval: Interval, first: date) -> str:
    if interval == "aar":
        return f"{first.year}"
    if interval == "maaned":
        return f"{first:%Y-%m}"
    letter = "K" if interval == "kvartal" else "H"
    return f"{first.year}-{letter}{(first.month - 1) // MONTHS[interval] + 1}"
