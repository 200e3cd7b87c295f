"""The five lines at the top: each line's forms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline.danish import HAARDT_MELLEMRUM
from pipeline.reports import Rapporter


@pytest.fixture
def linjer(fil, plan):
    """The lines of a team, or of the department, by their mark."""

    def linjer(team_id: str = "T1") -> dict[str, str]:
        return {
            linje.maerke: linje.tekst.replace(HAARDT_MELLEMRUM, " ")
            for linje in Rapporter(fil.database, plan).side(team_id).sammenfatning.linjer
        }

    return linjer


def test_there_are_five_lines_and_they_are_all_filled(fil, linjer):
    """Even with nothing at all to report a leader gets five sentences."""
    fundne = linjer()
    assert len(fundne) == 5
    assert all(tekst.endswith(".") for tekst in fundne.values())


def test_reached_missed_too_few_and_empty_add_up(fil, linjer):
    """Every milestone in force is counted in exactly one group; the total is the number in force."""
    fil.resultat("5.1", "T1", 16, 16)  # ahead
    fil.resultat("5.2", "T1", 0, 16)  # missed
    fil.resultat("5.3", "T1", 2, 3)  # too few
    fil.resultat("6.1", "T1", 0, 0)  # empty
    fil.resultat("4.2", "T1", 9, 9)  # no milestone
    assert linjer()["Milepæle"] == (
        "1 af 4 milepæle er nået, heraf 1 foran planen. 1 er ikke nået, 1 har for få sager til at konkludere "
        "og 1 har ingen sager i perioden."
    )


def test_a_single_milestone_reached(fil, linjer):
    """One of one is singular, and groups without any are not mentioned."""
    fil.opgoer("2021-09")
    fil.resultat("5.1", "T1", 15, 16)
    assert linjer()["Milepæle"] == "1 af 1 milepæl er nået."


def test_before_any_milestone(fil, linjer):
    """Before the plan's first date nothing counts as missed."""
    fil.opgoer("2020-12")
    fil.resultat("5.1", "T1", 0, 20)
    assert linjer()["Milepæle"] == (
        "Ingen milepæle gælder endnu i december 2020; de første gælder fra 30. april 2021."
    )
    assert linjer()["Længst bagud"] == "Ingen milepæle kan vurderes i perioden."


def test_furthest_behind_first_three_named(fil, linjer):
    """The missed ones by distance, three named, the rest counted; the uncertain are not called missed."""
    fil.opgoer("2021-12")
    for indikator_id, k in [("5.1", 10), ("5.2", 10), ("5.3", 0), ("6.1", 5), ("3.1", 8)]:
        fil.resultat(indikator_id, "T1", k, 40)
    fil.resultat("6.3", "T1", 0, 2)
    assert linjer()["Længst bagud"] == (
        "5.3 Tilbagemelding til faglig underretter (0 % mod 100 %), 6.1 Skriftlig undersøgelsesplan "
        "(13 % mod 100 %), 3.1 Børnesamtale i undersøgelsen (20 % mod 100 %) og 2 andre."
    )


def test_only_uncertain_ones_behind(fil, linjer):
    """Below the milestone but too few: said, without calling it missed."""
    fil.resultat("5.1", "T1", 0, 3)
    assert linjer()["Længst bagud"] == (
        "Ingen milepæl er med sikkerhed misset. 1 indikator ligger under milepælen, men har for få sager til "
        "at konkludere: 5.1 Partshøring inden for 14 dage."
    )


def test_none_behind(fil, linjer):
    """When all that can be judged is reached the line says so."""
    fil.resultat("5.1", "T1", 16, 16)
    assert linjer()["Længst bagud"] == "Ingen: alle milepæle, der kan vurderes, er nået."


def test_changes_since_the_month_before(fil, linjer):
    """What was reached, what was lost and why, and rises that are hardly chance."""
    fil.opgoer("2021-08")
    fil.resultat("5.1", "T1", 5, 40, periode="2021-07")
    fil.resultat("5.1", "T1", 36, 40)
    fil.resultat("6.1", "T1", 24, 40, periode="2021-07")
    fil.resultat("6.1", "T1", 20, 40)
    assert linjer()["Siden sidst"] == (
        "Nået siden juli 2021: 5.1 Partshøring inden for 14 dage. Nu ikke nået: 6.1 Skriftlig "
        "undersøgelsesplan (milepælen er nu 75 %). Størst fremgang: 5.1 Partshøring inden for 14 dage "
        "(fra 13 % til 90 %). Nye milepæle gælder for 2 indikatorer."
    )


def test_a_first_milestone_is_no_change_of_verdict(fil, linjer):
    """Where none was in force the period before, nothing was reached or lost since."""
    fil.opgoer("2021-04")
    for indikator_id, k in (("5.1", 16), ("5.2", 0)):
        fil.resultat(indikator_id, "T1", 8, 16, periode="2021-03")
        fil.resultat(indikator_id, "T1", k, 16)
    tekst = linjer()["Siden sidst"]
    assert "Første milepæl, nået: 5.1 Partshøring inden for 14 dage." in tekst
    assert "Første milepæl, ikke nået: 5.2 Faglig vurdering inden for 4 uger." in tekst
    assert "Nået siden" not in tekst
    assert "Nu ikke nået" not in tekst


def test_a_milestone_that_was_too_close_to_tell_and_is_missed_now_is_told(fil, linjer):
    """From too few to tell to missed is news, as from reached to missed."""
    fil.opgoer("2021-07")
    fil.resultat("5.1", "T1", 1, 4, periode="2021-06")
    fil.resultat("5.1", "T1", 2, 40)
    assert "Nu ikke nået: 5.1 Partshøring inden for 14 dage (5 %)." in linjer()["Siden sidst"]


def test_a_fall_under_an_unchanged_milestone(fil, linjer):
    """A loss without a new milestone shows the share it fell to."""
    fil.opgoer("2021-07")
    fil.resultat("5.1", "T1", 36, 40, periode="2021-06")
    fil.resultat("5.1", "T1", 2, 40)
    tekst = linjer()["Siden sidst"]
    assert "Nu ikke nået: 5.1 Partshøring inden for 14 dage (5 %)." in tekst
    assert "Størst tilbagegang: 5.1 Partshøring inden for 14 dage (fra 90 % til 5 %)." in tekst


def test_reached_after_a_period_without_cases_is_no_news(fil, linjer):
    """Without anything to compare with nothing has changed."""
    fil.opgoer("2021-07")
    fil.resultat("5.1", "T1", 0, 0, periode="2021-06")
    fil.resultat("5.1", "T1", 36, 40)
    assert linjer()["Siden sidst"] == "Ingen milepæle har skiftet vurdering siden juni 2021."


def test_no_change(fil, linjer):
    """The same verdict and a small movement is no news."""
    fil.opgoer("2021-07")
    fil.resultat("5.1", "T1", 35, 40, periode="2021-06")
    fil.resultat("5.1", "T1", 36, 40)
    assert linjer()["Siden sidst"] == "Ingen milepæle har skiftet vurdering siden juni 2021."


def test_the_first_period_has_nothing_before_it(fil, linjer):
    """October 2020 is the first that is computed."""
    fil.opgoer("2020-10")
    assert linjer()["Siden sidst"] == "Ingen tidligere periode at sammenligne med."


def test_a_quarter_is_compared_with_the_quarter_before(fil, linjer):
    """Quarter against quarter, never against a month."""
    fil.opgoer("2021-K3")
    fil.resultat("5.1", "T1", 5, 40, periode="2021-K2")
    fil.resultat("5.1", "T1", 36, 40)
    assert linjer()["Siden sidst"].startswith("Nået siden 2. kvartal 2021: 5.1")


def test_deadlines_of_the_next_fourteen_days(fil, linjer):
    """The fourteenth day is in, the fifteenth is not, other teams' are not; kinds by frequency."""
    slut = date(2021, 4, 30)
    for dage, indikator_id in [(14, "5.1"), (2, "5.1"), (3, "5.2"), (15, "5.3")]:
        fil.frist(indikator_id, "T1", f"U{dage}", slut + timedelta(days=dage))
    fil.frist("5.1", "T2", "U99", slut + timedelta(days=1))
    assert linjer()["Næste 14 dage"] == (
        "3 frister forfalder til og med 14. maj 2021: 5.1 Partshøring inden for 14 dage (2) og 5.2 Faglig "
        "vurdering inden for 4 uger (1); den første 2. maj 2021."
    )
    assert linjer("T2")["Næste 14 dage"].startswith("1 frist forfalder")
    assert linjer("ALLE")["Næste 14 dage"].startswith("4 frister forfalder")


def test_no_deadlines_ahead_and_none_overdue(linjer):
    """Nothing due is said, with the day it is true of."""
    fundne = linjer()
    assert fundne["Næste 14 dage"] == "Ingen frister forfalder til og med 14. maj 2021."
    assert fundne["Overskredet nu"] == "Ingen åbne frister er overskredet pr. 30. april 2021."


def test_overdue_whatever_period_it_fell_in(fil, linjer):
    """All open and overdue, with the age of the oldest."""
    fil.frist("5.1", "T1", "U1", date(2020, 11, 30))
    assert linjer()["Overskredet nu"] == (
        "1 åben frist er overskredet pr. 30. april 2021, med 151 dage: 5.1 Partshøring inden for 14 dage (1)."
    )
    fil.frist("5.2", "T1", "U1", date(2021, 4, 29))
    assert (
        "2 åbne frister er overskredet pr. 30. april 2021, den ældste med 151 dage:"
        in linjer()["Overskredet nu"]
    )


def test_a_preliminary_period_is_marked(fil, plan):
    """A period that had not ended when the data were drawn says so; one that had does not."""
    assert Rapporter(fil.database, plan).side("T1").sammenfatning.foreloebig is None
    fil.opgoer("2021-04", date(2021, 4, 12))
    tekst = Rapporter(fil.database, plan).side("T1").sammenfatning.foreloebig
    assert tekst == (
        "Foreløbige tal: udtrækket er fra 12. april 2021, før april 2021 var slut (30. april 2021). "
        "Tallene kan ændre sig."
    )


def test_a_survey_of_the_department_is_not_counted_for_a_team(fil, linjer):
    """A figure a team has no share of its own in does not count among its milestones."""
    fil.resultat("1.3", "ALLE", 0, 40)
    fil.database.koer("update indikator_resultat set milepael_procent = 50, status = 'ikke_naaet'")
    fil.resultat("5.1", "T1", 16, 16)
    assert linjer()["Milepæle"].startswith("1 af 1 milepæl er nået")
    assert "1.3" not in linjer()["Længst bagud"]


def test_the_department_hears_of_its_activities(fil, linjer):
    """Activities without a percent are counted for the department: those due, and how many are done."""
    fil.aktivitet("A1.01", "opfyldt")
    fil.aktivitet("A1.02", "i_gang")
    tekst = linjer("ALLE")["Milepæle"]
    assert "Af planens aktiviteter er 1 af " in tekst
    assert "Af planens aktiviteter" not in linjer("T1")["Milepæle"]
