"""An indicator's block: which source leads, which results stand side by side, and what its trend shows."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.danish import HAARDT_MELLEMRUM
from pipeline.reports.facts import hent_grundlag
from pipeline.reports.page.indicator import byg_blok
from pipeline.reports.page.model import Blok


@pytest.fixture
def blok(fil, plan):
    """An indicator's block on a team's page, or on the department's."""

    def blok(indikator_id: str, team_id: str = "T1") -> Blok:
        return byg_blok(hent_grundlag(fil.database), plan.indikator(indikator_id), team_id, ())

    return blok


def tal(blok: Blok, navn: str) -> dict[str, str]:
    """One row of the block's table by column."""
    raekke = dict(blok.maal.raekker)[navn]
    return dict(
        zip(blok.maal.kolonner, (felt.replace(HAARDT_MELLEMRUM, " ") for felt in raekke), strict=True)
    )


def test_the_month_stands_beside_its_twelve_months_and_the_department(fil, blok):
    """A month's page shows the month, the twelve months ending with it, and the department's month."""
    fil.resultat("5.1", "T1", 12, 16, undtaget=2, afventer=3)
    fil.resultat("5.1", "T1", 40, 100, rullende=True)
    fil.resultat("5.1", "ALLE", 60, 90)
    fundet = blok("5.1")
    assert tal(fundet, "Resultat") == {"april 2021": "75 %", "12 måneder": "40 %", "Afdelingen": "67 %"}
    assert tal(fundet, "Opfyldt")["april 2021"] == "12 af 16"
    assert (tal(fundet, "Undtaget")["april 2021"], tal(fundet, "Afventer")["april 2021"]) == ("2", "3")
    assert tal(fundet, "Afstand, pct.point")["april 2021"] == "+50"
    assert fundet.milepaele.replace(HAARDT_MELLEMRUM, " ") == (
        "25 % fra 30. april 2021. Næste: 50 % fra 31. august 2021."
    )


def test_a_quarter_stands_beside_the_twelve_months_of_its_last_month(fil, blok):
    """The rolling year of 2021-K2 is the one named 2021-06."""
    fil.opgoer("2021-K2")
    fil.resultat("5.1", "T1", 12, 16)
    fil.resultat("5.1", "T1", 40, 100, rullende=True)
    assert tal(blok("5.1"), "Resultat") == {"2. kvartal 2021": "75 %", "12 måneder": "40 %"}


def test_the_department_has_no_column_for_itself(fil, blok):
    """On the department's page the department's figure stands once."""
    fil.resultat("5.1", "ALLE", 60, 90)
    assert blok("5.1", "ALLE").maal.kolonner == ("april 2021",)


def test_case_review_leads_where_the_plan_says_so(fil, blok):
    """The plan measures 6.1 by case review: it leads, and the register's sentence and figure stand beside."""
    fil.resultat("6.1", "T1", 20, 40)
    fil.resultat("6.1", "T1", 5, 6, kilde="tilsyn")
    fundet = blok("6.1")
    assert fundet.konklusion.startswith("5 af 6 gennemgåede sager")
    assert fundet.anden_kilde.startswith("Registret: 20 af 40 afsluttede børnefaglige undersøgelser")
    assert tal(fundet, "Resultat") == {"april 2021": "83 %", "Registret": "50 %"}


def test_the_register_leads_where_the_plan_does_not_name_case_review(fil, blok):
    """5.1 is drawn from the register: a review of it stands beside."""
    fil.resultat("5.1", "T1", 12, 16)
    fil.resultat("5.1", "T1", 1, 2, kilde="tilsyn")
    fundet = blok("5.1")
    assert fundet.konklusion.startswith("12 af 16 underretninger")
    assert fundet.anden_kilde.startswith("Sagsgennemgang: 1 af 2 gennemgåede sager")


@pytest.mark.parametrize("naevner", [None, 0])
def test_the_register_leads_when_no_review_saw_a_case(fil, blok, naevner):
    """Without a review, or with one where nothing was relevant, the register's figure is what there is."""
    fil.resultat("6.1", "T1", 20, 40)
    if naevner is not None:
        fil.resultat("6.1", "T1", 0, 0, kilde="tilsyn", undtaget=3)
    assert blok("6.1").konklusion.startswith("20 af 40 afsluttede børnefaglige undersøgelser")
    assert blok("6.1").anden_kilde == ""


def test_a_survey_without_team_figures_shows_the_department(fil, blok):
    """Where answers are not shown by team the page says whose figure it is."""
    fil.resultat("1.3", "ALLE", 30, 40)
    fundet = blok("1.3")
    assert fundet.konklusion.startswith("30 af 40 besvarelser")
    assert "Opgøres kun for hele afdelingen." in fundet.noter


def test_a_team_without_a_row_is_not_lent_the_departments_figure(fil, blok):
    """Only surveys are shown for the department alone: elsewhere no row means nothing to count."""
    fil.resultat("5.1", "ALLE", 30, 40)
    fundet = blok("5.1")
    assert fundet.konklusion == "Ingen underretninger at opgøre i april 2021."
    assert not any("afdelingen" in note for note in fundet.noter)


def test_columns_without_any_unit_are_left_out_but_waiting_ones_stay(fil, blok):
    """Nothing at all is no column; nothing decided but something waiting is."""
    fil.resultat("5.1", "T1", 0, 0, afventer=4)
    fil.resultat("5.1", "T1", 0, 0, rullende=True)
    fundet = blok("5.1")
    assert tal(fundet, "Opfyldt") == {"april 2021": "ingen at opgøre"}
    assert fundet.kurve is None


def test_no_milestone_no_distance(fil, blok):
    """Where the plan fixes no milestone there is nothing to be distant from."""
    fil.resultat("4.2", "T1", 3, 9)
    fundet = blok("4.2")
    assert "Afstand, pct.point" not in dict(fundet.maal.raekker)
    assert fundet.milepaele == ""


def test_the_assumption_is_said(fil, blok, plan):
    """What the project decided where the plan is silent stands by the figure."""
    fil.resultat("5.4", "T1", 3, 9)
    assert f"Forudsætning: {plan.indikator('5.4').antagelse}" in blok("5.4").noter


def test_the_trend_has_gaps_and_the_staircase_each_period_was_judged_by(fil, blok):
    """A month without cases is a gap, not 0 %; the stairs reach past the month to the next step."""
    fil.opgoer("2021-06")
    fil.resultat("5.1", "T1", 2, 4, periode="2021-04")
    fil.resultat("5.1", "T1", 0, 0, periode="2021-05")
    fil.resultat("5.1", "T1", 9, 10)
    kurve = blok("5.1").kurve
    assert kurve.punkter[0].navn == "okt 20"
    assert [(p.procent, p.naevner, p.milepael) for p in kurve.punkter][-4:] == [
        (None, 0, None),
        (50.0, 4, 25),
        (None, 0, 25),
        (90.0, 10, 25),
    ]
    assert [(p.navn, p.milepael) for p in kurve.kommende] == [("jul 21", 25), ("aug 21", 50), ("sep 21", 50)]


def test_a_revised_milestone_moves_the_coming_stairs_only_once_adopted(fil, blok):
    """What was adopted after the period's last day is not yet known to its report."""
    ny = {
        "plan_id": "slagelse_2021_2023",
        "indikator_id": "5.1",
        "dato": date(2021, 8, 31),
        "slutmaal": False,
    }
    fil.saet("milepael", **ny, procent=40.0, vedtaget=date(2021, 5, 20))
    fil.opgoer("2021-05")
    fil.resultat("5.1", "T1", 9, 10)
    assert [p.milepael for p in blok("5.1").kurve.kommende] == [25, 25, 40]
    fil.opgoer("2021-04")
    fil.resultat("5.1", "T1", 9, 10)
    fil.saet("milepael", **ny, procent=90.0, vedtaget=date(2021, 7, 1))
    assert [p.milepael for p in blok("5.1").kurve.kommende] == [25, 25, 25]
    fil.opgoer("2021-07")
    fil.resultat("5.1", "T1", 9, 10)
    assert [p.milepael for p in blok("5.1").kurve.kommende] == [90, 90, 90]


def test_the_alternative_text_says_what_the_picture_shows(fil, blok):
    """Lowest, highest and latest, the milestones, and the periods without cases."""
    fil.opgoer("2020-12")
    fil.resultat("5.1", "T1", 2, 8, periode="2020-10")
    fil.resultat("5.1", "T1", 6, 8)
    assert blok("5.1").kurve.alt.replace(HAARDT_MELLEMRUM, " ") == (
        "Kurve for 5.1 Partshøring inden for 14 dage fra oktober 2020 til december 2020: "
        "lavest 25 % i oktober 2020, højest 75 % i december 2020, senest 6 af 8 (75 %) i december 2020. "
        "Milepæle: 25 % fra 30. april 2021, 50 % fra 31. august 2021 og 100 % fra 31. december 2021. "
        "Ingen at opgøre i november 2020."
    )


def test_the_alternative_text_rounds_as_the_conclusion_does(fil, blok):
    """A milestone still to come bounds the rounding too: 79,6 % has not reached the next one of 80 %."""
    fil.resultat("5.1", "T1", 796, 1000)
    fil.database.koer("update indikator_resultat set naeste_procent = 80, status = 'naaet'")
    vist = blok("5.1")
    assert f"(79,6{HAARDT_MELLEMRUM}%)" in vist.konklusion
    assert f"senest 796 af 1.000 (79,6{HAARDT_MELLEMRUM}%) i april 2021." in vist.kurve.alt


def test_a_percent_of_fewer_than_five_is_shown_nowhere(fil, plan, rapport):
    """Sentence, table, curves, their words and overview give the count alone: one more would turn it over."""
    fil.hold("T1", "Team Nord")
    fil.resultat("5.1", "T1", 2, 3)
    html = rapport("T1").replace(HAARDT_MELLEMRUM, " ")
    assert "67 %" not in html
    assert "lavest 2 af 3 i april 2021, højest 2 af 3 i april 2021, senest 2 af 3 i april 2021." in html
    assert "2 af 3 underretninger blev partshørt inden for 14 dage; " in html
    assert "5.1: 2 af 3, for få" in html
