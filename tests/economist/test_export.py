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

from pipeline.base.database import open_database
from pipeline.base.errors import UsageFault
from pipeline.economist import cells, workbook
from pipeline.economist.examples import answer_to, example
from pipeline.economist.export import export
from pipeline.economist.published import Object, find, objects, open_publication
from tests.economist.publication_made import drawn_delivery, publish

DANGEROUS = "=1+1"
STRANGE = {
    "teams": f"team_id | navn\nT1 | {DANGEROUS}\nT2 | @sum\nT3 | Nord; Øst\nT4 | #N/A",
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
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with values that spreadsheets stumble on."""
    return publish(drawn_delivery(STRANGE), tmp_path_factory.mktemp("maerkelig") / "ledelsestilsyn.duckdb")


def quiet(_: str) -> None:
    """Progress nobody watches."""


def sheet(file: Path, name: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(file)[name].iter_rows(values_only=True))


def test_without_names_every_view_is_exported(published: Path, tmp_path: Path):
    """The default is all views, each under its own name, and no table."""
    with open_publication(published) as database:
        views = {o.name for o in objects(database) if o.kind == "visning"}
        files = export(database, [], "parquet", tmp_path / "ud", quiet)
    assert {file.stem for file in files} == views
    assert set((tmp_path / "ud").iterdir()) == set(files)


def test_parquet_holds_the_same_rows_in_the_same_order(published: Path, tmp_path: Path):
    """What is exported is what the view answers, types included."""
    with open_publication(published) as database:
        names = [o.name for o in objects(database) if o.columns and o.name != "ordbog"]
        files = export(database, names, "parquet", tmp_path, quiet)
        with open_database([tmp_path]) as other:
            for file in files:
                order = " order by all" if find(database, file.stem).kind == "tabel" else ""
                outcome = database.run(f"from {file.stem}{order}").fetchall()
                assert other.run("from read_parquet($fil)", fil=str(file)).fetchall() == outcome, file.stem


def test_parquet_carries_the_comments(published: Path, tmp_path: Path):
    """The meanings travel with the file: of the view, and of each column twice over."""
    with open_publication(published) as database:
        object_ = find(database, "udgifter_maaned")
        (file,) = export(database, ["udgifter_maaned"], "parquet", tmp_path, quiet)
    schema = pq.read_schema(file)
    assert schema.metadata[b"betydning"].decode() == object_.meaning
    meanings = {k.name: k.meaning for k in object_.columns}
    assert json.loads(schema.metadata[b"kolonner"]) == meanings
    assert {field.name: field.metadata[b"betydning"].decode() for field in schema} == meanings
    with open_database([tmp_path]) as other:  # a reader that knows nothing of Arrow finds them too
        keys = other.fetch("select decode(key) as k from parquet_kv_metadata($fil)", fil=str(file))
    assert {"betydning", "kolonner"} <= {r["k"] for r in keys}


def test_csv_is_as_a_danish_spreadsheet_reads_it(strange: Path, tmp_path: Path):
    """Semicolon, decimal comma, yes and no, days as they sort, and nothing that runs as a formula."""
    with open_publication(strange) as database:
        files = export(database, ["teams", "udgifter_maaned", "underretninger", "om"], "csv", tmp_path, quiet)
    texts = {file.stem: file.read_bytes().decode("utf-8") for file in files}
    assert all(text.startswith("﻿") and "\r\n" in text for text in texts.values())
    rows = {
        name: list(csv.DictReader(text.removeprefix("﻿").splitlines(), delimiter=";"))
        for name, text in texts.items()
    }
    assert [r["navn"] for r in rows["teams"]] == ["'=1+1", "'@sum", "Nord; Øst", "#N/A"]
    assert rows["udgifter_maaned"][0]["beloeb"] == "1234567,50"
    assert rows["udgifter_maaned"][0]["budget"] == "0,25"
    assert rows["underretninger"][0]["modtaget_tidspunkt"] == "2021-12-01 10:05:00"
    assert rows["underretninger"][0]["genvurdering"] == "ja"
    assert rows["underretninger"][0]["partshoering_dato"] == ""
    assert rows["om"][0]["opgjort_pr"] == "2021-12-31"


def test_excel_has_real_numbers_days_and_times(strange: Path, tmp_path: Path):
    """Nothing is a number in disguise, and no text is a formula; a day before Excel's calendar is text."""
    with open_publication(strange) as database:
        (file,) = export(
            database, ["udgifter_maaned", "sager", "teams", "underretninger"], "xlsx", tmp_path, quiet
        )
    assert file.name == "ledelsestilsyn-2021-12.xlsx"
    udgift = dict(zip(*sheet(file, "udgifter_maaned"), strict=True))
    assert (udgift["beloeb"], udgift["afvigelse"], udgift["posteringer"]) == (1234567.5, 1234567.25, 1)
    sager = {r[0]: dict(zip(sheet(file, "sager")[0], r, strict=True)) for r in sheet(file, "sager")[1:]}
    assert sager["S1"]["foedselsdato"] == "1899-12-31"
    assert sager["S2"]["foedselsdato"] == datetime(2010, 5, 9)  # noqa: DTZ001 - as the reader gives days
    underretning = dict(zip(*sheet(file, "underretninger"), strict=True))
    assert underretning["modtaget_tidspunkt"] == datetime(2021, 12, 1, 10, 5)  # noqa: DTZ001
    assert underretning["genvurdering"] is True
    book = openpyxl.load_workbook(file)
    names = {r[0].value: r[1] for r in book["teams"].iter_rows(min_row=2)}
    assert (names["T1"].value, names["T1"].data_type) == (DANGEROUS, "s")
    assert (names["T4"].value, names["T4"].data_type) == ("#N/A", "s")
    assert book["sager"]["A2"].number_format == "General"
    assert "yy" in next(c for c in book["sager"][3] if c.is_date).number_format


def test_excel_has_a_cover_and_frozen_headers_with_their_meaning(published: Path, tmp_path: Path):
    """A cover that tells what this is and what every column means; one sheet a view, its header in sight."""
    with open_publication(published) as database:
        (file,) = export(database, ["status_nu", "om", "status_nu"], "xlsx", tmp_path, quiet)
        object_ = find(database, "status_nu")
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Forside", "status_nu", "om"]
    cover_sheet = [[cell for cell in row if cell is not None] for row in sheet(file, "Forside")]
    assert ["Periode", "2021-09"] in cover_sheet
    assert ["Foreløbig", True] in cover_sheet
    assert ["Opgjort pr.", datetime(2021, 9, 15)] in cover_sheet  # noqa: DTZ001
    for column in object_.columns:
        assert [column.name, workbook.danish_type(column.type), column.meaning] in cover_sheet
    for name in ("status_nu", "om"):
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref.startswith("A1:")
    assert book["status_nu"]["A1"].comment.text == object_.columns[0].meaning
    link = next(c for r in book["Forside"].iter_rows() for c in r if c.hyperlink)
    assert link.hyperlink.location == "'status_nu'!A1" or link.hyperlink.target == "#'status_nu'!A1"


def test_too_many_rows_for_a_sheet_are_refused(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A spreadsheet that silently ended would be a wrong answer."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    message = "kan rumme 10; vælg parquet eller csv"
    with open_publication(published) as database, pytest.raises(UsageFault, match=message):
        export(database, ["sager"], "xlsx", tmp_path, quiet)
    assert list(tmp_path.iterdir()) == []  # no half a file either


def test_exports_are_their_owners_alone(published: Path, tmp_path: Path):
    """They hold ids of cases."""
    with open_publication(published) as database:
        for format_ in ("parquet", "csv", "xlsx"):
            for file in export(database, ["om"], format_, tmp_path, quiet):
                assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_unknown_name_or_place_is_refused(published: Path, tmp_path: Path):
    """The message says what there is, and which folder will not do."""
    barred = tmp_path / "fil"
    barred.touch()
    with open_publication(published) as database:
        with pytest.raises(UsageFault, match="udgifter_maaned"):
            export(database, ["udgifter_maned"], "csv", tmp_path, quiet)
        with pytest.raises(UsageFault, match="kan ikke skrives"):
            export(database, ["om"], "csv", barred, quiet)
        assert barred.read_bytes() == b""


def test_every_type_of_the_published_columns_has_a_danish_word(published: Path):
    """The cover's reader does not know the database's types."""
    with open_publication(published) as database:
        types = {k.type for o in objects(database) for k in o.columns}
    assert {workbook.danish_type(type_) for type_ in types} <= set(workbook.TYPES.values())


def test_a_second_workbook_lies_beside_the_first(published: Path, tmp_path: Path):
    """Somebody may have worked on in the first; a CSV is what other programs refresh from, and replaced."""
    with open_publication(published) as database:
        (first,) = export(database, ["om"], "xlsx", tmp_path, quiet)
        before = first.read_bytes()
        names = [export(database, ["teams"], "xlsx", tmp_path, quiet)[0].name for _ in range(2)]
        (table,) = export(database, ["teams"], "csv", tmp_path, quiet)
        table.write_bytes(b"gammel")
        export(database, ["teams"], "csv", tmp_path, quiet)
    assert names == ["ledelsestilsyn-2021-09 (2).xlsx", "ledelsestilsyn-2021-09 (3).xlsx"]
    assert first.read_bytes() == before
    assert table.read_bytes() != b"gammel"


def test_the_file_itself_may_be_named_and_is_replaced(published: Path, tmp_path: Path):
    """With the format's own ending the place is the file, in a folder made for it; a folder stays one."""
    file = tmp_path / "ny" / "Status.XLSX"
    (tmp_path / "mappe.xlsx").mkdir()
    with open_publication(published) as database:
        for name in ("teams", "om"):
            assert export(database, [name], "xlsx", file, quiet) == (file,)
        in_folder = export(database, ["om"], "xlsx", tmp_path / "mappe.xlsx", quiet)
        assert export(database, ["om"], "csv", tmp_path / "om.csv", quiet) == (tmp_path / "om.csv",)
    assert openpyxl.load_workbook(file).sheetnames == ["Forside", "om"]
    assert [f.parent.name for f in in_folder] == ["mappe.xlsx"]


@pytest.mark.parametrize(
    ("names", "format_", "name", "outcome"),
    [
        (["om"], "xlsx", "om.csv", "endelse er csv, men --format er xlsx"),
        (["om", "teams"], "csv", "alt.csv", "kun ét svar"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(
    published: Path, tmp_path: Path, names: list[str], format_: str, name: str, outcome: str
):
    """Rather than a folder with a file's name, or views lost on the way."""
    with open_publication(published) as database, pytest.raises(UsageFault, match=outcome):
        export(database, names, format_, tmp_path / name, quiet)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_open_elsewhere_is_named(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Windows does not let an open file be replaced; the reader is told to close it; the old stays."""
    file = tmp_path / "om.csv"
    file.write_bytes(b"gammel")

    def opened(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", opened)
    with open_publication(published) as database, pytest.raises(UsageFault, match=r"om\.csv.*Luk den"):
        export(database, ["om"], "csv", tmp_path, quiet)
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {"om.csv": b"gammel"}


def test_an_example_is_exported_by_its_name(published: Path, tmp_path: Path):
    """The answer, in the example's order, with its question on the cover."""
    chosen = example("sagstal_pr_raadgiver")
    with open_publication(published) as database:
        outcome = answer_to(database, chosen.sql)
        files = [
            *export(database, [chosen.name, "om"], "xlsx", tmp_path, quiet),
            *export(database, [chosen.name.upper()], "parquet", tmp_path, quiet),
        ]
    head, *rows = sheet(files[0], chosen.name)
    assert head == outcome.columns
    assert rows == [*outcome.rows]
    assert rows
    assert any(chosen.question in str(cell) for r in sheet(files[0], "Forside") for cell in r)
    with open_database([tmp_path]) as other:
        assert other.run("from read_parquet($f)", f=str(files[1])).fetchall() == [*outcome.rows]


OWN = "-- mine teams\nselect team_id, navn, 1.5 as tal\nfrom teams\norder by team_id desc;\n"


@pytest.mark.parametrize("format_", ["xlsx", "csv", "parquet"])
def test_a_question_of_ones_own_is_exported_under_its_files_name(strange: Path, tmp_path: Path, format_: str):
    """A file with one query, here with a byte order mark as Windows writes it; nothing else is needed."""
    (tmp_path / "teams.sql").write_text(OWN, encoding="utf-8-sig")
    with open_publication(strange) as database:
        (file,) = export(database, [str(tmp_path / "teams.sql")], format_, tmp_path / f"t.{format_}", quiet)
    if format_ == "xlsx":
        assert sheet(file, "teams")[:2] == [("team_id", "navn", "tal"), ("T4", "#N/A", 1.5)]
    elif format_ == "csv":
        assert file.read_text(encoding="utf-8-sig").splitlines()[:2] == ["team_id;navn;tal", "T4;#N/A;1,5"]
    else:
        assert pq.read_table(file).column("team_id").to_pylist() == ["T4", "T3", "T2", "T1"]


@pytest.mark.parametrize("format_", ["xlsx", "csv", "parquet"])
def test_what_no_file_has_a_form_for_is_written_as_text(published: Path, tmp_path: Path, format_: str):
    """A moment with its time zone and a span of time, in every format."""
    (tmp_path / "q.sql").write_text(
        "select timestamptz '2021-04-05 12:00:00+00' as nu, interval 1 month as frist", encoding="utf-8"
    )
    with open_publication(published) as database:
        (file,) = export(database, [str(tmp_path / "q.sql")], format_, tmp_path / f"q.{format_}", quiet)
    if format_ == "xlsx":
        (row,) = sheet(file, "q")[1:]
        assert (str(row[0])[:10], row[1]) == ("2021-04-05", "1 month")
    elif format_ == "csv":
        assert file.read_text(encoding="utf-8-sig").splitlines()[1].endswith(";1 month")
    else:
        assert pq.read_table(file).column("frist").to_pylist() == ["1 month"]


@pytest.mark.parametrize(
    ("sql", "outcome"),
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
    strange: Path, tmp_path: Path, sql: str, outcome: str
):
    """The message names the file and what is wrong with the question, never a value of the register."""
    file = tmp_path / "min.sql"
    file.write_text(sql, encoding="utf-8")
    with open_publication(strange) as database, pytest.raises(UsageFault, match=outcome) as error:
        export(database, [str(file)], "csv", tmp_path / "ud", quiet)
    assert str(error.value).startswith(("min: ", "min.sql"))
    assert not any(name in str(error.value) for name in (DANGEROUS, "@sum", "Nord"))
    assert list(tmp_path.iterdir()) == [file]


def test_a_question_that_cannot_be_read_is_refused(published: Path, tmp_path: Path):
    """No such file, not text, or a name that is taken: each in a line of its own."""
    (tmp_path / "latin.sql").write_bytes("select 'å' as tegn".encode("cp1252"))
    (tmp_path / "x").mkdir()
    (tmp_path / "om.sql").write_text("select 1 as tal", encoding="utf-8")
    with open_publication(published) as database:
        for names, outcome in (
            (["findes_ikke.sql"], "filen findes ikke"),
            ([str(tmp_path / "latin.sql")], "UTF-8"),
            (["om", str(tmp_path / "om.sql")], "omdøb filen"),
            ([str(tmp_path / "om.sql"), str(tmp_path / "." / "x" / ".." / "om.sql")], "omdøb filen"),
        ):
            with pytest.raises(UsageFault, match=outcome):
                export(database, names, "csv", tmp_path, quiet)


def test_the_cover_says_the_reservations_and_prints_on_paper(tmp_path: Path):
    """What must be said with the figures goes with them, and a row is as high as its text is long."""
    reservations = "I 8 af 1886 sager siger sagsfordelingen ikke, hvem der har haft sagen. " * 3
    file = publish(
        drawn_delivery({"teams": "team_id\nT1"}),
        tmp_path / "ledelsestilsyn.duckdb",
    )
    with open_database([tmp_path]) as database:
        database.attach(file, "ud", writable=True)
        database.run("insert into ud.bemaerkning values (1, $tekst)", tekst=reservations)
    with open_publication(file) as database:
        (book,) = export(database, ["om"], "xlsx", tmp_path, quiet)
    cover_sheet, about = (openpyxl.load_workbook(book)[name] for name in ("Forside", "om"))
    (row,) = (r for r in cover_sheet.iter_rows() if r[0].value == "Forbehold 1")
    assert row[3].value == reservations
    assert cover_sheet.row_dimensions[row[0].row].height == 3 * workbook.LINE_HEIGHT
    for page in (cover_sheet, about):
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr.fitToPage
    assert about.print_title_rows == "$1:$1"


def test_a_column_is_wide_enough_for_its_numbers(strange: Path, tmp_path: Path):
    """A number without room shows as nothing but #: 1.234.567,50 with its points is twelve signs."""
    with open_publication(strange) as database:
        (file,) = export(database, ["udgifter_maaned"], "xlsx", tmp_path, quiet)
    book = openpyxl.load_workbook(file)["udgifter_maaned"]
    column = next(c for c in book[1] if c.value == "beloeb").column_letter
    assert book.column_dimensions[column].width > len("1.234.567,50")


def test_many_rows_are_told_with_the_faster_formats(
    strange: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Nobody should wait for a workbook without knowing that there is another way."""
    monkeypatch.setattr(workbook, "SLOW", 3)
    said: list[str] = []
    with open_publication(strange) as database:
        export(database, ["teams", "sager"], "xlsx", tmp_path, said.append)
    assert said == ["Skriver teams (4 rækker; parquet og csv er hurtigere)", "Skriver sager (2 rækker)"]


def test_a_cell_holds_what_excel_can_hold():
    """Control characters and endless texts would make Excel refuse the whole workbook."""
    assert cells.as_excel("a\x00b\x0bc") == "abc"
    assert len(cells.as_excel("x" * 40_000)) == 32_767
    assert cells.as_excel(date(1900, 1, 1)) == date(1900, 1, 1)
    assert cells.as_excel(Decimal("1.5")) == Decimal("1.5")
    assert cells.as_excel(float("nan")) == "nan"
    assert cells.as_excel(Decimal("Infinity")) == "Infinity"
    assert cells.as_excel([1, 2]) == "[1, 2]"
    assert cells.as_excel(datetime(2021, 5, 1, 8, tzinfo=UTC)) == "2021-05-01 08:00:00+00:00"
    assert workbook.sheet_name("et/langt*navn_" + "x" * 40) == "et_langt_navn_" + "x" * 17


def test_sheets_that_would_get_one_name_are_told_apart():
    """Excel knows no difference of case and no more than 31 characters, and the cover has its name."""
    long = ["x" * 31 + "a", "x" * 31 + "b", "forside"]
    assert list(workbook._sheet_names([Object(name, "svar", "") for name in long])) == [
        "x" * 31,
        "x" * 27 + " (2)",
        "forside (2)",
    ]
