"""Exports carry the same rows, with types and meanings the other program understands."""

from __future__ import annotations

import csv
import json
import stat
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from pipeline.database import aabn
from pipeline.economist import workbook
from pipeline.economist.export import eksporter
from pipeline.economist.published import aabn_udgivelse, find, objekter
from pipeline.errors import ForkertBrug
from tests.economist.udgivelse import tegnede, udgiv

FARLIG = "=1+1"
MAERKELIG = {
    "teams": f"team_id | navn\nT1 | {FARLIG}\nT2 | @sum\nT3 | Nord; Øst\nT4 | #N/A",
    "sager": "sag_id | foedselsdato | team_id\nS1 | 1899-12-31 | T1\nS2 | 2010-05-09 | T2",
    "indsatser": "indsats_id | sag_id | kategori\nI1 | S1 | anbringelse",
    "underretninger": """
        underretning_id | sag_id | modtaget_tidspunkt | underretter_type | genvurdering
        U1              | S1     | 2021-12-01 10:05   | privat           | ja
    """,
    "udgifter": """
        postering_id | sag_id | indsats_id | maaned  | beloeb    | budget
        K1           | S1     | I1         | 2021-12 | 1234567.5 | 0.25
    """,
}


@pytest.fixture(scope="module")
def maerkelig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with values that spreadsheets stumble on."""
    return udgiv(tegnede(MAERKELIG), tmp_path_factory.mktemp("maerkelig") / "ledelsestilsyn.duckdb")


def stille(_: str) -> None:
    """Progress nobody watches."""


def ark(fil: Path, navn: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(fil)[navn].iter_rows(values_only=True))


def test_without_names_every_view_is_exported(udgivet: Path, tmp_path: Path):
    """The default is all views, each under its own name, and no table."""
    with aabn_udgivelse(udgivet) as database:
        visninger = {o.navn for o in objekter(database) if o.art == "visning"}
        filer = eksporter(database, [], "parquet", tmp_path / "ud", stille)
    assert {fil.stem for fil in filer} == visninger
    assert set((tmp_path / "ud").iterdir()) == set(filer)


def test_parquet_holds_the_same_rows_in_the_same_order(udgivet: Path, tmp_path: Path):
    """What is exported is what the view answers, types included."""
    with aabn_udgivelse(udgivet) as database:
        navne = [o.navn for o in objekter(database) if o.kolonner and o.navn != "ordbog"]
        filer = eksporter(database, navne, "parquet", tmp_path, stille)
        for fil in filer:
            orden = " order by all" if find(database, fil.stem).art == "tabel" else ""
            ventet = database.koer(f"from {fil.stem}{orden}").fetchall()
            with aabn([tmp_path]) as anden:
                assert anden.koer("from read_parquet($fil)", fil=str(fil)).fetchall() == ventet, fil.stem


def test_parquet_carries_the_comments(udgivet: Path, tmp_path: Path):
    """The meanings travel with the file: of the view, and of each column twice over."""
    with aabn_udgivelse(udgivet) as database:
        objekt = find(database, "udgifter_maaned")
        (fil,) = eksporter(database, ["udgifter_maaned"], "parquet", tmp_path, stille)
    skema = pq.read_schema(fil)
    assert skema.metadata[b"betydning"].decode() == objekt.betydning
    betydninger = {k.navn: k.betydning for k in objekt.kolonner}
    assert json.loads(skema.metadata[b"kolonner"]) == betydninger
    assert {felt.name: felt.metadata[b"betydning"].decode() for felt in skema} == betydninger
    with aabn([tmp_path]) as anden:  # a reader that knows nothing of Arrow finds them too
        noegler = anden.hent("select decode(key) as k from parquet_kv_metadata($fil)", fil=str(fil))
    assert {"betydning", "kolonner"} <= {r["k"] for r in noegler}


def test_csv_is_as_a_danish_spreadsheet_reads_it(maerkelig: Path, tmp_path: Path):
    """Semicolon, decimal comma, yes and no, days as they sort, and nothing that runs as a formula."""
    with aabn_udgivelse(maerkelig) as database:
        filer = eksporter(
            database, ["teams", "udgifter_maaned", "underretninger", "om"], "csv", tmp_path, stille
        )
    tekster = {fil.stem: fil.read_bytes().decode("utf-8") for fil in filer}
    assert all(tekst.startswith("﻿") and "\r\n" in tekst for tekst in tekster.values())
    raekker = {
        navn: list(csv.DictReader(tekst.removeprefix("﻿").splitlines(), delimiter=";"))
        for navn, tekst in tekster.items()
    }
    assert [r["navn"] for r in raekker["teams"]] == ["'=1+1", "'@sum", "Nord; Øst", "#N/A"]
    assert raekker["udgifter_maaned"][0]["beloeb"] == "1234567,50"
    assert raekker["udgifter_maaned"][0]["budget"] == "0,25"
    assert raekker["underretninger"][0]["modtaget_tidspunkt"] == "2021-12-01 10:05:00"
    assert raekker["underretninger"][0]["genvurdering"] == "ja"
    assert raekker["underretninger"][0]["partshoering_dato"] == ""
    assert raekker["om"][0]["opgjort_pr"] == "2021-12-31"


def test_excel_has_real_numbers_days_and_times(maerkelig: Path, tmp_path: Path):
    """Nothing is a number in disguise, and no text is a formula; a day before Excel's calendar is text."""
    with aabn_udgivelse(maerkelig) as database:
        (fil,) = eksporter(
            database, ["udgifter_maaned", "sager", "teams", "underretninger"], "xlsx", tmp_path, stille
        )
    assert fil.name == "ledelsestilsyn-2021-12.xlsx"
    udgift = dict(zip(*ark(fil, "udgifter_maaned"), strict=True))
    assert (udgift["beloeb"], udgift["afvigelse"], udgift["posteringer"]) == (1234567.5, 1234567.25, 1)
    sager = {r[0]: dict(zip(ark(fil, "sager")[0], r, strict=True)) for r in ark(fil, "sager")[1:]}
    assert sager["S1"]["foedselsdato"] == "1899-12-31"
    assert sager["S2"]["foedselsdato"] == datetime(2010, 5, 9)  # noqa: DTZ001 - as the reader gives days
    underretning = dict(zip(*ark(fil, "underretninger"), strict=True))
    assert underretning["modtaget_tidspunkt"] == datetime(2021, 12, 1, 10, 5)  # noqa: DTZ001
    assert underretning["genvurdering"] is True
    bog = openpyxl.load_workbook(fil)
    navne = {r[0].value: r[1] for r in bog["teams"].iter_rows(min_row=2)}
    assert (navne["T1"].value, navne["T1"].data_type) == (FARLIG, "s")
    assert (navne["T4"].value, navne["T4"].data_type) == ("#N/A", "s")
    assert bog["sager"]["A2"].number_format == "General"
    assert "yy" in next(c for c in bog["sager"][3] if c.is_date).number_format


def test_excel_has_a_cover_and_frozen_headers_with_their_meaning(udgivet: Path, tmp_path: Path):
    """A cover that tells what this is and what every column means; one sheet a view, its header in sight."""
    with aabn_udgivelse(udgivet) as database:
        (fil,) = eksporter(database, ["status_nu", "om", "status_nu"], "xlsx", tmp_path, stille)
        objekt = find(database, "status_nu")
    bog = openpyxl.load_workbook(fil)
    assert bog.sheetnames == ["Forside", "status_nu", "om"]
    forside = [[celle for celle in raekke if celle is not None] for raekke in ark(fil, "Forside")]
    assert ["Periode", "2021-09"] in forside
    assert ["Foreløbig", True] in forside
    assert ["Opgjort pr.", datetime(2021, 9, 15)] in forside  # noqa: DTZ001
    for kolonne in objekt.kolonner:
        assert [kolonne.navn, kolonne.type, kolonne.betydning] in forside
    for navn in ("status_nu", "om"):
        assert bog[navn].freeze_panes == "A2"
        assert bog[navn].auto_filter.ref.startswith("A1:")
    assert bog["status_nu"]["A1"].comment.text == objekt.kolonner[0].betydning
    link = next(c for r in bog["Forside"].iter_rows() for c in r if c.hyperlink)
    assert link.hyperlink.location == "'status_nu'!A1" or link.hyperlink.target == "#'status_nu'!A1"


def test_too_many_rows_for_a_sheet_are_refused(
    udgivet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A spreadsheet that silently ended would be a wrong answer."""
    monkeypatch.setattr(workbook, "MEST_RAEKKER", 10)
    with aabn_udgivelse(udgivet) as database, pytest.raises(ForkertBrug, match="parquet eller csv"):
        eksporter(database, ["sager"], "xlsx", tmp_path, stille)
    assert list(tmp_path.iterdir()) == []  # no half a file either


def test_exports_are_their_owners_alone(udgivet: Path, tmp_path: Path):
    """They hold ids of cases."""
    with aabn_udgivelse(udgivet) as database:
        for format_ in ("parquet", "csv", "xlsx"):
            for fil in eksporter(database, ["om"], format_, tmp_path, stille):
                assert stat.S_IMODE(fil.stat().st_mode) == 0o600


def test_an_unknown_name_or_place_is_refused(udgivet: Path, tmp_path: Path):
    """The message says what there is, and which folder will not do."""
    spaerret = tmp_path / "fil"
    spaerret.touch()
    with aabn_udgivelse(udgivet) as database:
        with pytest.raises(ForkertBrug, match="udgifter_maaned"):
            eksporter(database, ["udgifter_maned"], "csv", tmp_path, stille)
        with pytest.raises(ForkertBrug, match="kan ikke skrives"):
            eksporter(database, ["om"], "csv", spaerret, stille)


def test_a_cell_holds_what_excel_can_hold():
    """Control characters and endless texts would make Excel refuse the whole workbook."""
    assert workbook._vaerdi("a\x00b\x0bc") == "abc"
    assert len(workbook._vaerdi("x" * 40_000)) == 32_767
    assert workbook._vaerdi(date(1900, 1, 1)) == date(1900, 1, 1)
    assert workbook._vaerdi(Decimal("1.5")) == Decimal("1.5")
    assert workbook.arknavn("et/langt*navn_" + "x" * 40) == "et_langt_navn_" + "x" * 17
