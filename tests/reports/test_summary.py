"""The five lines at the top: each line's forms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports import Reports


@pytest.fixture
def lines(file, plan):
    """The lines of a team, or of the department, by their mark."""

    def lines(team_id: str = "T1") -> dict[str, str]:
        return {
            line.label: line.text.replace(HARD_SPACE, " ")
            for line in Reports(file.database, [plan]).page(team_id).summary.lines
        }

    return lines


def test_there_are_five_lines_and_they_are_all_filled(file, lines):
    """Even with nothing at all to report a leader gets five sentences."""
    found = lines()
    assert len(found) == 5
    assert all(text.endswith(".") for text in found.values())


def test_reached_missed_too_few_and_empty_add_up(file, lines):
    """Every milestone in force is counted in exactly one group; the total is those with cases."""
    file.result("5.1", "T1", 16, 16)  # ahead
    file.result("5.2", "T1", 0, 16)  # missed
    file.result("5.3", "T1", 2, 3)  # too few
    file.result("6.1", "T1", 0, 0)  # empty
    file.result("4.2", "T1", 9, 9)  # no milestone
    assert lines()["Milepæle"] == (
        "1 af 3 milepæle er nået, heraf 1 foran planen. 1 er ikke nået, 1 har for få sager til at konkludere "
        "og 1 har ingen sager i perioden."
    )


def test_a_single_milestone_reached(file, lines):
    """One of one is singular, and groups without any are not mentioned."""
    file.calculate("2021-09")
    file.result("5.1", "T1", 15, 16)
    assert lines()["Milepæle"] == "1 af 1 milepæl er nået."


def test_before_any_milestone(file, lines):
    """Before the plan's first date nothing counts as missed."""
    file.calculate("2020-12")
    file.result("5.1", "T1", 0, 20)
    assert lines()["Milepæle"] == (
        "Ingen milepæle gælder endnu i december 2020; de første gælder fra 30. april 2021."
    )
    assert lines()["Længst bagud"] == "Ingen milepæle kan vurderes i perioden."


def test_furthest_behind_first_three_named(file, lines):
    """The missed ones by distance, three named, the rest counted; the uncertain are not called missed."""
    file.calculate("2021-12")
    for indikator_id, k in [("5.1", 10), ("5.2", 10), ("5.3", 0), ("6.1", 5), ("3.1", 8)]:
        file.result(indikator_id, "T1", k, 40)
    file.result("6.3", "T1", 0, 2)
    assert lines()["Længst bagud"] == (
        "5.3 Tilbagemelding til faglig underretter (0 % mod 100 %), 6.1 Skriftlig undersøgelsesplan "
        "(13 % mod 100 %), 3.1 Børnesamtale i undersøgelsen (20 % mod 100 %) og 2 flere."
    )


def test_only_uncertain_ones_behind(file, lines):
    """Below the milestone but too few: said, without calling it missed."""
    file.result("5.1", "T1", 0, 3)
    assert lines()["Længst bagud"] == (
        "Ingen milepæl er med sikkerhed misset. 1 indikator ligger ikke på milepælen, men har for få sager "
        "til at konkludere: 5.1 Partshøring inden for 14 dage."
    )


def test_none_behind(file, lines):
    """When all that can be judged is reached the line says so."""
    file.result("5.1", "T1", 16, 16)
    assert lines()["Længst bagud"] == "Ingen: alle milepæle, der kan vurderes, er nået."


def test_changes_since_the_month_before(file, lines):
    """What was reached, what was lost and why, and rises that are hardly chance."""
    file.calculate("2021-08")
    file.result("5.1", "T1", 5, 40, periode="2021-07")
    file.result("5.1", "T1", 36, 40)
    file.result("6.1", "T1", 24, 40, periode="2021-07")
    file.result("6.1", "T1", 20, 40)
    assert lines()["Siden sidst"] == (
        "Nået siden juli 2021: 5.1 Partshøring inden for 14 dage. Nu ikke nået: 6.1 Skriftlig "
        "undersøgelsesplan (milepælen er nu 75 %). Størst fremgang: 5.1 Partshøring inden for 14 dage "
        "(fra 13 % til 90 %). Nye milepæle gælder for 2 indikatorer."
    )


def test_a_first_milestone_is_no_change_of_verdict(file, lines):
    """Where none was in force the period before, nothing was reached or lost since."""
    file.calculate("2021-04")
    for indikator_id, k in (("5.1", 16), ("5.2", 0)):
        file.result(indikator_id, "T1", 8, 16, periode="2021-03")
        file.result(indikator_id, "T1", k, 16)
    text = lines()["Siden sidst"]
    assert "Første milepæl, nået: 5.1 Partshøring inden for 14 dage." in text
    assert "Første milepæl, ikke nået: 5.2 Faglig vurdering inden for 4 uger." in text
    assert "Nået siden" not in text
    assert "Nu ikke nået" not in text


def test_a_milestone_that_was_too_close_to_tell_and_is_missed_now_is_told(file, lines):
    """From too few to tell to missed is news, as from reached to missed."""
    file.calculate("2021-07")
    file.result("5.1", "T1", 1, 4, periode="2021-06")
    file.result("5.1", "T1", 2, 40)
    assert "Nu ikke nået: 5.1 Partshøring inden for 14 dage (5 %)." in lines()["Siden sidst"]


def test_a_fall_under_an_unchanged_milestone(file, lines):
    """A loss without a new milestone shows the share it fell to."""
    file.calculate("2021-07")
    file.result("5.1", "T1", 36, 40, periode="2021-06")
    file.result("5.1", "T1", 2, 40)
    text = lines()["Siden sidst"]
    assert "Nu ikke nået: 5.1 Partshøring inden for 14 dage (5 %)." in text
    assert "Størst tilbagegang: 5.1 Partshøring inden for 14 dage (fra 90 % til 5 %)." in text


def test_reached_after_a_period_without_cases_is_no_news(file, lines):
    """Without anything to compare with nothing has changed."""
    file.calculate("2021-07")
    file.result("5.1", "T1", 0, 0, periode="2021-06")
    file.result("5.1", "T1", 36, 40)
    assert lines()["Siden sidst"] == "Ingen milepæle har skiftet vurdering siden juni 2021."


def test_no_change(file, lines):
    """The same verdict and a small movement is no news."""
    file.calculate("2021-07")
    file.result("5.1", "T1", 35, 40, periode="2021-06")
    file.result("5.1", "T1", 36, 40)
    assert lines()["Siden sidst"] == "Ingen milepæle har skiftet vurdering siden juni 2021."


def test_the_first_period_has_nothing_before_it(file, lines):
    """October 2020 is the first that is computed."""
    file.calculate("2020-10")
    assert lines()["Siden sidst"] == "Ingen tidligere periode at sammenligne med."


def test_a_quarter_is_compared_with_the_quarter_before(file, lines):
    """Quarter against quarter, never against a month."""
    file.calculate("2021-K3")
    file.result("5.1", "T1", 5, 40, periode="2021-K2")
    file.result("5.1", "T1", 36, 40)
    assert lines()["Siden sidst"].startswith("Nået siden 2. kvartal 2021: 5.1")


def test_deadlines_of_the_next_fourteen_days(file, lines):
    """The fourteenth day is in, the fifteenth is not, other teams' are not; kinds by frequency."""
    end = date(2021, 4, 30)
    for days, indikator_id in [(14, "5.1"), (2, "5.1"), (3, "5.2"), (15, "5.3")]:
        file.frist(indikator_id, "T1", f"U{days}", end + timedelta(days=days))
    file.frist("5.1", "T2", "U99", end + timedelta(days=1))
    assert lines()["Næste 14 dage"] == (
        "3 frister forfalder til og med 14. maj 2021: 5.1 Partshøring inden for 14 dage (2) og 5.2 Faglig "
        "vurdering inden for 4 uger (1); den første 2. maj 2021."
    )
    assert lines("T2")["Næste 14 dage"].startswith("1 frist forfalder")
    assert lines("ALLE")["Næste 14 dage"].startswith("4 frister forfalder")


def test_no_deadlines_ahead_and_none_overdue(lines):
    """Nothing due is said, with the day it is true of."""
    found = lines()
    assert found["Næste 14 dage"] == "Ingen frister forfalder til og med 14. maj 2021."
    assert found["Overskredet nu"] == "Ingen åbne frister er overskredet pr. 30. april 2021."


def test_overdue_whatever_period_it_fell_in(file, lines):
    """All open and overdue, with the age of the oldest."""
    file.frist("5.1", "T1", "U1", date(2020, 11, 30))
    assert lines()["Overskredet nu"] == (
        "1 åben frist er overskredet pr. 30. april 2021, med 151 dage: 5.1 Partshøring inden for 14 dage (1)."
    )
    file.frist("5.2", "T1", "U1", date(2021, 4, 29))
    assert (
        "2 åbne frister er overskredet pr. 30. april 2021, den ældste med 151 dage:"
        in lines()["Overskredet nu"]
    )


def test_a_preliminary_period_is_marked(file, plan):
    """A period that had not ended when the data were drawn says so; one that had does not."""
    assert Reports(file.database, [plan]).page("T1").summary.preliminary is None
    file.calculate("2021-04", date(2021, 4, 12))
    text = Reports(file.database, [plan]).page("T1").summary.preliminary
    assert text == (
        "Foreløbige tal: udtrækket er fra 12. april 2021, før april 2021 var slut (30. april 2021). "
        "Tallene kan ændre sig."
    )


def test_a_survey_of_the_department_is_not_counted_for_a_team(file, lines):
    """A figure a team has no share of its own in does not count among its milestones."""
    file.result("1.3", "ALLE", 0, 40)
    file.database.run("update indikator_resultat set milepael_procent = 50, status = 'ikke_naaet'")
    file.result("5.1", "T1", 16, 16)
    assert lines()["Milepæle"].startswith("1 af 1 milepæl er nået")
    assert "1.3" not in lines()["Længst bagud"]


def test_the_department_hears_of_its_activities(file, lines):
    """Activities without a percent are counted for the department: those due, by what was reported."""
    file.activity("A1.01", "opfyldt")
    file.activity("A1.02", "i_gang")
    text = lines("ALLE")["Aktiviteter"]
    assert "af planens aktiviteter er forfaldet: 1 opfyldt, 1 overskredet og 27 ikke oplyst." in text
    assert "Aktiviteter" not in lines("T1")
