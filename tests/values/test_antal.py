"""A count: the units of the period, or those that stand on its day."""

from __future__ import annotations

import pytest

from tests.values.world import World

ROWS = "periode | udfald | antal\n2021-12 | opgjort | {}\n2021-12 | undtaget | 2"
COLUMNS = "taeller naevner undtaget vaerdi ki_nedre ki_oevre status"


@pytest.mark.parametrize(
    ("units", "limits"),
    [(1, (0.0253178, 5.5716434)), (9, (4.1153731, 17.0848033)), (65, (50.163188, 82.849139))],
)
def test_events_have_poisson_limits(units, limits):
    """Exact below ten, Byar's from ten on."""
    taeller, naevner, undtaget, vaerdi, *found, status = World("antal", rows=ROWS.format(units)).figures(
        COLUMNS
    )
    assert (taeller, naevner, undtaget, vaerdi, status) == (units, None, 2, units, "uden_milepael")
    assert found == pytest.approx(limits, rel=1e-6)


def test_no_units_is_the_number_nought_and_not_a_lack_of_data():
    """Nothing happened, which is a figure with an upper limit."""
    found = World("antal").figures(COLUMNS)
    assert found == (0, None, 0, 0.0, 0.0, pytest.approx(3.6888795), "uden_milepael")


def test_a_stock_stands_as_it_is():
    """What stands on a day is no sample, so it has no limits."""
    world = World(
        "antal", "beholdning", rows="periode | udfald | ved_slut | antal\n2021-12 | opgjort | true | 7"
    )
    assert world.figures(COLUMNS) == (7, None, 0, 7.0, None, None, "uden_milepael")


def test_a_missing_extract_is_no_count_of_nought():
    """Then nothing is known, and ingen_data says so."""
    world = World("antal", uncounted=True)
    assert world.figures(COLUMNS) == (None, None, 0, None, None, None, "ingen_data")


def test_a_small_count_without_a_target_is_no_doubt():
    """A count is what it is."""
    assert World("antal", rows=ROWS.format(1)).result()["usikker"] is False
