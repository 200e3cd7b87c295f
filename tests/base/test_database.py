"""The database room: locked down, parameters are data, and rows come as dictionaries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.base.database import STORAGE_VERSION, Database, open_database, open_file, quote, sql_file
from pipeline.base.errors import BusyError, InternalError

EVIL_NAME = 'navn"; drop table hemmelig; --'


@pytest.fixture
def database(tmp_path: Path):
    """A database that may reach `in_` and nothing beside it."""
    in_, outside = tmp_path / "inde", tmp_path / "ude"
    in_.mkdir()
    outside.mkdir()
    for folder in (in_, outside):
        (folder / "fil.csv").write_text("a\n1\n", encoding="utf-8")
    with open_database([in_]) as new:
        yield new


OUTSIDE = (
    "select * from read_csv($fil)",
    "select * from read_text($fil)",
    "select * from read_blob($fil)",
    "copy (select 1) to '{fil}.ny'",
    "attach '{fil}.duckdb' as andre",
    "export database '{fil}.mappe'",
)


@pytest.mark.parametrize("statement", OUTSIDE)
def test_no_file_outside_the_named_folders(statement: str, database: Database, tmp_path: Path):
    """Neither read, written, attached nor exported; also not by a way round through the folder."""
    for way in (tmp_path / "ude", tmp_path / "inde" / ".." / "ude"):
        file = str(way / "fil.csv")
        with pytest.raises(duckdb.PermissionException):
            database.run(statement.format(fil=file), **({"fil": file} if "$fil" in statement else {}))
    assert sorted(p.name for p in (tmp_path / "ude").iterdir()) == ["fil.csv"]


def test_files_in_the_named_folders(database: Database, tmp_path: Path):
    """What it was opened for works: the test above is not passed by a database that can do nothing."""
    in_ = tmp_path / "inde"
    assert database.fetch("select * from read_csv($fil)", fil=str(in_ / "fil.csv")) == [{"a": 1}]
    database.run(f"copy (select 1) to '{in_ / 'ny.csv'}'")
    assert (in_ / "ny.csv").is_file()


def test_an_in_memory_database_reaches_no_file_at_all(tmp_path: Path):
    """Without folders there is nothing to reach."""
    (tmp_path / "fil.csv").write_text("a\n1\n", encoding="utf-8")
    with open_database() as database, pytest.raises(duckdb.PermissionException):
        database.run("select * from read_csv($fil)", fil=str(tmp_path / "fil.csv"))


@pytest.mark.parametrize(
    "statement",
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
def test_the_lock_cannot_be_opened_again(statement: str, database: Database):
    """No statement, ours or one that slipped in, changes what the database may do."""
    with pytest.raises(duckdb.InvalidInputException):
        database.run(statement)


def test_no_extension_is_fetched_or_loaded(database: Database):
    """Nothing comes over the net: neither by itself nor when asked for."""
    option = {
        r["name"]: r["value"]
        for r in database.fetch(
            "select name, value from duckdb_settings() where name like 'auto%known_extensions'"
        )
    }
    assert option == {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    for statement in (
        "install spatial",
        "load spatial",
        "select * from read_csv('https://example.org/a.csv')",
    ):
        with pytest.raises(duckdb.Error):
            database.run(statement)


def test_nothing_is_spilled_to_disk_unless_a_place_is_named(tmp_path: Path):
    """Unpseudonymised values stay in memory; a place to spill is the caller's choice."""
    with open_database([tmp_path]) as database:
        assert database.value("select current_setting('temp_directory')") == ""
    with open_database([tmp_path], temporary=tmp_path / "spild") as database:
        assert database.value("select current_setting('temp_directory')") == str(tmp_path / "spild")


def test_a_parameter_is_data(database: Database):
    """Whatever a value holds, it is no SQL."""
    database.run("create table hemmelig (a varchar)")
    database.run("insert into hemmelig values ($a)", a=f"'); {EVIL_NAME}")
    assert database.fetch("select a from hemmelig where a = $a", a=f"'); {EVIL_NAME}") == [
        {"a": f"'); {EVIL_NAME}"}
    ]


def test_a_name_is_quoted(database: Database):
    """Column and table names that come from a definition are names, whatever they hold."""
    assert quote(EVIL_NAME) == '"navn""; drop table hemmelig; --"'
    database.run("create table hemmelig (a varchar)")
    database.create_empty(EVIL_NAME, {EVIL_NAME: "VARCHAR"})
    database.copy(EVIL_NAME, "kopi", [EVIL_NAME])
    database.comment_on("table", "hemmelig", f"'; {EVIL_NAME}")
    database.set_variable(EVIL_NAME, f"'; {EVIL_NAME}")
    assert database.columns("kopi") == [EVIL_NAME]
    assert (
        database.value("select comment from duckdb_tables() where table_name = 'hemmelig'")
        == f"'; {EVIL_NAME}"
    )
    assert database.value(f"select getvariable('{EVIL_NAME}')") == f"'; {EVIL_NAME}"
    assert database.columns("hemmelig") == ["a"]


def test_an_sql_file_gives_each_statement_its_own_parameters(database: Database, tmp_path: Path):
    """Statements of one file ask for different parameters; one that is not given is an error, not null."""
    file = tmp_path / "prøve.sql"
    file.write_text(
        "-- one row\ncreate table t (a integer, b varchar);\n"
        "insert into t values ($a, 'æ; $b'); insert into t values ($a + 1, $b);\nselect * from t order by a",
        encoding="utf-8",
    )
    reply = database.run_path(file, {"a": 1, "b": "ø", "ubrugt": 9})
    assert reply.fetchall() == [(1, "æ; $b"), (2, "ø")]
    database.run("drop table t")
    with pytest.raises(KeyError, match="b"):
        database.run_path(file, {"a": 1})


def test_an_sql_file_that_cannot_be_read_is_our_fault(database: Database, tmp_path: Path):
    """Exit 1, naming the file."""
    file = tmp_path / "gal.sql"
    file.write_text("select (from", encoding="utf-8")
    with pytest.raises(InternalError, match=r"gal\.sql"):
        database.run_path(file, {})


def test_a_shipped_file_is_found_by_its_rooms(database: Database):
    """`sql_file` and `rows` name a file by folder and name."""
    assert sql_file("units", "bfu_rettidig").is_file()
    database.run_file("kinds", "regler")
    assert (
        database.fetch("select plus_maaneder(date '2020-10-31', 6) as dag")[0]["dag"].isoformat()
        == "2021-04-30"
    )


def test_rows_are_dictionaries(database: Database):
    """Values by column name; a missing row is None; appending goes by name, in any order."""
    database.create_empty("t", {"a": "INTEGER", "b": "VARCHAR"})
    database.insert("t", [])
    assert database.fetch("select * from t") == []
    assert database.value("select a from t") is None
    database.insert("t", [{"b": "x", "a": 1}, {"b": None, "a": 2}])
    assert database.fetch("select * from t order by a") == [{"a": 1, "b": "x"}, {"a": 2, "b": None}]
    assert database.value("select count(*) from t where a > $a", a=1) == 1


def test_what_the_database_complains_of_is_one_line(database: Database):
    """None when the work goes well."""
    assert database.error_in(lambda: None) is None
    message = database.error_in(lambda: database.run("select findes_ikke") and None)
    assert message is not None
    assert "findes_ikke" in message
    assert "\n" not in message


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database file with one table, written the way ours are."""
    with open_database([tmp_path]) as database:
        database.attach(tmp_path / "ud.duckdb", "ud", writable=True)
        database.run("create table ud.b (x integer)")
        database.run("create table ud.a (x integer)")
        database.run("create schema ud.data")
        database.run("create table ud.data.c (x integer)")
        assert database.tables("ud") == ["a", "b"]
        assert database.tables("ud.data") == ["c"]
        database.detach("ud")
    return tmp_path / "ud.duckdb"


def test_a_file_others_open_has_the_pinned_storage_version(file: Path):
    """Clients older than ours can read it."""
    with duckdb.connect(str(file), read_only=True) as connection:
        (tags,) = connection.execute("select tags from duckdb_databases() where not internal").fetchone()
    assert tags["storage_version"].startswith(STORAGE_VERSION)


def test_a_file_opened_for_reading_cannot_be_written(file: Path):
    """Unqualified names mean what is in it; nothing in it can be changed."""
    with open_file(file) as database:
        assert database.value("select count(*) from a") == 0
        for statement in ("insert into a values (1)", "drop table a", "create table ny (x integer)"):
            with pytest.raises(duckdb.InvalidInputException, match="read-only"):
                database.run(statement)


def test_a_file_another_program_writes_to_is_in_use(file: Path):
    """Exit 2 and the file's name, not a fault of ours."""
    program = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('klar', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "klar\n"
        with pytest.raises(BusyError, match=r"ud\.duckdb"):
            open_file(file)
        other.stdin.close()
    open_file(file).close()


def test_duckdb_is_imported_only_when_a_database_is_opened():
    """The command line stays quick: the room itself imports it inside its functions."""
    program = "import sys, pipeline.base.database; print('duckdb' in sys.modules)"
    reply = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert reply.stdout == "False\n"
