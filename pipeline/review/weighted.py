"""The share of a frame whose strata are drawn from unevenly, as one case per caseworker is.

A case of a caseworker with thirty is drawn thirty times more rarely than one of a caseworker with one: the
plain share of what was read says something of caseworkers and nothing of cases. Weighted by the number of
objects each stratum has in the frame it does (Hajek 1971), as far as chance inside each stratum is known.

The register corrected by the reading is such a share too: how much is not done, and how much only not
registered. The register judges every object of the frame and is cheap and wrong; the reading judges a few and
is dear and right. Read a random number of those the register says yes and of those it says no, and the whole
frame can be put right: two-phase sampling with the register's word as the strata (Neyman 1938; Cochran 1977,
chapter 12).
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


FEWEST_CORRECTED = 10
"""Below this many read in a stratum nothing is shown: the normal approximation would promise too much."""


@dataclass(frozen=True)
class Corrected:
    """Percents of the frame, each object in one of four.

    `register` is what the register says, `corrected` what the reading makes of it. `not_registered`: the
    reading saw it and the register does not know; `not_done`: neither; `not_found`: the register says so, and
    the reading did not see it.
    """

    register: float
    corrected: Estimate
    not_registered: float
    not_done: float
    not_found: float


def register_corrected(met: Stratum, missed: Stratum) -> Corrected | None:
    """Put the register right by what was read of those it says are met, and of those it says are not.

    A stratum without an object is none. None where any other has fewer than ten read.
    """
    strata = [one for one in (met, missed) if one.frame]
    estimate = stratified(strata, FEWEST_CORRECTED)
    if estimate is None:
        return None
    whole = met.frame + missed.frame
    seen, unseen = _share(met, met.yes), _share(met, met.read - met.yes)
    found, not_done = _share(missed, missed.yes), _share(missed, missed.read - missed.yes)
    return Corrected(
        register=100 * met.frame / whole,
        corrected=Estimate(100 * (seen + found) / whole, estimate.lower, estimate.upper),
        not_registered=100 * found / whole,
        not_done=100 * not_done / whole,
        not_found=100 * unseen / whole,
    )


def _share(one: Stratum, counted: int) -> float:
    """How many of the stratum's objects those read stand for."""
    return one.frame * counted / one.read if one.read else 0.0
