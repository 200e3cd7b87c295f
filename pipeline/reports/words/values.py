"""One class per kind of value, found by `vaerditype` in a registry; nothing else here knows the kinds.

A second source beside an indicator's main one is always a share (contract, section 2).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import ClassVar

from pipeline.base.text import Percent, amount, enumeration, milepael, number
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.facts import Figures, Result
from pipeline.reports.words.axis import Axis
from pipeline.reports.words.value import HUNDRED, REVIEWED, Value, interval, signed

_SINGULAR = {"dage": "dag", "sager": "sag", "uger": "uge", "måneder": "måned", "besøg": "besøg"}
"""Units of a value whose name differs after 1."""


class Andel(Value):
    """A share of the units: the percent, with what it is made of."""

    vaerditype = "andel"
    shows_position = True
    counts_met = True

    def percent(self, r: Figures) -> Percent:
        """The percent, rounded so that it agrees with its verdict; there must be units."""
        return Percent(r.met, r.units, (r.milepael_procent, r.naeste_procent))

    def figure(self, r: Figures) -> str:
        """None of fewer than five."""
        return str(self.percent(r)) if r.measured and not self.few(r) else ""

    def amount(self, value: float) -> str:
        """Percent."""
        return milepael(value)

    def about(self, value: float) -> str:
        """With one decimal where it is not whole."""
        return milepael(round(value, 1))

    def count(self, r: Figures) -> str:
        """`12 af 16`."""
        return f"{number(r.met)} af {number(r.units)}"

    def beside(self, r: Figures) -> str:
        """The count."""
        return self.count(r)

    def full(self, r: Figures) -> str:
        """The count comes first."""
        shown = self.figure(r)
        return f"{self.count(r)} ({shown})" if shown else self.count(r)

    def sentence(self, r: Figures) -> str:
        """`12 af 16 underretninger blev partshørt inden for 14 dage (75 %)`."""
        n = r.units
        predicate = self.indicator.met_for(n) if self.is_main else REVIEWED[2]
        shown = f" ({self.figure(r)})" if self.figure(r) else ""
        return f"{self.count(r)} {self.unit(n)} {predicate}{shown}"

    def fields(self, r: Figures) -> dict[str, str]:
        """Percent, and met of how many."""
        return {"Resultat": self.figure(r), "Opfyldt": self.count(r) if r.measured else "ingen at opgøre"}

    def uncertainty(self, r: Figures) -> str:
        """Told of few too: it says why they are too few."""
        return interval(r.ki_nedre, r.ki_oevre)

    def told(self, r: Figures) -> tuple[int | None, int | None]:
        """Both counts."""
        return r.units, r.met

    def distance(self, r: Figures, target: float) -> str:
        """Of the shown figures, so that a reader's subtraction gives the same."""
        return self.percent(r).distance(target)

    def difference(self, r: Figures, target: float) -> str:
        """Of the shown figures."""
        return self.percent(r).difference(target)

    def position(self, r: Figures, target: float) -> str:
        """By the shown figures."""
        return self.percent(r).position(target)

    def behind_by(self, r: Result) -> float:
        """Percentage points."""
        gap = (r.milepael_procent or 0.0) - (r.vaerdi or 0.0)
        return -gap if self.falling else gap

    def gained(self, before: Figures, now: Figures) -> float:
        """Percentage points."""
        change = (now.vaerdi or 0.0) - (before.vaerdi or 0.0)
        return -change if self.falling else change

    def moved(self, forskel: float) -> str:
        """Percentage points."""
        return signed(forskel, f"{amount(abs(forskel))} procentpoint")

    def way(self, r: Result, target: float, name: str) -> str:
        """How many more must succeed; in a stock of those there are now."""
        if not r.units or self.falling:
            return super().way(r, target, name) if r.units else ""
        several = math.ceil(round(target * r.units / HUNDRED, 9)) - r.met
        if several <= 0:
            return ""
        if self.is_main and self.indicator.art == "beholdning":
            return f"{number(several)} flere af de {number(r.units)} skal opfylde kravet for at nå {name}."
        return (
            f"Med lige så mange som nu ({number(r.units)}) skal {number(several + r.met)} opfylde kravet "
            f"for at nå {name}: {number(several)} flere end nu."
        )

    def axis(self, _values: Iterable[float | None]) -> Axis:
        """0 to 100 %."""
        return Axis(HUNDRED, ((0.0, "0 %"), (50.0, "50 %"), (HUNDRED, "100 %")))

    def clipped(self, value: float) -> float:
        """Within 0 and 100."""
        return min(HUNDRED, max(0.0, value))


class Antal(Value):
    """A count of units, which is what it is however small."""

    vaerditype = "antal"
    shows_position = True
    always_told = True
    moves_in_percent = True

    def size(self, r: Figures) -> int:
        """The count itself."""
        return r.met

    def figure(self, r: Figures) -> str:
        """The count."""
        return number(r.met) if r.measured else ""

    def amount(self, value: float) -> str:
        """With the unit's name."""
        return f"{amount(value)} {self.unit(1 if value == 1 else 2)}"

    def full(self, r: Figures) -> str:
        """The count with its unit."""
        return self.count(r)

    def sentence(self, r: Figures) -> str:
        """`3 familierådslagninger blev holdt`."""
        return f"{self.count(r)} {self.indicator.met_for(r.met)}"

    def fields(self, r: Figures) -> dict[str, str]:
        """The count alone."""
        return {"Resultat": self.figure(r)}


class Number(Value):
    """A number in a unit of its own: a sum, a mean, a median or a rate."""

    says_few = True
    lead: ClassVar[str] = ""
    few_words: ClassVar[str] = "for få til at konkludere"

    def figure(self, r: Figures) -> str:
        """None of fewer than five."""
        if r.vaerdi is None or self.few(r):
            return ""
        return self._in_unit(amount(r.vaerdi, (r.milepael_procent, r.naeste_procent)))

    def amount(self, value: float) -> str:
        """In the value's unit."""
        return self._in_unit(amount(value))

    def sentence(self, r: Figures) -> str:
        """`I gennemsnit 183 dage fra start til lukning (12 indsatser)`."""
        shown = self.figure(r)
        if not shown:
            return f"{self.count(r)}, {self.few_words}"
        words = " ".join(filter(None, (f"{self.lead}{shown}", self.indicator.vaerdi_ord)))
        return f"{words[0].upper()}{words[1:]} ({self.count(r)})"

    def _in_unit(self, shown: str) -> str:
        unit = self.indicator.vaerdienhed or ""
        return f"{shown} {_SINGULAR.get(unit, unit) if shown == '1' else unit}".strip()


class Rate(Number):
    """Units per exposure."""

    vaerditype = "rate"
    few_words = "for få til at regne om"
    moves_in_percent = True

    def size(self, r: Figures) -> int:
        """The units counted; what they are measured against is no count of them."""
        return r.met


class Sum(Number):
    """The sum of the units' values, which is what it is however few they are."""

    vaerditype = "sum"
    lead = "i alt "
    always_told = True


class Gennemsnit(Number):
    """The mean of the units' values."""

    vaerditype = "gennemsnit"
    lead = "i gennemsnit "
    few_words = "for få til at regne et gennemsnit"


class Median(Number):
    """The middle one of the units' values."""

    vaerditype = "median"
    lead = "medianen er "
    few_words = "for få til at regne en median"


class Fordeling(Value):
    """How the units spread over categories: counts, no one value."""

    vaerditype = "fordeling"

    def beside(self, r: Figures) -> str:
        """The category most units are in, the first of those alike."""
        shares = r.shares if isinstance(r, Result) else ()
        most = max(shares, key=lambda share: share.antal, default=None)
        told = super().beside(r)
        return f"{told}, flest i „{most.tekst}“" if most and not self.few(r) else told

    def amount(self, value: float) -> str:
        """Units."""
        return f"{amount(value)} {self.unit(1 if value == 1 else 2)}"

    def sentence(self, r: Figures) -> str:
        """`24 rådgivere: 3 i „1-14 sager“, 8 i „15-19 sager“ ...`."""
        shares = r.shares if isinstance(r, Result) else ()
        parts = [f"{number(s.antal)} i „{s.tekst}“" for s in shares if s.antal]
        return f"{self.count(r)}: {enumeration(parts)}" if parts else self.count(r)

    def fields(self, r: Figures) -> dict[str, str]:
        """The count alone: the categories stand in a table of their own."""
        return {"Antal": number(r.units)}


KINDS: dict[str, type[Value]] = {
    kind.vaerditype: kind for kind in (Andel, Antal, Rate, Sum, Gennemsnit, Median, Fordeling)
}


def value_of(indicator: Indicator, source: str) -> Value:
    """How an indicator's figures from a source are told."""
    kind = KINDS[indicator.vaerditype] if source == indicator.kilde else Andel
    return kind(indicator, source)
