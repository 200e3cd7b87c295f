"""The action list: what pulls a percent down, what is overdue now, what is coming; by caseworker and unit."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reports.blocks.actions import UNFOLDED_AT_MOST, build_action_list
from pipeline.reports.papers.workbook import build_sheets


@pytest.fixture
def list_(file, plan):
    """A team's list; without a team, what the department's report holds."""

    def list_(team_id: str | None = "T1"):
        facts = file.facts()
        return build_action_list(facts, team_id or "ALLE")

    return list_


@pytest.fixture
def sheet(file, plan):
    """A team's sheets by name, as dictionaries by column."""

    def sheet(team_id: str = "T1"):
        return {
            one.name: [dict(zip(one.columns, row, strict=True)) for row in one.rows]
            for one in build_sheets([file.facts()], team_id)
        }

    return sheet


def units(tasks):
    return [(g.name, o.sag, o.unit, o.points) for g in tasks.groups for o in g.tasks]


def test_a_unit_is_one_row_with_everything_that_is_missing(file, list_):
    """However many deadlines a unit has missed it is one row, under its caseworker, oldest first."""
    file.frist("5.2", "T1", "U1", date(2021, 3, 1))
    file.frist("5.1", "T1", "U1", date(2020, 11, 1))
    file.frist("5.1", "T1", "U2", date(2021, 4, 30), sag_id="S2", raadgiver_id="R0")
    file.frist("5.1", "T1", "U3", date(2021, 4, 29), sag_id=None, raadgiver_id=None)
    over = list_().overdue
    assert units(over) == [
        ("R0", "S2", "U2", ("5.1 Partshøring inden for 14 dage: udløbet samme dag (frist 30-04-2021)",)),
        ("R1", "S1", "U1", (
            "5.1 Partshøring inden for 14 dage: 180 dage over (frist 01-11-2020)",
            "5.2 Faglig vurdering inden for 4 uger: 60 dage over (frist 01-03-2021)",
        )),
        ("Uden kendt rådgiver", "–", "U3", (
            "5.1 Partshøring inden for 14 dage: 1 dag over (frist 29-04-2021)",
        )),
    ]  # fmt: skip
    assert over.count == "3 enheder, 4 frister"


def test_a_caseworkers_heading_says_how_many_and_how_old(file, list_):
    """A leader sees whom to talk to first before opening anything."""
    file.frist("5.1", "T1", "U1", date(2020, 11, 1))
    file.frist("5.1", "T1", "U2", date(2021, 4, 1))
    file.frist("5.1", "T1", "U3", date(2021, 4, 2), raadgiver_id="R2")
    assert [g.count for g in list_().overdue.groups] == [
        "2 enheder, den første 1. november 2020",
        "1 enhed, fra 2. april 2021",
    ]


def test_a_long_list_is_folded(file, list_):
    """A short list stands open on the screen, a long one by caseworker only."""
    for number in range(UNFOLDED_AT_MOST):
        file.frist("5.1", "T1", f"U{number:02}", date(2021, 4, 1))
    assert list_().overdue.short
    file.frist("5.1", "T1", "U-sidste", date(2021, 4, 1))
    assert not list_().overdue.short


def test_coming_deadlines_are_split_at_fourteen_days(file, list_):
    """All coming deadlines are listed, the next fourteen days apart from the later ones."""
    file.frist("5.1", "T1", "U1", date(2021, 5, 14))
    file.frist("5.1", "T1", "U2", date(2021, 5, 15))
    assert [e[2] for e in units(list_().soon)] == ["U1"]
    ((_, _, unit, points),) = units(list_().later)
    assert (unit, points) == (
        "U2",
        ("5.1 Partshøring inden for 14 dage: 15 dage tilbage (frist 15-05-2021)",),
    )


def test_each_unmet_unit_of_the_period_with_its_reason(file, list_):
    """Oldest first, with reason and how late; what was met is not in it."""
    file.shortfall("6.1", "T1", "B1", day=date(2021, 4, 9), reason="indhold")
    file.shortfall("5.1", "T1", "U2", frist=date(2021, 4, 20))
    file.shortfall("5.1", "T1", "U1", frist=date(2021, 4, 10), day=date(2021, 4, 15), reason="for_sent")
    file.shortfall("5.1", "T1", "U3", frist=date(2021, 4, 11), udfald="opfyldt")
    assert [(e[2], e[3]) for e in units(list_().pulls_down)] == [
        ("B1", ("6.1 Skriftlig undersøgelsesplan: indhold (09-04-2021)",)),
        ("U1", ("5.1 Partshøring inden for 14 dage: for sent, 5 dage over (frist 10-04-2021)",)),
        ("U2", ("5.1 Partshøring inden for 14 dage: mangler, 10 dage over (frist 20-04-2021)",)),
    ]
    assert list_().pulls_down.count == "3 enheder, 3 mangler"


def test_stock_that_is_late_counts_from_its_due_day(file, sheet):
    """7.7: the last meeting lies before the due day, so the days run to the day of the count."""
    file.shortfall("7.7", "T1", "I1", frist=date(2021, 4, 1), day=date(2020, 10, 1), reason="for_sent")
    assert sheet()["Trækker ned"][0]["Dage over"] == 29


def test_a_deadline_missed_by_content_has_no_days(file, sheet):
    """4.4: what went wrong is not that it came late."""
    file.shortfall("4.4", "T1", "I1", frist=date(2021, 4, 1), day=date(2021, 1, 1), reason="indhold")
    assert sheet()["Trækker ned"][0]["Dage over"] is None


def test_case_review_is_marked_and_surveys_are_left_out(file, list_, sheet):
    """What a review saw is told apart from what the register says; survey answers belong to no case."""
    file.shortfall("6.1", "T1", "TS1", source="tilsyn", day=date(2021, 4, 9))
    file.shortfall("6.1", "T1", "B1", day=date(2021, 4, 9))
    file.shortfall("1.1", "T1", "TS2", day=date(2021, 4, 9))
    file.shortfall("1.3", None, "SV1", sag_id=None, day=date(2021, 4, 9))
    points = {e[2]: e[3][0] for e in units(list_().pulls_down)}
    assert points.keys() == {"TS1", "B1", "TS2"}
    assert [unit for unit, point in points.items() if point.endswith(", sagsgennemgang")] == ["TS1"]
    assert {r["Enhed"]: r["Kilde"] for r in sheet()["Trækker ned"]} == {
        "TS1": "Sagsgennemgang", "TS2": "Sagsgennemgang", "B1": "Register",
    }  # fmt: skip


def test_units_are_named_only_where_they_are_not_the_case_itself(file, list_):
    """A meeting shows its date, a case is not repeated."""
    file.shortfall("3.3", "T1", "S1@2021-04-07", day=date(2021, 4, 7))
    file.shortfall("7.11", "T1", "S1")
    assert {e[2] for e in units(list_().pulls_down)} == {"Møde 07-04-2021", "Sagen"}


def test_the_department_holds_what_no_report_holds(file, list_):
    """Cases of UKENDT, and of a team without a report of its own, stand in the department's list alone."""
    file.result("5.1", "T1", 1, 1)
    file.result("5.1", "UKENDT", 1, 1)
    for team_id in ("T1", "UKENDT", "T-lukket"):
        file.frist("5.1", team_id, f"U-{team_id}", date(2021, 4, 1))
        file.shortfall("5.1", team_id, f"M-{team_id}", frist=date(2021, 4, 1))
    assert {e[2] for e in units(list_(None).overdue)} == {"U-UKENDT", "U-T-lukket"}
    assert {e[2] for e in units(list_(None).pulls_down)} == {"M-UKENDT", "M-T-lukket"}


def test_an_empty_list_says_so(list_):
    """Nothing to do is a sentence, not an empty table."""
    empty = list_()
    assert empty.overdue.empty == "Ingen åbne frister er overskredet."
    assert empty.pulls_down.empty == "Ingen enheder trækker procenterne ned i april 2021."
    assert not empty.pulls_down.groups


def test_the_sheets_hold_real_dates_and_every_row(file, sheet):
    """Dates are dates and days numbers, one row per deadline, so that a leader can sort and filter."""
    file.frist("5.1", "T1", "U1", date(2021, 4, 1))
    file.frist("5.2", "T1", "U1", date(2021, 5, 9))
    file.frist("5.1", "T1", "U2", date(2021, 8, 1))
    file.frist("5.1", "T2", "U3", date(2021, 8, 1))
    all_ = sheet()
    assert list(all_) == ["Denne uge", "Overskredet", "Kommende", "Trækker ned"]
    (over,) = all_["Overskredet"]
    assert (over["Frist"], over["Dage"], over["Indikator"], over["Enhed"]) == (
        date(2021, 4, 1),
        29,
        "5.1",
        "U1",
    )
    assert [r["Enhed"] for r in all_["Kommende"]] == ["U1", "U2"]
    (week,) = all_["Denne uge"]
    assert (week["Frist"], week["Alvor"], week["Hvad"]) == (
        date(2021, 5, 9), "Retssikkerhed", "Skriv den faglige vurdering",
    )  # fmt: skip
    assert "Denne uge" not in sheet("ALLE")
