"""One class per kind of value, found by `vaerditype` in a registry; nothing else here knows the kinds.

A share, the longest to tell, has a file of its own.

A second source beside an indicator's main one is always a share (contract, section 2).
"""

from __future__ import annotations

from math import ceil, floor
from typing import ClassVar

from pipeline.base.text import amount, enumeration, number
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.facts import Caseworker, Figures, Result
from pipeline.reports.words.share import Andel
from pipeline.reports.words.terms import DEVELOPMENT_PLAN, Terms
from pipeline.reports.words.value import NOTHING, Value

_SINGULAR = {
    "dage": "dag",
    "sager": "sag",
    "underretninger": "underretning",
    "uger": "uge",
    "måneder": "måned",
    "besøg": "besøg",
}
"""Units of a value whose name differs after 1."""
_MEASURES = frozenset({"dage", "uger", "måneder", "kr."})
"""Units without which a number cannot be read; others name what the indicator's title names already."""


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

    def narrow_about(self, value: float) -> str:
        """The number alone."""
        return amount(value)

    def full(self, r: Figures) -> str:
        """The count with its unit."""
        return self.count(r)

    def sentence(self, r: Figures) -> str:
        """`3 familierådslagninger blev holdt`."""
        return f"{self.count(r)} {self.indicator.met_for(r.met)}"

    def fields(self, r: Figures) -> dict[str, str]:
        """The count alone."""
        return {"Resultat": self.figure(r)}

    def uncertainty(self, r: Figures) -> str:
        """Numbers alone: the unit's name, said in the sentence above, is too long for a column."""
        if r.ki_nedre is None or r.ki_oevre is None:
            return ""
        return f"{amount(floor(round(r.ki_nedre, 6)))}–{amount(ceil(round(r.ki_oevre, 6)))}"


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

    def narrow(self, r: Figures) -> str:
        """`38,1` of notifications, `59 dage` of days."""
        shown = self.figure(r)
        return shown if self._is_measure else shown.partition(" ")[0]

    def narrow_about(self, value: float) -> str:
        """In the value's unit, where it is a measure."""
        return self.about(value) if self._is_measure else amount(value)

    @property
    def _is_measure(self) -> bool:
        return self.indicator.vaerdienhed in _MEASURES

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
    compares_intervals = True
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

    @property
    def of_one_heading(self) -> str:
        """The category."""
        return "Gruppe"

    def of_one(self, row: Caseworker) -> str:
        """The category the unit is in."""
        return row.kategori or NOTHING

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


def value_of(indicator: Indicator, source: str, terms: Terms = DEVELOPMENT_PLAN) -> Value:
    """How an indicator's figures from a source are told, in the words of its plan."""
    kind = KINDS[indicator.vaerditype] if source == indicator.kilde else Andel
    return kind(indicator, source, terms)
