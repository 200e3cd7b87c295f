"""The department's first screen: what is behind by team, what to act on or decide, and what folds."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reports.blocks.decisions import build_decisions
from pipeline.reports.blocks.matrix import build_matrix
from pipeline.reports.papers.report import build_page

NEW, OLD = date(2021, 12, 28), date(2021, 10, 1)


@pytest.fixture
def december(file):
    """December 2021, two teams."""
    file.calculate("2021-12")
    file.team("T1", "Team Nord")
    file.team("T2", "Team Syd")
    return file


def reported(file):
    """Both teams have a report: there is a result of each."""
    for team_id in ("T1", "T2"):
        file.result("6.2", team_id, 0, 0)


def decisions(file, overdue=0, meeting=""):
    facts = file.facts()
    return build_decisions([facts], facts, overdue, meeting)


def test_a_childs_safety_stands_first_by_team_with_the_way_to_its_list(december):
    """The month's own lead to the week's list, the old ones to the old, the team with most first."""
    reported(december)
    for number, (team_id, day) in enumerate(
        (("T1", NEW), ("T1", OLD), ("T2", OLD), ("T2", OLD), ("T2", OLD))
    ):
        december.frist("5.4", team_id, f"U{number}", day)
    new, old = decisions(december)
    assert (new.text, new.ways) == (
        "1 underretning mangler 24-timers vurdering.", (("Team Nord (1)", "../T1/rapport.html#uge"),)
    )  # fmt: skip
    assert (
        old.text == "4 ældre 24-timers vurderinger er ikke registreret. Er det gjort, men ikke skrevet ind?"
    )
    assert old.ways == (
        ("Team Syd (3)", "../T2/rapport.html#gamle"), ("Team Nord (1)", "../T1/rapport.html#gamle")
    )  # fmt: skip
    assert new.safety
    assert old.safety


def test_what_no_team_has_leads_to_the_departments_own_list(december):
    """A team without a report of its own has no page to lead to."""
    reported(december)
    december.frist("5.4", "UKENDT", "U1", OLD)
    december.frist("5.1", "T1", "U2", NEW)
    old, without = decisions(december)
    assert old.ways == (("Uden team (1)", "#handlingsliste"),)
    assert (without.text, without.ways[0][1]) == (
        "1 åben frist har intet team: fordel sagerne.", "#handlingsliste"
    )  # fmt: skip


def test_promises_overdue_and_the_choice_of_themes_are_the_departments(december):
    """Each with its place; nothing where there is none of it."""
    told = decisions(december, overdue=1, meeting="../ledermoede/rapport.html")
    assert [(d.text, d.ways[0][1]) for d in told] == [
        ("1 aktivitet i planen er overskredet: sæt en ny frist, eller luk dem.", "#overskredet"),
        ("Vælg to eller tre temaer til ledermødet.", "../ledermoede/rapport.html"),
    ]
    assert decisions(december) == ()


def test_what_the_department_is_behind_with_stands_before_what_only_a_team_is(december):
    """The worst first; a team's own under a heading; what is reached or too few stands in the whole alone."""
    for id_, k in (("5.1", 30), ("5.3", 4), ("6.1", 40), ("5.2", 40)):
        december.result(id_, "ALLE", k, 40)
        december.result(id_, "T1", k, 40)
    december.result("5.2", "T2", 2, 40)
    matrix = build_matrix(december.facts(), "rapport.html")
    (_, behind), (heading, in_team) = matrix.first
    assert [row.name.partition(" ")[0] for row in behind] == ["5.3", "5.1"]
    assert (heading, [row.name.partition(" ")[0] for row in in_team]) == (
        ("", "Kun i et eller flere team"), ["5.2"]
    )  # fmt: skip
    assert matrix.told == 4


def test_an_indicators_teams_lead_to_where_each_tells_it(december):
    """Those with anything to tell, whatever it is."""
    for team_id, k, n in (("ALLE", 30, 40), ("T1", 30, 38), ("T2", 0, 2)):
        december.result("5.1", team_id, k, n)
    december.result("5.2", "T1", 10, 20)
    december.result("5.2", "ALLE", 10, 20)
    matrix = build_matrix(december.facts(), "rapport.html")
    told = [(name, address, cell.figure or cell.count) for name, address, cell in matrix.teams_of("i-5-1")]
    assert [(name, address) for name, address, _ in told] == [
        ("Team Nord", "../T1/rapport.html"), ("Team Syd", "../T2/rapport.html"),
    ]  # fmt: skip
    assert told[1][2] == "0 af 2"
    assert [name for name, *_ in matrix.teams_of("i-5-2")] == ["Team Nord"]
    assert matrix.teams_of("i-1-1") == ()


def test_paper_names_what_it_leaves_in_folds_and_where(december):
    """What is not judged has its curve on the screen alone; what nobody has a figure of has none."""
    december.result("5.1", "ALLE", 30, 40)
    december.result("1.1", "ALLE", 30, 40)
    facts = december.facts()
    assert build_page([facts], facts, "ALLE").folded == (
        "Ikke på papir, fordi det er foldet sammen på skærmen: under Indikatorerne kurve og tabel for 1.1 og "
        "alle aktiviteter; under Sager uden kendt team listerne over sager; under Om tallene, hvordan hver "
        "indikator måles."
    )


def test_a_department_without_any_figure_is_told_so_in_words(december, report):
    """One sentence, no table of empty rows, and no way to a place that is not there."""
    html = report("ALLE")
    assert '<table class="matrix' not in html
    assert "Ingen af planens 57 indikatorer har tal i perioden." in html
    assert "#overblik" not in html
    assert "Vælg to eller tre temaer" in html
