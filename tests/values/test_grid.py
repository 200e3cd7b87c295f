"""Which figures there are: periods, teams, sources, groups, and which source leads."""

from __future__ import annotations

from datetime import date

import pytest

from tests.values.world import World

TEAMS = """
    team | aktiv_fra  | aktiv_til
    T1   |            |
    T2   | 2021-05-31 | 2021-07-01
"""


def teams(world: World, periode: str, kilde: str = "dubu", periodetype: str = "maaned") -> list[str]:
    rows = world.results(periode=periode, kilde=kilde, periodetype=periodetype)
    return [row["team_id"] for row in rows]


def test_a_judged_unit_counts_in_every_period_that_holds_its_month():
    """Month, quarter, four months, year and twelve rolling years."""
    world = World(rows="periode\n2021-05")
    counted = {(r["periodetype"], r["periode"]) for r in world.results(team_id="ALLE") if r["naevner"]}
    rolling = {("rullende12", f"2021-{month:02}") for month in range(5, 13)}
    fixed = {("maaned", "2021-05"), ("kvartal", "2021-K2"), ("tertial", "2021-T2"), ("aar", "2021")}
    assert counted == rolling | fixed


def test_what_stands_at_the_end_counts_only_in_the_periods_that_end_with_its_month():
    """A case that waited in May and June waits once in the quarter."""
    world = World(rows="periode | udfald | ved_slut\n2021-05 | afventer | true\n2021-06 | afventer | true")
    waiting = {(r["periodetype"], r["periode"]): r["afventer"] for r in world.results(team_id="ALLE")}
    assert waiting["kvartal", "2021-K2"] == 1
    assert waiting["tertial", "2021-T2"] == waiting["aar", "2021"] == 0
    assert waiting["rullende12", "2021-05"] == waiting["rullende12", "2021-06"] == 1
    assert waiting["rullende12", "2021-07"] == 0


def test_a_preliminary_period_ends_with_the_last_month_known():
    """Its stock is that of the delivery's month."""
    world = World(
        delivery=date(2021, 5, 20),
        rows="periode | udfald | ved_slut\n2021-05 | afventer | true\n2021-06 | afventer | true",
    )
    row = world.result(periodetype="kvartal", periode="2021-K2")
    assert (row["afventer"], row["foreloebig"]) == (1, True)


def test_a_rolling_period_reaches_behind_the_plans_first_month():
    """Eleven months back, and not the twelfth."""
    world = World(first="2021-10", rows="periode\n2021-01\n2020-11\n2020-10")
    assert world.figures("naevner", periodetype="rullende12", periode="2021-10") == (2,)


def test_a_team_has_a_row_in_every_period_it_was_active_in_with_or_without_units():
    """One day is enough, at either end."""
    world = World(teams=TEAMS)
    assert teams(world, "2021-04") == ["ALLE", "T1"]
    assert teams(world, "2021-05") == teams(world, "2021-07") == ["ALLE", "T1", "T2"]
    assert teams(world, "2021-08") == ["ALLE", "T1"]
    assert teams(world, "2021-K2", periodetype="kvartal") == ["ALLE", "T1", "T2"]


def test_a_team_that_was_not_active_has_a_row_where_it_has_units():
    """And so has the unknown team; neither has any other."""
    world = World(teams=TEAMS, rows="periode | team\n2021-11 | T2\n2021-11 | UKENDT")
    assert teams(world, "2021-11") == ["ALLE", "T1", "T2", "UKENDT"]
    assert teams(world, "2021-12") == ["ALLE", "T1"]


def test_the_second_source_has_rows_only_where_it_has_units():
    """No empty grid beside the register's; an exempt unit is one too."""
    world = World(teams=TEAMS, rows="periode | team | kilde | udfald\n2021-06 | T2 | tilsyn | undtaget")
    assert teams(world, "2021-06", "tilsyn") == ["ALLE", "T2"]
    assert teams(world, "2021-07", "tilsyn") == []
    assert teams(world, "2021-06", "dubu") == ["ALLE", "T1", "T2"]


def test_the_second_source_is_a_share_whatever_the_register_measures():
    """A review answers yes or no."""
    rows = "periode | kilde | udfald | vaerdi\n2021-12 | tilsyn | opfyldt |\n2021-12 | dubu | opgjort | 30"
    world = World("gennemsnit", rows=rows)
    assert world.figures("taeller naevner vaerdi", kilde="tilsyn") == (1, 1, 100.0)
    assert world.figures("taeller naevner vaerdi", kilde="dubu") == (None, 1, 30.0)


def test_groups_stand_where_there_are_units():
    """A unit that waits is one."""
    rows = "periode | gruppe | udfald\n2021-12 | ny | opfyldt\n2021-12 | gammel | afventer"
    found = World(rows=rows).table("indikator_gruppe", periodetype="maaned", team_id="T1")
    assert [(r["periode"], r["gruppe"], r["naevner"], r["afventer"]) for r in found] == [
        ("2021-12", "gammel", 0, 1),
        ("2021-12", "ny", 1, 0),
    ]


def test_an_indicator_without_groups_has_none():
    """Not even one of everything."""
    assert World(rows="periode\n2021-12").table("indikator_gruppe") == []


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ((5, 5), ["ALLE", "T1", "T2"]),
        ((5, 4), ["ALLE"]),
        ((5, 0), ["ALLE", "T1", "T2"]),
        ((0, 0), ["ALLE", "T1", "T2"]),
    ],
)
def test_a_survey_shows_its_teams_when_each_that_answered_has_five(answers, shown):
    """Else answers could be traced; nor are its groups shown then."""
    rows = "periode | udfald | team | antal | vaerdi | gruppe\n"
    rows += f"2021-06 | opgjort | T1 | {answers[0]} | 4 | a\n2021-06 | opgjort | T2 | {answers[1]} | 2 | a"
    world = World("gennemsnit", kilde="spoergeskema", teams=TEAMS, rows=rows)
    assert teams(world, "2021-06", "spoergeskema") == shown
    grouped = world.table("indikator_gruppe", periodetype="maaned")
    answered = {"ALLE": sum(answers), "T1": answers[0], "T2": answers[1]}
    assert [(r["team_id"], r["naevner"]) for r in grouped] == [(t, answered[t]) for t in shown if answered[t]]


def test_a_surveys_shares_are_hidden_by_the_same_rule():
    """Period by period; the department is always shown."""
    rows = "periode | team | antal\n2021-06 | T1 | 6\n2021-06 | T2 | 1\n2021-05 | T1 | 6"
    world = World(kilde="spoergeskema", teams=TEAMS, rows=rows)
    assert teams(world, "2021-06", "spoergeskema") == ["ALLE"]
    assert teams(world, "2021-05", "spoergeskema") == ["ALLE", "T1", "T2"]
    assert world.figures("naevner", periode="2021-06") == (7,)


def reviewed(units: int, **settings: object) -> World:
    rows = f"""
        periode | kilde  | udfald   | antal
        2021-12 | tilsyn | opfyldt  | {units}
        2021-12 | tilsyn | undtaget | 9
        2021-12 | dubu   | opfyldt  | 9
    """
    return World(rows=rows, teams=TEAMS, **({"tilsyn_foerer": True} | settings))


def leading(world: World, periodetype: str, periode: str) -> dict[str, set[bool]]:
    rows = world.results(periodetype=periodetype, periode=periode)
    assert len(rows) == len({(row["kilde"], row["team_id"]) for row in rows})
    return {k: {r["foerer"] for r in rows if r["kilde"] == k} for k in sorted({r["kilde"] for r in rows})}


def test_the_review_leads_for_every_team_once_the_department_has_five_answers():
    """The register's figure stands beside it, also for a team the review saw nothing of."""
    world = reviewed(5)
    assert leading(world, "kvartal", "2021-K4") == {"dubu": {False}, "tilsyn": {True}}
    assert leading(world, "kvartal", "2021-K3") == {"dubu": {True}}


@pytest.mark.parametrize(
    ("world", "periodetype", "periode"),
    [
        (reviewed(4), "kvartal", "2021-K4"),
        (reviewed(5), "maaned", "2021-12"),
        (reviewed(5, tilsyn_foerer=False), "kvartal", "2021-K4"),
    ],
)
def test_else_the_main_source_leads(world, periodetype, periode):
    """Fewer than five, a single month, or a plan that does not say case review."""
    assert leading(world, periodetype, periode) == {"dubu": {True}, "tilsyn": {False}}


def test_a_review_that_is_the_main_source_always_leads():
    """In months and for empty teams too."""
    world = World(kilde="tilsyn", tilsyn_foerer=True, rows="periode\n2021-12")
    assert {row["foerer"] for row in world.results()} == {True}
