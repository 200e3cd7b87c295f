"""Dated milestones: which is in force, whether it is reached, and whether the figure can tell."""

from __future__ import annotations

from functools import cache

import pytest

from tests.values.world import World

IN_FORCE = "milepael_procent milepael_dato naeste_procent naeste_dato"
STEPS = "dato | procent\n2021-04-30 | 40\n2021-08-31 | 75\n2021-12-31 | 100"


def share(yes: int, no: int, periode: str = "2021-12") -> str:
    return f"periode | udfald | antal\n{periode} | opfyldt | {yes}\n{periode} | ikke_opfyldt | {no}"


@cache
def world(rows: str, milepaele: str = STEPS, **settings: object) -> World:
    return World(rows=rows, milepaele=milepaele, **({"maaltype": "milepaele"} | settings))


def in_force(found: World, **period: object) -> tuple[object, ...]:
    return tuple(str(value) for value in found.figures(IN_FORCE, **period))


def test_in_force_is_the_last_by_the_periods_last_day_and_next_the_first_after_it():
    """Contract, section 2, in every type of period."""
    drawn = world(share(1, 0))
    assert in_force(drawn, periode="2021-03") == ("None", "None", "40.0", "2021-04-30")
    assert in_force(drawn, periode="2021-04") == ("40.0", "2021-04-30", "75.0", "2021-08-31")
    assert in_force(drawn, periode="2021-07") == ("40.0", "2021-04-30", "75.0", "2021-08-31")
    assert in_force(drawn, periode="2021-12") == ("100.0", "2021-12-31", "None", "None")
    assert in_force(drawn, periodetype="tertial", periode="2021-T1")[0] == "40.0"
    assert in_force(drawn, periodetype="aar", periode="2021")[0] == "100.0"


@pytest.mark.parametrize(
    ("yes", "no", "periode", "status"),
    [
        (0, 0, "2021-04", "ingen_data"),
        (1, 0, "2021-03", "foer_foerste_milepael"),
        (39, 61, "2021-04", "ikke_naaet"),
        (2, 3, "2021-04", "naaet"),
        (74, 26, "2021-04", "naaet"),
        (3, 1, "2021-04", "foran"),
        (3, 1, "2021-08", "naaet"),
        (1, 0, "2021-12", "naaet"),
        (99, 1, "2021-12", "ikke_naaet"),
    ],
)
def test_reached_at_the_milestone_and_ahead_at_the_next(yes, no, periode, status):
    """Each comparison at its edge."""
    assert world(share(yes, no, periode)).figures("status", periode=periode) == (status,)


@pytest.mark.parametrize(
    ("yes", "no", "status"),
    [(4, 1, "ikke_naaet"), (2, 3, "naaet"), (3, 7, "naaet"), (1, 3, "foran"), (1, 4, "foran")],
)
def test_where_less_is_better_every_comparison_is_mirrored(yes, no, status):
    """Reached at or below the milestone, ahead at or below the next."""
    steps = "dato | procent\n2021-06-30 | 40\n2022-12-31 | 25"
    found = world(share(yes, no), steps, retning="faldende").figures("status afstand_pp")
    assert found == (status, pytest.approx(100 * yes / (yes + no) - 40))


def test_without_milestones_it_says_so():
    """uden_milepael, without distance or doubt."""
    drawn = world(share(1, 0), "dato | procent\n")
    assert drawn.figures("status usikker afstand_pp") == ("uden_milepael", False, None)


def test_a_period_is_judged_by_what_was_adopted_by_its_last_day():
    """April's milestone was revised on 30 June and on 1 August: May is still held against the first."""
    steps = """
        dato       | procent | vedtaget
        2021-04-30 | 40      |
        2021-04-30 | 60      | 2021-06-30
        2021-04-30 | 70      | 2021-08-01
    """
    drawn = world(share(1, 1), steps)
    assert drawn.figures("milepael_procent", periode="2021-05") == (40.0,)
    assert drawn.figures("milepael_procent", periode="2021-06") == (60.0,)
    assert drawn.figures("milepael_procent", periode="2021-07") == (60.0,)
    assert drawn.figures("milepael_procent", periode="2021-08") == (70.0,)


def test_before_any_is_adopted_there_are_none():
    """The first milestone is known from the day it was adopted."""
    steps = "dato | procent | vedtaget\n2021-12-31 | 60 | 2021-11-15"
    drawn = world(share(1, 1, "2021-10"), steps)
    assert drawn.figures("status naeste_procent", periode="2021-10") == ("uden_milepael", None)
    assert in_force(drawn, periode="2021-11") == ("None", "None", "60.0", "2021-12-31")


@pytest.mark.parametrize(
    ("yes", "no", "milepael", "usikker"),
    [
        (4, 0, 10, True),  # fewer than five, whatever the interval says
        (5, 0, 50, False),  # the interval is 56.6 to 100
        (5, 0, 57, True),
        (5, 0, 100, False),  # at its end is not inside
        (0, 5, 0, False),
        (10, 10, 50, True),
        (10, 10, 75, False),  # 29.9 to 70.1
    ],
)
def test_a_share_is_in_doubt_with_few_units_or_the_milestone_inside_its_interval(yes, no, milepael, usikker):
    """Strictly inside: a limit is not."""
    steps = f"dato | procent\n2021-06-30 | {milepael}"
    assert world(share(yes, no), steps).result()["usikker"] is usikker


def test_a_share_is_in_no_doubt_before_its_first_milestone():
    """There is nothing to be in doubt about."""
    assert world(share(1, 0, "2021-03")).figures("usikker", periode="2021-03") == (False,)


@pytest.mark.parametrize(
    ("vaerditype", "rows", "milepael", "expected"),
    [
        # 10 events: 4.79 to 18.39
        ("antal", "2021-12 | opgjort | 1 | 10", 12, ("ikke_naaet", True, -2.0)),
        ("antal", "2021-12 | opgjort | 1 | 10", 20, ("ikke_naaet", False, -10.0)),
        ("antal", "2021-12 | opgjort | 1 | 4", 1, ("naaet", True, 3.0)),
        ("sum", "2021-12 | opgjort | 100 | 5", 500, ("naaet", False, 0.0)),
        ("sum", "2021-12 | opgjort | 100 | 4", 500, ("ikke_naaet", True, -100.0)),
        ("gennemsnit", "2021-12 | opgjort | 30 | 5", 30, ("naaet", False, 0.0)),
        ("gennemsnit", "2021-12 | opgjort | 30 | 4", 30, ("naaet", True, 0.0)),
        (
            "gennemsnit",
            "2021-12 | opgjort | 30 | 3\n2021-12 | opgjort | 40 | 3",
            36,
            ("ikke_naaet", True, -1.0),
        ),
        ("median", "2021-12 | opgjort | 30 | 3\n2021-12 | opgjort | 40 | 3", 36, ("ikke_naaet", True, -1.0)),
        ("median", "2021-12 | opgjort | 30 | 3\n2021-12 | opgjort | 40 | 3", 40, ("ikke_naaet", False, -5.0)),
        ("median", "2021-12 | opgjort | 30 | 5", 20, ("naaet", False, 10.0)),
    ],
)
def test_other_kinds_carry_the_milestone_in_their_own_unit(vaerditype, rows, milepael, expected):
    """Number, kr. or days; doubt by fewer than five or by the interval where there is one."""
    drawn = world(
        f"periode | udfald | vaerdi | antal\n{rows}",
        f"dato | procent\n2021-06-30 | {milepael}",
        vaerditype=vaerditype,
    )
    assert drawn.figures("status usikker afstand_pp") == expected


@pytest.mark.parametrize(("units", "usikker"), [(4, True), (5, False)])
def test_a_rate_goes_by_its_units_and_not_by_those_exposed(units, usikker):
    """Four units among 900 exposed are few."""
    drawn = world(
        f"periode | udfald | antal\n2021-12 | opgjort | {units}",
        "dato | procent\n2021-06-30 | 50",
        vaerditype="rate",
        eksponering="periode | team | antal\n2021-12 | T1 | 900",
    )
    assert drawn.result()["usikker"] is usikker


def test_a_mean_of_few_is_in_doubt_before_its_first_milestone_too():
    """What is uncertain is the figure itself."""
    drawn = world("periode | udfald | vaerdi\n2021-03 | opgjort | 9", vaerditype="gennemsnit")
    assert drawn.figures("status usikker", periode="2021-03") == ("foer_foerste_milepael", True)
