"""A mean of the units' values, with Student's interval."""

from __future__ import annotations

import pytest

from tests.values.world import World

COLUMNS = "taeller naevner vaerdi ki_nedre ki_oevre"


def values(*numbers: float, periode: str = "2021-12") -> str:
    return "periode | udfald | vaerdi\n" + "\n".join(f"{periode} | opgjort | {n!r}" for n in numbers)


def test_the_interval_is_students():
    """1, 2, 3, 6: mean 3, variance 14/3, t of 3 degrees 3.182446."""
    half = 3.182446305284263 * (14 / 3 / 4) ** 0.5
    found = World("gennemsnit", rows=values(6, 1, 3, 2)).figures(COLUMNS)
    assert found == (None, 4, 3.0, pytest.approx(3 - half), pytest.approx(3 + half))


def test_one_unit_has_no_interval():
    """A single value has no variance."""
    assert World("gennemsnit", rows=values(7)).figures(COLUMNS) == (None, 1, 7.0, None, None)


def test_no_units_is_no_data():
    """No mean, and no doubt either."""
    world = World("gennemsnit", rows="periode | udfald | vaerdi\n2021-12 | undtaget | 9")
    assert world.figures(COLUMNS + " status usikker") == (None, 0, None, None, None, "ingen_data", False)


def test_what_is_exempt_enters_neither_number_nor_mean():
    """It stands beside."""
    world = World("gennemsnit", rows=values(1, 3) + "\n2021-12 | undtaget | 900")
    assert world.figures("naevner undtaget vaerdi") == (2, 1, 2.0)


def test_equal_values_have_an_interval_of_no_width():
    """Not one of rounding: 0.1 three times divided by three is not 0.1."""
    assert World("gennemsnit", rows=values(0.1, 0.1, 0.1)).figures(COLUMNS)[2:] == (0.1, 0.1, 0.1)


def test_values_far_from_nought_keep_their_variance():
    """The squares of such numbers have no digits left for a spread of one."""
    far = 1e9
    _, _, vaerdi, nedre, oevre = World("gennemsnit", rows=values(far, far + 1, far + 2)).figures(COLUMNS)
    assert vaerdi == far + 1
    assert oevre - nedre == pytest.approx(2 * 4.302652729911275 * (1 / 3) ** 0.5, rel=1e-6)


def test_a_longer_period_is_the_mean_of_units_and_not_of_months():
    """One of 10 and three of 1, 1, 4 make 4, not 6."""
    rows = values(10, periode="2021-10") + "\n" + values(1, 1, 4).partition("\n")[2]
    found = World("gennemsnit", rows=rows).figures("naevner vaerdi", periodetype="aar", periode="2021")
    assert found == (4, 4.0)


@pytest.mark.parametrize(("numbers", "usikker"), [((1, 2, 3, 4), True), ((1, 2, 3, 4, 5), False)])
def test_fewer_than_five_units_are_in_doubt_also_without_a_target(numbers, usikker):
    """Five are enough."""
    assert World("gennemsnit", rows=values(*numbers)).result()["usikker"] is usikker


def test_a_gruppe_has_its_own_mean_and_interval():
    """By the indicator's own kind, for a team and for all."""
    world = World(
        "gennemsnit",
        rows="""
            periode | udfald  | vaerdi | gruppe | team
            2021-12 | opgjort | 1      | privat | T1
            2021-12 | opgjort | 3      | privat | T2
            2021-12 | opgjort | 8      | ukendt | T1
        """,
    )
    rows = world.table("indikator_gruppe", periodetype="maaned")
    found = [(r["team_id"], r["gruppe"], r["naevner"], r["vaerdi"], r["ki_nedre"] is None) for r in rows]
    assert found == [
        ("ALLE", "privat", 2.0, 2.0, False),
        ("ALLE", "ukendt", 1.0, 8.0, True),
        ("T1", "privat", 1.0, 1.0, True),
        ("T1", "ukendt", 1.0, 8.0, True),
        ("T2", "privat", 1.0, 3.0, True),
    ]
    assert world.figures("naevner vaerdi") == (3, 4.0)


@pytest.mark.parametrize("vaerditype", ["gennemsnit", "median"])
def test_what_stands_at_the_end_is_measured_on_the_periods_last_day_alone(vaerditype):
    """A caseworker's cases in November are not in the year's figure, but an event's value is."""
    world = World(
        vaerditype,
        rows="""
            periode | udfald  | vaerdi | ved_slut
            2021-11 | opgjort | 100    | true
            2021-12 | opgjort | 2      | true
            2021-12 | opgjort | 6      | true
            2021-12 | opgjort | 16     | false
            2021-11 | opgjort | 8      | false
        """,
    )
    expected = {"gennemsnit": (4, 8.0), "median": (4, 7.0)}[vaerditype]
    assert world.figures("naevner vaerdi", periodetype="aar", periode="2021") == expected
    assert world.figures("naevner", periode="2021-12") == (3,)
