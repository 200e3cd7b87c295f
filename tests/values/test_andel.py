"""A share: opfyldt in percent of opfyldt and ikke_opfyldt."""

from __future__ import annotations

import pytest

from tests.values.world import World

COUNTED = "taeller naevner undtaget afventer vaerdi"


def test_only_what_is_judged_is_counted_and_the_rest_is_shown_beside():
    """What is undtaget or waits is in neither taeller nor naevner."""
    world = World(
        rows="""
            periode | udfald       | antal
            2021-12 | opfyldt      | 3
            2021-12 | ikke_opfyldt | 1
            2021-12 | undtaget     | 2
            2021-12 | afventer     | 5
        """
    )
    assert world.figures(COUNTED) == (3, 4, 2, 5, 75.0)


def test_nothing_judged_is_no_figure():
    """No naevner: no value, no limits, ingen_data."""
    world = World(rows="periode | udfald\n2021-12 | undtaget\n2021-12 | afventer")
    assert world.figures(COUNTED + " ki_nedre ki_oevre status") == (
        0,
        0,
        1,
        1,
        None,
        None,
        None,
        "ingen_data",
    )


@pytest.mark.parametrize(
    ("udfald", "expected"),
    [("opfyldt", (100.0, 56.551753521682514, 100.0)), ("ikke_opfyldt", (0.0, 0.0, 43.44824647831749))],
)
def test_at_the_ends_the_limit_is_the_end_itself(udfald, expected):
    """Not 99.99999: a milestone of 100 percent would then lie inside the interval."""
    vaerdi, nedre, oevre = World(rows=f"periode | udfald | antal\n2021-12 | {udfald} | 5").figures(
        "vaerdi ki_nedre ki_oevre"
    )
    assert (vaerdi, nedre, oevre) == pytest.approx(expected, rel=1e-12)
    assert {nedre, oevre} & {0.0, 100.0}


@pytest.mark.parametrize("maaltype", ["ingen", "milepaele"])
def test_few_units_are_no_doubt_without_a_milestone_in_force(maaltype):
    """A share is only in doubt against a milestone."""
    world = World(maaltype=maaltype, rows="periode\n2021-12", milepaele="dato | procent\n2022-12-31 | 50")
    assert world.result()["usikker"] is False
