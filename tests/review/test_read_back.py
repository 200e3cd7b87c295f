"""Filled-in forms come back answer for answer, whatever was moved; what cannot be right is refused whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.base.database import Database
from tests.review.a_round import APRIL, MAY, Case, Hand, Round, all_yes, cells, traekning_id


@pytest.fixture
def round_(database: Database) -> Round:
    return Round(database).draw()


def filled(round_: Round, team_id: str = "T1") -> Hand:
    """Both cases of the first reader begun on."""
    hand = Hand(round_.form(team_id).workbook())
    hand.answer("US1", q59="Ja", q510=("Nej", "Barnet er ikke hørt.", "Tal med barnet", date(2021, 6, 1)))
    return hand.answer("US2", q59="Delvist")


EXPECTED = [
    ("US1", "5.10", False, 1, "nej"),
    ("US1", "5.9", False, 1, "ja"),
    ("US2", "5.9", False, 1, "delvist"),
]


def other_order(hand: Hand) -> None:
    """The questions are sorted the other way round."""
    sheet = hand.sheet("US1")
    rows = [c.row for c in cells(sheet) if c.column == 1 and c.value in ("5.9", "5.10", "2.1")]
    content = {n: [cell.value for cell in sheet[n]] for n in rows}
    for here, there in zip(rows, reversed(rows), strict=True):
        for column, value in enumerate(content[there], start=1):
            sheet.cell(here, column).value = value


def other_columns(hand: Hand) -> None:
    """A column of one's own before the answers, and one in front of everything."""
    for sheet in hand.book.worksheets:
        sheet.insert_cols(4)
        sheet.insert_cols(1)
        sheet.cell(1, 1).value = "Mine noter"


def other_rows(hand: Hand) -> None:
    """Rows of one's own between the questions and above the head."""
    sheet = hand.sheet("US1")
    row = next(c.row for c in cells(sheet) if c.value == "5.10")
    sheet.insert_rows(row, 2)
    sheet.cell(row, 2).value = "husk at spørge"
    sheet.insert_rows(1, 3)


def other_sheets(hand: Hand) -> None:
    """Tabs renamed and moved, the overview gone, a sheet of one's own."""
    for sheet in hand.book.worksheets[1:]:
        sheet.title = f"Mads {sheet.title[:2]}"
    hand.book.remove(hand.book.worksheets[0])
    hand.book.move_sheet(hand.book.worksheets[0], 1)
    hand.book.create_sheet("Regnestykke", 0).cell(1, 1).value = 42


def one_sheet(hand: Hand) -> None:
    """Everything copied onto one sheet, case after case."""
    together = hand.book.create_sheet("Samlet")
    for sheet in hand.book.worksheets[1:-1]:
        for row in sheet.iter_rows(values_only=True):
            together.append(row)
        hand.book.remove(sheet)


def other_words(hand: Hand) -> None:
    """Answers typed as people type them."""
    for sheet in hand.book.worksheets:
        for cell in cells(sheet):
            cell.value = {"Ja": " JA ", "Nej": "nej", "Delvist": "delvist"}.get(str(cell.value), cell.value)


@pytest.mark.parametrize(
    "change", [None, other_order, other_columns, other_rows, other_sheets, one_sheet, other_words]
)
def test_answers_are_found_by_case_and_question(round_: Round, tmp_path: Path, change):
    """Not by where a cell stands."""
    hand = filled(round_)
    if change:
        change(hand)
    result = round_.read(hand.save(tmp_path / "svar.xlsx"))
    assert result.refused == []
    assert round_.answers() == EXPECTED
    (row,) = round_.rows(
        "select bemaerkning, aftale, aftale_frist, gennemgaaet_dato, laeser, kilde_fil "
        "from gennemgang.besvarelse where svar = 'nej'"
    )
    assert tuple(row.values()) == (
        "Barnet er ikke hørt.", "Tal med barnet", date(2021, 6, 1), date(2021, 5, 10), "T1", "svar.xlsx",
    )  # fmt: skip


def test_what_is_open_is_listed(round_: Round, tmp_path: Path):
    """A form half filled in is taken in."""
    result = round_.read(filled(round_).save(tmp_path / "svar.xlsx"))
    assert result.lines() == (
        "1 skema læst: 3 nye svar.",
        "svar.xlsx, ark 01 S1: 1 af 3 målepunkter mangler svar.",
        "svar.xlsx, ark 02 S2: 2 af 3 målepunkter mangler svar.",
    )


def test_the_same_file_twice_changes_nothing(round_: Round, tmp_path: Path):
    """However often it lies in the folder."""
    file = filled(round_).save(tmp_path / "svar.xlsx")
    round_.read(file)
    result = round_.read(file)
    assert result.written.told() == "3 svar og angivelser som før"
    assert round_.answers() == EXPECTED


def test_a_changed_answer_is_a_new_version_and_said(round_: Round, tmp_path: Path):
    """The one before is kept; an emptied one stays in force."""
    file = filled(round_).save(tmp_path / "svar.xlsx")
    round_.read(file)
    hand = filled(round_).answer("US1", q59="Nej", q510=(None, None, None, None))
    result = round_.read(hand.save(file))
    assert result.lines()[:3] == (
        "1 skema læst: 1 ændret svar og 1 svar og angivelse som før.",
        "svar.xlsx: 1 svar er ændret; det, der stod før, er gemt.",
        "svar.xlsx: 1 felt uden svar har et svar fra før; det står ved magt.",
    )
    assert round_.answers() == [
        ("US1", "5.10", False, 1, "nej"),
        ("US1", "5.9", False, 1, "ja"),
        ("US1", "5.9", False, 2, "nej"),
        ("US2", "5.9", False, 1, "delvist"),
    ]


def test_without_a_day_it_was_read_when_the_file_was_saved(round_: Round, tmp_path: Path):
    """A leader who forgets the date has not read in vain; the file saved again is no new answer."""
    hand = Hand(round_.form().workbook()).answer("US1", None, q59="Ja")
    file = hand.save(tmp_path / "svar.xlsx")
    saved = hand.book.properties.modified
    round_.read(file)
    assert round_.rows("select gennemgaaet_dato as dag from gennemgang.besvarelse") == [{"dag": saved.date()}]
    hand.save(file)
    assert round_.read(file).written.told() == "1 svar og angivelse som før"


def test_a_second_reader_reads_unseen(round_: Round, tmp_path: Path):
    """The form holds nothing of the first one's answers, and the answers stand apart."""
    round_.read(filled(round_).save(tmp_path / "t1.xlsx"))
    form = round_.form("T2")
    assert [s.genstand_id for s in form.subjects] == ["US2", "US3"]
    assert all(c.value != "Delvist" for s in Hand(form.workbook()).book.worksheets for c in cells(s))
    round_.read(Hand(form.workbook()).answer("US2", q59="Ja").save(tmp_path / "t2.xlsx"))
    assert round_.answers() == [*EXPECTED, ("US2", "5.9", True, 1, "ja")]


def test_what_looks_like_a_cpr_number_is_masked(round_: Round, tmp_path: Path):
    """Before anything is kept."""
    hand = Hand(round_.form().workbook()).answer("US1", q59=("Nej", "Se 010161-1234"))
    round_.read(hand.save(tmp_path / "svar.xlsx"))
    assert round_.rows("select bemaerkning from gennemgang.besvarelse") == [{"bemaerkning": "Se x"}]


# --- refused


def unknown_answer(hand: Hand) -> None:
    hand.answer("US1", q510="Måske")


def unknown_question(hand: Hand) -> None:
    next(c for c in cells(hand.sheet("US1")) if c.value == "5.9").value = "9.9"


def unknown_round(hand: Hand) -> None:
    hand.label(hand.sheet("US1"), "Runde", "slagelse_2021_2023.nye_sager.2020-01.1")


def other_object(hand: Hand) -> None:
    hand.label(hand.sheet("US1"), "Genstandens id", "US9")


def other_case(hand: Hand) -> None:
    hand.label(hand.sheet("US1"), "Sag", "S9")


def others_case(hand: Hand) -> None:
    hand.label(hand.sheet("US1"), "Genstandens id", "US3")
    hand.label(hand.sheet("US3"), "Sag", "S3")


def day_to_come(hand: Hand) -> None:
    hand.label(hand.sheet("US1"), "Gennemgået den", date(2021, 5, 21))


def no_day(hand: Hand) -> None:
    hand.label(hand.sheet("US1"), "Gennemgået den", "i mandags")


def no_frist(hand: Hand) -> None:
    hand.answer("US1", q510=("Nej", "x", "y", "snarest"))


def without_number(hand: Hand) -> None:
    next(c for c in cells(hand.sheet("US1")) if c.value == "5.9").value = None


def a_number(hand: Hand) -> None:
    next(c for c in cells(hand.sheet("US1")) if c.value == "5.10").value = 5.1


CHOICES = "ja, delvist, nej, ikke relevant eller kan ikke ses i sagen"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (unknown_answer, f"celle D14: ordet kendes ikke; vælg {CHOICES}."),
        (unknown_question, "celle A13: målepunktet er ikke blandt rundens."),
        (unknown_round, "celle C9: runden kendes ikke i denne arbejdsmappe."),
        (other_object, "celle C7: det, der er læst, er ikke udtrukket i runden."),
        (other_case, "celle C5: sagen er en anden end den, der er udtrukket."),
        (others_case, "celle G6: sagen skal læses af et andet team."),
        (day_to_come, "celle G7: gennemgået den ligger efter i dag."),
        (no_day, "celle G7: datoen kan ikke læses; skriv den som 31-12-2021."),
        (no_frist, "celle H14: datoen kan ikke læses; skriv den som 31-12-2021."),
        (without_number, "celle D13: rækken mangler målepunktets nummer."),
        (a_number, "celle A14: nummeret er blevet til et tal; skriv det som tekst."),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)  # fmt: skip
def test_what_cannot_be_right_is_refused(round_: Round, tmp_path: Path, change, line: str):
    """With file, sheet and cell; nothing of that workbook is taken in, and of another one all is."""
    hand = filled(round_)
    change(hand)
    other = all_yes(round_.form("T2")).save(tmp_path / "t2.xlsx")
    result = round_.read(hand.save(tmp_path / "svar.xlsx"), other)
    assert result.refused == [f"svar.xlsx, ark 01 S1, {line}"]
    assert {row[0] for row in round_.answers()} == {"US2", "US3"}
    assert result.files == 1


def test_every_fault_is_told_at_once(round_: Round, tmp_path: Path):
    """So that the leader has one thing to mend, not one after the other."""
    hand = filled(round_)
    for change in (unknown_answer, no_frist, no_day):
        change(hand)
    hand.answer("US2", q21="Tja")
    assert len(round_.read(hand.save(tmp_path / "svar.xlsx")).refused) == 3


def test_a_renamed_tab_is_told_by_its_number(round_: Round, tmp_path: Path):
    """It may be a child's name."""
    hand = filled(round_)
    unknown_answer(hand)
    other_sheets(hand)
    (line,) = round_.read(hand.save(tmp_path / "svar.xlsx")).refused
    assert line.startswith("svar.xlsx, ark nr. 3, celle D14: ")


def test_a_sheet_of_another_round_in_the_workbook_is_refused(database: Database, tmp_path: Path):
    """One copied over from last month's file."""
    round_ = Round(database, {APRIL: [Case("S1")], MAY: [Case("S2")]}).draw()
    hand, other = all_yes(round_.form()), all_yes(round_.form(periode=MAY))
    copy = hand.book.create_sheet("kopi")
    for row in other.book.worksheets[1].iter_rows(values_only=True):
        copy.append(row)
    (line,) = round_.read(hand.save(tmp_path / "svar.xlsx")).refused
    assert line == "svar.xlsx, ark nr. 3, celle G5: arket hører til en anden runde end resten af filen."
    assert round_.answers() == []


def test_two_returns_with_different_answers_refuse_each_other(round_: Round, tmp_path: Path):
    """Nobody here can know which holds; where they agree, or fill each other up, both are taken in."""
    one = filled(round_).save(tmp_path / "a.xlsx")
    two = filled(round_).answer("US2", q59="Ja").save(tmp_path / "b.xlsx")
    assert round_.read(one, two).refused == [
        "a.xlsx, ark 02 S2, celle D13: siger noget andet end b.xlsx, ark 02 S2, celle D13.",
        "b.xlsx, ark 02 S2, celle D13: siger noget andet end a.xlsx, ark 02 S2, celle D13.",
    ]
    assert round_.answers() == []
    three = filled(round_).answer("US2", q510="Ja").save(tmp_path / "b.xlsx")
    assert round_.read(one, three).refused == []
    assert round_.answers() == [*EXPECTED[:2], ("US2", "5.10", False, 1, "ja"), EXPECTED[2]]


def test_what_has_left_the_round_is_passed_over(round_: Round, tmp_path: Path):
    """The leader could not know; the rest of the workbook is taken in."""
    hand = filled(round_)
    round_.rows("update gennemgang.traekning_genstand set tilstand = 'udgaaet' where sag_id = 'S1'")
    result = round_.read(hand.save(tmp_path / "svar.xlsx"))
    assert "svar.xlsx, ark 01 S1: udgået af runden." in result.lines()
    assert round_.answers() == EXPECTED[2:]


def test_a_workbook_of_somebodys_own_is_refused(round_: Round, tmp_path: Path):
    """Whoever put it there expects it to be read."""
    hand = Hand(round_.form().workbook())
    for sheet in hand.book.worksheets[1:]:
        hand.book.remove(sheet)
    hand.book.worksheets[0].delete_rows(1, 30)
    hand.book.worksheets[0].append(["Sag", "Enhed", "Periode"])
    assert round_.read(hand.save(tmp_path / "regnskab.xlsx")).refused == [
        "regnskab.xlsx: er ikke et skema fra ledelsestilsynet; fjern filen."
    ]


def test_agreements_are_open_until_closed(round_: Round, tmp_path: Path):
    """One per answer that agrees on something; in other words it is the same one."""
    file = tmp_path / "svar.xlsx"
    round_.read(filled(round_).save(file))
    changed = filled(round_).answer("US1", q510=("Nej", "x", "Tal med barnet nu", date(2021, 5, 25)))
    round_.read(changed.save(file))
    (row,) = round_.rows("from gennemgang.aftale")
    assert row == {
        "aftale_id": f"{traekning_id()}/US1/5.10", "traekning_id": traekning_id(),
        "genstand_type": "underretning", "genstand_id": "US1", "sag_id": "S1", "maalepunkt_id": "5.10",
        "team_id": "T1", "raadgiver_id": "R1", "tekst": "Tal med barnet nu", "frist": date(2021, 5, 25),
        "oprettet_dato": date(2021, 5, 10), "lukket_dato": None, "lukket_bemaerkning": None,
    }  # fmt: skip
