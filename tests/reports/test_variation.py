"""Variation over time against published worked numbers."""

from __future__ import annotations

import pytest

from pipeline.reports.words.variation import (
    Security,
    Signal,
    Xmr,
    binomial_quantile,
    has_trend,
    last_piece,
    outside,
    security,
    series_rule,
    signal,
    xmr,
)

ONE_JUMP = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def test_limits_with_and_without_screening():
    """A single jump is left out of the mean moving range once, and stays in the mean."""
    all_, sorted_ = xmr(ONE_JUMP, sort_out=False), xmr(ONE_JUMP)
    assert (all_.mean, all_.amr) == pytest.approx((1.944444, 1.882353), abs=1e-6)
    assert (all_.upper, all_.lower) == pytest.approx((6.951503, -3.062614), abs=1e-6)
    assert (sorted_.mean, sorted_.amr) == pytest.approx((1.944444, 1))
    assert (sorted_.upper, sorted_.lower) == pytest.approx((4.604444, -0.715556), abs=1e-6)
    assert [number for number, beyond in enumerate(outside(ONE_JUMP, sorted_), start=1) if beyond] == [5]
    assert signal(ONE_JUMP, sorted_) is Signal.OUTSIDE


def test_limits_of_a_short_series():
    """10, 50, 40, 30."""
    limits = xmr([10, 50, 40, 30])
    assert (limits.mean, limits.amr, limits.upper, limits.lower) == pytest.approx((32.5, 20, 85.7, -20.7))


def test_a_constant_series_has_no_width():
    """Its limits are its mean: nothing is outside."""
    limits = xmr([100.0] * 13)
    assert (limits.amr, limits.lower, limits.mean, limits.upper) == (0, 100, 100, 100)
    assert signal([100.0] * 13, limits) is None


@pytest.mark.parametrize(
    ("lower", "upper", "outcome"),
    [
        (1, 3, Security.WHEN_NOT),
        (5, 7, Security.WHEN),
        (1, 5, Security.SWINGS),
        (1, 4, Security.SWINGS),
    ],
)
def test_assurance_against_a_target_of_four(lower, upper, outcome):
    """Strict: a target on the limit may be missed."""
    assert security(Xmr((lower + upper) / 2, 1, lower, upper), 4) is outcome


@pytest.mark.parametrize(
    ("series", "outcome"),
    [([1, 2, 3, 4, 5, 6], False), ([1, 2, 3, 3, 4, 5, 6], False), ([1, 2, 3, 4, 5, 6, 7], True)],
)
def test_a_trend_is_six_strict_steps(series, outcome):
    """Seven points; a tie breaks it."""
    assert has_trend(series) is outcome


def test_seven_on_one_side_is_a_shift_and_one_on_the_mean_breaks_it():
    """Counted strictly on one side of the mean."""
    wide = Xmr(5, 100, -300, 300)
    assert signal([6, 7, 6, 7, 6, 7, 6], wide) is Signal.SHIFT
    assert signal([6, 7, 6, 5, 6, 7, 6, 7], wide) is None


def test_two_of_three_near_a_limit_count_only_on_one_side():
    """Both beyond the near limit, and the third on the same side of the mean."""
    limits = Xmr(0, 1, -3, 3)
    assert signal([2.5, 1, 2.5], limits) is Signal.TWO_OF_THREE
    assert signal([2.5, -1, 2.5], limits) is None


def test_run_rules_use_published_quantiles():
    """12 useful points: a run over 7 or fewer than 3 crossings; 24: over 8, fewer than 8."""
    assert (binomial_quantile(11), binomial_quantile(23)) == (3, 8)
    twelve = series_rule([1, 2] * 6)
    assert twelve
    assert (twelve.useful, twelve.longest_allowed, twelve.fewest_crossings, twelve.signal) == (
        12,
        7,
        3,
        False,
    )
    assert series_rule([1] * 6 + [2] * 6).signal
    twenty_four = series_rule([1, 2] * 12)
    assert (twenty_four.longest_allowed, twenty_four.fewest_crossings) == (8, 8)


def test_points_on_the_median_do_not_count():
    """Ten useful points are needed; those on the median are not useful."""
    assert series_rule([1, 2] * 4 + [1.5] * 10) is None


def test_a_gap_breaks_a_run_and_no_crossing_lies_across_it():
    """Ten useful points in two stretches of five: eight pairs of neighbours, and no run longer than five."""
    broken = series_rule([1, 1, 1, 1, 1, None, 2, 2, 2, 2, 2])
    assert broken
    assert (broken.useful, broken.longest, broken.crossings) == (10, 5, 0)
    assert broken.fewest_crossings == binomial_quantile(8) == 2


def test_the_last_stretch_ends_at_a_gap_and_at_another_milestone():
    """A month without cases breaks every run, and a raised milestone begins a new one."""
    assert last_piece([(1, 50), (2, 50), (3, 75), (4, 75)]) == [3, 4]
    assert last_piece([(1, 50), (None, None), (3, 50), (4, 50)]) == [3, 4]
    assert last_piece([(1, None), (2, None)]) == [1, 2]
