"""The only importer of duckdb: open, attach, run one SQL file with named parameters, fetch rows.

Every connection is locked down: no extension is fetched or loaded by itself, and files outside the
folders named when it was opened cannot be read or written.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from pipeline.base.errors import BusyError, InternalError, UnreadableDatabase
from pipeline.base.interrupt import require_running
from pipeline.base.resources import resource

if TYPE_CHECKING:
    import duckdb

Relation: TypeAlias = "duckdb.DuckDBPyRelation"
Expression: TypeAlias = "duckdb.Expression"

STORAGE_VERSION = "v1.4.0"
"""Storage version of what others open, so that clients older than ours can read it."""

_DAMAGED = ("not a valid duckdb database", "could not read enough bytes", "corrupt", "version number")
_WITHOUT_EXTENSIONS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


@functools.cache
def _statements(file: Path) -> tuple[duckdb.Statement, ...]:
    import duckdb

    try:
        return tuple(duckdb.extract_statements(file.read_text(encoding="utf-8")))
    except duckdb.Error as error:
        raise InternalError(f"{file.name}: SQL kan ikke læses: {error}") from None


def sql_file(*parts: str) -> Path:
    """Path of a shipped SQL file: ``sql_file("units", "bfu_rettidig")``."""
    *folders, name = parts
    return resource("sql", *folders, f"{name}.sql")


def quote(name: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


class Database:
    """One DuckDB connection. Use as a context manager; it closes itself.

    Damage that shows first when `file`, the one file it was opened for, is read is told as when it is opened.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, file: Path | None = None) -> None:
        self.connection, self.file = connection, file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self.close()
        if error and self.file:
            with _readable(self.file):
                raise error

    def close(self) -> None:
        """Close the connection; what was written is on disk afterwards."""
        self.connection.close()

    def attach(self, file: Path, name: str, *, writable: bool = False) -> None:
        """Attach a database file under a name; a writable one gets the pinned storage version.

        Raises:
            BusyError: another program holds the file open for writing.
            UnreadableDatabase: it is damaged, or no database.
        """
        option = f"STORAGE_VERSION {_text(STORAGE_VERSION)}" if writable else "READ_ONLY"
        with _readable(file):
            self.connection.execute(f"ATTACH {_text(str(file))} AS {quote(name)} ({option})")

    def attach_memory(self, name: str) -> None:
        """Attach an empty database that lies in memory alone."""
        self.connection.execute(f"ATTACH ':memory:' AS {quote(name)}")

    def detach(self, name: str) -> None:
        """Detach a database, writing what is left to its file."""
        self.connection.execute(f"DETACH {quote(name)}")

    def use(self, name: str, schema: str = "main") -> None:
        """Make a schema of an attached database the one unqualified names mean."""
        self.connection.execute(f"USE {quote(name)}.{quote(schema)}")

    def run(self, statement: str, /, **parameters: object) -> duckdb.DuckDBPyConnection:
        """Run one short statement."""
        return self.connection.execute(statement, parameters or None)

    def run_file(self, *parts: str, **parameters: object) -> duckdb.DuckDBPyConnection:
        """Run every statement of a shipped SQL file; each gets the named parameters it asks for.

        Raises:
            InternalError: the file does not parse.
        """
        return self.run_path(sql_file(*parts), parameters)

    def run_path(self, file: Path, parameters: Mapping[str, object]) -> duckdb.DuckDBPyConnection:
        """As `run_file`, for a file named by its path."""
        for statement in _statements(file):
            own = {name: parameters[name] for name in statement.named_parameters}
            self.connection.execute(statement, own or None)
        return self.connection

    def rows(self, *parts: str, **parameters: object) -> list[dict[str, Any]]:
        """Rows of a shipped SQL file's last statement, as dictionaries by column name."""
        return _as_rows(self.run_file(*parts, **parameters))

    def fetch(self, statement: str, /, **parameters: object) -> list[dict[str, Any]]:
        """Rows of one short query, as dictionaries by column name."""
        return _as_rows(self.run(statement, **parameters))

    def value(self, statement: str, /, **parameters: object) -> Any:
        """The single value of a short query; None when there is no row."""
        # Fetched to the end: an unfinished result would hold the connection.
        rows = self.run(statement, **parameters).fetchall()
        return rows[0][0] if rows else None

    def count(self, table: str) -> int:
        """How many rows a table or view has."""
        return int(self.value("select count(*) from query_table($tabel)", tabel=table))

    def tables(self, name: str) -> list[str]:
        """Names of the tables in an attached database's schema (`base` or `base.schema`), sorted."""
        base, _, schema = name.partition(".")
        return [
            str(r["table_name"])
            for r in self.fetch(
                "select table_name from information_schema.tables "
                "where table_catalog = $base and table_schema = $skema order by table_name",
                base=base,
                skema=schema or "main",
            )
        ]

    def columns(self, table: str) -> list[str]:
        """Names of a table's or query's columns, in order."""
        return [str(r["column_name"]) for r in self.fetch(f"describe {table}")]

    def copy(self, source: str, target: str, columns: Sequence[str]) -> None:
        """Make a table of some columns of another."""
        selected = ", ".join(quote(column) for column in columns)
        self.run(f"create table {target} as select {selected} from {quote(source)}")

    def comment_on(self, what: str, name: str, text: str) -> None:
        """Give a table, view, column, function or macro table its comment."""
        self.run(f"comment on {what} {name} is {_text(text)}")

    def create_empty(self, table: str, types: Mapping[str, str], schema: str = "") -> None:
        """Make an empty table from column names and DuckDB types."""
        columns = ", ".join(f"{quote(name)} {type_}" for name, type_ in types.items())
        self.run(f"create table {schema and f'{schema}.'}{quote(table)} ({columns})")

    def complete(self, source: str, view: str, types: Mapping[str, str]) -> None:
        """Make a view of a table that has just these columns, empty where the table lacks one."""
        there = set(self.columns(source))
        columns = ", ".join(
            quote(name) if name in there else f"null::{type_} as {quote(name)}"
            for name, type_ in types.items()
        )
        self.run(f"create view {view} as select {columns} from {source}")

    def statements(self, sql: str) -> list[tuple[str, str]]:
        """The statements a text holds, each with its kind (`SELECT`, `COPY`, ...); nothing is run."""
        return [(s.type.name, s.query) for s in self.connection.extract_statements(sql)]

    def error_in(self, work: Callable[[], None]) -> str | None:
        """First line of the database's complaint about some work; None when it goes well."""
        import duckdb

        try:
            work()
        except duckdb.Error as error:
            require_running()
            return str(error).splitlines()[0]
        return None

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Append rows given as dictionaries by column name; for small tables."""
        if rows:
            self.run(
                f"insert into {table} by name select unnest($raekker, recursive := true)",
                raekker=[dict(r) for r in rows],
            )

    def set_variable(self, name: str, value: str) -> None:
        """Set a session variable that SQL reads with getvariable()."""
        self.connection.execute(f"SET VARIABLE {quote(name)} = {_text(value)}")


def _as_rows(reply: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in reply.description or []]
    return [dict(zip(names, row, strict=True)) for row in reply.fetchall()]


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
            "temp_directory": str(temporary) if temporary else "",
            "disabled_optimizers": "statistics_propagation" if plan_whole else "",
        },
    )
    allowed = [_text(str(m.resolve())) for m in [*folders, *([temporary] if temporary else [])]]
    connection.execute(f"SET allowed_directories = [{', '.join(allowed)}]")
    return _locked_in(connection)


def open_file(file: Path) -> Database:
    """A database file, read-only, with unqualified names meaning what is in it; raises as `attach`."""
    database = open_database([file.parent])
    database.attach(file.resolve(), "fil")
    database.file = file
    database.use("fil")
    return database


def open_to_reading(file: Path) -> Database:
    """A database file for somebody else's questions: nothing can be written, nor any other file reached.

    Raises:
        BusyError: another program holds the file open for writing.
        UnreadableDatabase: it is damaged, or no database.
    """
    import duckdb

    with _readable(file):
        connection = duckdb.connect(
            str(file), read_only=True, config={**_WITHOUT_EXTENSIONS, "temp_directory": ""}
        )
    return _locked_in(connection, file)


def _locked_in(connection: duckdb.DuckDBPyConnection, file: Path | None = None) -> Database:
    """From here on no other file is reached, and no statement can change that."""
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return Database(connection, file)


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    """The database gives its reason only in the message; the words on locks are Linux' and Windows'."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        reason = str(error).replace(str(file), "").lower()
        if any(word in reason for word in ("set lock", "being used by another process")):
            raise BusyError(f"{file.name}: databasen er åben i et andet program.") from None
        if any(word in reason for word in _DAMAGED):
            raise UnreadableDatabase(file) from None
        raise


def of_this_version(database: Database) -> bool:
    """Whether a published file, opened alone, has the tables that this version publishes."""
    order = "select count(*) from duckdb_columns() where table_name = 'plan' and column_name = 'orden'"
    return bool(database.value(order))


def col(name: str) -> Expression:
    """A column as an expression of the relational API, for queries whose columns come from a definition."""
    import duckdb

    return duckdb.ColumnExpression(name)


def lit(value: object) -> Expression:
    """A value as an expression."""
    import duckdb

    return duckdb.ConstantExpression(value)


def fn(function: str, *arguments: Expression) -> Expression:
    """A call of a function or an SQL macro as an expression."""
    import duckdb

    return duckdb.FunctionExpression(function, *arguments)
