"""A sum: the units' values added up."""

from __future__ import annotations

from tests.values.world import World

COLUMNS = "taeller naevner vaerdi ki_nedre ki_oevre status"


def test_money_is_added_up_to_the_last_oere():
    """0.1 + 0.2 is 0.3; a credit counts against the rest."""
    world = World(
        "sum",
        rows="""
            periode | udfald   | vaerdi
            2021-12 | opgjort  | 0.1
            2021-12 | opgjort  | 0.2
            2021-11 | opgjort  | -1000000.25
            2021-12 | undtaget | 7
        """,
    )
    assert world.figures(COLUMNS) == (None, 2, 0.3, None, None, "uden_milepael")
    assert world.figures("vaerdi", periodetype="aar", periode="2021") == (-999999.95,)


def test_no_units_is_nought():
    """Nothing was paid, which is a figure."""
    assert World("sum").figures(COLUMNS) == (None, 0, 0.0, None, None, "uden_milepael")


def test_a_missing_extract_is_no_sum_of_nought():
    """Then nothing is known, and ingen_data says so."""
    assert World("sum", uncounted=True).figures(COLUMNS) == (None, 0, None, None, None, "ingen_data")
