"""Quarantined rows as files that somebody mends: whole, with line, column and reason."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from pipeline.base.errors import DataRefused
from pipeline.intake.written import NO_VALUE
from tests.intake.delivery import FACTS, Delivery, Udfald

BFU = "bfu_id;sag_id;startet_dato;Note\n"


def read(delivery: Delivery, extract: str) -> list[dict[str, str]]:
    raw = file(delivery, extract).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel reads it as UTF-8 only with the mark"
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def file(delivery: Delivery, extract: str) -> Path:
    return delivery.workspace / "karantaene" / "2021-04-30" / f"{extract}.csv"


NOTES = {
    '=HYPERLINK("x")': '\'=HYPERLINK("x")',
    "+45 12 34": "'+45 12 34",
    "-1+1": "'-1+1",
    "@SUM(1)": "'@SUM(1)",
    "-1.234,50": "-1.234,50",
    "+5": "+5",
    "a=b": "a=b",
    "'=x": "'=x",
}
"""A note as it came, and as it is written."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Delivery, Udfald]:
    """One delivery with rows in quarantine in four files."""
    delivery = Delivery(tmp_path_factory.mktemp("karantaene"))
    rows = (
        'X1;S9;i går;"to\nlinjer; æ"\nX2;S1\nX3;S1;01-03-2021;god\nX4;S1;01-03-2021;a;b;c\nX5;;01-03-2021;x\n'
    )
    delivery.text("undersoegelser", BFU + rows)
    delivery.add("sager", {"sag_id": "S4", "barn_id": "", "sagstype": "", "oprettet_dato": "01-01-2021"})
    plan = {"sag_id": "S4", "type": "barn", "oprettet_dato": "01-03-2021"}
    delivery.rows("handleplaner", [{**plan, "handleplan_id": f"H{number % 3}"} for number in range(6)])
    notes = [note.replace('"', '""') for note in NOTES]
    lines = [f'D{number};S9;screening;01-03-2021;"{note}"\n' for number, note in enumerate(notes)]
    delivery.text("afdaekninger", "afdaekning_id;sag_id;type;startet_dato;Note\n" + "".join(lines))
    return delivery, delivery.take_in()


def test_one_line_per_quarantined_row_in_the_order_of_the_file(written: tuple[Delivery, Udfald]) -> None:
    """The row's own columns as they came, misshapen rows among the others."""
    assert read(written[0], "undersoegelser") == [
        {
            "linje": "2",
            "kolonne": "sag_id, startet_dato",
            "aarsag": (
                "Værdien findes ikke i sager; Værdien er ikke en dato (dd-mm-åååå eller åååå-mm-dd)"
                + NO_VALUE
            ),
            "bfu_id": "X1",
            "sag_id": "S9",
            "startet_dato": "i går",
            "Note": "to\nlinjer; æ",
            "overskydende_felter": "",
        },
        {
            "linje": "4",
            "kolonne": "",
            "aarsag": "Rækken har 2 felter, overskriften har 4",
            "bfu_id": "X2",
            "sag_id": "S1",
            "startet_dato": "",
            "Note": "",
            "overskydende_felter": "",
        },
        {
            "linje": "6",
            "kolonne": "",
            "aarsag": "Rækken har 6 felter, overskriften har 4",
            "bfu_id": "X4",
            "sag_id": "S1",
            "startet_dato": "01-03-2021",
            "Note": "a",
            "overskydende_felter": "b | c",
        },
        {
            "linje": "7",
            "kolonne": "sag_id",
            "aarsag": "Værdien mangler",
            "bfu_id": "X5",
            "sag_id": "",
            "startet_dato": "01-03-2021",
            "Note": "x",
            "overskydende_felter": "",
        },
    ]


def test_there_are_as_many_lines_as_quarantined_rows(written: tuple[Delivery, Udfald]) -> None:
    """Rows that fall only with another are among them; duplicates are not."""
    delivery, udfald = written
    assert udfald.figures("handleplaner") == (6, 0, 3, 3)
    assert len(read(delivery, "handleplaner")) == 3
    assert len(read(delivery, "sager")) == 1


def test_nothing_in_a_quarantined_row_runs_as_a_formula(written: tuple[Delivery, Udfald]) -> None:
    """An apostrophe goes in front of what a spreadsheet would run; a signed number is left as it came."""
    assert [row["Note"] for row in read(written[0], "afdaekninger")] == list(NOTES.values())


@pytest.mark.parametrize("option", [{}, {"only_check": True}])
def test_they_are_written_also_when_the_delivery_is_refused_or_only_checked(
    delivery: Delivery, option: dict[str, bool]
) -> None:
    """Then most of all."""
    delivery.rows("teams", [*FACTS["teams"], {"team_id": "T3", "navn": ""}])
    with pytest.raises(DataRefused) as caught:
        delivery.take_in(**option)
    assert caught.value.lines == (
        (
            "teams.csv: 1 af 3 rækker er sat i karantæne; her må ingen være det. "
            "Årsag: navn: Værdien mangler (1 række, første gang i linje 4)."
        ),
        "Rækkerne i karantæne ligger i arbejdsmappen under karantaene/2021-04-30.",
    )
    assert [row["team_id"] for row in read(delivery, "teams")] == ["T3"]


def test_what_an_earlier_run_of_the_date_left_is_removed(
    delivery: Delivery, written: tuple[Delivery, Udfald]
) -> None:
    """A mended file leaves nothing behind."""
    shutil.copytree(written[0].workspace, delivery.workspace)
    assert file(delivery, "undersoegelser").exists()
    delivery.text("undersoegelser", BFU + "X1;S1;01-03-2021;x\n").take_in()
    assert not file(delivery, "undersoegelser").exists()
