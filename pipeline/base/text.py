"""Danish numbers, dates and phrases, the only place where a figure becomes text.

Rounding rule: a percent is shown without decimals, and with as many decimals as it takes when fewer would
contradict a comparison (49,96 % against a milestone of 50 %) or claim all or nothing (99,6 % is not 100 %).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal

from pipeline.base.periods import Periode

LANGUAGE = "da_DK"
PERIOD_NOUNS = {
    "maaned": ("måned", "måneder"),
    "kvartal": ("kvartal", "kvartaler"),
    "tertial": ("tertial", "tertialer"),
    "aar": ("år", "år"),
}
"""What a period of each kind is called, alone and several."""
TOO_FEW = "for få til at konkludere"
FEWEST = 5
"""Below this many no percent is shown: one case more would turn it over."""
HARD_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
_MOST_DECIMALS = 6


@cache
def number(count: int) -> str:
    """A whole number with Danish thousands points: `1.234`."""
    return format_decimal(count, "#,##0", locale=LANGUAGE)


def count_of(n: int, singular: str, plural: str) -> str:
    """A count with its noun: `1 frist`, `0 frister`, `12 frister`."""
    return f"{number(n)} {singular if n == 1 else plural}"


def decimal(value: float) -> str:
    """A number with one decimal: `20,4`."""
    return str(format_decimal(value, "#,##0.0", locale=LANGUAGE))


def amount(value: float, limits: Iterable[float | None] = ()) -> str:
    """A number beside its unit: whole from 100 up, else with one decimal where it is not whole.

    `limits` are the numbers it is compared with: as many decimals as it takes not to contradict a
    comparison (7,96 against 8 is not shown as 8).
    """
    true = Fraction(str(value))
    compared = [Fraction(str(limit)) for limit in limits if limit is not None]
    fewest = 0 if abs(value) >= 100 else 1
    digits = next(
        (
            d
            for d in range(fewest, _MOST_DECIMALS)
            if not any(_contradicts(true, _rounded(true, d), limit) for limit in compared)
        ),
        _MOST_DECIMALS,
    )
    shown = _rounded(true, digits)
    return _decimal(shown, 0 if shown == shown.to_integral_value() else digits)


def ratio(value: float) -> str:
    """A number around 0 and 1 with two decimals: `0,85`, `−0,12`."""
    shown = str(format_decimal(abs(round(value, 2)), "0.00", locale=LANGUAGE))
    return f"{MINUS}{shown}" if round(value, 2) < 0 else shown


def days(n: int) -> str:
    """A length in days: `1 dag`, `14 dage`."""
    return count_of(n, "dag", "dage")


@cache
def dato(day: date) -> str:
    """A date in full: `5. marts 2021`."""
    return format_date(day, "d. MMMM y", locale=LANGUAGE)


@cache
def weekday(day: date) -> str:
    """A day of the weeks to come: `mandag 3/1`."""
    return format_date(day, "EEEE d/M", locale=LANGUAGE)


def short_date(day: date) -> str:
    """A date for tables, of equal width: `05-03-2021`."""
    return f"{day:%d-%m-%Y}"


@cache
def maaned(day: date) -> str:
    """A month in full: `marts 2021`."""
    return format_date(day, "MMMM y", locale=LANGUAGE)


@cache
def short_month(day: date) -> str:
    """A month for the axis of a chart: `mar 21`."""
    return f"{format_date(day, 'MMM', locale=LANGUAGE).rstrip('.')} {day:%y}"


def periode_text(periode: Periode) -> str:
    """A period's name: `april 2021`, `2. kvartal 2021`, `1. tertial 2021`, `2021`, `12 måneder til ...`."""
    if periode.periodetype in {"kvartal", "tertial"}:
        return f"{periode.periode[-1]}. {periode.periodetype} {periode.first.year}"
    if periode.periodetype == "rullende12":
        return f"12 måneder til {maaned(periode.last)}"
    return str(periode.first.year) if periode.periodetype == "aar" else maaned(periode.first)


def short_periode(periode: Periode) -> str:
    """A period's name on an axis: `apr 21`, `2. kv. 21`, `1. tert. 21` or `2021`."""
    short = {"kvartal": "kv.", "tertial": "tert."}.get(periode.periodetype)
    if short:
        return f"{periode.periode[-1]}. {short} {periode.first:%y}"
    return periode.periode if periode.periodetype == "aar" else short_month(periode.first)


def enumeration(parts: Sequence[str]) -> str:
    """A list in running text: `a`, `a og b`, `a, b og c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} og {parts[-1]}"


def _rounded(figures: Fraction, decimals: int) -> Decimal:
    step = Decimal(1).scaleb(-decimals)
    nearer = Decimal(figures.numerator * 10**9 // figures.denominator) / Decimal(10**9)
    return nearer.quantize(step, rounding=ROUND_HALF_UP)


def _contradicts(true: Fraction, shown: Decimal, limit: Fraction) -> bool:
    """Whether the shown value stands on another side of the limit than the true one."""
    shown_fraction = Fraction(shown)
    return (true >= limit) != (shown_fraction >= limit) or (true == limit) != (shown_fraction == limit)


class Percent:
    """A share k of n as it is shown; `limits` are the percents it is compared with.

    The shown value never stands on another side of a limit than the true one, so a reader can check the
    verdict against the numbers on the page.
    """

    def __init__(self, taeller: int, naevner: int, limits: Iterable[float | None] = ()) -> None:
        true = Fraction(100 * taeller, naevner)
        all_ = [Fraction(0), Fraction(100), *(Fraction(str(g)) for g in limits if g is not None)]
        self.decimals = next(
            (
                d
                for d in range(_MOST_DECIMALS)
                if not any(_contradicts(true, _rounded(true, d), limit) for limit in all_)
            ),
            _MOST_DECIMALS,
        )
        self.shown = _rounded(true, self.decimals)

    def __str__(self) -> str:
        """The percent: `75 %`, `49,96 %`."""
        return _percent(self.shown, self.decimals)

    def distance(self, milepael: float) -> str:
        """How far from a milestone, without its direction: `25 procentpoint`."""
        return f"{self._distance(milepael)} procentpoint"

    def difference(self, milepael: float) -> str:
        """Signed distance to a milestone: `+25`, `−12,5`, `0`."""
        return {"over": "+", "under": MINUS, "på": ""}[self.position(milepael)] + self._distance(milepael)

    def position(self, milepael: float) -> str:
        """Where the figure stands to a milestone: over, under or på."""
        difference = self.shown - Decimal(str(milepael))
        return "på" if difference == 0 else "over" if difference > 0 else "under"

    def _distance(self, milepael: float) -> str:
        """The difference of the two shown figures, so that a reader's subtraction gives the same."""
        difference = abs(self.shown - Decimal(str(milepael)))
        return _decimal(difference, max(self.decimals, _decimals(difference)) if difference else 0)


def milepael(percent: float) -> str:
    """A milestone's percent with the decimals it was written with: `50 %`, `12,5 %`."""
    value = Decimal(str(percent)).normalize()
    return _percent(value, _decimals(value))


def change(since: Percent, until: Percent) -> str:
    """The change between two shown percents: `fra 20 % til 45 %`."""
    return f"fra {since} til {until}"


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@cache
def _decimal(value: Decimal, decimals: int) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, pattern, locale=LANGUAGE))


def _percent(value: Decimal, decimals: int) -> str:
    return f"{_decimal(value, decimals)}{HARD_SPACE}%"


def folded(text: str) -> str:
    """What headings, labels and choices compare by: case, ae/oe/aa, and how words are parted, are all one."""
    one = unicodedata.normalize("NFC", text).lower()
    for danish, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        one = one.replace(danish, plain)
    return re.sub(r"[\s\-\u2010-\u2015_]+", "_", one).strip("_")
