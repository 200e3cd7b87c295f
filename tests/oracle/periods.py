"""The periods of a plan, as the contract's section 2 lists them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle.days import ONE_DAY, add_months, last_day, month_name, month_start


@dataclass(frozen=True)
class Month:
    """One month; `opgjort_pr` = 'the period's last day, or the delivery's date if earlier'."""

    name: str
    first: date
    last: date
    opgjort_pr: date

    def contains(self, day: date) -> bool:
        """Whether the month contains the day, by its own first and last day."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Period:
    """One period of a plan; `months` are those whose judged units it holds, the last also its open ones.

    'any other period's units are its months' judged rows and its last computed month's afventer and
    stock rows'.
    """

    periodetype: str
    name: str
    first: date
    last: date
    opgjort_pr: date
    months: tuple[str, ...]

    @property
    def foreloebig(self) -> bool:
        """'or the delivery's date if earlier (the period is then `foreloebig`)'."""
        return self.opgjort_pr < self.last

    @property
    def days(self) -> int:
        """'days of the period up to opgjort_pr'."""
        return (self.opgjort_pr - self.first).days + 1


LENGTHS = {"kvartal": 3, "tertial": 4, "aar": 12}


def _span(periodetype: str, first: date) -> tuple[str, date]:
    """The name and last day of the period of this type that begins on the day."""
    end = add_months(first, LENGTHS[periodetype] - 1)
    number = (first.month - 1) // LENGTHS[periodetype] + 1
    suffix = {"kvartal": f"-K{number}", "tertial": f"-T{number}", "aar": ""}[periodetype]
    return f"{first.year:04}{suffix}", last_day(end.year, end.month)


def limits(name: str) -> tuple[date, date]:
    """First and last day of `2021-04`, `2021-K2`, `2021-T1` or `2021`."""
    year, _, part = name.partition("-")
    for letter, periodetype in (("K", "kvartal"), ("T", "tertial")):
        if part.startswith(letter):
            first = date(int(year), LENGTHS[periodetype] * (int(part[1:]) - 1) + 1, 1)
            return first, _span(periodetype, first)[1]
    if not part:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    return month_start(name), last_day(int(year), int(part))


def reported_day(reported: str, delivery_date: date) -> date:
    """The reported period's opgjort_pr, on which the deadline list is drawn."""
    return min(limits(reported)[1], delivery_date)


def months(first_month: str, reported: str, delivery_date: date) -> list[Month]:
    """The months of a plan, those of 'the eleven months before foerste_periode' first.

    'A period whose first day is after the delivery's date is not computed'; 'whose last day is not
    after the reported period's last day'.
    """
    first, limit = limits(reported)
    if first > delivery_date:
        raise ValueError("the reported period begins after the delivery")
    found = []
    day = add_months(month_start(first_month), -11)
    while day <= delivery_date and last_day(day.year, day.month) <= limit:
        end = last_day(day.year, day.month)
        found.append(Month(month_name(day), day, end, min(end, delivery_date)))
        day = end + ONE_DAY
    return found


def periods(first_month: str, reported: str, delivery_date: date) -> list[Period]:
    """Every period of a plan: months, quarters, four-month periods, years and rolling years.

    'every period whose first day is not before the plan's foerste_periode'; 'rolling ones are named
    from that month on and reach further back'.
    """
    limit = limits(reported)[1]
    found: list[Period] = []

    def take(periodetype: str, name: str, first: date, last: date) -> None:
        if last <= limit:
            held = tuple(m.name for m in alle if first <= m.first <= last)
            found.append(Period(periodetype, name, first, last, min(last, delivery_date), held))

    alle = months(first_month, reported, delivery_date)
    day = month_start(first_month)
    while day <= delivery_date and day <= limit:
        end = last_day(day.year, day.month)
        take("maaned", month_name(day), day, end)
        take("rullende12", month_name(day), add_months(day, -11), end)
        for periodetype, length in LENGTHS.items():
            if day.month % length == 1:
                name, last = _span(periodetype, day)
                take(periodetype, name, day, last)
        day = end + ONE_DAY
    return found
