"""Which way a figure moves: a rule that no milestone's step resets, in words that are no verdict."""

from __future__ import annotations

import pytest

from pipeline.base.periods import read_periode, shifted
from pipeline.reports.facts.direction import Direction, direction
from pipeline.reports.words.direction import NO_WAY, way_of
from pipeline.reports.words.series import leading

UP = [20, 30, 25, 30, 35, 40, 45, 55, 60, 55, 65, 70, 70]
CHANCE = [20, 70, 25, 65, 30, 60, 35, 55, 40, 50, 45, 71, 10]


@pytest.mark.parametrize(
    ("series", "falling", "found"),
    [
        (UP, False, Direction.BETTER),
        (UP, True, Direction.WORSE),
        (UP[::-1], False, Direction.WORSE),
        (UP[::-1], True, Direction.BETTER),
        (CHANCE, False, Direction.UNCHANGED),
        ([100.0] * 13, False, Direction.UNCHANGED),
        (UP[:9], False, None),  # nine points say nothing
        ([100.0] * 9 + [90, 80, 70, 60], False, None),  # four off the median say nothing either
    ],
)
def test_a_direction_is_what_the_run_rules_signal(series, falling, found):
    """Better or worse by what is wanted; without a signal unchanged; below ten points nothing."""
    assert direction(series, falling=falling) is found


def test_a_month_without_cases_breaks_the_runs():
    """Ten months climbing, and one without cases among them: still a signal, since nothing ever crosses."""
    assert direction([*UP[:6], None, *UP[7:]]) is Direction.BETTER
    assert direction([*UP[:5], None, *UP[8:]]) is Direction.BETTER
    assert direction([*UP[:4], None, *UP[8:]]) is None


@pytest.fixture
def way(file):
    """Met of twenty, month by month up to December 2021 -> the way of 5.1 for the team."""

    def way(met: list[int], n: int = 20):
        file.calculate("2021-12")
        for back, k in enumerate(reversed(met)):
            file.result("5.1", "T1", k, n, periode=shifted(read_periode("2021-12"), -back).periode)
        facts = file.facts()
        return way_of(leading(facts, facts.plan.indicator("5.1"), "T1"))

    return way


CLIMB = [5, 6, 5, 7, 8, 8, 9, 11, 12, 11, 13, 14, 14]


def test_no_step_of_a_milestone_resets_it(way):
    """5.1 goes from 25 to 50 to 100 % within the year; its way is told over all of it."""
    found = way(CLIMB)
    assert (found.sign, found.words, found.code) == ("↗", "bedre på et år", "bedre")
    assert found.told == "Steget fra 25 % i december 2020 til 70 % i december 2021."


def test_a_fall_is_told_as_one(way):
    """The shape and the word say worse, the sentence what fell."""
    found = way(CLIMB[::-1])
    assert (found.sign, found.words) == ("↘", "dårligere på et år")
    assert found.told == "Faldet fra 70 % i december 2020 til 25 % i december 2021."


def test_figures_that_say_the_opposite_are_left_out(way):
    """The last month may lie below the one a year before in a series that is better on the whole."""
    found = way([15, 5, 6, 5, 7, 8, 9, 10, 11, 12, 13, 14, 14])
    assert (found.words, found.told) == ("bedre på et år", "")


def test_few_cases_give_no_figures(way):
    """Of fewer than five no percent is shown here either."""
    assert way([k // 5 for k in CLIMB], n=4).told == ""


def test_less_than_a_year_gives_no_figures_and_less_than_ten_months_no_way(way):
    """Twelve months are enough for the rule, but are no year apart."""
    found = way(CLIMB[1:])
    assert (found.words, found.told) == ("bedre på et år", "")


def test_too_little_to_tell(way):
    """A dash, and no shape that could pass for one."""
    assert way(CLIMB[-9:]) == NO_WAY


def test_a_climb_too_late_for_the_runs_is_told_by_its_ends(way):
    """From 12 to 64 % in the last months: no run is long enough, but the two ends' intervals are apart."""
    late = [3, 2, 5, 2, 1, 4, 3, 4, 8, 8, 9, 11, 16]
    assert direction([float(k) for k in late]) is Direction.UNCHANGED
    assert way(late, n=25).words == "bedre på et år"


def test_ends_within_chance_of_each_other_say_nothing(way):
    """The same months, but for an end that may be chance."""
    assert way([3, 2, 5, 2, 1, 4, 3, 4, 8, 8, 9, 11, 6], n=25).words == "uændret på et år"
