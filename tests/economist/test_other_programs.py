"""Other programs read what is published: an older DuckDB client in another language, and LibreOffice."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pipeline.base.database import STORAGE_VERSION, Database
from pipeline.base.resources import resource
from pipeline.economist.examples import all_examples
from pipeline.economist.export import export
from pipeline.economist.published import objects, open_publication

NODE = shutil.which("node") and shutil.which("npm")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
RSCRIPT = shutil.which("Rscript")
CLIENT = Path(__file__).parent / "node"
ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}

Reply = dict[str, list[list[str | None]]]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Node client in a folder of its own, its packages as pinned beside the test."""
    if not NODE:
        pytest.skip("node og npm findes ikke på maskinen")
    folder = tmp_path_factory.mktemp("node")
    for name in ("package.json", "package-lock.json", "laes.mjs"):
        shutil.copyfile(CLIENT / name, folder / name)
    fetched = subprocess.run(
        ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    if fetched.returncode:
        pytest.skip("pakken @duckdb/node-api kan ikke hentes herfra")
    return folder


def ask(client: Path, file: Path, question: dict[str, str]) -> Reply:
    """What the other client answers."""
    ran = subprocess.run(
        ["node", str(client / "laes.mjs"), str(file)],
        input=json.dumps(question),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    reply: Reply = json.loads(ran.stdout)
    return reply


def som_tekst(sql: str) -> str:
    """A query with every value as text, so that two clients' types need not be compared."""
    return f"select cast(columns(*) as varchar) from ({sql.rstrip().rstrip(';')}\n)"  # noqa: S608


def own_reply(database: Database, sql: str) -> Sequence[list[str | None]]:
    return [list(row) for row in database.run(sql).fetchall()]


def test_an_older_client_opens_the_file_and_reads_every_table_and_view(client: Path, published: Path):
    """The file is written for the oldest release its storage version names, and holds the same rows there."""
    with open_publication(published) as database:
        names = [o.name for o in objects(database) if o.columns and o.name != "ordbog"]
        question = {name: som_tekst(f"from {name}") for name in names}
        reply = ask(client, published, {"version": "select version()", **question})
        assert reply.pop("version") == [[STORAGE_VERSION]]
        for name, sql in question.items():
            assert sorted(map(str, reply[name])) == sorted(map(str, own_reply(database, sql))), name


def test_an_older_client_answers_every_example_and_macro_alike(client: Path, published: Path):
    """What the economist copies from the examples works in the client she has, to the last digit and row."""
    question = {e.name: som_tekst(e.sql) for e in all_examples()}
    question |= {
        "status": som_tekst("from status('ALLE', '2021-09')"),
        "udvikling": som_tekst("from udvikling('5.1', team := 'ALLE')"),
        "frister": som_tekst("from frister('ALLE')"),
        "sager_paa": som_tekst("from sager_paa(date '2021-03-31')"),
        "kvartal": "select kvartal(date '2021-05-31')",
        "alder": "select cast(alder(date '2010-05-09', date '2021-05-08') as varchar)",
    }
    with open_publication(published) as database:
        reply = ask(client, published, question)
        assert (reply["kvartal"], reply["alder"]) == ([["2021-K2"]], [["10"]])
        assert any(reply[e.name] for e in all_examples())
        for name, sql in question.items():
            assert reply[name] == own_reply(database, sql), name


def test_an_older_client_sees_the_comments(client: Path, published: Path):
    """The meanings are in the file itself, also for tools that ask the catalogue."""
    sql = {
        "kolonner": "select table_name, column_name, comment from duckdb_columns() "
        "where not internal order by all",
        "visninger": "select view_name, comment from duckdb_views() where not internal order by all",
        "makroer": "select function_name, comment from duckdb_functions() where not internal order by all",
    }
    reply = ask(client, published, sql)
    with open_publication(published) as database:
        for name, query in sql.items():
            assert reply[name] == own_reply(database, query), name
            assert all(row[-1] for row in reply[name])


@pytest.fixture(scope="module")
def workbook(published: Path, tmp_path_factory: pytest.TempPathFactory) -> ElementTree.Element:
    """An exported workbook as LibreOffice understands it, in its own format."""
    if not SOFFICE:
        pytest.skip("LibreOffice findes ikke på maskinen")
    folder = tmp_path_factory.mktemp("libreoffice")
    with open_publication(published) as database:
        (file,) = export(database, ["sager", "udgifter_maaned", "om"], "xlsx", folder, lambda _: None)
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            "fods",
            "--outdir",
            str(folder),
            str(file),
        ],
        capture_output=True,
        check=True,
    )
    return ElementTree.parse(file.with_suffix(".fods")).getroot()  # noqa: S314 - our own file


def rows(workbook: ElementTree.Element, sheet: str) -> list[list[tuple[str | None, str | None]]]:
    """Rows of a sheet as (type, value) of each cell, without the empty rest of the sheet."""
    table = next(
        t for t in workbook.iter(f"{{{ODF['table']}}}table") if t.get(f"{{{ODF['table']}}}name") == sheet
    )
    found = []
    for row in table.iter(f"{{{ODF['table']}}}table-row"):
        cells: list[tuple[str | None, str | None]] = []
        for cell in row.findall("table:table-cell", ODF):
            times = int(cell.get(f"{{{ODF['table']}}}number-columns-repeated", "1"))
            cells += [_cell(cell)] * min(times, 50)
        while cells and cells[-1] == (None, None):
            cells.pop()
        if cells:
            found.append(cells)
    return found


def _cell(cell: ElementTree.Element) -> tuple[str | None, str | None]:
    if formula := cell.get(f"{{{ODF['table']}}}formula"):  # how LibreOffice holds a truth value
        return "boolean", {"of:=TRUE()": "true", "of:=FALSE()": "false"}[formula]
    type_ = cell.get(f"{{{ODF['office']}}}value-type")
    value = cell.get(f"{{{ODF['office']}}}value") or cell.get(f"{{{ODF['office']}}}date-value")
    if value is None and type_ == "string":
        value = "".join(t for p in cell.findall("text:p", ODF) for t in p.itertext())
    return type_, value


def test_libreoffice_finds_real_numbers_and_days(workbook: ElementTree.Element, published: Path):
    """Every cell is the type its column has in the database, and every value the same."""
    with open_publication(published) as database:
        for sheet in ("sager", "udgifter_maaned"):
            order = " order by all" if sheet == "sager" else ""
            outcome = database.run(f"from {sheet}{order}")
            names = [str(column[0]) for column in outcome.description or ()]
            head, *content = rows(workbook, sheet)
            assert [value for _, value in head] == names
            for own, foreign in zip(outcome.fetchall(), content, strict=True):
                filled = [*foreign, *[(None, None)] * (len(names) - len(foreign))]
                assert filled == [_outcome(value) for value in own]


def _outcome(value: object) -> tuple[str | None, str | None]:
    if value is None:
        return (None, None)
    if isinstance(value, bool):
        return ("boolean", "true" if value else "false")
    if isinstance(value, date):
        return ("date", value.isoformat())
    if isinstance(value, int | float | Decimal):
        return ("float", f"{value:f}".rstrip("0").rstrip(".") if "." in str(value) else str(value))
    return ("string", str(value))


def test_libreoffice_shows_the_cover_first(workbook: ElementTree.Element):
    """The cover is the first sheet and tells what this is."""
    sheet = [t.get(f"{{{ODF['table']}}}name") for t in workbook.iter(f"{{{ODF['table']}}}table")]
    assert sheet == ["Forside", "sager", "udgifter_maaned", "om"]
    assert rows(workbook, "Forside")[0] == [("string", "Ledelsestilsyn 2021-09")]


@pytest.fixture(scope="module")
def csv_file(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exported CSV with amounts, days and text."""
    with open_publication(published) as database:
        (file,) = export(database, ["udgifter_maaned"], "csv", tmp_path_factory.mktemp("csv"), lambda _: None)
    return file


def guides_call(function: str) -> str:
    """The call as the economist's guide writes it."""
    found = re.search(
        rf"`({re.escape(function)}\(fil, [^`]+\))`", resource("docs", "oekonom.md").read_text("utf-8")
    )
    assert found
    return found[1]


def columns(published: Path) -> tuple[list[str], Decimal]:
    """The names of the columns, and the sum of the amounts."""
    with open_publication(published) as database:
        names = database.columns("udgifter_maaned")
        return names, database.value("select sum(beloeb) from udgifter_maaned")


def test_pandas_reads_the_csv_as_the_guide_says(csv_file: Path, published: Path):
    """The first heading without a mark before it, and amounts as numbers."""
    program = (
        f"import pandas, sys; fil = sys.argv[1]; d = pandas.{guides_call('read_csv')}; "
        "print(','.join(d.columns), round(d.beloeb.sum(), 2))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(csv_file)], capture_output=True, encoding="utf-8", check=True
    )
    names, total = columns(published)
    assert ran.stdout.split() == [",".join(names), f"{float(total)}"]


def test_r_reads_the_csv_as_the_guide_says(csv_file: Path, published: Path):
    """The same in the other language."""
    if not RSCRIPT:
        pytest.skip("R findes ikke på maskinen")
    program = (
        f"fil <- commandArgs(TRUE)[1]; d <- {guides_call('read.csv2')}; "
        "cat(paste(names(d), collapse = ','), sprintf('%.2f', sum(d$beloeb)))"
    )
    ran = subprocess.run(
        [RSCRIPT, "-e", program, str(csv_file)], capture_output=True, encoding="utf-8", check=True
    )
    names, total = columns(published)
    assert ran.stdout.split() == [",".join(names), f"{total:.2f}"]
