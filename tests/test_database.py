"""The database room: locked down, parameters are data, and rows come as dictionaries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.database import LAGERVERSION, Database, aabn, aabn_fil, citat, sql_fil
from pipeline.errors import InternFejl, OptagetFejl

ONDT_NAVN = 'navn"; drop table hemmelig; --'


@pytest.fixture
def database(tmp_path: Path):
    """A database that may reach `inde` and nothing beside it."""
    inde, ude = tmp_path / "inde", tmp_path / "ude"
    inde.mkdir()
    ude.mkdir()
    for mappe in (inde, ude):
        (mappe / "fil.csv").write_text("a\n1\n", encoding="utf-8")
    with aabn([inde]) as ny:
        yield ny


UDE = (
    "select * from read_csv($fil)",
    "select * from read_text($fil)",
    "select * from read_blob($fil)",
    "copy (select 1) to '{fil}.ny'",
    "attach '{fil}.duckdb' as andre",
    "export database '{fil}.mappe'",
)


@pytest.mark.parametrize("saetning", UDE)
def test_no_file_outside_the_named_folders(saetning: str, database: Database, tmp_path: Path):
    """Neither read, written, attached nor exported; also not by a way round through the folder."""
    for vej in (tmp_path / "ude", tmp_path / "inde" / ".." / "ude"):
        fil = str(vej / "fil.csv")
        with pytest.raises(duckdb.PermissionException):
            database.koer(saetning.format(fil=fil), **({"fil": fil} if "$fil" in saetning else {}))
    assert sorted(p.name for p in (tmp_path / "ude").iterdir()) == ["fil.csv"]


def test_files_in_the_named_folders(database: Database, tmp_path: Path):
    """What it was opened for works: the test above is not passed by a database that can do nothing."""
    inde = tmp_path / "inde"
    assert database.hent("select * from read_csv($fil)", fil=str(inde / "fil.csv")) == [{"a": 1}]
    database.koer(f"copy (select 1) to '{inde / 'ny.csv'}'")
    assert (inde / "ny.csv").is_file()


def test_an_in_memory_database_reaches_no_file_at_all(tmp_path: Path):
    """Without folders there is nothing to reach."""
    (tmp_path / "fil.csv").write_text("a\n1\n", encoding="utf-8")
    with aabn() as database, pytest.raises(duckdb.PermissionException):
        database.koer("select * from read_csv($fil)", fil=str(tmp_path / "fil.csv"))


@pytest.mark.parametrize(
    "saetning",
    [
        "set enable_external_access = true",
        "set allowed_directories = ['/']",
        "set autoinstall_known_extensions = true",
        "set autoload_known_extensions = true",
        "set allow_unsigned_extensions = true",
        "set temp_directory = '/'",
        "reset lock_configuration",
    ],
)
def test_the_lock_cannot_be_opened_again(saetning: str, database: Database):
    """No statement, ours or one that slipped in, changes what the database may do."""
    with pytest.raises(duckdb.InvalidInputException):
        database.koer(saetning)


def test_no_extension_is_fetched_or_loaded(database: Database):
    """Nothing comes over the net: neither by itself nor when asked for."""
    valg = {
        r["name"]: r["value"]
        for r in database.hent(
            "select name, value from duckdb_settings() where name like 'auto%known_extensions'"
        )
    }
    assert valg == {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    for saetning in (
        "install spatial",
        "load spatial",
        "select * from read_csv('https://example.org/a.csv')",
    ):
        with pytest.raises(duckdb.Error):
            database.koer(saetning)


def test_nothing_is_spilled_to_disk_unless_a_place_is_named(tmp_path: Path):
    """Unpseudonymised values stay in memory; a place to spill is the caller's choice."""
    with aabn([tmp_path]) as database:
        assert database.vaerdi("select current_setting('temp_directory')") == ""
    with aabn([tmp_path], midlertidig=tmp_path / "spild") as database:
        assert database.vaerdi("select current_setting('temp_directory')") == str(tmp_path / "spild")


def test_a_parameter_is_data(database: Database):
    """Whatever a value holds, it is no SQL."""
    database.koer("create table hemmelig (a varchar)")
    database.koer("insert into hemmelig values ($a)", a=f"'); {ONDT_NAVN}")
    assert database.hent("select a from hemmelig where a = $a", a=f"'); {ONDT_NAVN}") == [
        {"a": f"'); {ONDT_NAVN}"}
    ]


def test_a_name_is_quoted(database: Database):
    """Column and table names that come from a definition are names, whatever they hold."""
    assert citat(ONDT_NAVN) == '"navn""; drop table hemmelig; --"'
    database.koer("create table hemmelig (a varchar)")
    database.opret_tom(ONDT_NAVN, {ONDT_NAVN: "VARCHAR"})
    database.kopier(ONDT_NAVN, "kopi", [ONDT_NAVN])
    database.kommenter("hemmelig", f"'; {ONDT_NAVN}")
    database.saet_variabel(ONDT_NAVN, f"'; {ONDT_NAVN}")
    assert database.kolonner("kopi") == [ONDT_NAVN]
    assert (
        database.vaerdi("select comment from duckdb_tables() where table_name = 'hemmelig'")
        == f"'; {ONDT_NAVN}"
    )
    assert database.vaerdi(f"select getvariable('{ONDT_NAVN}')") == f"'; {ONDT_NAVN}"
    assert database.kolonner("hemmelig") == ["a"]


def test_an_sql_file_gives_each_statement_its_own_parameters(database: Database, tmp_path: Path):
    """Statements of one file ask for different parameters; one that is not given is an error, not null."""
    fil = tmp_path / "prøve.sql"
    fil.write_text(
        "-- one row\ncreate table t (a integer, b varchar);\n"
        "insert into t values ($a, 'æ; $b'); insert into t values ($a + 1, $b);\nselect * from t order by a",
        encoding="utf-8",
    )
    svar = database.koer_sti(fil, {"a": 1, "b": "ø", "ubrugt": 9})
    assert svar.fetchall() == [(1, "æ; $b"), (2, "ø")]
    database.koer("drop table t")
    with pytest.raises(KeyError, match="b"):
        database.koer_sti(fil, {"a": 1})


def test_an_sql_file_that_cannot_be_read_is_our_fault(database: Database, tmp_path: Path):
    """Exit 1, naming the file."""
    fil = tmp_path / "gal.sql"
    fil.write_text("select (from", encoding="utf-8")
    with pytest.raises(InternFejl, match=r"gal\.sql"):
        database.koer_sti(fil, {})


def test_a_shipped_file_is_found_by_its_rooms(database: Database):
    """`sql_fil` and `raekker` name a file by folder and name."""
    assert sql_fil("indicators", "bfu_rettidig").is_file()
    database.koer_fil("kinds", "regler")
    assert (
        database.hent("select plus_maaneder(date '2020-10-31', 6) as dag")[0]["dag"].isoformat()
        == "2021-04-30"
    )


def test_rows_are_dictionaries(database: Database):
    """Values by column name; a missing row is None; appending goes by name, in any order."""
    database.opret_tom("t", {"a": "INTEGER", "b": "VARCHAR"})
    database.indsaet("t", [])
    assert database.hent("select * from t") == []
    assert database.vaerdi("select a from t") is None
    database.indsaet("t", [{"b": "x", "a": 1}, {"b": None, "a": 2}])
    assert database.hent("select * from t order by a") == [{"a": 1, "b": "x"}, {"a": 2, "b": None}]
    assert database.vaerdi("select count(*) from t where a > $a", a=1) == 1


def test_what_the_database_complains_of_is_one_line(database: Database):
    """None when the work goes well."""
    assert database.fejl_i(lambda: None) is None
    besked = database.fejl_i(lambda: database.koer("select findes_ikke") and None)
    assert besked is not None
    assert "findes_ikke" in besked
    assert "\n" not in besked


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    """A database file with one table, written the way ours are."""
    with aabn([tmp_path]) as database:
        database.tilknyt(tmp_path / "ud.duckdb", "ud", skrivbar=True)
        database.koer("create table ud.b (x integer)")
        database.koer("create table ud.a (x integer)")
        database.koer("create schema ud.data")
        database.koer("create table ud.data.c (x integer)")
        assert database.tabeller("ud") == ["a", "b"]
        assert database.tabeller("ud.data") == ["c"]
        database.frakobl("ud")
    return tmp_path / "ud.duckdb"


def test_a_file_others_open_has_the_pinned_storage_version(fil: Path):
    """Clients older than ours can read it."""
    with duckdb.connect(str(fil), read_only=True) as forbindelse:
        (tags,) = forbindelse.execute("select tags from duckdb_databases() where not internal").fetchone()
    assert tags["storage_version"].startswith(LAGERVERSION)


def test_a_file_opened_for_reading_cannot_be_written(fil: Path):
    """Unqualified names mean what is in it; nothing in it can be changed."""
    with aabn_fil(fil) as database:
        assert database.vaerdi("select count(*) from a") == 0
        for saetning in ("insert into a values (1)", "drop table a", "create table ny (x integer)"):
            with pytest.raises(duckdb.InvalidInputException, match="read-only"):
                database.koer(saetning)


def test_a_file_another_program_writes_to_is_in_use(fil: Path):
    """Exit 2 and the file's name, not a fault of ours."""
    program = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('klar', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(fil)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as anden:
        assert anden.stdout.readline() == "klar\n"
        with pytest.raises(OptagetFejl, match=r"ud\.duckdb"):
            aabn_fil(fil)
        anden.stdin.close()
    aabn_fil(fil).luk()


def test_duckdb_is_imported_only_when_a_database_is_opened():
    """The command line stays quick: the room itself imports it inside its functions."""
    program = "import sys, pipeline.database; print('duckdb' in sys.modules)"
    svar = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert svar.stdout == "False\n"
