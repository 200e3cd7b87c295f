"""A distribution: no one value, but a share per kategori."""

from __future__ import annotations

import pytest

from tests.values.world import World

ROWS = """
    periode | udfald   | kategori | team | antal
    2021-12 | opgjort  | lav      | T1   | 3
    2021-12 | opgjort  | hoej     | T1   | 1
    2021-12 | opgjort  | hoej     | T2   | 2
    2021-12 | undtaget | lav      | T1   | 4
"""
KATEGORIER = ("lav", "mellem", "hoej")


def shares(world: World, **wanted: object) -> dict[str, tuple[int, float | None]]:
    rows = world.table("indikator_fordeling", **({"periodetype": "maaned", "periode": "2021-12"} | wanted))
    return {row["kategori"]: (row["antal"], row["andel"]) for row in rows}


def test_the_result_holds_the_number_of_units_and_no_value():
    """Their number is naevner, with undtaget beside."""
    found = World("fordeling", rows=ROWS, kategorier=KATEGORIER).figures(
        "taeller naevner undtaget vaerdi ki_nedre ki_oevre status"
    )
    assert found == (None, 6, 4, None, None, None, "uden_milepael")


def test_every_kategori_the_plan_names_is_shown_also_with_none():
    """Of a team's own units, and of all."""
    world = World("fordeling", rows=ROWS, kategorier=KATEGORIER)
    assert shares(world, team_id="T1") == {"lav": (3, 75.0), "mellem": (0, 0.0), "hoej": (1, 25.0)}
    assert shares(world, team_id="ALLE") == {"lav": (3, 50.0), "mellem": (0, 0.0), "hoej": (3, 50.0)}


def test_the_share_of_a_kategori_has_wilsons_limits():
    """Three of six: 18.8 to 81.2."""
    (row,) = World("fordeling", rows=ROWS, kategorier=KATEGORIER).table(
        "indikator_fordeling", periodetype="maaned", periode="2021-12", team_id="ALLE", kategori="lav"
    )
    assert (row["ki_nedre"], row["ki_oevre"]) == pytest.approx((18.7616, 81.2384), abs=1e-4)


def test_a_team_without_units_shows_the_kategorier_without_shares():
    """Nought of nought is no percent."""
    world = World("fordeling", rows=ROWS, kategorier=KATEGORIER)
    assert shares(world, team_id="T1", periode="2021-11") == dict.fromkeys(KATEGORIER, (0, None))
    assert world.figures("naevner status usikker", periode="2021-11") == (0, "ingen_data", False)


def test_a_kategori_the_plan_does_not_name_is_not_lost():
    """The parts add up to the whole, whatever the municipality writes."""
    rows = "periode | udfald | kategori\n2021-12 | opgjort | andet\n2021-12 | opgjort | "
    world = World("fordeling", rows=rows, kategorier=("lav",))
    assert shares(world, team_id="ALLE") == {"lav": (0, 0.0), "andet": (1, 50.0), "ukendt": (1, 50.0)}
    assert shares(world, team_id="ALLE", periode="2021-11") == {"lav": (0, None)}


def test_a_stock_counts_on_the_last_day_of_the_period_alone():
    """A caseworker of November and December is one in the year."""
    rows = """
        periode | udfald  | kategori | ved_slut
        2021-11 | opgjort | lav      | true
        2021-12 | opgjort | lav      | true
    """
    world = World("fordeling", "beholdning", rows=rows, kategorier=("lav",))
    assert shares(world, periodetype="aar", periode="2021", team_id="ALLE") == {"lav": (1, 100.0)}
