"""The share of a frame whose strata are drawn from unevenly, as one case per caseworker is.

A case of a caseworker with thirty is drawn thirty times more rarely than one of a caseworker with one: the
plain share of what was read says something of caseworkers and nothing of cases. Weighted by the number of
objects each stratum has in the frame it does (Hajek 1971), as far as chance inside each stratum is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
"""The normal distribution's 97.5 % quantile."""
FEWEST = 2
"""Below this many read in a stratum nobody knows how much it varies."""


@dataclass(frozen=True)
class Stratum:
    """`frame` objects there are, `read` of them drawn by lot and read, `yes` of those as they should be."""

    frame: int
    read: int
    yes: int


@dataclass(frozen=True)
class Estimate:
    """A share with its 95 % interval, in percent."""

    share: float
    lower: float
    upper: float


def weighted_share(strata: Sequence[Stratum]) -> Estimate | None:
    """The share of the frame, and the interval by the normal approximation of the stratified variance.

    The variance is the sum of (Nh / N)^2 (1 - nh / Nh) ph (1 - ph) / (nh - 1), as of any stratified draw
    (Cochran 1977, chapter 5). None unless every stratum has at least two read: of a stratum with one the
    answer is known, and not how far it speaks for the rest.
    """
    return stratified(strata, FEWEST)


def stratified(strata: Sequence[Stratum], fewest: int) -> Estimate | None:
    """As `weighted_share`, where every stratum has at least so many read."""
    if not strata or any(one.read < fewest for one in strata):
        return None
    whole = sum(one.frame for one in strata)
    share = sum(one.frame / whole * one.yes / one.read for one in strata)
    variance = sum((one.frame / whole) ** 2 * _variance(one) for one in strata)
    half = Z * sqrt(variance)
    return Estimate(100 * share, 100 * max(0.0, share - half), 100 * min(1.0, share + half))


def _variance(one: Stratum) -> float:
    p = one.yes / one.read
    return (1 - one.read / one.frame) * p * (1 - p) / (one.read - 1)
