"""A median, with the order statistics that hold it."""

from __future__ import annotations

import pytest

from tests.values.test_gennemsnit import values
from tests.values.world import World

COLUMNS = "taeller naevner vaerdi ki_nedre ki_oevre"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), (None, 0, None, None, None)),
        ((4,), (None, 1, 4.0, None, None)),
        ((4, 9), (None, 2, 6.5, None, None)),
        ((9, 1, 4), (None, 3, 4.0, None, None)),
        ((1, 2, 3, 4, 5), (None, 5, 3.0, None, None)),
        # From six units on: P(Bin(6, 1/2) <= 0) = 1/64 <= 0.025, so the smallest and the largest.
        ((6, 5, 4, 3, 2, 1), (None, 6, 3.5, 1.0, 6.0)),
        (tuple(range(1, 9)), (None, 8, 4.5, 1.0, 8.0)),
        # P(Bin(9, 1/2) <= 1) = 10/512 <= 0.025, so the second of each end.
        (tuple(range(1, 10)), (None, 9, 5.0, 2.0, 8.0)),
        # Equal values stand for as many ranks as there are of them.
        ((3, 3, 3, 3, 3, 3, 3, 3, 50), (None, 9, 3.0, 3.0, 3.0)),
    ],
)
def test_the_middle_and_its_interval(numbers, expected):
    """Each number of units by its own ranks."""
    assert World("median", rows=values(*numbers)).figures(COLUMNS) == expected


def test_of_many_units_the_ranks_are_the_tables():
    """N = 100: ranks 40 and 61 (as in any table of the sign test)."""
    assert World("median", rows=values(*range(1, 101))).figures(COLUMNS) == (None, 100, 50.5, 40.0, 61.0)


def test_a_longer_period_ranks_the_units_of_its_months_together():
    """The median of a quarter is none of its months' medians."""
    rows = values(100, 200, periode="2021-10") + "\n" + values(1, 2, 3).partition("\n")[2]
    found = World("median", rows=rows).figures("naevner vaerdi", periodetype="kvartal", periode="2021-K4")
    assert found == (5, 3.0)


def test_no_units_is_no_data():
    """No median, and no doubt either."""
    assert World("median").figures("status usikker") == ("ingen_data", False)


@pytest.mark.parametrize(("numbers", "usikker"), [((1, 2, 3, 4), True), ((1, 2, 3, 4, 5), False)])
def test_fewer_than_five_units_are_in_doubt_also_without_a_target(numbers, usikker):
    """Five are enough, though the interval begins at six."""
    assert World("median", rows=values(*numbers)).result()["usikker"] is usikker
