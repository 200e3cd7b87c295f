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
    "usikker": False,
}


def status(**afviger: object) -> Status:
    """Results with one row."""
    return Status("2021-08", "maaned", "ALLE", date(2021, 8, 31), False, ({**RAEKKE, **afviger},))


@pytest.mark.parametrize(
    ("vaerdi", "milepael", "ord_", "vist"),
    [
        (49.96, 50.0, "ikke_naaet", ("49,96 %", "50 %")),
        (50.04, 50.0, "naaet", ("50 %", "50 %")),
        (85.294117, 12.25, "foran", ("85,3 %", "12,25 %")),
        (85.294117, None, "uden_milepael", ("85,3 %", "–")),
        (None, 50.0, "ingen_data", ("–", "50 %")),
    ],
)
def test_a_value_stands_on_its_own_side_of_the_milestone(
    vaerdi: float | None,
    milepael: float | None,
    ord_: str,
    vist: tuple[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    """49,96 % against 50 % is not reached, so it is not shown as 50 %; a milestone has all its decimals."""
    monkeypatch.setenv("COLUMNS", "120")
    vis_status(status(vaerdi=vaerdi, milepael_procent=milepael, status=ord_), "table")
    (linje,) = [linje for linje in capsys.readouterr().out.splitlines() if "5.1" in linje]
    felter = [felt.strip() for felt in linje.split("1249 af 2500")[1].split("  ") if felt.strip()]
    assert tuple(felter[:2]) == vist


def test_scripts_get_every_figure_unrounded(capsys: pytest.CaptureFixture[str]):
    """CSV and JSON hold the same; truth values are lower case, missing ones empty or null."""
    kolonner, raekker = ("a", "b", "c", "d"), [(49.96, True, None, Decimal("1.50"))]
    skriv_data(kolonner, raekker, "csv")
    assert list(csv.DictReader(io.StringIO(capsys.readouterr().out))) == [
        {"a": "49.96", "b": "true", "c": "", "d": "1.50"}
    ]
    skriv_data(kolonner, raekker, "json")
    assert json.loads(capsys.readouterr().out) == [{"a": 49.96, "b": True, "c": None, "d": 1.5}]
