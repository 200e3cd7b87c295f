"""An indicator's block: which source leads, which results stand side by side, and what its trend shows."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.indicator import build_block
from pipeline.reports.blocks.views import Block


@pytest.fixture
def block(file, plan):
    """An indicator's block on a team's page, or on the department's."""

    def block(indikator_id: str, team_id: str = "T1") -> Block:
        return build_block(file.facts(), plan.indicator(indikator_id), team_id, ())

    return block


def figures(block: Block, name: str) -> dict[str, str]:
    """One row of the block's table by column."""
    row = dict(block.target.rows)[name]
    return dict(zip(block.target.columns, (field.replace(HARD_SPACE, " ") for field in row), strict=True))


def test_the_month_stands_beside_its_twelve_months_and_the_department(file, block):
    """A month's page shows the month, the twelve months ending with it, and the department's month."""
    file.result("5.1", "T1", 12, 16, undtaget=2, afventer=3)
    file.result("5.1", "T1", 40, 100, rolling=True)
    file.result("5.1", "ALLE", 60, 90)
    found = block("5.1")
    assert figures(found, "Resultat") == {"april 2021": "75 %", "12 måneder": "40 %", "Afdelingen": "67 %"}
    assert figures(found, "Opfyldt")["april 2021"] == "12 af 16"
    assert (figures(found, "Undtaget")["april 2021"], figures(found, "Afventer")["april 2021"]) == ("2", "3")
    assert figures(found, "Afstand, pct.point")["april 2021"] == "+50"
    assert found.milepaele.replace(HARD_SPACE, " ") == (
        "25 % fra 30. april 2021. Næste: 50 % fra 31. august 2021."
    )


def test_a_quarter_stands_beside_the_twelve_months_of_its_last_month(file, block):
    """The rolling year of 2021-K2 is the one named 2021-06."""
    file.calculate("2021-K2")
    file.result("5.1", "T1", 12, 16)
    file.result("5.1", "T1", 40, 100, rolling=True)
    assert figures(block("5.1"), "Resultat") == {"2. kvartal 2021": "75 %", "12 måneder": "40 %"}


def test_the_department_has_no_column_for_itself(file, block):
    """On the department's page the department's figure stands once."""
    file.result("5.1", "ALLE", 60, 90)
    assert block("5.1", "ALLE").target.columns == ("april 2021",)


def test_case_review_leads_where_the_results_say_so(file, block):
    """It leads in the whole row, and the register's sentence and figure stand beside."""
    file.result("6.1", "T1", 20, 40, leads=False)
    file.result("6.1", "T1", 5, 6, source="tilsyn", leads=True)
    found = block("6.1")
    assert found.conclusion.startswith("5 af 6 gennemgåede sager")
    assert found.other_source.startswith("Registret: 20 af 40 afsluttede børnefaglige undersøgelser")
    assert figures(found, "Resultat") == {"april 2021": "83 %", "Registret": "50 %"}


def test_the_register_leads_where_the_plan_does_not_name_case_review(file, block):
    """5.1 is drawn from the register: a review of it stands beside."""
    file.result("5.1", "T1", 12, 16)
    file.result("5.1", "T1", 1, 2, source="tilsyn")
    found = block("5.1")
    assert found.conclusion.startswith("12 af 16 underretninger")
    assert found.other_source.startswith("Sagsgennemgang: 1 af 2 gennemgåede sager")


@pytest.mark.parametrize("naevner", [None, 0])
def test_the_register_leads_when_no_review_saw_a_case(file, block, naevner):
    """Without a review, or with one where nothing was relevant, the register's figure is what there is."""
    file.result("6.1", "T1", 20, 40)
    if naevner is not None:
        file.result("6.1", "T1", 0, 0, source="tilsyn", undtaget=3)
    assert block("6.1").conclusion.startswith("20 af 40 afsluttede børnefaglige undersøgelser")
    assert block("6.1").other_source == ""


def test_a_survey_without_team_figures_shows_the_department(file, block):
    """Where answers are not shown by team the page says whose figure it is."""
    file.result("1.3", "ALLE", 30, 40)
    found = block("1.3")
    assert found.conclusion.startswith("30 af 40 besvarelser")
    assert "Opgøres kun for hele afdelingen." in found.notes


def test_a_team_without_a_row_is_not_lent_the_departments_figure(file, block):
    """Only surveys are shown for the department alone: elsewhere no row means nothing to count."""
    file.result("5.1", "ALLE", 30, 40)
    found = block("5.1")
    assert found.conclusion == "Ingen underretninger at opgøre i april 2021."
    assert not any("afdelingen" in note for note in found.notes)


def test_columns_without_any_unit_are_left_out_but_waiting_ones_stay(file, block):
    """Nothing at all is no column; nothing decided but something waiting is."""
    file.result("5.1", "T1", 0, 0, afventer=4)
    file.result("5.1", "T1", 0, 0, rolling=True)
    found = block("5.1")
    assert figures(found, "Opfyldt") == {"april 2021": "ingen at opgøre"}
    assert found.curve is None


def test_no_milestone_no_distance(file, block):
    """Where the plan fixes no milestone there is nothing to be distant from."""
    file.result("4.2", "T1", 3, 9)
    found = block("4.2")
    assert "Afstand, pct.point" not in dict(found.target.rows)
    assert found.milepaele == ""


def test_the_assumption_is_said(file, block, plan):
    """What the project decided where the plan is silent stands by the figure."""
    file.result("5.4", "T1", 3, 9)
    assert f"Forudsætning: {plan.indicator('5.4').antagelse}" in block("5.4").notes


def test_the_trend_has_gaps_and_the_staircase_each_period_was_judged_by(file, block):
    """A month without cases is a gap, not 0 %; the stairs reach past the month to the next step."""
    file.calculate("2021-06")
    file.result("5.1", "T1", 2, 4, periode="2021-04")
    file.result("5.1", "T1", 0, 0, periode="2021-05")
    file.result("5.1", "T1", 9, 10)
    curve = block("5.1").curve
    assert curve.points[0].name == "okt 20"
    assert [(p.value, p.count, p.milepael) for p in curve.points][-4:] == [
        (None, "", None),
        (50.0, "4", 25),
        (None, "", 25),
        (90.0, "10", 25),
    ]
    assert [(p.name, p.milepael) for p in curve.coming] == [("jul 21", 25), ("aug 21", 50), ("sep 21", 50)]


def test_a_revised_milestone_moves_the_coming_stairs_only_once_adopted(file, block):
    """What was adopted after the period's last day is not yet known to its report."""
    new = {
        "plan_id": "slagelse_2021_2023",
        "indikator_id": "5.1",
        "dato": date(2021, 8, 31),
        "slutmaal": False,
    }
    file.set_("milepael", **new, procent=40.0, vedtaget=date(2021, 5, 20))
    file.calculate("2021-05")
    file.result("5.1", "T1", 9, 10)
    assert [p.milepael for p in block("5.1").curve.coming] == [25, 25, 40]
    file.calculate("2021-04")
    file.result("5.1", "T1", 9, 10)
    file.set_("milepael", **new, procent=90.0, vedtaget=date(2021, 7, 1))
    assert [p.milepael for p in block("5.1").curve.coming] == [25, 25, 25]
    file.calculate("2021-07")
    file.result("5.1", "T1", 9, 10)
    assert [p.milepael for p in block("5.1").curve.coming] == [90, 90, 90]


def test_the_alternative_text_says_what_the_picture_shows(file, block):
    """Lowest, highest and latest, the milestones, and the periods without cases."""
    file.calculate("2020-12")
    file.result("5.1", "T1", 2, 8, periode="2020-10")
    file.result("5.1", "T1", 6, 8)
    assert block("5.1").curve.alt.replace(HARD_SPACE, " ") == (
        "Kurve for 5.1 Partshøring inden for 14 dage fra oktober 2020 til december 2020: "
        "lavest 25 % i oktober 2020, højest 75 % i december 2020, senest 6 af 8 (75 %) i december 2020. "
        "Milepæle: 25 % fra 30. april 2021, 50 % fra 31. august 2021 og 100 % fra 31. december 2021. "
        "Ingen at opgøre i november 2020."
    )


def test_the_alternative_text_rounds_as_the_conclusion_does(file, block):
    """A milestone still to come bounds the rounding too: 79,6 % has not reached the next one of 80 %."""
    file.result("5.1", "T1", 796, 1000)
    file.database.run("update indikator_resultat set naeste_procent = 80, status = 'naaet'")
    shown = block("5.1")
    assert f"(79,6{HARD_SPACE}%)" in shown.conclusion
    assert f"senest 796 af 1.000 (79,6{HARD_SPACE}%) i april 2021." in shown.curve.alt


def test_a_percent_of_fewer_than_five_is_shown_nowhere(file, plan, report):
    """Sentence, table, curves, their words and overview give the count alone: one more would turn it over."""
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 2, 3)
    html = report("T1").replace(HARD_SPACE, " ")
    assert "67 %" not in html
    assert "lavest 2 af 3 i april 2021, højest 2 af 3 i april 2021, senest 2 af 3 i april 2021." in html
    assert "2 af 3 underretninger blev partshørt inden for 14 dage; " in html
    assert "2 af 3" in html[html.index("Resten af indikatorerne") :]
