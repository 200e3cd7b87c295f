"""Exact limits of a share in a finite frame, against scipy and against the definition."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from scipy.stats import hypergeom

from pipeline.review.intervals import limits, limits_in_percent
from pipeline.review.sampling import allocate

FRAMES = ((12, 5), (40, 10), (400, 20))


@pytest.mark.parametrize(
    ("yes", "read", "frame", "expected"),
    [
        (5, 5, 5, (5, 5)),
        (0, 0, 9, (0, 9)),
        (0, 5, 12, (0, 5)),
        (5, 5, 12, (7, 12)),
        (3, 5, 12, (3, 10)),
        (10, 20, 400, (111, 289)),
        (0, 20, 400, (0, 65)),
    ],
)
def test_limits_of_few_read(yes: int, read: int, frame: int, expected: tuple[int, int]):
    """All read gives the number itself, none read everything, and the two ends mirror each other."""
    assert limits(yes, read, frame) == expected
    assert limits(read - yes, read, frame) == (frame - expected[1], frame - expected[0])


@pytest.mark.parametrize(("frame", "read"), [(12, 5), (40, 10), (97, 33)])
def test_the_limits_are_the_inversion_that_scipy_makes(frame: int, read: int):
    """The smallest M with P(X >= k) > 0.025, the largest with P(X <= k) > 0.025, tried one by one."""
    every = np.arange(frame + 1)
    for yes in range(read + 1):
        above = hypergeom.sf(yes - 1, frame, every, read) > 0.025
        below = hypergeom.cdf(yes, frame, every, read) > 0.025
        assert limits(yes, read, frame) == (every[above].min(), every[below].max())


@pytest.mark.parametrize(("frame", "read"), FRAMES)
def test_the_truth_is_covered_at_least_95_percent_of_the_time(frame: int, read: int):
    """For every truth there can be, counted exactly over all samples."""
    stated = [limits(yes, read, frame) for yes in range(read + 1)]
    whole = comb(frame, read)
    for true in range(frame + 1):
        seen = [yes for yes, (low, high) in enumerate(stated) if low <= true <= high]
        samples = sum(comb(true, yes) * comb(frame - true, read - yes) for yes in seen)
        assert Fraction(samples, whole) >= Fraction(95, 100), true


@pytest.mark.parametrize(
    ("sizes", "count"),
    [((6, 3, 2, 1), 5), ((17, 11, 9, 3), 10), ((163, 117, 83, 37), 20)],
    ids=["12", "40", "400"],
)
@pytest.mark.parametrize("largest_first", [True, False])
def test_the_truth_is_covered_when_the_sample_is_shared_between_teams(
    sizes: tuple[int, ...], count: int, largest_first: bool
):
    """The limits are a simple random sample's; a proportional one is as safe, even with all yes in one team.

    The teams are filled one after the other, the chance of each number seen added up exactly.
    """
    frame, drawn = sum(sizes), allocate(count, dict(enumerate(sizes)))
    stated = [limits(yes, count, frame) for yes in range(count + 1)]
    order = sorted(drawn, key=lambda team: sizes[team], reverse=largest_first)
    for true in range(0, frame + 1, max(1, frame // 80)):
        left, chances = true, np.ones(1)
        for team in order:
            here = min(left, sizes[team])
            left -= here
            counts = np.arange(drawn[team] + 1)
            chances = np.convolve(chances, hypergeom.pmf(counts, sizes[team], here, drawn[team]))
        held = sum(chances[yes] for yes, (low, high) in enumerate(stated) if low <= true <= high)
        assert held >= 0.95, true


def test_limits_in_percent_are_of_the_frame():
    """In percent of all there are, not of those read."""
    assert limits_in_percent(3, 5, 12) == (25, pytest.approx(1000 / 12))


@pytest.mark.parametrize("wrong", [(-1, 5, 12), (6, 5, 12), (5, 13, 12)])
def test_numbers_out_of_order_are_refused(wrong: tuple[int, int, int]):
    """No limits of what cannot have been seen."""
    with pytest.raises(ValueError, match="out of order"):
        limits(*wrong)


def test_an_empty_frame_has_no_share():
    """Nothing is no percent of nothing."""
    with pytest.raises(ValueError, match="empty frame"):
        limits_in_percent(0, 0, 0)
