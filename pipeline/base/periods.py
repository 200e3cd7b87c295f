"""The only module that does calendar arithmetic on periods.

Periodetyper (contract, section 2): `maaned` (2021-04), `kvartal` (2021-K2), `tertial` (2021-T1, four
months), `aar` (2021) and `rullende12` (the twelve months ending with the month it is named by).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pipeline.base.errors import UsageFault


@dataclass(frozen=True)
class Periode:
    """One period; `first` and `last` are its first and last day, both included."""

    periodetype: str
    periode: str
    first: date
    last: date

    def opgjort_pr(self, udtraeksdato: date) -> date:
        """The last day that counts: the period's last, or the delivery's date if earlier."""
        return min(self.last, udtraeksdato)

    def preliminary(self, udtraeksdato: date) -> bool:
        """Whether the delivery was drawn before the period ended."""
        return udtraeksdato < self.last


_WEEK = re.compile(r"\d{4}-U(0[1-9]|[1-4]\d|5[0-3])")


def week_name(day: date) -> str:
    """The ISO week that holds a day, as `2021-U52`: no period of figures, but mails are sent about one."""
    year, week, _ = day.isocalendar()
    return f"{year}-U{week:02}"


def is_week(name: str) -> bool:
    """Whether a name is a week's."""
    return _WEEK.fullmatch(name) is not None


def mail_periode(text: str) -> str:
    """What mails can be about: a period, or a week, by its name.

    Raises:
        UsageFault: the text is neither.
    """
    name = text.strip().upper()
    return name if is_week(name) else read_periode(text).periode


def today() -> date:
    """The day it is here; what is dated after it has not been drawn yet."""
    return datetime.now().astimezone().date()


def end_of_month(day: date) -> date:
    """Last day of the month that holds `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day: date, count: int) -> date:
    """`day` plus calendar months, clamped to the month's last day."""
    year, maaned = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, maaned + 1, min(day.day, calendar.monthrange(year, maaned + 1)[1]))


def maaned(first: date) -> Periode:
    """The month that begins on `first`."""
    return Periode("maaned", f"{first:%Y-%m}", first, end_of_month(first))


def kvartal(first: date) -> Periode:
    """The quarter that begins on `first`."""
    return _part_of_year("kvartal", "K", 3, first)


def tertial(first: date) -> Periode:
    """The four months that begin on `first`."""
    return _part_of_year("tertial", "T", 4, first)


def _part_of_year(periodetype: str, letter: str, months: int, first: date) -> Periode:
    name = f"{first.year:04}-{letter}{(first.month - 1) // months + 1}"
    return Periode(periodetype, name, first, end_of_month(add_months(first, months - 1)))


def year(first: date) -> Periode:
    """The calendar year that begins on `first`."""
    return Periode("aar", f"{first.year:04}", first, date(first.year, 12, 31))


def rolling12(first: date) -> Periode:
    """The twelve months that end with the month beginning on `first`."""
    return Periode("rullende12", f"{first:%Y-%m}", add_months(first, -11), end_of_month(first))


def read_periode(text: str) -> Periode:
    """Parse `2021-04`, `2021-K2`, `2021-T1` or `2021`.

    Raises:
        UsageFault: the text is none of them.
    """
    if m := re.fullmatch(r"((?!0000)\d{4})-(0[1-9]|1[0-2])", text, re.ASCII):
        return maaned(date(int(m[1]), int(m[2]), 1))
    if k := re.fullmatch(r"((?!0000)\d{4})-[Kk]([1-4])", text, re.ASCII):
        return kvartal(date(int(k[1]), int(k[2]) * 3 - 2, 1))
    if t := re.fullmatch(r"((?!0000)\d{4})-[Tt]([1-3])", text, re.ASCII):
        return tertial(date(int(t[1]), int(t[2]) * 4 - 3, 1))
    if a := re.fullmatch(r"(?!0000)\d{4}", text, re.ASCII):
        return year(date(int(a[0]), 1, 1))
    raise UsageFault(
        f"Perioden {text!r} kendes ikke: skriv en måned som 2021-04, et kvartal som 2021-K2, et tertial som "
        "2021-T1 eller et år som 2021."
    )


def latest_whole_month(udtraeksdato: date) -> Periode:
    """The last month that had ended by the delivery's date."""
    first = udtraeksdato.replace(day=1)
    if end_of_month(udtraeksdato) != udtraeksdato:
        first = add_months(first, -1)
    return maaned(first)


def require_begun(reported: Periode, udtraeksdato: date) -> None:
    """Refuse a reported period that no day of the delivery lies in.

    Raises:
        UsageFault: the period begins after the delivery.
    """
    if reported.first > udtraeksdato:
        raise UsageFault(
            f"Perioden {reported.periode} begynder efter leverancens dato ({udtraeksdato:%d-%m-%Y}) "
            "og kan ikke opgøres."
        )


def perioder(reported: Periode, udtraeksdato: date, first_maaned: date) -> list[Periode]:
    """Every period computed for a reported one, from the month that begins on `first_maaned`.

    One is left out when its last day is after the reported period's, or its first day is after the
    delivery's date; a rolling year follows the month it is named by (contract, section 2).
    """
    found: list[Periode] = []
    day = first_maaned
    while day <= min(reported.last, udtraeksdato):
        candidates = [rolling12(day)]
        candidates += [make(day) for make, months in _KINDS.values() if (day.month - 1) % months == 0]
        found += [p for p in candidates if p.last <= reported.last]
        day = end_of_month(day) + timedelta(days=1)
    return found


_KINDS = {"maaned": (maaned, 1), "kvartal": (kvartal, 3), "tertial": (tertial, 4), "aar": (year, 12)}
"""How a period of each kind is made from its first day, and how many months it holds."""


def shifted(periode: Periode, count: int) -> Periode:
    """So many periods of the same kind after (where negative: before) a month, quarter, tertial or year."""
    make, months = _KINDS[periode.periodetype]
    return make(add_months(periode.first, count * months))
