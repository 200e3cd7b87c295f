"""What the terminal shows of a result agrees with its verdict; what scripts read is not rounded."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal

import pytest

from pipeline.commands.outcomes import show_exceptions, show_intake, show_status
from pipeline.commands.terminal import write_data
from pipeline.intake.gates import FileCounts
from pipeline.intake.ingest import Intake
from pipeline.publication.status import PublishedPlan, Status

ROW = {
    "plan_id": "p",
    "indikator_id": "5.1",
    "titel": "Partshøring inden 14 dage",
    "kilde": "dubu",
    "taeller": 1249,
    "naevner": 2500,
    "vaerdi": 49.96,
    "milepael_procent": 50.0,
    "naeste_procent": None,
    "status": "ikke_naaet",
    "usikker": False,
    "foerer": True,
    "baseline_periode": None,
    "baseline_vaerdi": None,
    "vaerditype": "andel",
    "vaerdienhed": "procent",
    "grund": None,
}
DAYS = {"vaerditype": "median", "vaerdienhed": "dage", "taeller": None, "naevner": 12, "vaerdi": 7.0}
BASELINE = {"milepael_procent": None, "baseline_periode": "2020-12"}
WITHOUT = {"milepael_procent": None, "status": "uden_milepael"}


def shown(capsys: pytest.CaptureFixture[str], **differs: object) -> list[str]:
    """The cells of the one row there is, after the indicator's title."""
    rows = ({**ROW, **differs},)
    show_status(
        Status(
            "2021-08", "maaned", "ALLE", date(2021, 8, 31), False, rows, {"p": PublishedPlan("Plan", None)}
        ),
        "table",
    )
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "5.1" in line]
    fields = line.replace("\N{NO-BREAK SPACE}", " ").split("14 dage")[1].split("  ")
    return [field.strip() for field in fields if field.strip()]


@pytest.fixture(autouse=True)
def wide_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is folded."""
    monkeypatch.setenv("COLUMNS", "120")


@pytest.mark.parametrize(
    ("differs", "outcome"),
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
        (
            {"taeller": 0, "naevner": 0, "vaerdi": None, "status": "ingen_data"},
            ["0 af 0", "–", "50 %", "○ ingen data"],
        ),
    ],
)
def test_a_figure_reads_as_in_the_reports(
    differs: dict[str, object], outcome: list[str], capsys: pytest.CaptureFixture[str]
):
    """49,96 % against 50 % is not reached, so it is not shown as 50 %; a milestone has all its decimals."""
    assert shown(capsys, **differs) == outcome


@pytest.mark.parametrize(
    ("taeller", "naevner", "status", "outcome"),
    [
        (0, 1, "ikke_naaet", ["0 af 1", "–", "50 %", "? for få"]),
        (4, 4, "foran", ["4 af 4", "–", "50 %", "? for få"]),
        (3, 5, "naaet", ["3 af 5", "60 %", "50 %", "? for få"]),
    ],
)
def test_too_few_to_tell_is_no_verdict(
    taeller: int, naevner: int, status: str, outcome: list[str], capsys: pytest.CaptureFixture[str]
):
    """Whatever the figure says of the milestone; and fewer than five have no percent."""
    assert shown(capsys, taeller=taeller, naevner=naevner, status=status, usikker=True) == outcome


def test_fewer_than_five_have_no_percent_where_there_is_no_milestone_either(
    capsys: pytest.CaptureFixture[str],
):
    """Nothing to judge, and still no figure to go by."""
    assert shown(capsys, taeller=1, naevner=2, milepael_procent=None, status="uden_milepael")[1] == "–"


@pytest.mark.parametrize(
    ("differs", "outcome"),
    [
        ({**DAYS, "milepael_procent": 8.0, "status": "naaet"}, [", dage", "12", "7", "8", "✓ nået"]),
        (
            {**DAYS, "vaerdi": 7.96, "milepael_procent": 8.0, "status": "naaet"},
            [", dage", "12", "7,96", "8", "✓ nået"],
        ),
        ({**DAYS, "naevner": 4, "usikker": True}, [", dage", "4", "–", "50", "? for få"]),
        (
            {**DAYS, **BASELINE, "baseline_vaerdi": 9.5, "status": "bedre"},
            [", dage", "12", "7", "(9,5)", "✓ bedre end ved start"],
        ),
        (
            {**BASELINE, "baseline_vaerdi": 20.0, "status": "ikke_til_at_skelne", "usikker": True},
            ["1.249 af 2.500", "50 %", "(20 %)", "≈ ikke til at skelne"],
        ),
        (
            {"vaerditype": "antal", "vaerdienhed": "antal", "taeller": 3, "naevner": None,
             "vaerdi": 3.0, **WITHOUT},
            ["3", "3", "–", "– milepæl ikke fastsat"],
        ),
        (
            {**WITHOUT, "vaerditype": "rate", "vaerdienhed": "pr. 100 børn", "taeller": 7, "naevner": 210.5,
             "vaerdi": 3.3254},
            [", pr. 100 børn", "7", "3,3", "–", "– milepæl ikke fastsat"],
        ),
        (
            {**WITHOUT, "vaerditype": "sum", "vaerdienhed": "kr.", "taeller": None, "naevner": 2,
             "vaerdi": 1234567.5},
            [", kr.", "2", "1.234.568", "–", "– milepæl ikke fastsat"],
        ),
        (
            {"vaerditype": "fordeling", "vaerdienhed": None, "taeller": None, "naevner": 12,
             "vaerdi": None, **WITHOUT},
            ["12", "–", "–", "– milepæl ikke fastsat"],
        ),
    ],
)  # fmt: skip
def test_a_number_in_a_unit_says_which(
    differs: dict[str, object], outcome: list[str], capsys: pytest.CaptureFixture[str]
):
    """Days against days, what was before in brackets; counts and sums are shown however few they are."""
    assert shown(capsys, **differs) == outcome


def test_a_laws_demands_are_met_and_no_milestones_reached(capsys: pytest.CaptureFixture[str]):
    """In its table and below it, as in its reports."""
    rows = ({**ROW, "status": "foran"}, {**ROW, **WITHOUT})
    plans = {"p": PublishedPlan("Loven", "lov")}
    show_status(Status("2021-08", "maaned", "ALLE", date(2021, 8, 31), False, rows, plans), "table")
    out = capsys.readouterr().out
    for words in ("▲ foran kravet", "– intet krav i tal", "▲ også det næste krav er overholdt."):
        assert words in out
    assert "milepæl" not in out


def test_plans_stand_in_tables_of_their_own(capsys: pytest.CaptureFixture[str]):
    """In the order of the run, each named; with one plan its name is left out."""
    rows = (ROW, {**ROW, "plan_id": "q", "titel": "En anden"})
    show_status(
        Status(
            "2021-08",
            "maaned",
            "ALLE",
            date(2021, 8, 31),
            False,
            rows,
            {"q": PublishedPlan("Nummer to", None), "p": PublishedPlan("Nummer et", None)},
        ),
        "table",
    )
    out = capsys.readouterr().out
    assert (
        out.index("Nummer to (q): Hele afdelingen") < out.index("En anden") < out.index("Nummer et (p): Hele")
    )
    show_status(
        Status(
            "2021-08",
            "maaned",
            "ALLE",
            date(2021, 8, 31),
            False,
            rows[:1],
            {"p": PublishedPlan("Nummer et", None)},
        ),
        "table",
    )
    assert "Nummer" not in capsys.readouterr().out


def test_scripts_get_every_figure_unrounded(capsys: pytest.CaptureFixture[str]):
    """CSV and JSON hold the same; truth values are lower case, missing ones empty or null."""
    columns, rows = ("a", "b", "c", "d"), [(49.96, True, None, Decimal("1.50"))]
    write_data(columns, rows, "csv")
    assert list(csv.DictReader(io.StringIO(capsys.readouterr().out))) == [
        {"a": "49.96", "b": "true", "c": "", "d": "1.50"}
    ]
    write_data(columns, rows, "json")
    assert json.loads(capsys.readouterr().out) == [{"a": 49.96, "b": True, "c": None, "d": 1.5}]


def test_what_cannot_be_computed_says_why_below(capsys: pytest.CaptureFixture[str]):
    """The sign and the words in the row, the file or column once for all the rows that want it."""
    lacking = {
        "grund": "kolonnen x i y har ingen værdier i leverancen",
        "status": "ingen_data",
        "vaerdi": None,
    }
    rows = tuple({**ROW, **lacking, "indikator_id": number} for number in ("5.1", "5.7"))
    show_status(
        Status(
            "2021-08", "maaned", "ALLE", date(2021, 8, 31), False, rows, {"p": PublishedPlan("Plan", None)}
        ),
        "table",
    )
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("○ kan ikke opgøres") == 2
    assert "Kan ikke opgøres: 5.1 og 5.7; kolonnen x i y har ingen værdier i leverancen." in out


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_narrow_window_keeps_the_names_and_the_numbers(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Names and verdicts are folded between words, numbers never."""
    monkeypatch.setenv("COLUMNS", str(width))
    show_status(
        Status(
            "2021-08", "maaned", "ALLE", date(2021, 8, 31), False, (ROW,), {"p": PublishedPlan("Plan", None)}
        ),
        "table",
    )
    out = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Partshøring" in out
    assert "49,96 %" in out
    assert "✗" in out
    assert all(len(line) <= max(width, 60) for line in out.splitlines())


def status_of(*rows: dict[str, object]) -> Status:
    return Status(
        "2021-08", "maaned", "ALLE", date(2021, 8, 31), False, rows, {"p": PublishedPlan("Plan", None)}
    )


def test_a_run_shows_what_is_behind_and_what_cannot_be_computed(capsys: pytest.CaptureFixture[str]):
    """Not what is reached, nor too few to tell, nor a source that stands beside; and how much that is."""
    rows = (
        ROW,
        {**ROW, "indikator_id": "5.2", "status": "naaet"},
        {**ROW, "indikator_id": "5.3", "usikker": True},
        {**ROW, "indikator_id": "5.4", "kilde": "tilsyn", "foerer": False},
        {**ROW, "indikator_id": "5.5", "status": "ingen_data", "vaerdi": None, "grund": "filen x mangler"},
    )
    show_exceptions(status_of(*rows))
    out = capsys.readouterr().out
    shown_ids = [id_ for id_ in ("5.1", "5.2", "5.3", "5.4", "5.5") if f" {id_} " in out]
    assert shown_ids == ["5.1", "5.5"]
    assert "3 tal mere vises af status --periode 2021-08 og af run --alt." in out


def test_where_nothing_is_behind_it_is_said(capsys: pytest.CaptureFixture[str]):
    """An empty table would look like a fault."""
    show_exceptions(status_of({**ROW, "status": "naaet"}))
    assert "Ingen milepæl er misset, og alt kan opgøres." in capsys.readouterr().out


def test_the_account_of_a_delivery_names_every_file(capsys: pytest.CaptureFixture[str]):
    """Also those without a fault: what was read is accepted, came twice or is in quarantine."""
    files = (
        FileCounts("sager", "", 1200, 1198, 0, 2, 2, 0),
        FileCounts("teams", "", 6, 6, 0, 0, 0, 0),
        FileCounts("indsatser", "", 1000, 1000, 0, 0, 0, 3),
    )
    show_intake(Intake("L1", date(2021, 8, 31), None, files, False, ("Et ord om leverancen.",)))
    out = capsys.readouterr().out
    for extract, *counted in (
        ("sager", "1.200", "1.198", "0", "2", "0"),
        ("teams", "6", "6", "0", "0", "0"),
        ("indsatser", "1.000", "1.000", "0", "0", "3"),
    ):
        assert re.search(r"\W+".join(map(re.escape, (extract, *counted))), out), extract
    assert "• Et ord om leverancen." in out
