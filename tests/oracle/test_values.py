"""Value kinds and their limits against published figures and hands."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.changes import newcombe, ratio_limits, welch_df
from tests.oracle.quantiles import exact_poisson, median_rank, poisson_limits, t_975, wilson
from tests.oracle.register import Holder
from tests.oracle.rows import COUNTED, Judged, Verdict, measured, placed
from tests.oracle.targets import inside_wilson
from tests.oracle.values import Cell, figure


def units(*verdicts: Verdict) -> list[Judged]:
    """Units with these verdicts."""
    return [Judged(str(n), None, Holder("A", None), v, date(2021, 1, 1)) for n, v in enumerate(verdicts)]


def of_numbers(vaerditype: str, *numbers: int) -> Any:
    """The figure of these values."""
    return figure(vaerditype, Cell(units(*[measured(n) for n in numbers])))


def test_wilson_limits_and_the_exact_test_of_lying_inside_agree() -> None:
    """Limits exactly 0 and 100 at the ends; strictly inside, so neither end lies in its own interval."""
    assert wilson(0, 3)[0] == 0.0
    assert wilson(3, 3)[1] == 1.0
    # Printed examples of the method (Newcombe 1998, table I, method 3), to four decimals of a share.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=0.00006)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=0.00006)
    assert wilson(1, 29) == pytest.approx((0.0061, 0.1718), abs=0.00006)
    for naevner in range(1, 12):
        for taeller in range(naevner + 1):
            lower, upper = wilson(taeller, naevner)
            for procent in range(0, 101, 5):
                inside = 100 * lower < procent < 100 * upper
                assert inside_wilson(taeller, naevner, Fraction(procent)) == inside


def test_quantiles_of_t_are_the_printed_ones() -> None:
    """Student's table, two-sided 5 %, for odd and even degrees of freedom."""
    printed = {1: 12.7062047, 2: 4.3026527, 3: 3.1824463, 10: 2.2281389, 29: 2.0452296, 120: 1.9799304}
    for df, value in printed.items():
        assert t_975(df) == pytest.approx(value, abs=6e-8)


def test_limits_of_a_count_are_the_printed_ones() -> None:
    """Exact below 10 (Garwood 1936, 95 %), Byar's from 10, which lie within a tenth of the exact."""
    for count, limits in {0: (0, 3.689), 1: (0.0253, 5.572), 5: (1.623, 11.668), 9: (4.115, 17.085)}.items():
        assert poisson_limits(count) == pytest.approx(limits, abs=6e-4)
    assert exact_poisson(10) == pytest.approx((4.795, 18.390), abs=6e-4)
    assert poisson_limits(10) == pytest.approx((4.788, 18.391), abs=6e-4)
    assert poisson_limits(10) != exact_poisson(10)


def test_the_ranks_of_a_medians_limits() -> None:
    """The sign test's table of critical values, two-sided 5 %, one higher: none below 6, 6 at n = 20."""
    assert [median_rank(n) for n in (1, 5, 6, 8, 9, 12, 15, 20, 25, 30)] == [0, 0, 1, 1, 2, 3, 4, 6, 8, 10]


def test_a_median_is_the_middle_and_its_limits_are_values() -> None:
    """Mean of the middle two; [x(k), x(n + 1 - k)] from n = 6 on."""
    assert of_numbers("median", 9, 1, 4, 2).vaerdi == 3
    assert of_numbers("median", 9, 1, 4, 2).interval == (None, None)
    assert of_numbers("median", 7).vaerdi == 7
    nine = of_numbers("median", 1, 2, 3, 5, 8, 13, 21, 34, 55)
    assert (nine.vaerdi, nine.interval, nine.naevner, nine.taeller) == (8, (2, 34), 9, None)


def test_a_mean_has_students_limits() -> None:
    """4, 8 and 6: s = 2, half width 4.3027 * 2 / sqrt(3) = 4.9683; one value has no limits."""
    f = of_numbers("gennemsnit", 4, 8, 6)
    assert f.vaerdi == 6
    assert f.interval == pytest.approx((1.0317, 10.9683), abs=1e-4)
    assert of_numbers("gennemsnit", 4).interval == (None, None)
    assert of_numbers("gennemsnit").no_data


def test_counts_and_sums_of_nothing_are_0_unless_the_extract_is_missing() -> None:
    """A count is 0 with the limits of 0; a stock's has none; without its extract there is nothing to say."""
    assert figure("antal", Cell([])).vaerdi == 0
    assert figure("antal", Cell([])).interval == pytest.approx((0, 3.6889), abs=1e-4)
    assert figure("antal", Cell(units(COUNTED), stock=True)).interval == (None, None)
    assert figure("sum", Cell([])).vaerdi == 0
    assert figure("sum", Cell([], missing=True)).no_data
    assert figure("antal", Cell([], missing=True)).no_data


def test_what_is_undtaget_enters_neither_n_nor_vaerdi() -> None:
    """It is shown beside the figure, whatever its kind."""
    excused = Verdict("undtaget")
    f: Any = figure("sum", Cell(units(measured(5), excused, measured(7))))
    assert (f.vaerdi, f.naevner, f.undtaget) == (12, 2, 1)
    f = figure("fordeling", Cell(units(placed("a"), excused, placed("a"), placed("b"))))
    assert (f.naevner, f.undtaget, dict(f.kategorier), f.vaerdi) == (3, 1, {"a": 2, "b": 1}, None)


def test_a_rate_is_per_hundred_exposed() -> None:
    """5 units of 12.5 exposed: 40, with the limits of 5 over 12.5; nobody exposed: nothing to measure."""
    f = figure("rate", Cell(units(*[COUNTED] * 5), exposure=Fraction(25, 2)))
    assert f.vaerdi == 40
    assert f.interval == pytest.approx((12.988, 93.347), abs=1e-3)
    assert figure("rate", Cell(units(COUNTED))).no_data


def test_the_difference_of_two_shares_is_newcombes() -> None:
    """His worked example (1998, table II, (a), method 10): 56/70 - 48/80 = 0.2, 0.0524 to 0.3339."""
    assert newcombe(56, 70, 48, 80) == pytest.approx((0.2, 0.0524, 0.3339), abs=6e-5)


def test_the_ratio_of_two_counts_is_conditional() -> None:
    """10 and 10 in equal times: the odds of the Wilson limits of 1/2 in 20, each the other's inverse."""
    lower, upper = ratio_limits(10, Fraction(30), 10, Fraction(30))
    assert lower == pytest.approx(0.2993 / 0.7007, abs=1e-3)
    assert lower * upper == pytest.approx(1)
    twice = ratio_limits(10, Fraction(60), 10, Fraction(30))
    assert twice == pytest.approx((lower / 2, upper / 2))


def test_satterthwaites_degrees_of_freedom_are_rounded_down() -> None:
    """Equal variances and sizes give 2 (n - 1), which stays whole; never below 1."""
    assert welch_df(Fraction(4, 10), 10, Fraction(4, 10), 10) == 18
    assert welch_df(Fraction(1, 10), 10, Fraction(4, 5), 5) == 5
    assert welch_df(Fraction(0), 2, Fraction(1), 2) == 1
