"""Exports carry the same rows, with types and meanings the other program understands."""

from __future__ import annotations

import csv
import json
import stat
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from pipeline.database import aabn
from pipeline.economist import cells, cover, workbook
from pipeline.economist.examples import eksempel, svar_paa
from pipeline.economist.export import eksporter
from pipeline.economist.published import Objekt, aabn_udgivelse, find, objekter
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
        assert [kolonne.navn, cover.dansk_type(kolonne.type), kolonne.betydning] in forside
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
    besked = "kan rumme 10; vælg parquet eller csv"
    with aabn_udgivelse(udgivet) as database, pytest.raises(ForkertBrug, match=besked):
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
        assert spaerret.read_bytes() == b""


def test_every_type_of_the_published_columns_has_a_danish_word(udgivet: Path):
    """The cover's reader does not know the database's types."""
    with aabn_udgivelse(udgivet) as database:
        typer = {k.type for o in objekter(database) for k in o.kolonner}
    assert {cover.dansk_type(type_) for type_ in typer} <= set(cover.TYPER.values())


def test_a_second_workbook_lies_beside_the_first(udgivet: Path, tmp_path: Path):
    """Somebody may have worked on in the first; a CSV is what other programs refresh from, and replaced."""
    with aabn_udgivelse(udgivet) as database:
        (foerste,) = eksporter(database, ["om"], "xlsx", tmp_path, stille)
        foer = foerste.read_bytes()
        navne = [eksporter(database, ["teams"], "xlsx", tmp_path, stille)[0].name for _ in range(2)]
        (tabel,) = eksporter(database, ["teams"], "csv", tmp_path, stille)
        tabel.write_bytes(b"gammel")
        eksporter(database, ["teams"], "csv", tmp_path, stille)
    assert navne == ["ledelsestilsyn-2021-09 (2).xlsx", "ledelsestilsyn-2021-09 (3).xlsx"]
    assert foerste.read_bytes() == foer
    assert tabel.read_bytes() != b"gammel"


def test_the_file_itself_may_be_named_and_is_replaced(udgivet: Path, tmp_path: Path):
    """With the format's own ending the place is the file, in a folder made for it; a folder stays one."""
    fil = tmp_path / "ny" / "Status.XLSX"
    (tmp_path / "mappe.xlsx").mkdir()
    with aabn_udgivelse(udgivet) as database:
        for navn in ("teams", "om"):
            assert eksporter(database, [navn], "xlsx", fil, stille) == (fil,)
        i_mappe = eksporter(database, ["om"], "xlsx", tmp_path / "mappe.xlsx", stille)
        assert eksporter(database, ["om"], "csv", tmp_path / "om.csv", stille) == (tmp_path / "om.csv",)
    assert openpyxl.load_workbook(fil).sheetnames == ["Forside", "om"]
    assert [f.parent.name for f in i_mappe] == ["mappe.xlsx"]


@pytest.mark.parametrize(
    ("navne", "format_", "navn", "ventet"),
    [
        (["om"], "xlsx", "om.csv", "endelse er csv, men --format er xlsx"),
        (["om", "teams"], "csv", "alt.csv", "kun ét svar"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(
    udgivet: Path, tmp_path: Path, navne: list[str], format_: str, navn: str, ventet: str
):
    """Rather than a folder with a file's name, or views lost on the way."""
    with aabn_udgivelse(udgivet) as database, pytest.raises(ForkertBrug, match=ventet):
        eksporter(database, navne, format_, tmp_path / navn, stille)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_open_elsewhere_is_named(
    udgivet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Windows does not let an open file be replaced; the reader is told to close it; the old stays."""
    fil = tmp_path / "om.csv"
    fil.write_bytes(b"gammel")

    def aaben(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", aaben)
    with aabn_udgivelse(udgivet) as database, pytest.raises(ForkertBrug, match=r"om\.csv.*Luk den"):
        eksporter(database, ["om"], "csv", tmp_path, stille)
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {"om.csv": b"gammel"}


def test_an_example_is_exported_by_its_name(udgivet: Path, tmp_path: Path):
    """The answer, in the example's order, with its question on the cover."""
    valgt = eksempel("sagstal_pr_raadgiver")
    with aabn_udgivelse(udgivet) as database:
        ventet = svar_paa(database, valgt.sql)
        filer = [
            *eksporter(database, [valgt.navn, "om"], "xlsx", tmp_path, stille),
            *eksporter(database, [valgt.navn.upper()], "parquet", tmp_path, stille),
        ]
    hoved, *raekker = ark(filer[0], valgt.navn)
    assert hoved == ventet.kolonner
    assert raekker == [*ventet.raekker]
    assert raekker
    assert any(valgt.spoergsmaal in str(celle) for r in ark(filer[0], "Forside") for celle in r)
    with aabn([tmp_path]) as anden:
        assert anden.koer("from read_parquet($f)", f=str(filer[1])).fetchall() == [*ventet.raekker]


EGEN = "-- mine teams\nselect team_id, navn, 1.5 as tal\nfrom teams\norder by team_id desc;\n"


@pytest.mark.parametrize("format_", ["xlsx", "csv", "parquet"])
def test_a_question_of_ones_own_is_exported_under_its_files_name(
    maerkelig: Path, tmp_path: Path, format_: str
):
    """A file with one query, here with a byte order mark as Windows writes it; nothing else is needed."""
    (tmp_path / "teams.sql").write_text(EGEN, encoding="utf-8-sig")
    with aabn_udgivelse(maerkelig) as database:
        (fil,) = eksporter(
            database, [str(tmp_path / "teams.sql")], format_, tmp_path / f"t.{format_}", stille
        )
    if format_ == "xlsx":
        assert ark(fil, "teams")[:2] == [("team_id", "navn", "tal"), ("T4", "#N/A", 1.5)]
    elif format_ == "csv":
        assert fil.read_text(encoding="utf-8-sig").splitlines()[:2] == ["team_id;navn;tal", "T4;#N/A;1,5"]
    else:
        assert pq.read_table(fil).column("team_id").to_pylist() == ["T4", "T3", "T2", "T1"]


@pytest.mark.parametrize("format_", ["xlsx", "csv", "parquet"])
def test_what_no_file_has_a_form_for_is_written_as_text(udgivet: Path, tmp_path: Path, format_: str):
    """A moment with its time zone and a span of time, in every format."""
    (tmp_path / "q.sql").write_text(
        "select timestamptz '2021-04-05 12:00:00+00' as nu, interval 1 month as frist", encoding="utf-8"
    )
    with aabn_udgivelse(udgivet) as database:
        (fil,) = eksporter(database, [str(tmp_path / "q.sql")], format_, tmp_path / f"q.{format_}", stille)
    if format_ == "xlsx":
        (raekke,) = ark(fil, "q")[1:]
        assert (str(raekke[0])[:10], raekke[1]) == ("2021-04-05", "1 month")
    elif format_ == "csv":
        assert fil.read_text(encoding="utf-8-sig").splitlines()[1].endswith(";1 month")
    else:
        assert pq.read_table(fil).column("frist").to_pylist() == ["1 month"]


@pytest.mark.parametrize(
    ("sql", "ventet"),
    [
        ("select nvn from teams", r"kolonnen nvn findes ikke\. Mente du navn"),
        ("select 1; select 2", "der skal stå ét spørgsmål"),
        ("drop view om", "der skal stå ét spørgsmål"),
        ("", "der skal stå ét spørgsmål"),
        ("copy teams to 'ud.csv'", "her kan kun spørges"),
        ("explain analyze copy teams to 'ud.csv'", "her kan kun spørges"),
        ("select 1); copy teams to 'ud.csv'; select (1", r"kan ikke læses ved »\)«"),
        ("select cast(navn as integer) as tal from teams", r"kan ikke gennemføres \(Conversion Error\)"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_without_a_word_of_a_row(
    maerkelig: Path, tmp_path: Path, sql: str, ventet: str
):
    """The message names the file and what is wrong with the question, never a value of the register."""
    fil = tmp_path / "min.sql"
    fil.write_text(sql, encoding="utf-8")
    with aabn_udgivelse(maerkelig) as database, pytest.raises(ForkertBrug, match=ventet) as fejl:
        eksporter(database, [str(fil)], "csv", tmp_path / "ud", stille)
    assert str(fejl.value).startswith(("min: ", "min.sql"))
    assert not any(navn in str(fejl.value) for navn in (FARLIG, "@sum", "Nord"))
    assert list(tmp_path.iterdir()) == [fil]


def test_a_question_that_cannot_be_read_is_refused(udgivet: Path, tmp_path: Path):
    """No such file, not text, or a name that is taken: each in a line of its own."""
    (tmp_path / "latin.sql").write_bytes("select 'å' as tegn".encode("cp1252"))
    (tmp_path / "x").mkdir()
    (tmp_path / "om.sql").write_text("select 1 as tal", encoding="utf-8")
    with aabn_udgivelse(udgivet) as database:
        for navne, ventet in (
            (["findes_ikke.sql"], "filen findes ikke"),
            ([str(tmp_path / "latin.sql")], "UTF-8"),
            (["om", str(tmp_path / "om.sql")], "omdøb filen"),
            ([str(tmp_path / "om.sql"), str(tmp_path / "." / "x" / ".." / "om.sql")], "omdøb filen"),
        ):
            with pytest.raises(ForkertBrug, match=ventet):
                eksporter(database, navne, "csv", tmp_path, stille)


def test_the_cover_says_the_reservations_and_prints_on_paper(tmp_path: Path):
    """What must be said with the figures goes with them, and a row is as high as its text is long."""
    forbehold = "I 8 af 1886 sager siger sagsfordelingen ikke, hvem der har haft sagen. " * 3
    fil = udgiv(
        tegnede({"teams": "team_id\nT1"}),
        tmp_path / "ledelsestilsyn.duckdb",
    )
    with aabn([tmp_path]) as database:
        database.tilknyt(fil, "ud", skrivbar=True)
        database.koer("insert into ud.bemaerkning values (1, $tekst)", tekst=forbehold)
    with aabn_udgivelse(fil) as database:
        (bog,) = eksporter(database, ["om"], "xlsx", tmp_path, stille)
    forside, om = (openpyxl.load_workbook(bog)[navn] for navn in ("Forside", "om"))
    (raekke,) = (r for r in forside.iter_rows() if r[0].value == "Forbehold 1")
    assert raekke[3].value == forbehold
    assert forside.row_dimensions[raekke[0].row].height == 3 * cover.LINJEHOEJDE
    for side in (forside, om):
        assert side.page_setup.orientation == "landscape"
        assert side.sheet_properties.pageSetUpPr.fitToPage
    assert om.print_title_rows == "$1:$1"


def test_a_column_is_wide_enough_for_its_numbers(maerkelig: Path, tmp_path: Path):
    """A number without room shows as nothing but #: 1.234.567,50 with its points is twelve signs."""
    with aabn_udgivelse(maerkelig) as database:
        (fil,) = eksporter(database, ["udgifter_maaned"], "xlsx", tmp_path, stille)
    bog = openpyxl.load_workbook(fil)["udgifter_maaned"]
    kolonne = next(c for c in bog[1] if c.value == "beloeb").column_letter
    assert bog.column_dimensions[kolonne].width > len("1.234.567,50")


def test_many_rows_are_told_with_the_faster_formats(
    maerkelig: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Nobody should wait for a workbook without knowing that there is another way."""
    monkeypatch.setattr(workbook, "LANGSOMT", 3)
    sagt: list[str] = []
    with aabn_udgivelse(maerkelig) as database:
        eksporter(database, ["teams", "sager"], "xlsx", tmp_path, sagt.append)
    assert sagt == ["Skriver teams (4 rækker; parquet og csv er hurtigere)", "Skriver sager (2 rækker)"]


def test_a_cell_holds_what_excel_can_hold():
    """Control characters and endless texts would make Excel refuse the whole workbook."""
    assert cells.som_excel("a\x00b\x0bc") == "abc"
    assert len(cells.som_excel("x" * 40_000)) == 32_767
    assert cells.som_excel(date(1900, 1, 1)) == date(1900, 1, 1)
    assert cells.som_excel(Decimal("1.5")) == Decimal("1.5")
    assert cells.som_excel(float("nan")) == "nan"
    assert cells.som_excel(Decimal("Infinity")) == "Infinity"
    assert cells.som_excel([1, 2]) == "[1, 2]"
    assert cells.som_excel(datetime(2021, 5, 1, 8, tzinfo=UTC)) == "2021-05-01 08:00:00+00:00"
    assert workbook.arknavn("et/langt*navn_" + "x" * 40) == "et_langt_navn_" + "x" * 17


def test_sheets_that_would_get_one_name_are_told_apart():
    """Excel knows no difference of case and no more than 31 characters, and the cover has its name."""
    lange = ["x" * 31 + "a", "x" * 31 + "b", "forside"]
    assert list(workbook._arknavne([Objekt(navn, "svar", "") for navn in lange])) == [
        "x" * 31,
        "x" * 27 + " (2)",
        "forside (2)",
    ]
