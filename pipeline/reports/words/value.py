"""What every kind of value can tell: how a figure is shown, told in a sentence, compared and drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import ClassVar

from pipeline.base.text import FEWEST, MINUS, Percent, amount, milepael, number
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.facts import Caseworker, Figures, Result
from pipeline.reports.words.axis import Axis, round_axis
from pipeline.reports.words.terms import DEVELOPMENT_PLAN, Terms

REVIEWED = ("gennemgået sag", "gennemgåede sager", "levede op til kravet")
"""Unit, units and what is said of those that met it, for case review beside another source."""
HUNDRED = 100.0
NOTHING = "–"


class Value:
    """What all kinds share; each tells the rest. `source` is the figures' own, `terms` the plan's words."""

    vaerditype: ClassVar[str]
    shows_position: ClassVar[bool] = False
    """Whether it is said of too few on which side of a milestone they lie."""
    always_told: ClassVar[bool] = False
    """Whether it is what it is however few: a count, or a sum."""
    moves_in_percent: ClassVar[bool] = False
    """Whether a change is told in percent of what it was."""
    says_few: ClassVar[bool] = False
    """Whether its sentence says itself that they are too few."""
    compares_intervals: ClassVar[bool] = False
    """Whether a change is judged by whether the two values' own intervals meet."""
    counts_met: ClassVar[bool] = False
    """Whether each unit meets or misses by itself."""

    def __init__(self, indicator: Indicator, source: str, terms: Terms = DEVELOPMENT_PLAN) -> None:
        self.indicator, self.source, self.terms = indicator, source, terms
        self.falling = indicator.retning == "faldende" and self.is_main

    @property
    def is_main(self) -> bool:
        """Whether the figures are of the indicator's main source."""
        return self.source == self.indicator.kilde

    # what a figure is ---------------------------------------------------------------------------------

    def size(self, r: Figures) -> int:
        """How many units the figure rests on."""
        return r.units

    def few(self, r: Figures) -> bool:
        """Whether it rests on so few that one more would turn it over: then no figure is shown."""
        return not self.always_told and self.size(r) < FEWEST

    def figure(self, r: Figures) -> str:
        """The figure alone: `75 %`, `12 dage`; empty where it rests on too few, or on nothing."""
        return "" if r.vaerdi is None or self.few(r) else self.amount(r.vaerdi)

    def amount(self, value: float) -> str:
        """A value in the indicator's own unit: `50 %`, `30 dage`."""
        raise NotImplementedError

    def about(self, value: float) -> str:
        """A computed value in the same unit, rounded as figures are."""
        return self.amount(value)

    def count(self, r: Figures) -> str:
        """What the figure rests on: `12 af 16`, `16 underretninger`."""
        return f"{number(self.size(r))} {self.unit(self.size(r))}"

    def beside(self, r: Figures) -> str:
        """What stands beside the figure in a narrow cell: `12 af 16`, `antal 16`."""
        told = number(self.size(r))
        return "" if told == self.figure(r) else f"antal {told}"

    def unit(self, n: int) -> str:
        """The unit's name after a count."""
        return self.indicator.unit_for(n) if self.is_main else REVIEWED[n != 1]

    # what is said of it -------------------------------------------------------------------------------

    def short(self, r: Figures) -> str:
        """The result at its shortest: the figure, or of too few the count: `75 %`, `2 af 3`, `12 dage`."""
        return self.figure(r) or self.count(r)

    def full(self, r: Figures) -> str:
        """Figure and count; of too few the count alone: `12 af 16 (75 %)`, `2 af 3`, `12 dage (16 sager)`."""
        shown = self.figure(r)
        return f"{shown} ({self.count(r)})" if shown else self.count(r)

    def sentence(self, r: Figures) -> str:
        """What was found, as the first half of a sentence."""
        raise NotImplementedError

    def fields(self, r: Figures) -> dict[str, str]:
        """What a table says of it, each by its heading; empty fields are left out."""
        return {"Resultat": self.figure(r), "Antal": number(self.size(r))}

    def uncertainty(self, r: Figures) -> str:
        """Its 95 % interval, rounded outwards: `42–61 %`; empty where there is none."""
        if r.ki_nedre is None or r.ki_oevre is None or self.few(r):
            return ""
        lower, upper = math.floor(round(r.ki_nedre, 6)), math.ceil(round(r.ki_oevre, 6))
        return f"{amount(lower)}–{self.amount(upper)}"

    def told(self, r: Figures) -> tuple[int | None, int | None]:
        """The counts a reader learns: of how many, and how many met it."""
        return self.size(r), None

    @property
    def of_one_heading(self) -> str:
        """Over what is told of one unit, where the units are few and each has a name."""
        return "Tal"

    def of_one(self, row: Caseworker) -> str:
        """What is told of one caseworker where caseworkers are the units."""
        return NOTHING if row.vaerdi is None else self.amount(row.vaerdi)

    # against a milestone ------------------------------------------------------------------------------

    def goal(self, target: float) -> str:
        """A milestone in its unit: `50 %`, where a fall is wanted `højst 30 dage`."""
        return f"højst {self.amount(target)}" if self.falling else self.amount(target)

    def distance(self, r: Figures, target: float) -> str:
        """How far from a milestone, without its direction: `25 procentpoint`, `3 dage`."""
        return self.amount(abs((r.vaerdi or 0.0) - target))

    def difference(self, r: Figures, target: float) -> str:
        """Signed distance to a milestone: `+25`, `−12,5`, `0`."""
        gap = (r.vaerdi or 0.0) - target
        return signed(gap, amount(abs(gap)))

    def position(self, r: Figures, target: float) -> str:
        """Where the figure stands to a milestone: over, under or på."""
        return _position((r.vaerdi or 0.0) - target)

    def behind_by(self, r: Result) -> float:
        """How far behind its milestone, comparable across kinds: points, or percent of the milestone."""
        gap = (r.milepael_procent or 0.0) - (r.vaerdi or 0.0)
        return HUNDRED * (-gap if self.falling else gap) / abs(r.milepael_procent or 1.0)

    def gained(self, before: Figures, now: Figures) -> float:
        """How much better, comparable across kinds; negative: worse."""
        change = HUNDRED * ((now.vaerdi or 0.0) - (before.vaerdi or 0.0)) / (abs(before.vaerdi or 0.0) or 1.0)
        return -change if self.falling else change

    def change(self, before: Figures, now: Figures) -> str:
        """The change between two results: `fra 20 % til 45 %`."""
        return f"fra {self.short(before)} til {self.short(now)}"

    def moved(self, forskel: float) -> str:
        """A change against the baseline in its unit: `+5 procentpoint`, `−3 dage`, of a count `−12 %`."""
        size = abs(forskel)
        return signed(forskel, milepael(round(size)) if self.moves_in_percent else self.amount(size))

    def missed(self, r: Figures) -> int:
        """How many units fell short; 0 for what no unit meets or misses alone."""
        return r.units - r.met if self.counts_met else 0

    def needs_all(self, _target: float) -> bool:
        """Whether a milestone is only reached when every unit succeeds: then no count of them says more."""
        return False

    def way(self, r: Result, target: float, name: str) -> str:
        """What must happen to reach a milestone, called `name`; empty where it is reached."""
        gap = (target - r.vaerdi) if r.vaerdi is not None else 0.0
        if self.few(r) or gap == 0 or (gap > 0) == self.falling:
            return ""
        move = f"{'ned' if gap < 0 else 'op'} med {self.distance(r, target)}"
        return f"Tallet skal {move} for at {self.terms.reach} {name}."

    # in a picture -------------------------------------------------------------------------------------

    def axis(self, values: Iterable[float | None]) -> Axis:
        """The axis of a picture that shows these values."""
        return round_axis(values, amount)

    def clipped(self, value: float) -> float:
        """A computed limit inside what the value can be."""
        return max(0.0, value)


def part_of(count: int, n: int) -> str:
    """A part of all as a percent: `33 %`; empty where all are fewer than five."""
    return str(Percent(count, n)) if n >= FEWEST else ""


def interval(lower: float | None, upper: float | None) -> str:
    """An interval in whole percents, rounded outwards: `42–61 %`; empty where there is none."""
    if lower is None or upper is None:
        return ""
    return f"{math.floor(round(lower, 6))}–{milepael(math.ceil(round(upper, 6)))}"


def signed(value: float, shown: str) -> str:
    """A difference with its sign: `+25`, `−12,5`, `0`."""
    if value == 0:
        return "0"
    return f"{'+' if value > 0 else MINUS}{shown}"


def _position(gap: float) -> str:
    return "på" if gap == 0 else "over" if gap > 0 else "under"
