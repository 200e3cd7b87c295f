"""A share of units, the kind of value most promises are made in; also every second source's."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from pipeline.base.text import Percent, amount, milepael, number
from pipeline.reports.facts import Caseworker, Figures, Result
from pipeline.reports.words.axis import Axis
from pipeline.reports.words.value import HUNDRED, REVIEWED, Value, interval, signed


@cache
def _percent(met: int, units: int, *limits: float | None) -> Percent:
    """A figure stands in many places of its reports."""
    return Percent(met, units, limits)


class Andel(Value):
    """A share of the units: the percent, with what it is made of."""

    vaerditype = "andel"
    shows_position = True
    counts_met = True

    def percent(self, r: Figures) -> Percent:
        """The percent, rounded so that it agrees with its verdict; there must be units."""
        return _percent(r.met, r.units, r.milepael_procent, r.naeste_procent)

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

    @property
    def of_one_heading(self) -> str:
        """Deadlines of a chain, or whether the one unit there is did as promised."""
        return "Frister holdt" if self.indicator.art == "kadence" else "Lever op til kravet"

    def of_one(self, row: Caseworker) -> str:
        """How many of the caseworker's deadlines were kept; else yes or no."""
        if self.indicator.art == "kadence":
            return f"{number(row.opfyldt)} af {number(row.afgjort)}" if row.afgjort else "ingen afgjort endnu"
        return ("Ja" if row.opfyldt else "Nej") if row.afgjort else "Undtaget"

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

    def needs_all(self, target: float) -> bool:
        """100 %, or none where a fall is wanted."""
        return target <= 0 if self.falling else target >= HUNDRED

    def way(self, r: Result, target: float, name: str) -> str:
        """How many more must succeed; in a stock of those there are now."""
        if not r.units or self.falling:
            return super().way(r, target, name) if r.units else ""
        several = math.ceil(round(target * r.units / HUNDRED, 9)) - r.met
        if several <= 0:
            return ""
        succeed, to_reach = self.terms.succeed, f"for at {self.terms.reach} {name}"
        if self.is_main and self.indicator.art == "beholdning":
            return f"{number(several)} flere af de {number(r.units)} skal {succeed} {to_reach}."
        all_ = number(several + r.met)
        told = f"Med lige så mange som nu ({number(r.units)}) skal {all_} {succeed} {to_reach}"
        return f"{told}: {number(several)} flere end nu."

    def axis(self, _values: Iterable[float | None]) -> Axis:
        """0 to 100 %."""
        return Axis(HUNDRED, ((0.0, "0 %"), (50.0, "50 %"), (HUNDRED, "100 %")))

    def clipped(self, value: float) -> float:
        """Within 0 and 100."""
        return min(HUNDRED, max(0.0, value))
