"""Quarantined rows as files that somebody mends: whole, with line, column and reason."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from pipeline.errors import DataAfvist
from tests.intake.levering import GRUNDLAG, Levering

BFU = "bfu_id;sag_id;startet_dato;Note\n"


def laes(levering: Levering, extract: str) -> list[dict[str, str]]:
    raa = fil(levering, extract).read_bytes()
    assert raa.startswith(b"\xef\xbb\xbf"), "Excel reads it as UTF-8 only with the mark"
    return list(csv.DictReader(io.StringIO(raa.decode("utf-8-sig"), newline=""), delimiter=";"))


def fil(levering: Levering, extract: str) -> Path:
    return levering.arbejdsmappe / "karantaene" / "2021-04-30" / f"{extract}.csv"


def test_one_line_per_quarantined_row_in_the_order_of_the_file(levering: Levering) -> None:
    """The row's own columns as they came, misshapen rows among the others."""
    raekker = (
        'X1;S9;i går;"to\nlinjer; æ"\nX2;S1\nX3;S1;01-03-2021;god\nX4;S1;01-03-2021;a;b;c\nX5;;01-03-2021;x\n'
    )
    levering.tekst("undersoegelser", BFU + raekker).indlaes()
    assert laes(levering, "undersoegelser") == [
        {
            "linje": "2",
            "kolonne": "sag_id, startet_dato",
            "aarsag": "Værdien findes ikke i sager; Værdien er ikke en dato (dd-mm-åååå eller åååå-mm-dd)",
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


def test_there_are_as_many_lines_as_quarantined_rows(levering: Levering) -> None:
    """Rows that fall only with another are among them; duplicates are not."""
    levering.tilfoej("sager", {"sag_id": "S4", "barn_id": "", "sagstype": "", "oprettet_dato": "01-01-2021"})
    raekker = [{"bfu_id": f"X{nr % 3}", "sag_id": "S4", "startet_dato": "01-03-2021"} for nr in range(6)]
    udfald = levering.raekker("undersoegelser", raekker).indlaes()
    assert udfald.tal("undersoegelser") == (6, 0, 3, 3)
    assert len(laes(levering, "undersoegelser")) == 3
    assert len(laes(levering, "sager")) == 1


@pytest.mark.parametrize(
    ("vaerdi", "skrevet"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+45 12 34", "'+45 12 34"),
        ("-1+1", "'-1+1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-1.234,50", "-1.234,50"),
        ("+5", "+5"),
        ("a=b", "a=b"),
        ("'=x", "'=x"),
    ],
)
def test_nothing_in_a_quarantined_row_runs_as_a_formula(
    levering: Levering, vaerdi: str, skrevet: str
) -> None:
    """An apostrophe goes in front of what a spreadsheet would run; a signed number is left as it came."""
    note = vaerdi.replace('"', '""')
    levering.tekst("undersoegelser", f'{BFU}X1;S9;01-03-2021;"{note}"\n').indlaes()
    (raekke,) = laes(levering, "undersoegelser")
    assert raekke["Note"] == skrevet


@pytest.mark.parametrize("valg", [{}, {"kun_kontrol": True}])
def test_they_are_written_also_when_the_delivery_is_refused_or_only_checked(
    levering: Levering, valg: dict[str, bool]
) -> None:
    """Then most of all."""
    levering.raekker("teams", [*GRUNDLAG["teams"], {"team_id": "T3", "navn": ""}])
    with pytest.raises(DataAfvist) as fanget:
        levering.indlaes(**valg)
    assert fanget.value.linjer == (
        "teams.csv: 1 af 3 rækker er sat i karantæne; her må ingen være det.",
        "teams.csv: hyppigste årsag (1 række, første gang i linje 4): navn: Værdien mangler.",
        "Rækkerne i karantæne ligger i arbejdsmappen under karantaene/2021-04-30.",
    )
    assert [raekke["team_id"] for raekke in laes(levering, "teams")] == ["T3"]


def test_what_an_earlier_run_of_the_date_left_is_removed(levering: Levering) -> None:
    """A mended file leaves nothing behind."""
    levering.tekst("undersoegelser", BFU + "X1;S9;01-03-2021;x\n").indlaes()
    assert fil(levering, "undersoegelser").exists()
    levering.tekst("undersoegelser", BFU + "X1;S1;01-03-2021;x\n").indlaes()
    assert not fil(levering, "undersoegelser").exists()
