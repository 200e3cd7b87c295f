"""What a leader is handed to fill in: the figures as the report shows them, and what is reported already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.base.database import Database
from pipeline.base.sheets import FormSheet
from pipeline.base.workbooks import write_forms
from pipeline.definitions.form_sheets import ACTIVITIES, AGREEMENTS, COMMENTS, THEMES, theme_choices
from pipeline.definitions.plans import read_plan
from pipeline.reports.facts import ALL, Agreement
from pipeline.reports.papers.input_book import build_input
from pipeline.review.read_back import Basis, Returned, read_back
from pipeline.review.store import NAME

DAY = date(2021, 4, 30)


def with_store(database: Database) -> None:
    """An empty store of the reviews beside what is published."""
    database.attach_memory(NAME)
    before = str(database.value("select current_database()"))
    database.use(NAME)
    for part in ("lager", "svarlager"):
        database.run_file("review", part)
    database.use(before)


def sheets(file, team_id: str = "T1") -> dict[str, FormSheet]:
    """The sheets of a reader by their tab."""
    return {sheet.tab: sheet for sheet in build_input([file.facts()], team_id)}


def row(sheet: FormSheet, key: str) -> dict[str, object]:
    """The row of a sheet that begins with a key."""
    return next(dict(r) for r in sheet.rows if not isinstance(r, str) and next(iter(r.values())) == key)


@pytest.fixture
def april(file):
    """Two figures of a team, a comment on one, an activity reported."""
    file.leverance()
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 3, 12)
    file.result("5.1", ALL, 3, 12)
    file.comment("5.1", "T1", "2021-04", "Vi mangler folk", dato=DAY, ansvarlig="Leder")
    file.comment("5.2", "T1", "2021-03", "Om marts")
    file.activity("A1.01", "i_gang", date(2021, 3, 1), 2, 5)
    return file


def test_a_figure_stands_as_the_report_shows_it_with_the_comment_on_it(april):
    """That of the period alone: last month's word is no word on this month's figure."""
    comments = sheets(april)[COMMENTS]
    told = row(comments, "5.1")
    assert (told["resultat"], told["vurdering"]) == (
        "25\N{NO-BREAK SPACE}% (3 af 12)",
        "For få til at konkludere",
    )
    assert (told["tekst"], told["ansvarlig"], told["dato"]) == ("Vi mangler folk", "Leder", DAY)
    assert row(comments, "5.2")["tekst"] is None


def test_the_last_status_of_an_activity_is_filled_in(april):
    """As a code, a day and counts; a recurring one stands once for each of its last times."""
    activities = sheets(april)[ACTIVITIES]
    told = row(activities, "A1.01")
    assert (told["status"], told["dato"], told["antal"], told["i_alt"]) == ("i_gang", date(2021, 3, 1), 2, 5)
    times = [
        str(r["milepael_id"])
        for r in activities.rows
        if not isinstance(r, str) and "@" in str(r["milepael_id"])
    ]
    assert times
    assert all(time.partition("@")[2] <= "2021-K2" for time in times)


def test_themes_are_chosen_in_the_departments_alone(april):
    """Three to choose, with the report's own proposals above."""
    assert THEMES not in sheets(april)
    themes = sheets(april, ALL)[THEMES]
    assert [r["nr"] for r in themes.rows if not isinstance(r, str)] == ["1", "2", "3"]
    assert any(line.startswith("Rapport") for line in themes.lines)


@pytest.mark.parametrize("plan_id", ["slagelse_2021_2023", "barnets_lov_2024"])
def test_whatever_the_paper_can_propose_can_be_chosen(plan_id: str):
    """Also a question of the reading that counts in no indicator."""
    plan = read_plan(plan_id)
    choices = theme_choices([plan])
    asked = {f"{plan_id}/{id_}" for theme in plan.tilsyn for id_ in theme.maalepunkter}
    assert asked <= choices.keys()
    assert {f"{plan_id}/{i.id}" for i in plan.indikatorer} <= choices.keys()
    assert len(set(choices.values())) == len(choices)


def test_open_agreements_come_back_until_they_are_closed(april):
    """A team's own, in the words of the question; those of a team without a report are the department's."""
    facts = april.facts()
    agreed = Agreement("A", april.plan.plan_id, "S1", "5.10", "T1", "R1", "Tal med barnet", DAY, DAY)
    facts = replace(facts, run=replace(facts.run, agreements=(agreed, replace(agreed, team_id="T2"))))
    told, department = (build_input([facts], team_id)[2] for team_id in ("T1", ALL))
    assert [r["aftale_id"] for r in told.rows if not isinstance(r, str)] == ["A"]
    assert told.tab == AGREEMENTS
    assert row(told, "A")["maalepunkt"].startswith("5.10 Er der talt med barnet")
    assert len(department.rows) == 1
    assert sheets(april)[AGREEMENTS].rows == ["Ingen åbne aftaler."]


def test_what_is_handed_back_as_it_was_states_nothing(april, tmp_path: Path):
    """Also when another program has written every cell anew."""
    book = load_workbook(BytesIO(write_forms(build_input([april.facts()], ALL), DAY)))
    book.save(tmp_path / "input.xlsx")
    with_store(april.database)
    basis = Basis([april.plan], frozenset({"T1"}), str, datetime(2021, 5, 20))  # noqa: DTZ001
    result = read_back(april.database, [Returned(tmp_path / "input.xlsx", "input.xlsx")], basis)
    assert result.refused == []
    assert result.lines() == ("1 skema læst: intet nyt.",)
