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

from pipeline.database import LAGERVERSION, Database
from pipeline.economist.examples import alle_eksempler
from pipeline.economist.export import eksporter
from pipeline.economist.published import aabn_udgivelse, objekter
from pipeline.resources import ressource

NODE = shutil.which("node") and shutil.which("npm")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
RSCRIPT = shutil.which("Rscript")
KLIENT = Path(__file__).parent / "node"
ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}

Svar = dict[str, list[list[str | None]]]


@pytest.fixture(scope="module")
def klient(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Node client in a folder of its own, its packages as pinned beside the test."""
    if not NODE:
        pytest.skip("node og npm findes ikke på maskinen")
    mappe = tmp_path_factory.mktemp("node")
    for navn in ("package.json", "package-lock.json", "laes.mjs"):
        shutil.copyfile(KLIENT / navn, mappe / navn)
    hentet = subprocess.run(
        ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=mappe,
        capture_output=True,
        check=False,
    )
    if hentet.returncode:
        pytest.skip("pakken @duckdb/node-api kan ikke hentes herfra")
    return mappe


def spoerg(klient: Path, fil: Path, spoergsmaal: dict[str, str]) -> Svar:
    """What the other client answers."""
    koert = subprocess.run(
        ["node", str(klient / "laes.mjs"), str(fil)],
        input=json.dumps(spoergsmaal),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert koert.returncode == 0, koert.stderr
    svar: Svar = json.loads(koert.stdout)
    return svar


def som_tekst(sql: str) -> str:
    """A query with every value as text, so that two clients' types need not be compared."""
    return f"select cast(columns(*) as varchar) from ({sql.rstrip().rstrip(';')}\n)"  # noqa: S608


def eget_svar(database: Database, sql: str) -> Sequence[list[str | None]]:
    return [list(raekke) for raekke in database.koer(sql).fetchall()]


def test_an_older_client_opens_the_file_and_reads_every_table_and_view(klient: Path, udgivet: Path):
    """The file is written for the oldest release its storage version names, and holds the same rows there."""
    with aabn_udgivelse(udgivet) as database:
        navne = [o.navn for o in objekter(database) if o.kolonner and o.navn != "ordbog"]
        spoergsmaal = {navn: som_tekst(f"from {navn}") for navn in navne}
        svar = spoerg(klient, udgivet, {"version": "select version()", **spoergsmaal})
        assert svar.pop("version") == [[LAGERVERSION]]
        for navn, sql in spoergsmaal.items():
            assert sorted(map(str, svar[navn])) == sorted(map(str, eget_svar(database, sql))), navn


def test_an_older_client_answers_every_example_and_macro_alike(klient: Path, udgivet: Path):
    """What the economist copies from the examples works in the client she has, to the last digit and row."""
    spoergsmaal = {e.navn: som_tekst(e.sql) for e in alle_eksempler()}
    spoergsmaal |= {
        "status": som_tekst("from status('ALLE', '2021-09')"),
        "udvikling": som_tekst("from udvikling('5.1', team := 'ALLE')"),
        "frister": som_tekst("from frister('ALLE')"),
        "sager_paa": som_tekst("from sager_paa(date '2021-03-31')"),
        "kvartal": "select kvartal(date '2021-05-31')",
        "alder": "select cast(alder(date '2010-05-09', date '2021-05-08') as varchar)",
    }
    with aabn_udgivelse(udgivet) as database:
        svar = spoerg(klient, udgivet, spoergsmaal)
        assert (svar["kvartal"], svar["alder"]) == ([["2021-K2"]], [["10"]])
        assert any(svar[e.navn] for e in alle_eksempler())
        for navn, sql in spoergsmaal.items():
            assert svar[navn] == eget_svar(database, sql), navn


def test_an_older_client_sees_the_comments(klient: Path, udgivet: Path):
    """The meanings are in the file itself, also for tools that ask the catalogue."""
    sql = {
        "kolonner": "select table_name, column_name, comment from duckdb_columns() "
        "where not internal order by all",
        "visninger": "select view_name, comment from duckdb_views() where not internal order by all",
        "makroer": "select function_name, comment from duckdb_functions() where not internal order by all",
    }
    svar = spoerg(klient, udgivet, sql)
    with aabn_udgivelse(udgivet) as database:
        for navn, forespoergsel in sql.items():
            assert svar[navn] == eget_svar(database, forespoergsel), navn
            assert all(raekke[-1] for raekke in svar[navn])


@pytest.fixture(scope="module")
def regneark(udgivet: Path, tmp_path_factory: pytest.TempPathFactory) -> ElementTree.Element:
    """An exported workbook as LibreOffice understands it, in its own format."""
    if not SOFFICE:
        pytest.skip("LibreOffice findes ikke på maskinen")
    mappe = tmp_path_factory.mktemp("libreoffice")
    with aabn_udgivelse(udgivet) as database:
        (fil,) = eksporter(database, ["sager", "udgifter_maaned", "om"], "xlsx", mappe, lambda _: None)
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(mappe / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            "fods",
            "--outdir",
            str(mappe),
            str(fil),
        ],
        capture_output=True,
        check=True,
    )
    return ElementTree.parse(fil.with_suffix(".fods")).getroot()  # noqa: S314 - our own file


def raekker(regneark: ElementTree.Element, ark: str) -> list[list[tuple[str | None, str | None]]]:
    """Rows of a sheet as (type, value) of each cell, without the empty rest of the sheet."""
    tabel = next(
        t for t in regneark.iter(f"{{{ODF['table']}}}table") if t.get(f"{{{ODF['table']}}}name") == ark
    )
    fundne = []
    for raekke in tabel.iter(f"{{{ODF['table']}}}table-row"):
        celler: list[tuple[str | None, str | None]] = []
        for celle in raekke.findall("table:table-cell", ODF):
            gange = int(celle.get(f"{{{ODF['table']}}}number-columns-repeated", "1"))
            celler += [_celle(celle)] * min(gange, 50)
        while celler and celler[-1] == (None, None):
            celler.pop()
        if celler:
            fundne.append(celler)
    return fundne


def _celle(celle: ElementTree.Element) -> tuple[str | None, str | None]:
    if formel := celle.get(f"{{{ODF['table']}}}formula"):  # how LibreOffice holds a truth value
        return "boolean", {"of:=TRUE()": "true", "of:=FALSE()": "false"}[formel]
    type_ = celle.get(f"{{{ODF['office']}}}value-type")
    vaerdi = celle.get(f"{{{ODF['office']}}}value") or celle.get(f"{{{ODF['office']}}}date-value")
    if vaerdi is None and type_ == "string":
        vaerdi = "".join(t for p in celle.findall("text:p", ODF) for t in p.itertext())
    return type_, vaerdi


def test_libreoffice_finds_real_numbers_and_days(regneark: ElementTree.Element, udgivet: Path):
    """Every cell is the type its column has in the database, and every value the same."""
    with aabn_udgivelse(udgivet) as database:
        for ark in ("sager", "udgifter_maaned"):
            orden = " order by all" if ark == "sager" else ""
            ventet = database.koer(f"from {ark}{orden}")
            navne = [str(kolonne[0]) for kolonne in ventet.description or ()]
            hoved, *indhold = raekker(regneark, ark)
            assert [vaerdi for _, vaerdi in hoved] == navne
            for egen, fremmed in zip(ventet.fetchall(), indhold, strict=True):
                fyldt = [*fremmed, *[(None, None)] * (len(navne) - len(fremmed))]
                assert fyldt == [_ventet(vaerdi) for vaerdi in egen]


def _ventet(vaerdi: object) -> tuple[str | None, str | None]:
    if vaerdi is None:
        return (None, None)
    if isinstance(vaerdi, bool):
        return ("boolean", "true" if vaerdi else "false")
    if isinstance(vaerdi, date):
        return ("date", vaerdi.isoformat())
    if isinstance(vaerdi, int | float | Decimal):
        return ("float", f"{vaerdi:f}".rstrip("0").rstrip(".") if "." in str(vaerdi) else str(vaerdi))
    return ("string", str(vaerdi))


def test_libreoffice_shows_the_cover_first(regneark: ElementTree.Element):
    """The cover is the first sheet and tells what this is."""
    ark = [t.get(f"{{{ODF['table']}}}name") for t in regneark.iter(f"{{{ODF['table']}}}table")]
    assert ark == ["Forside", "sager", "udgifter_maaned", "om"]
    assert raekker(regneark, "Forside")[0] == [("string", "Ledelsestilsyn 2021-09")]


@pytest.fixture(scope="module")
def csv_fil(udgivet: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exported CSV with amounts, days and text."""
    with aabn_udgivelse(udgivet) as database:
        (fil,) = eksporter(
            database, ["udgifter_maaned"], "csv", tmp_path_factory.mktemp("csv"), lambda _: None
        )
    return fil


def vejledningens_kald(funktion: str) -> str:
    """The call as the economist's guide writes it."""
    fundet = re.search(
        rf"`({re.escape(funktion)}\(fil, [^`]+\))`", ressource("docs", "oekonom.md").read_text("utf-8")
    )
    assert fundet
    return fundet[1]


def kolonner(udgivet: Path) -> tuple[list[str], Decimal]:
    """The names of the columns, and the sum of the amounts."""
    with aabn_udgivelse(udgivet) as database:
        navne = database.kolonner("udgifter_maaned")
        return navne, database.vaerdi("select sum(beloeb) from udgifter_maaned")


def test_pandas_reads_the_csv_as_the_guide_says(csv_fil: Path, udgivet: Path):
    """The first heading without a mark before it, and amounts as numbers."""
    program = (
        f"import pandas, sys; fil = sys.argv[1]; d = pandas.{vejledningens_kald('read_csv')}; "
        "print(','.join(d.columns), round(d.beloeb.sum(), 2))"
    )
    koert = subprocess.run(
        [sys.executable, "-c", program, str(csv_fil)], capture_output=True, encoding="utf-8", check=True
    )
    navne, total = kolonner(udgivet)
    assert koert.stdout.split() == [",".join(navne), f"{float(total)}"]


def test_r_reads_the_csv_as_the_guide_says(csv_fil: Path, udgivet: Path):
    """The same in the other language."""
    if not RSCRIPT:
        pytest.skip("R findes ikke på maskinen")
    program = (
        f"fil <- commandArgs(TRUE)[1]; d <- {vejledningens_kald('read.csv2')}; "
        "cat(paste(names(d), collapse = ','), sprintf('%.2f', sum(d$beloeb)))"
    )
    koert = subprocess.run(
        [RSCRIPT, "-e", program, str(csv_fil)], capture_output=True, encoding="utf-8", check=True
    )
    navne, total = kolonner(udgivet)
    assert koert.stdout.split() == [",".join(navne), f"{total:.2f}"]
