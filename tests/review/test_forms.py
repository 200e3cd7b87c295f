"""What a leader is handed: the plan's questions about what was drawn, and nothing known already."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.base.database import Database
from pipeline.base.saved_books import saved_by_somebody
from pipeline.definitions.plans import read_plan
from pipeline.review.forms import forms, tasks
from tests.review.a_round import APRIL, MAY, TEAMS, Case, Hand, Round, all_yes, cells


@pytest.fixture
def round_(database: Database) -> Round:
    return Round(database).draw()


def test_a_sheet_per_object(round_: Round):
    """By number and case, after an overview; the starting point is filled in, answers and day are not."""
    book = load_workbook(BytesIO(round_.form().workbook()))
    assert book.sheetnames == ["Overblik", "01 S1", "02 S2"]
    texts = [c.value for c in cells(book["01 S1"])]
    assert {"S1", "US1", "En underretning", datetime(2021, 3, 1), "2021-04", "T1"} <= set(texts)  # noqa: DTZ001
    assert {"Screening", "5.9", "Spørgsmål 5.9?", "Se efter.", "5.10", "2.1"} <= set(texts)
    assert "☐ Ja   ☐ Delvist   ☐ Nej\n☐ Ikke relevant\n☐ Kan ikke ses i sagen" in texts
    assert not {"Ja", "Nej"} & set(texts)


def test_what_can_be_answered_is_a_list(round_: Round):
    """With the words of the answers, on every question; a deadline is a date."""
    sheet = load_workbook(BytesIO(round_.form().workbook()))["01 S1"]
    (choice,) = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert choice.formula1 == '"Ja,Delvist,Nej,Ikke relevant,Kan ikke ses i sagen"'
    (day,) = [rule for rule in sheet.data_validations.dataValidation if rule.type == "date"]
    numbers = [c.row for c in cells(sheet) if c.value in ("5.9", "5.10", "2.1")]
    for row in numbers:
        assert f"D{row}" in choice.sqref
        assert f"H{row}" in day.sqref


def test_each_object_is_one_page_of_paper(round_: Round):
    """A4, everything of an object on it, with room to write."""
    for sheet in load_workbook(BytesIO(round_.form().workbook())).worksheets[1:]:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        paper = sheet.page_setup
        assert (str(paper.paperSize), paper.fitToWidth, paper.fitToHeight) == (sheet.PAPERSIZE_A4, 1, 1)
        rows = [c.row for c in cells(sheet) if c.value in ("5.9", "5.10", "2.1")]
        assert all(sheet.row_dimensions[row].height >= 48 for row in rows)


def test_texts_never_run_as_formulas(database: Database):
    """An id out of the register stays a text, whatever it begins with."""
    book = load_workbook(BytesIO(Round(database, {APRIL: [Case("=1+1")]}).draw().form().workbook()))
    assert {c.data_type for c in cells(book.worksheets[1]) if str(c.value).startswith("=")} == {"s"}
    assert book.sheetnames[1] == "01 =1+1"


def test_the_same_objects_give_the_same_file(round_: Round):
    """So that a run that changes nothing leaves what has been looked at as it was."""
    assert round_.form().workbook() == round_.form().workbook()


def test_a_form_somebody_saved_is_known(round_: Round, tmp_path: Path):
    """By the clock that every program sets when it saves: such a file is never replaced."""
    file = tmp_path / "gennemgang-2021-04.xlsx"
    file.write_bytes(round_.form().workbook())
    assert not saved_by_somebody(file)
    Hand(file.read_bytes()).save(file)
    assert saved_by_somebody(file)


def test_what_left_the_round_or_was_never_drawn_is_in_no_form(database: Database):
    """Reserves wait, and what is eliminated is nobody's to read."""
    cases = [Case("S1"), Case("S2", rolle="reserve"), Case("S3", tilstand="udgaaet")]
    form = Round(database, {APRIL: cases}).draw().form()
    assert [subject.sag_id for subject in form.subjects] == ["S1"]


def test_a_plan_that_is_gone_still_has_its_forms(round_: Round):
    """The round asks what it asked; what the plan no longer says is named by its id."""
    form = forms(round_.database, [read_plan("varige_spor")], TEAMS, APRIL)[0]
    assert {q.ordlyd for s in form.subjects for q in s.questions} == {
        f"Målepunkt {id_} står ikke længere i planen." for id_ in ("5.9", "5.10", "2.1")
    }
    assert form.subjects[0].theme == "nye_sager"


def test_the_wording_is_that_of_the_day_it_was_drawn_from(round_: Round):
    """A question reworded since is asked as it was."""
    old = round_.plan.maalepunkter[0]
    new = old.model_copy(update={"gyldig_fra": date(2021, 5, 1), "ordlyd": "Nyt spørgsmål?"})
    old = old.model_copy(update={"gyldig_til": date(2021, 4, 30)})
    plan = round_.plan.model_copy(update={"maalepunkter": (old, new, *round_.plan.maalepunkter[1:])})
    (first, *_) = forms(round_.database, [plan], TEAMS, APRIL)[0].subjects
    assert first.questions[0].ordlyd == old.ordlyd


def test_what_is_left_to_read_is_told_by_reader(database: Database, tmp_path: Path):
    """The second reader's is a reading of its own; what is answered is read."""
    round_ = Round(database, {APRIL: [Case("S1"), Case("S2", again="T2")], MAY: [Case("S4")]}).draw()
    told = {(t.periode, t.team_id): (t.unread, t.subjects) for t in tasks(database)}
    assert told == {(APRIL, "T1"): (2, 2), (APRIL, "T2"): (1, 1), (MAY, "T1"): (1, 1)}
    round_.read(all_yes(round_.form()).save(tmp_path / "svar.xlsx"))
    told = {(t.periode, t.team_id): (t.unread, t.subjects) for t in tasks(database)}
    assert told == {(APRIL, "T1"): (0, 2), (APRIL, "T2"): (1, 1), (MAY, "T1"): (1, 1)}
