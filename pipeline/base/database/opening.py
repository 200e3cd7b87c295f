"""Opening a database: every connection is locked down before anything is asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.base.database.connection import Database
from pipeline.base.database.damage import readable
from pipeline.base.database.names import literal

if TYPE_CHECKING:
    import duckdb

_WITHOUT_EXTENSIONS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


def open_database(
    folders: Sequence[Path] = (), *, temporary: Path | None = None, plan_whole: bool = False
) -> Database:
    """An in-memory database that may only reach files in `folders`.

    `temporary` is where a query too large for memory may spill; without it nothing is spilled to
    disk. Unpseudonymised values must only be handled without it. With `plan_whole`, `explain` shows every
    table that is read, also one without rows.
    """
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            **_WITHOUT_EXTENSIONS,
            "preserve_insertion_order": False,
            # It guesses from few rows of a derived table; wrong, every row was compared with every other.
            "asof_loop_join_threshold": 0,
            "temp_directory": str(temporary) if temporary else "",
            "disabled_optimizers": "statistics_propagation" if plan_whole else "",
        },
    )
    allowed = [literal(str(m.resolve())) for m in [*folders, *([temporary] if temporary else [])]]
    connection.execute(f"SET allowed_directories = [{', '.join(allowed)}]")
    return _locked_in(connection)


def open_file(file: Path) -> Database:
    """A database file, read-only, with unqualified names meaning what is in it; raises as `attach`."""
    database = open_database([file.parent])
    database.attach(file.resolve(), "fil")
    database.file = file
    database.use("fil")
    return database


def open_read_only(file: Path) -> Database:
    """A database file for somebody else's questions: nothing can be written, nor any other file reached.

    Raises:
        BusyError: another program holds the file open for writing.
        UnreadableDatabase: it is damaged, or no database.
    """
    import duckdb

    with readable(file):
        connection = duckdb.connect(
            str(file), read_only=True, config={**_WITHOUT_EXTENSIONS, "temp_directory": ""}
        )
    return _locked_in(connection, file)


def _locked_in(connection: duckdb.DuckDBPyConnection, file: Path | None = None) -> Database:
    """From here on no other file is reached, and no statement can change that."""
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return Database(connection, file)


def of_this_version(database: Database) -> bool:
    """Whether a published file, opened alone, has the tables that this version publishes."""
    order = "select count(*) from duckdb_columns() where table_name = 'plan' and column_name = 'orden'"
    return bool(database.value(order))
