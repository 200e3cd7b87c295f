"""What lies among the returned workbooks and is none that can be read is never passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.database import Database
from pipeline.definitions.form_sheets import COMMENTS
from pipeline.review.returned import files_in
from tests.review.a_round import Hand, Round
from tests.review.test_statements import state, stated, workbook

SAVE_AS = (
    "skemaer læses kun som .xlsx; åbn filen, vælg Gem som og Excel-projektmappe (.xlsx), læg den her, "
    "og fjern denne."
)
LOCKED = "filen er låst med en adgangskode eller gemt i det gamle Excel; gem den uden, som .xlsx."
OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100)


@pytest.fixture
def round_(database: Database) -> Round:
    return Round(database).draw()


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("s.ods", b"PK", SAVE_AS),
        ("s.xls", OLD_EXCEL, SAVE_AS),
        ("s.csv", b"Nr.;Svar", SAVE_AS),
        ("svar.xlsx", OLD_EXCEL, LOCKED),
        ("svar.xlsx", b"not a zip", "filen er ikke et helt regneark; gem den igen."),
        ("svar.xlsx", b"", "filen er ikke et helt regneark; gem den igen."),
    ],
)
def test_what_is_no_workbook_is_refused(round_: Round, tmp_path: Path, name: str, content: bytes, line: str):
    """In words that say what to do."""
    (tmp_path / name).write_bytes(content)
    assert round_.read(tmp_path / name).refused == [f"{name}: {line}"]


def test_a_file_of_another_kind_is_told_of(round_: Round, tmp_path: Path):
    """A form filled in on paper and scanned would else be waited for in vain."""
    (tmp_path / "scannet.pdf").write_bytes(b"%PDF-1.4")
    result = round_.read(tmp_path / "scannet.pdf")
    assert result.refused == []
    (line,) = result.left
    assert line.startswith("scannet.pdf: er ikke et regneark og er ikke læst; er det et svar, så skriv det i")


def test_what_programs_keep_for_themselves_is_no_return(tmp_path: Path):
    """A file that Excel has open, what is hidden, and what Windows lays there."""
    for name in (".skjult.xlsx", "~$svar.xlsx", "Thumbs.db", "desktop.ini", "svar.xlsx", "scannet.pdf"):
        (tmp_path / name).write_bytes(b"")
    assert [file.name for file in files_in(tmp_path)] == ["scannet.pdf", "svar.xlsx"]


def test_a_workbook_that_is_read_again_never_takes_back_what_came_since(round_: Round, tmp_path: Path):
    """Last month's file lies in the folder still; the corrected one was read from a mail."""
    old = Hand(round_.form().workbook()).answer("US1", q59="Ja", q510="Nej").save(tmp_path / "gammel.xlsx")
    new = Hand(round_.form().workbook()).answer("US1", q59="Nej", q510="Nej").save(tmp_path / "ny.xlsx")
    for file in (old, new):
        round_.read(file)
    held = [("US1", "5.10", False, 1, "nej"), ("US1", "5.9", False, 1, "ja"), ("US1", "5.9", False, 2, "nej")]
    assert round_.answers() == held
    result = round_.read(old)
    assert round_.answers() == held
    assert result.written.told() == "1 svar og angivelse som før"
    assert "gammel.xlsx: er læst før; 1 svar eller angivelse, der er ændret siden, står ved magt." in (
        result.lines()
    )
    saved_anew = Hand(old.read_bytes()).answer("US1", q21="Ja").save(tmp_path / "gammel.xlsx")
    assert round_.read(saved_anew).written.changed == 1


def test_a_statement_that_is_read_again_never_takes_back_what_came_since(round_: Round, tmp_path: Path):
    """As with answers."""
    file, other = tmp_path / "input.xlsx", tmp_path / "rettet.xlsx"
    state(workbook(round_), COMMENTS, "5.1", Kommentar="Først").save(file)
    state(workbook(round_), COMMENTS, "5.1", Kommentar="Rettet").save(other)
    for one in (file, other, file):
        result = round_.read(one)
    assert [fields["tekst"] for fields in stated(round_).values()] == ["Først", "Rettet"]
    assert any("er læst før" in line for line in result.lines())
