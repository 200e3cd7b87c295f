"""A token planted in each team's data never shows up in another team's folder: page, sheet or picture."""

from __future__ import annotations

import base64
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.mailbody import MailFrame
from pipeline.reports import Reports, folder_name
from pipeline.reports.pictures import Painter

TEAM = ("T1", "T2", "T3")


def track(kind: str, team_id: str) -> str:
    """A token that tells what it was and whose."""
    return f"{kind}Spor{team_id}"


@pytest.fixture
def reports(file, plan):
    """Three teams, each with its token in every place a name, an id or a note can stand."""
    file.leverance()
    file.calculate("2021-K2")
    for line, team_id in enumerate((*TEAM, "UKENDT"), start=2):
        _plant(file, team_id, line)
    for kvartal in ("2021-K1", "2021-K2"):
        file.result("5.1", "ALLE", 30, 60, periode=kvartal)
    return Reports(file.database, [plan])


@pytest.fixture
def folder(reports, tmp_path):
    """Their reports."""
    reports.write(tmp_path)
    return tmp_path


def _plant(file, team_id, line):
    who = {"sag_id": track("sag", team_id), "raadgiver_id": track("raad", team_id)}
    file.team(team_id, track("hold", team_id))
    file.raadgiver(who["raadgiver_id"], track("navn", team_id))
    if team_id != "UKENDT":
        file.sag(who["sag_id"], team_id, who["raadgiver_id"])
    for kvartal in ("2021-K1", "2021-K2"):
        file.result("5.1", team_id, 10, 20, periode=kvartal)
    file.frist("5.1", team_id, track("over", team_id), date(2021, 5, 1), **who)
    file.frist("5.1", team_id, track("snart", team_id), date(2021, 7, 3), **who)
    file.frist("5.1", team_id, track("senere", team_id), date(2021, 9, 3), **who)
    file.shortfall("5.1", team_id, track("misset", team_id), frist=date(2021, 5, 1), **who)
    file.reply("6.1", team_id, "nej", day=date(2021, 5, 3), bemaerkning=track("note", team_id), **who)
    file.comment("5.1", team_id, "2021-K2", track("ord", team_id))
    file.warning("sager", line, "foedselsdato", track("advarsel", team_id), sag_id=who["sag_id"])
    file.set_(
        "indsatser", indsats_id=track("indsats", team_id), sag_id=who["sag_id"], kategori="anbringelse",
        indsatstrin=3, start_dato=date(2021, 5, 1),
    )  # fmt: skip


def alt_in(folder: Path) -> str:
    """Everything under a folder: names of files, pages, decoded pictures, every part of a workbook."""
    parts = []
    for file in sorted(folder.rglob("*")):
        parts.append(file.name)
        if file.suffix == ".xlsx":
            with zipfile.ZipFile(file) as book:
                parts += [book.read(name).decode() for name in book.namelist()]
        elif file.is_file():
            html = file.read_text(encoding="utf-8")
            parts.append(html)
            parts += [base64.b64decode(b).decode() for b in re.findall(r"svg\+xml;base64,([\w+/=]+)", html)]
    return "\n".join(parts)


ONES_OWN = (
    "sag", "raad", "navn", "hold", "over", "snart", "senere", "misset", "note", "ord", "advarsel", "indsats",
)  # fmt: skip


@pytest.mark.parametrize("team_id", TEAM)
def test_a_teams_folder_holds_its_own_tokens_and_no_others(folder, team_id):
    """Names, ids, notes, comments and warnings: all of its own, not one of another's."""
    found = alt_in(folder / folder_name(team_id))
    assert [s for s in ONES_OWN if track(s, team_id) not in found] == []
    assert re.findall(rf"\w+Spor(?!{team_id}\b)\w+", found) == []


def mail(reports: Reports, team_id: str, *, case_numbers: bool) -> str:
    """A mail's both parts, and the drawings its pictures are made from."""
    with reports.mails() as body, Painter() as painter:
        found = body(team_id, MailFrame("Kommunen", "rapporter", case_numbers=case_numbers))
        page = reports.page(team_id)
        pictures = [painter.draw(b) for b in (page.behind, page.ladder and page.ladder.picture) if b]
    assert len(pictures) == len(found.pictures)
    svg = [base64.b64decode(b.partition(",")[2]).decode() for b in pictures]
    return "\n".join([found.html, found.text, *svg])


@pytest.mark.parametrize("team_id", TEAM)
def test_a_teams_mail_names_the_team_alone_and_its_cases_only_where_asked_for(reports, team_id):
    """Never another team's token, whatever the settings; a caseworker, note or comment not even its own."""
    without, beside = (mail(reports, team_id, case_numbers=option) for option in (False, True))
    assert set(re.findall(r"(\w+)Spor(\w+)", without)) == {("hold", team_id)}
    allowed = ("hold", "sag", "snart")  # what is long overdue is counted, and stays in the report
    assert set(re.findall(r"(\w+)Spor(\w+)", beside)) == {(kind, team_id) for kind in allowed}


def test_the_departments_mail_names_no_teams_cases(reports):
    """Names of teams alone; with case ids those of cases nobody's own report holds."""
    found = set(re.findall(r"(\w+)Spor(\w+)", mail(reports, "ALLE", case_numbers=True)))
    assert {what for what in found if what[1] != "UKENDT"} == {("hold", team_id) for team_id in TEAM}


def test_the_department_sees_names_of_teams_and_leaders_words_but_no_teams_cases(folder):
    """Of a team with a report of its own: its name and its leader's words. Of no known team: everything."""
    found = set(re.findall(r"(\w+)Spor(\w+)", alt_in(folder / "afdeling")))
    for team_id in TEAM:
        assert {kind for kind, condition in found if condition == team_id} == {"hold", "ord"}
    assert {"over", "sag", "raad", "misset"} <= {kind for kind, condition in found if condition == "UKENDT"}


def test_the_committee_sees_nobody(folder):
    """Not a name, an id, a note or a word of any team."""
    assert "Spor" not in alt_in(folder / "udvalg").replace("spor", "")
