"""What leaders state in their own workbook is taken in by what each row is about, and nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.database import Database
from pipeline.base.sheets import UNCHANGED, Cells, FormSheet, Labelled, SheetColumn, fingerprint
from pipeline.base.workbooks import write_forms
from pipeline.definitions.form_sheets import (
    ACTIVITIES,
    AGREEMENTS,
    COMMENTS,
    THEMES,
    activity_columns,
    agreement_columns,
    comment_columns,
    theme_choices,
    theme_columns,
)
from tests.review.a_round import PLAN, Hand, Round, traekning_id

DAY = date(2021, 4, 30)
AGREED = f"{traekning_id()}/US1/5.10"
KNOWN = {"status": "i_gang", "dato": date(2021, 3, 1), "antal": 3, "i_alt": 8, "bemaerkning": "Undervejs"}


@pytest.fixture
def round_(database: Database) -> Round:
    return Round(database).draw()


def workbook(round_: Round, team_id: str = "T1", periode: str = "2021-04") -> Hand:
    """As a reader is handed it: two indicators, two activities of which one is reported, one agreement."""
    themes = theme_columns(theme_choices([round_.plan]))
    sheets = (
        (COMMENTS, comment_columns(), [{"indikator_id": i, "plan_id": PLAN} for i in ("5.1", "5.2")]),
        (
            ACTIVITIES,
            activity_columns(),
            [{"milepael_id": "A1.01", "plan_id": PLAN}, {"milepael_id": "A1.02", "plan_id": PLAN, **KNOWN}],
        ),
        (AGREEMENTS, agreement_columns(), [{"aftale_id": AGREED}]),
        (THEMES, themes, [{"nr": str(n)} for n in (1, 2, 3)]),
    )
    return Hand(write_forms([_sheet(team_id, periode, *sheet) for sheet in sheets], DAY))


def _sheet(
    team_id: str, periode: str, tab: str, columns: Sequence[SheetColumn], rows: Sequence[Cells]
) -> FormSheet:
    head = (Labelled("Team", team_id), Labelled("Periode", periode), Labelled("Opgjort pr.", DAY))
    marked = [{**row, UNCHANGED: fingerprint(columns, row)} for row in rows]
    return FormSheet(tab, tab, (), head, columns, marked)


def state(hand: Hand, tab: str, key: str, **fields: object) -> Hand:
    """Fill in a row of a sheet."""
    hand.row(hand.book[tab], key, **fields)
    return hand


def stated(round_: Round) -> dict[tuple[str, ...], dict[str, str | None]]:
    """All that is stated: kind, what about, by whom, version; and its fields."""
    found: dict[tuple[str, ...], dict[str, str | None]] = {}
    for row in round_.rows("from gennemgang.indmelding order by all"):
        key = (row["art"], row["noegle"], row["team_id"], str(row["version"]))
        found.setdefault(key, {})[row["felt"]] = row["vaerdi"]
    return found


def test_a_workbook_left_as_it_was_states_nothing(round_: Round, tmp_path: Path):
    """What was filled in for the leader is not the leader's word."""
    result = round_.read(workbook(round_).save(tmp_path / "input.xlsx"))
    assert result.lines() == ("1 skema læst: intet nyt.",)
    assert stated(round_) == {}


def test_each_kind_of_row_is_taken_in(round_: Round, tmp_path: Path):
    """A day left out is the one the figures are made up on; choices are kept as codes."""
    _agree(round_)
    hand = workbook(round_, "ALLE")
    state(hand, COMMENTS, "5.1", Kommentar="Vi venter på partshøringer.", Ansvarlig="Teamleder")
    state(hand, ACTIVITIES, "A1.01", Status="opfyldt", Status_er_fra="03-04-2021", Antal=2)
    state(hand, AGREEMENTS, AGREED, Lukket_den=date(2021, 5, 2), Hvad_kom_der_ud_af_det="Samtalen er holdt.")
    state(hand, THEMES, "1", Valgt_indikator=theme_choices([round_.plan])[f"{PLAN}/5.1"], Hvorfor="Flest")
    result = round_.read(hand.save(tmp_path / "input.xlsx"))
    assert result.refused == []
    assert result.written.told() == "4 nye angivelser og 1 lukket aftale"
    assert stated(round_) == {
        ("kommentar", "5.1", "ALLE", "1"): {
            "tekst": "Vi venter på partshøringer.", "ansvarlig": "Teamleder", "dato": "2021-04-30",
        },
        ("aktivitet", "A1.01", "ALLE", "1"): {
            "status": "opfyldt", "dato": "2021-04-03", "antal": "2", "i_alt": None, "bemaerkning": None,
        },
        ("aftale", AGREED, "ALLE", "1"): {
            "lukket_dato": "2021-05-02", "lukket_bemaerkning": "Samtalen er holdt.",
        },
        ("tema", "1", "ALLE", "1"): {"indikator": f"{PLAN}/5.1", "begrundelse": "Flest"},
    }  # fmt: skip
    (row,) = round_.rows("select lukket_dato, lukket_bemaerkning from gennemgang.aftale")
    assert row == {"lukket_dato": date(2021, 5, 2), "lukket_bemaerkning": "Samtalen er holdt."}


def _agree(round_: Round) -> None:
    round_.database.insert("gennemgang.aftale", [{
        "aftale_id": AGREED, "traekning_id": traekning_id(), "genstand_type": "underretning",
        "genstand_id": "US1", "sag_id": "S1", "maalepunkt_id": "5.10", "team_id": "T1",
        "tekst": "Tal med barnet", "oprettet_dato": DAY,
    }])  # fmt: skip


def test_a_changed_statement_is_a_new_version(round_: Round, tmp_path: Path):
    """The one before is kept; the same one again is nothing."""
    file = tmp_path / "input.xlsx"
    round_.read(state(workbook(round_), COMMENTS, "5.1", Kommentar="Først").save(file))
    round_.read(state(workbook(round_), COMMENTS, "5.1", Kommentar="Først").save(file))
    result = round_.read(state(workbook(round_), COMMENTS, "5.1", Kommentar="Så").save(file))
    assert result.written.told() == "1 ændret angivelse"
    assert {key[3]: fields["tekst"] for key, fields in stated(round_).items()} == {"1": "Først", "2": "Så"}


@pytest.mark.parametrize(
    ("tab", "key", "fields", "line"),
    [
        (COMMENTS, "5.1", {"Dato": "i går"}, "celle G7: datoen kan ikke læses; skriv den som 31-12-2021."),
        (COMMENTS, "5.1", {"Kommentar": "x", "Dato": date(2021, 5, 21)},
         "celle G7: datoen ligger efter i dag."),
        (COMMENTS, "5.1", {"Kommentar": "x", "Indikator": "5.99"},
         f"celle A7: indikatoren findes ikke i {PLAN}."),
        (COMMENTS, "5.1", {"Kommentar": "x", "Plan": "?"},
         "celle H7: planen kendes ikke i denne arbejdsmappe."),
        (ACTIVITIES, "A1.01", {"Status": "næsten"},
         "celle E7: ordet kendes ikke; vælg ikke startet, i gang eller opfyldt."),
        (ACTIVITIES, "A1.01", {"Status": "I gang", "Antal": "to"},
         "celle G7: tallet kan ikke læses; skriv et helt tal."),
        (ACTIVITIES, "A1.01", {"Status": "I gang", "Aktivitet": "A99"},
         f"celle A7: aktiviteten findes ikke i {PLAN}."),
        (AGREEMENTS, AGREED, {"Lukket_den": DAY}, "celle A7: aftalen kendes ikke i denne arbejdsmappe."),
        (THEMES, "1", {"Valgt_indikator": "noget"}, "celle B7: indikatoren kendes ikke; vælg på listen."),
        (THEMES, "1", {"Hvorfor": "x", "Tema_nr.": "4"},
         "celle A7: der vælges to eller tre temaer: nummeret er 1, 2 eller 3."),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_refused(
    round_: Round, tmp_path: Path, tab: str, key: str, fields: dict[str, object], line: str
):
    """With file, sheet and cell, and nothing of the workbook is taken in."""
    hand = state(workbook(round_, "ALLE"), COMMENTS, "5.2", Kommentar="God nok")
    result = round_.read(state(hand, tab, key, **fields).save(tmp_path / "input.xlsx"))
    assert result.refused == [f"input.xlsx, ark {tab}, {line}"]
    assert stated(round_) == {}


def test_themes_are_the_departments(round_: Round, tmp_path: Path):
    """They are chosen at the leaders' meeting."""
    hand = state(workbook(round_), THEMES, "1", Hvorfor="Vores")
    assert round_.read(hand.save(tmp_path / "input.xlsx")).refused == [
        "input.xlsx, ark Temaer, celle B7: temaer vælges på ledermødet og står i afdelingens skema."
    ]


@pytest.mark.parametrize(
    ("tab", "key", "fields", "line"),
    [
        (COMMENTS, "5.1", {"Ansvarlig": "Leder"},
         "der er ingen kommentar at læse ved siden af dato og ansvarlig"),
        (ACTIVITIES, "A1.01", {"Antal": 2}, "aktiviteten har ingen status"),
        (THEMES, "1", {"Hvorfor": "Flest"}, "temaet har ingen indikator"),
    ],
)  # fmt: skip
def test_what_is_begun_on_is_left(
    round_: Round, tmp_path: Path, tab: str, key: str, fields: dict[str, object], line: str
):
    """It is said, and the rest is taken in."""
    hand = state(workbook(round_, "ALLE"), COMMENTS, "5.2", Kommentar="God nok")
    result = round_.read(state(hand, tab, key, **fields).save(tmp_path / "input.xlsx"))
    (left,) = result.lines()[1:]
    assert line in left
    assert [key[1] for key in stated(round_)] == ["5.2"]


def test_two_leaders_cannot_say_different_things_of_an_activity(round_: Round, tmp_path: Path):
    """On the same day; on different days the later holds, and both are kept."""
    one = state(workbook(round_, "T1"), ACTIVITIES, "A1.01", Status="I gang").save(tmp_path / "a.xlsx")
    two = state(workbook(round_, "T2"), ACTIVITIES, "A1.01", Status="Opfyldt").save(tmp_path / "b.xlsx")
    assert round_.read(one, two).refused == [
        "a.xlsx, ark Aktiviteter, celle A7: siger noget andet end b.xlsx, ark Aktiviteter, celle A7.",
        "b.xlsx, ark Aktiviteter, celle A7: siger noget andet end a.xlsx, ark Aktiviteter, celle A7.",
    ]
    hand = state(
        workbook(round_, "T2"), ACTIVITIES, "A1.01", Status="Opfyldt", Status_er_fra=date(2021, 5, 3)
    )
    assert round_.read(one, hand.save(two)).refused == []
    assert len(stated(round_)) == 2
