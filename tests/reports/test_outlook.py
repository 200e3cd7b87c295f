"""What stands beside a verdict: since when, how far to go, the last dated measurement, inherited, revised."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.indicator import build_block

TO_REACH = "for at nå den næste milepæl på 50 % (31. august 2021)."


@pytest.fixture
def outlook(file, plan):
    """The lines below an indicator's conclusion, by their mark."""

    def outlook(indikator_id: str, team_id: str = "T1") -> dict[str, str]:
        block = build_block(file.facts(), plan.indicator(indikator_id), team_id, ())
        return {line.label: line.text.replace(HARD_SPACE, " ") for line in block.outlook}

    return outlook


def test_since_when_passes_over_months_without_cases(file, outlook):
    """A gap does not end the time behind, a month that reached its milestone does."""
    file.calculate("2021-08")
    for maaned, k, n in (("2021-04", 4, 16), ("2021-05", 3, 16), ("2021-06", 0, 0), ("2021-07", 1, 16)):
        file.result("5.1", "T1", k, n, periode=maaned)
    file.result("5.1", "T1", 2, 16)
    assert outlook("5.1")["Under milepælen"] == "Siden maj 2021: 3 måneder i træk med sager."


def test_the_first_month_behind_is_said_to_be_the_first(file, outlook):
    """One month is no row."""
    file.result("5.1", "T1", 3, 16)
    assert outlook("5.1")["Under milepælen"] == "Første gang i april 2021."


def test_a_month_behind_after_one_that_was_not_is_never_called_the_first(file, outlook):
    """It was behind before: when last is said, however long ago, over months that reached their milestone."""
    file.calculate("2021-08")
    for maaned, k in (("2021-04", 1), ("2021-05", 1), ("2021-06", 16), ("2021-07", 16)):
        file.result("5.1", "T1", k, 16, periode=maaned)
    file.result("5.1", "T1", 2, 16)
    assert outlook("5.1")["Under milepælen"] == "Igen i august 2021; sidst i maj 2021."


def test_nothing_is_said_of_a_milestone_that_is_reached(file, outlook):
    """Only what is below its milestone is behind."""
    file.result("5.1", "T1", 16, 16)
    assert "Under milepælen" not in outlook("5.1")


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        (0, "Ingen kendte frister forfalder inden 31. august 2021."),
        (1, f"1 kendt frist forfalder inden 31. august 2021; den skal holdes {TO_REACH}"),
        (5, f"5 kendte frister forfalder inden 31. august 2021; mindst 3 af dem skal holdes {TO_REACH}"),
    ],
)
def test_known_deadlines_before_the_next_milestone(file, outlook, known, outcome):
    """Of the team's own open deadlines until that day, rounded up."""
    file.result("5.1", "T1", 12, 16)
    for number in range(known):
        file.frist("5.1", "T1", f"U{number}", date(2021, 5, 3 + number))
    file.frist("5.1", "T1", "EFTER", date(2021, 9, 1))
    file.frist("5.1", "T1", "OVER", date(2021, 4, 1))
    file.frist("5.1", "T2", "ANDEN", date(2021, 5, 3))
    assert outlook("5.1")["Vejen frem"] == outcome


def test_that_all_must_succeed_for_all_to_have_done_so_is_not_said(file, outlook):
    """At a milestone of 100 % no count of known deadlines says more than the milestone."""
    file.calculate("2021-12")
    file.result("5.1", "T1", 12, 16)
    for number in range(3):
        file.frist("5.1", "T1", f"U{number}", date(2022, 1, 3 + number))
    assert "Vejen frem" not in outlook("5.1")


def test_a_stock_says_how_many_more_of_those_there_are(file, outlook):
    """7.5: of today's cases."""
    file.result("7.5", "T1", 4, 10)
    assert outlook("7.5")["Vejen frem"] == (
        "4 flere af de 10 skal opfylde kravet for at nå den næste milepæl på 75 % (31. august 2021)."
    )


def test_an_event_is_measured_by_as_many_as_now(file, outlook):
    """6.4: nobody knows how many will come."""
    file.result("6.4", "T1", 2, 10)
    assert outlook("6.4")["Vejen frem"] == (
        "Med lige så mange som nu (10) skal 4 opfylde kravet for at nå den næste milepæl på 35 % "
        "(31. august 2021): 2 flere end nu."
    )


def test_a_month_between_milestones_names_the_last_measurement(file, outlook):
    """June is no milestone month for 5.1: April is the one it was measured by."""
    file.result("5.1", "T1", 12, 16, periode="2021-04")
    file.calculate("2021-06")
    file.result("5.1", "T1", 8, 16)
    assert outlook("5.1")["Seneste milepælsmåling"] == "April 2021: 12 af 16 (75 %), foran planen."
    file.calculate("2021-04")
    assert "Seneste milepælsmåling" not in outlook("5.1")


def test_a_measurement_without_cases_is_said_to_be_empty(file, outlook):
    """A month without cases is not 0 %."""
    file.calculate("2021-06")
    file.result("5.1", "T1", 8, 16)
    assert outlook("5.1")["Seneste milepælsmåling"] == "April 2021: ingen at opgøre."


def test_deadlines_inherited_in_their_last_fourteen_days(file, outlook):
    """Only those taken over from another team, and only from the fourteenth day before the deadline."""
    frist = date(2021, 4, 20)
    file.result("5.1", "T1", 12, 16)
    for number, (from_team, page) in enumerate(
        [
            ("T2", date(2021, 4, 6)),
            ("T2", date(2021, 4, 5)),
            ("T1", date(2021, 4, 10)),
            (None, date(2021, 4, 10)),
        ]
    ):
        if from_team:
            file.distribute(f"S{number}", from_team, date(2021, 1, 1))
        file.distribute(f"S{number}", "T1", page)
        file.shortfall("5.1", "T1", f"U{number}", sag_id=f"S{number}", frist=frist, team_siden=page)
    assert outlook("5.1")["Overtaget sent"] == (
        "Af 4 ikke opfyldte er 1 overtaget fra et andet team i fristens sidste 14 dage."
    )


def test_what_was_registered_late_is_listed_old_and_new(file, outlook):
    """Newest first; a preliminary figure was expected to change and is left out."""
    for maaned in ("2021-01", "2021-02", "2021-03"):
        file.result("5.1", "T1", 3, 16, periode=maaned)
    file.database.run("update indikator_resultat set foreloebig = true where periode = '2021-03'")
    file.publish_earlier()
    file.database.run("update indikator_resultat set taeller = 4 where periode <> '2021-01'")
    file.database.run("update indikator_resultat set naevner = 17 where periode = '2021-01'")
    file.result("5.1", "T1", 12, 16)
    assert outlook("5.1")["Revideret"] == (
        "Ændret siden den forrige udgivelse: februar 2021 fra 3 af 16 (19 %) til "
        "4 af 16 (25 %) og januar 2021 fra 3 af 16 (19 %) til 3 af 17 (18 %)."
    )


def test_a_revised_figure_is_shown_as_any_other(file, outlook):
    """Rounded against the next milestone too; no percent of fewer than five, and none at all is said."""
    maaneder = (("2021-01", 1, 3, 2, 4), ("2021-02", 0, 0, 1, 5), ("2021-03", 796, 1000, 800, 1000))
    for maaned, k, n, _, _ in maaneder:
        file.result("5.1", "T1", k, n, periode=maaned)
    file.publish_earlier()
    for maaned, _, _, k, n in maaneder:
        file.database.run(
            "update indikator_resultat set taeller = $k, naevner = $n, naeste_procent = 80 "
            "where periode = $maaned",
            k=k, n=n, maaned=maaned,
        )  # fmt: skip
    file.result("5.1", "T1", 12, 16)
    assert outlook("5.1")["Revideret"].endswith(
        "marts 2021 fra 796 af 1.000 (79,6 %) til 800 af 1.000 (80 %), "
        "februar 2021 fra ingen til 1 af 5 (20 %) og januar 2021 fra 1 af 3 til 2 af 4."
    )


def test_a_first_report_has_nothing_revised(file, outlook):
    """Without an earlier publication nothing is said of changes."""
    file.result("5.1", "T1", 3, 16, periode="2021-03")
    file.result("5.1", "T1", 12, 16)
    assert "Revideret" not in outlook("5.1")
