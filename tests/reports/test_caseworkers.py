"""Where the units are caseworkers: a spread for everybody, and names for their own leader alone."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.mailbody import MailFrame
from pipeline.reports import Reports
from pipeline.reports.facts.cases import Frist
from pipeline.reports.papers.workbook import build_sheets
from tests.reports.conftest import PLAN
from tests.reports.own_plan import plain

UNITS = (("R2", "T1", "20-25"), ("R10", "T1", "1-14"), ("R3", "T2", "over 30"))


@pytest.fixture
def caseload(file):
    """4.8 of two teams: two caseworkers of the first, whose names sort otherwise than their ids, and one."""
    file.leverance()
    file.raadgiver("R2", "Åse Prøvesen")
    file.raadgiver("R10", "Bo Prøvesen")
    for team, name, n in (("T1", "Team Nord", 2), ("T2", "Team Syd", 1), ("ALLE", "", 3)):
        if name:
            file.team(team, name)
        file.value("4.8", team, None, n)
    for who, team, kategori in UNITS:
        file.set_(
            "indikator_raekke", plan_id=PLAN, indikator_id="4.8", kilde="dubu", periodetype="maaned",
            periode="2021-04", enhed_id=who, team_id=team, raadgiver_id=who, referencedato=date(2021, 4, 30),
            udfald="opgjort", kategori=kategori,
        )  # fmt: skip
    return file


def tables(file, plan, team_id: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    page = Reports(file.database, [plan]).page(team_id)
    (block,) = (b for section in page.section for b in section.blocks if b.id == "4.8")
    return {table.title: table.rows for table in block.tables}


def test_the_leader_sees_each_by_name(caseload, plan):
    """Sorted by name, whatever the number; another team's are not among them."""
    assert tables(caseload, plan, "T1")["Rådgiverne"] == (
        ("Bo Prøvesen (R10)", "1-14"),
        ("Åse Prøvesen (R2)", "20-25"),
    )
    assert tables(caseload, plan, "T2")["Rådgiverne"] == (("R3", "over 30"),)


def test_nobody_else_does(caseload, plan, tmp_path):
    """Neither the department's report, nor the committee's, nor any mail."""
    caseload.calculate("2021-K2")
    reports = Reports(caseload.database, [plan])
    assert "Rådgiverne" not in tables(caseload, plan, "ALLE")
    reports.write(tmp_path)
    for folder in ("afdeling", "udvalg"):
        html = (tmp_path / folder / "rapport.html").read_text(encoding="utf-8")
        assert not [who for who, *_ in UNITS if who in plain(html)]
    with reports.mails() as body:
        assert "Prøvesen" not in body("T1", MailFrame("K", "r")).text


def chain(team_id: str, sag_id: str | None, enhed_id: str) -> Frist:
    return Frist(PLAN, "7.7", enhed_id, sag_id, team_id, "R2", date(2021, 4, 1), "overskredet", 29)


@pytest.mark.parametrize(
    ("sag_id", "enhed_id", "own"),
    [(None, "R2", True), (None, "R2@2021-03-01", True), ("S1", "R2", False), (None, "R21", False)],
)
def test_a_unit_is_the_caseworker(sag_id, enhed_id, own):
    """By its id, or as a link of the caseworker's chain; never where it has a case."""
    assert chain("T1", sag_id, enhed_id).on_raadgiver is own


def test_a_caseworker_without_a_known_team_stands_in_no_list_of_the_department(file, plan):
    """What is left over there are cases; a caseworker's deadline is for a leader of the team."""
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 1, 1)
    for team in ("T1", "UKENDT"):
        file.frist("5.1", team, "R1", date(2021, 4, 2), sag_id=None)
    file.frist("5.1", "UKENDT", "U9", date(2021, 4, 2), sag_id="S9")
    reports = Reports(file.database, [plan])
    listed = {
        team: [t.unit for g in reports.page(team).action_list.overdue.groups for t in g.tasks]
        for team in ("T1", "ALLE")
    }
    assert listed == {"T1": ["Rådgiveren"], "ALLE": ["U9"]}
    assert [row[5] for row in build_sheets([file.facts()], "ALLE")[0].rows] == ["U9"]
    with reports.mails() as body:
        told = body("T1", MailFrame("K", "r", case_numbers=True))
    assert not told.case_numbers
