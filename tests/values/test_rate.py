"""A rate: the period's units per hundred exposed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.values.world import World

COLUMNS = "taeller naevner vaerdi"
UNITS = "periode | udfald | team | antal\n2021-10 | opgjort | T1 | 4\n2021-12 | opgjort | T1 | 2"


def test_the_exposure_of_a_month_is_its_own_and_of_a_longer_period_the_mean_of_its_months():
    """T1 has no row in November: it had none exposed, which counts as 0."""
    world = World(
        "rate", rows=UNITS, eksponering="periode | team | antal\n2021-10 | T1 | 10\n2021-12 | T1 | 15"
    )
    assert world.figures(COLUMNS) == (2, 15.0, pytest.approx(100 * 2 / 15))
    assert world.figures(COLUMNS, periodetype="kvartal", periode="2021-K4", team_id="T1") == (
        6,
        pytest.approx(25 / 3),
        pytest.approx(72.0),
    )


def test_months_that_are_not_computed_are_left_out_of_the_mean():
    """A rolling period reaches behind the plan's first month, and the delivery ends before December."""
    world = World(
        "rate",
        rows=UNITS,
        first="2021-10",
        delivery=date(2021, 11, 30),
        eksponering="periode | team | antal\n2021-09 | T1 | 999\n2021-10 | T1 | 10\n2021-11 | T1 | 30",
    )
    found = world.figures(COLUMNS, periodetype="rullende12", periode="2021-11")
    assert found == (4, 20.0, 20.0)


def test_the_limits_are_those_of_the_count_over_the_exposure():
    """The exposure is known, only the count varies."""
    world = World("rate", rows=UNITS, eksponering="periode | team | antal\n2021-12 | T1 | 50")
    assert world.figures("ki_nedre ki_oevre") == pytest.approx((2 * 0.2422093, 2 * 7.2246877), rel=1e-6)


def test_without_exposure_there_is_nothing_to_measure():
    """Nothing can be divided by nought."""
    world = World("rate", rows=UNITS)
    assert world.figures(COLUMNS + " status usikker") == (2, 0.0, None, "ingen_data", False)


def test_exposed_without_units_is_a_rate_of_nought():
    """Nothing happened, but it is few to tell by."""
    world = World("rate", eksponering="periode | team | antal\n2021-12 | T1 | 50")
    assert world.figures(COLUMNS + " ki_nedre usikker") == (0, 50.0, 0.0, 0.0, True)


def test_the_unknown_team_counts_among_all_and_has_no_row_without_units():
    """So the department's exposure may exceed its teams'."""
    world = World(
        "rate", rows=UNITS, eksponering="periode | team | antal\n2021-12 | T1 | 30\n2021-12 | UKENDT | 10"
    )
    assert world.figures("naevner") == (40.0,)
    december = world.results(periodetype="maaned", periode="2021-12")
    assert [(row["team_id"], row["naevner"]) for row in december] == [("ALLE", 40.0), ("T1", 30.0)]


@pytest.mark.parametrize(("units", "usikker"), [(4, True), (5, False)])
def test_fewer_than_five_units_are_in_doubt_also_without_a_target(units, usikker):
    """However many are exposed."""
    world = World(
        "rate",
        rows=f"periode | udfald | antal\n2021-12 | opgjort | {units}",
        eksponering="periode | team | antal\n2021-12 | T1 | 900",
    )
    assert world.result()["usikker"] is usikker


def test_a_gruppes_units_are_held_against_all_exposed():
    """So that the rates of the groups add up to the whole."""
    world = World(
        "rate",
        rows="periode | udfald | gruppe | antal\n2021-12 | opgjort | ny | 3\n2021-12 | opgjort | gammel | 1",
        eksponering="periode | team | antal\n2021-12 | T1 | 40",
    )
    rows = world.table("indikator_gruppe", periodetype="maaned", team_id="T1")
    assert [(r["gruppe"], r["taeller"], r["naevner"], r["vaerdi"]) for r in rows] == [
        ("gammel", 1, 40.0, 2.5),
        ("ny", 3, 40.0, 7.5),
    ]
