"""Variation over time against published worked numbers."""

from __future__ import annotations

import pytest

from pipeline.reports.variation import (
    Signal,
    Sikkerhed,
    Xmr,
    binomial_fraktil,
    har_trend,
    serieregel,
    sidste_stykke,
    signal,
    sikkerhed,
    udenfor,
    xmr,
)

ET_SPRING = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def test_limits_with_and_without_screening():
    """A single jump is left out of the mean moving range once, and stays in the mean."""
    alle, sorteret = xmr(ET_SPRING, frasorter=False), xmr(ET_SPRING)
    assert (alle.middel, alle.amr) == pytest.approx((1.944444, 1.882353), abs=1e-6)
    assert (alle.oevre, alle.nedre) == pytest.approx((6.951503, -3.062614), abs=1e-6)
    assert (sorteret.middel, sorteret.amr) == pytest.approx((1.944444, 1))
    assert (sorteret.oevre, sorteret.nedre) == pytest.approx((4.604444, -0.715556), abs=1e-6)
    assert [nr for nr, ude in enumerate(udenfor(ET_SPRING, sorteret), start=1) if ude] == [5]
    assert signal(ET_SPRING, sorteret) is Signal.UDENFOR


def test_limits_of_a_short_series():
    """10, 50, 40, 30."""
    graenser = xmr([10, 50, 40, 30])
    assert (graenser.middel, graenser.amr, graenser.oevre, graenser.nedre) == pytest.approx(
        (32.5, 20, 85.7, -20.7)
    )


def test_a_constant_series_has_no_width():
    """Its limits are its mean: nothing is outside, and it is said to be constant."""
    graenser = xmr([100.0] * 13)
    assert graenser.konstant
    assert (graenser.nedre, graenser.middel, graenser.oevre) == (100, 100, 100)
    assert signal([100.0] * 13, graenser) is None


@pytest.mark.parametrize(
    ("nedre", "oevre", "ventet"),
    [
        (1, 3, Sikkerhed.NAAR_IKKE),
        (5, 7, Sikkerhed.NAAR),
        (1, 5, Sikkerhed.SVINGER),
        (1, 4, Sikkerhed.SVINGER),
    ],
)
def test_assurance_against_a_target_of_four(nedre, oevre, ventet):
    """Strict: a target on the limit may be missed."""
    assert sikkerhed(Xmr((nedre + oevre) / 2, 1, nedre, oevre), 4) is ventet


@pytest.mark.parametrize(
    ("serie", "ventet"),
    [([1, 2, 3, 4, 5, 6], False), ([1, 2, 3, 3, 4, 5, 6], False), ([1, 2, 3, 4, 5, 6, 7], True)],
)
def test_a_trend_is_six_strict_steps(serie, ventet):
    """Seven points; a tie breaks it."""
    assert har_trend(serie) is ventet


def test_seven_on_one_side_is_a_shift_and_one_on_the_mean_breaks_it():
    """Counted strictly on one side of the mean."""
    bredt = Xmr(5, 100, -300, 300)
    assert signal([6, 7, 6, 7, 6, 7, 6], bredt) is Signal.SKIFT
    assert signal([6, 7, 6, 5, 6, 7, 6, 7], bredt) is None


def test_two_of_three_near_a_limit_count_only_on_one_side():
    """Both beyond the near limit, and the third on the same side of the mean."""
    graenser = Xmr(0, 1, -3, 3)
    assert signal([2.5, 1, 2.5], graenser) is Signal.TO_AF_TRE
    assert signal([2.5, -1, 2.5], graenser) is None


def test_run_rules_use_published_quantiles():
    """12 useful points: a run over 7 or fewer than 3 crossings; 24: over 8, fewer than 8."""
    assert (binomial_fraktil(11), binomial_fraktil(23)) == (3, 8)
    tolv = serieregel([1, 2] * 6)
    assert tolv
    assert (tolv.nyttige, tolv.laengste_tilladte, tolv.faerreste_krydsninger, tolv.signal) == (
        12,
        7,
        3,
        False,
    )
    assert serieregel([1] * 6 + [2] * 6).signal
    fireogtyve = serieregel([1, 2] * 12)
    assert (fireogtyve.laengste_tilladte, fireogtyve.faerreste_krydsninger) == (8, 8)


def test_points_on_the_median_do_not_count():
    """Ten useful points are needed; those on the median are not useful."""
    assert serieregel([1, 2] * 4 + [1.5] * 10) is None


def test_the_last_stretch_ends_at_a_gap_and_at_another_milestone():
    """A month without cases breaks every run, and a raised milestone begins a new one."""
    assert sidste_stykke([(1, 50), (2, 50), (3, 75), (4, 75)]) == [3, 4]
    assert sidste_stykke([(1, 50), (None, None), (3, 50), (4, 50)]) == [3, 4]
    assert sidste_stykke([(1, None), (2, None)]) == [1, 2]
