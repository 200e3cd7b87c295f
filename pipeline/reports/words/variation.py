"""Variation over time: XmR limits, run rules and what they say of a target. Pure functions on numbers.

The methods are published ones: XmR as in NHS England's "Making Data Count", run rules after Anhøj.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from math import comb, log2
from statistics import fmean, median

SCALING = 2.66
SORTING_OUT = 3.267
FEWEST_XMR = 13
FEWEST_SERIES = 10
_TREND = 6
_SHIFT = 7


class Signal(StrEnum):
    """Why a series is more than chance, the first that holds."""

    OUTSIDE = "udenfor"
    TREND = "trend"
    TWO_OF_THREE = "to_af_tre"
    SHIFT = "skift"


class Security(StrEnum):
    """What the process as it runs does to a target."""

    WHEN_NOT = "naar_ikke"
    WHEN = "naar"
    SWINGS = "svinger"


@dataclass(frozen=True)
class Xmr:
    """Centre and limits of a series, unclipped; `amr` is the mean moving range after screening."""

    mean: float
    amr: float
    lower: float
    upper: float


def xmr(series: Sequence[float], *, sort_out: bool = True) -> Xmr:
    """Limits of a series of at least two points.

    `sort_out`: moving ranges of 3.267 times their mean or more are left out once; the mean stays.
    """
    mean = fmean(series)
    jump = [abs(b - a) for a, b in pairwise(series)]
    amr = fmean(jump)
    if sort_out and amr:
        amr = fmean([mr for mr in jump if mr < SORTING_OUT * amr])
    return Xmr(mean, amr, mean - SCALING * amr, mean + SCALING * amr)


def signal(series: Sequence[float], limits: Xmr) -> Signal | None:
    """The first rule that holds anywhere in the series."""
    if any(outside(series, limits)):
        return Signal.OUTSIDE
    if has_trend(series):
        return Signal.TREND
    if _two_of_three(series, limits):
        return Signal.TWO_OF_THREE
    return Signal.SHIFT if _shift(series, limits.mean) else None


def outside(series: Sequence[float], limits: Xmr) -> list[bool]:
    """For each point whether it lies outside a limit; one on the limit does not."""
    return [y < limits.lower or y > limits.upper for y in series]


def has_trend(series: Sequence[float]) -> bool:
    """Six strict steps the same way in a row; two equal points break it."""
    return _longest(_sign(b - a) for a, b in pairwise(series)) >= _TREND


def _two_of_three(series: Sequence[float], limits: Xmr) -> bool:
    """Two of three beyond a near limit, all three on that side of the mean."""
    near = (limits.upper - limits.mean) * 2 / 3
    for i in range(len(series) - 2):
        deviations = [y - limits.mean for y in series[i : i + 3]]
        for page in (1, -1):
            own = [page * a for a in deviations]
            if min(own) > 0 and sum(a > near for a in own) >= 2:
                return True
    return False


def _shift(series: Sequence[float], mean: float) -> bool:
    """Seven in a row on one side of the mean; one on the mean breaks it."""
    return _longest(_sign(y - mean) for y in series) >= _SHIFT


def _sign(figures: float) -> int:
    return (figures > 0) - (figures < 0)


def _longest(sign: Iterable[int]) -> int:
    """The longest unbroken run of one sign; zeros belong to none."""
    return max((len(list(group)) for mark, group in groupby(sign) if mark), default=0)


def security(limits: Xmr, target: float) -> Security:
    """What the process as it runs does to a target; strict."""
    if target > limits.upper:
        return Security.WHEN_NOT
    return Security.WHEN if target < limits.lower else Security.SWINGS


@dataclass(frozen=True)
class SeriesRule:
    """Anhøj's run rules on the useful points (those not on the median)."""

    useful: int
    longest: int
    longest_allowed: int
    crossings: int
    fewest_crossings: int

    @property
    def signal(self) -> bool:
        """Whether the series is more than chance."""
        return self.longest > self.longest_allowed or self.crossings < self.fewest_crossings


def series_rule(series: Sequence[float | None]) -> SeriesRule | None:
    """The run rules; None where fewer than ten points are useful.

    None in the series is a gap, which breaks every run: points on either side of it are no neighbours, and a
    crossing can only lie between neighbours.
    """
    middle = median(y for y in series if y is not None)
    pieces = [
        [_sign(y - middle) for y in piece if y is not None and y != middle]
        for known, piece in groupby(series, key=lambda y: y is not None)
        if known
    ]
    useful = sum(len(piece) for piece in pieces)
    if useful < FEWEST_SERIES:
        return None
    pairs = [pair for piece in pieces for pair in pairwise(piece)]
    return SeriesRule(
        useful=useful,
        longest=max(_longest(piece) for piece in pieces),
        longest_allowed=round(log2(useful)) + 3,
        crossings=sum(a != b for a, b in pairs),
        fewest_crossings=binomial_quantile(len(pairs)),
    )


def binomial_quantile(n: int, probability: float = 0.05) -> int:
    """The smallest k with P(X <= k) at least the probability, X being Binomial(n, 0.5)."""
    sum_, k = 1, 0
    while sum_ < probability * 2**n:
        k += 1
        sum_ += comb(n, k)
    return k


def last_piece(points: Sequence[tuple[float | None, float | None]]) -> list[float]:
    """The values of the last stretch under one milestone without a gap: (value, milestone) in time order."""
    piece: list[float] = []
    for value, target in reversed(points):
        if value is None or target != points[-1][1]:
            break
        piece.append(value)
    return piece[::-1]
