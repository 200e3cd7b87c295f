"""What the terminal shows of a result agrees with its verdict; what scripts read is not rounded."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pytest

from pipeline.commands.data import skriv_data
from pipeline.commands.terminal import vis_status
from pipeline.status import Status

RAEKKE = {
    "indikator_id": "5.1",
    "titel": "Partshøring inden 14 dage",
    "kilde": "dubu",
    "taeller": 1249,
    "naevner": 2500,
    "milepael_procent": 50.0,
    "naeste_procent": None,
    "status": "ikke_naaet",
    "usikker": False,
}


def vist(capsys: pytest.CaptureFixture[str], **afviger: object) -> list[str]:
    """The cells of the one row there is, after the indicator's title."""
    raekker = ({**RAEKKE, **afviger},)
    vis_status(Status("2021-08", "maaned", "ALLE", date(2021, 8, 31), False, raekker), "table")
    (linje,) = [linje for linje in capsys.readouterr().out.splitlines() if "5.1" in linje]
    felter = linje.replace("\N{NO-BREAK SPACE}", " ").split("14 dage")[1].split("  ")
    return [felt.strip() for felt in felter if felt.strip()]


@pytest.fixture(autouse=True)
def bredt_vindue(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is folded."""
    monkeypatch.setenv("COLUMNS", "120")


@pytest.mark.parametrize(
    ("afviger", "ventet"),
    [
        ({}, ["1.249 af 2.500", "49,96 %", "50 %", "✗ ikke nået"]),
        ({"taeller": 1251, "status": "naaet"}, ["1.251 af 2.500", "50,04 %", "50 %", "✓ nået"]),
        (
            {"taeller": 796, "naevner": 1000, "naeste_procent": 80.0, "status": "naaet"},
            ["796 af 1.000", "79,6 %", "50 %", "✓ nået"],
        ),
        (
            {"taeller": 29, "naevner": 34, "milepael_procent": 12.25, "status": "foran"},
            ["29 af 34", "85 %", "12,25 %", "▲ foran planen"],
        ),
        (
            {"taeller": 29, "naevner": 34, "milepael_procent": None, "status": "uden_milepael"},
            ["29 af 34", "85 %", "–", "– milepæl ikke fastsat"],
        ),
        ({"taeller": 0, "naevner": 0, "status": "ingen_data"}, ["0 af 0", "–", "50 %", "○ ingen data"]),
    ],
)
def test_a_figure_reads_as_in_the_reports(
    afviger: dict[str, object], ventet: list[str], capsys: pytest.CaptureFixture[str]
):
    """49,96 % against 50 % is not reached, so it is not shown as 50 %; a milestone has all its decimals."""
    assert vist(capsys, **afviger) == ventet


@pytest.mark.parametrize(
    ("taeller", "naevner", "status", "ventet"),
    [
        (0, 1, "ikke_naaet", ["0 af 1", "–", "50 %", "? for få"]),
        (4, 4, "foran", ["4 af 4", "–", "50 %", "? for få"]),
        (3, 5, "naaet", ["3 af 5", "60 %", "50 %", "? for få"]),
    ],
)
def test_too_few_to_tell_is_no_verdict(
    taeller: int, naevner: int, status: str, ventet: list[str], capsys: pytest.CaptureFixture[str]
):
    """Whatever the figure says of the milestone; and fewer than five have no percent."""
    assert vist(capsys, taeller=taeller, naevner=naevner, status=status, usikker=True) == ventet


def test_fewer_than_five_have_no_percent_where_there_is_no_milestone_either(
    capsys: pytest.CaptureFixture[str],
):
    """Nothing to judge, and still no figure to go by."""
    assert vist(capsys, taeller=1, naevner=2, milepael_procent=None, status="uden_milepael")[1] == "–"


def test_scripts_get_every_figure_unrounded(capsys: pytest.CaptureFixture[str]):
    """CSV and JSON hold the same; truth values are lower case, missing ones empty or null."""
    kolonner, raekker = ("a", "b", "c", "d"), [(49.96, True, None, Decimal("1.50"))]
    skriv_data(kolonner, raekker, "csv")
    assert list(csv.DictReader(io.StringIO(capsys.readouterr().out))) == [
        {"a": "49.96", "b": "true", "c": "", "d": "1.50"}
    ]
    skriv_data(kolonner, raekker, "json")
    assert json.loads(capsys.readouterr().out) == [{"a": 49.96, "b": True, "c": None, "d": 1.5}]
