"""The week between two months: a mail that names no case unless it may, and a page with the whole list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.base.mailbody import MailFrame
from pipeline.reports.papers.week_mail import build_week_mail, build_week_page, left_out, week_figures
from pipeline.reports.render import Writer
from pipeline.reports.words.names import in_words

FRAME = MailFrame(municipality="Prøve Kommune", report="rapporter/2021-U18/T1/uge.html")


@pytest.fixture
def due(file):
    """As of 30 April: one assessment passed, three hearings this week, one long ago, and another team's."""
    file.team("T1", "Nord")
    file.result("5.1", "T1", 1, 1)
    file.frist("5.4", "T1", "U1", date(2021, 4, 29), sag_id="SAG-1", raadgiver_id="R1")
    for number in (2, 3, 4):
        file.frist("5.1", "T1", f"U{number}", date(2021, 5, 4), sag_id=f"SAG-{number}", raadgiver_id="R1")
    file.frist("5.1", "T1", "U5", date(2021, 1, 4), sag_id="SAG-5", raadgiver_id="R2")
    file.frist("5.1", "T2", "U6", date(2021, 5, 4), sag_id="ANDET", raadgiver_id="R9")
    return file


def mail(file, **frame):
    return build_week_mail([file.facts()], "T1", replace(FRAME, **frame), Writer())


def test_the_mail_is_the_weeks_list_counted(due):
    """The gravest first; no case and no caseworker; the same in text and in HTML; where the list lies."""
    found = mail(due)
    lines = [line for line in found.text.splitlines() if line.startswith("- ")]
    assert lines == ["- 1 dag over: Vurdér underretningen (24 timer)", "- tirsdag 4/5: Partshør (3)"]
    for text in (found.text, found.html):
        assert "SAG-" not in text
        assert "R1" not in text
        assert "ANDET" not in text
        assert "rapporter/2021-U18/T1/uge.html" in text
        assert "Partshør (3)" in text
    assert found.subject == "1 frist om barnets sikkerhed overskredet · 3 frister i uge 18"
    assert not found.case_numbers


def test_cases_stand_in_it_where_the_settings_let_them(due):
    """Then it says so, and is never sent in the open."""
    found = mail(due, case_numbers=True)
    assert "Partshør (U2), sag SAG-2" in found.text
    assert "videresend den ikke" in found.text
    assert found.case_numbers


def test_the_page_has_every_row_and_the_old_ones_apart(due):
    """With its cases and caseworkers, for the team's own leader."""
    page = build_week_page([due.facts()], "T1")
    week, old = page.chapters
    assert [row[1] for row in week.tables[0].rows] == ["SAG-1", "SAG-2", "SAG-3", "SAG-4"]
    assert [row[1] for table in old.tables for row in table.rows] == ["SAG-5"]
    assert "ANDET" not in Writer().page("document.html.j2", page)


def test_a_team_with_nothing_due_hears_so(file):
    """A leader who gets no mail cannot know that somebody has looked."""
    file.team("T1", "Nord")
    file.result("5.1", "T1", 1, 1)
    assert "Ingen frist forfalder til og med søndag 9/5" in mail(file).text


def test_what_the_mail_shows_is_told_by_call_and_nearness(due):
    """So that a later mail about the same week corrects it, whatever day it is made."""
    assert [(f.key, f.value) for f in week_figures([due.facts()], "T1")] == [
        ("uge/slagelse_2021_2023/i-5-1/kommende", "3 frister"),
        ("uge/slagelse_2021_2023/i-5-4/overskredet", "1 frist"),
    ]


def test_deadlines_that_cannot_be_told_are_named(due):
    """Those with something to do alone; a share that cannot be computed is not this list's."""
    for id_ in ("7.7", "3.1"):
        due.result(id_, "T1", 0, 0)
    due.database.run("update indikator_resultat set grund = 'x' where indikator_id in ('7.7', '3.1')")
    told = left_out([due.facts()])
    assert told == "Ikke med, fordi udtrækkene ikke er leveret: 7.7 Opfølgningsmøder til tiden."
    assert told in in_words(" ".join(mail(due).text.split()))
