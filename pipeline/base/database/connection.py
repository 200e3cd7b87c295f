"""One connection: run one SQL file with named parameters, attach, fetch rows."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pipeline.base.database.damage import readable
from pipeline.base.database.names import literal, quote, sql_file
from pipeline.base.errors import InternalError
from pipeline.base.interrupt import require_running

if TYPE_CHECKING:
    import duckdb

STORAGE_VERSION = "v1.4.0"
"""Storage version of what others open, so that clients older than ours can read it."""
BLOCK_SIZE = 1 << 14
"""Bytes of a block in a new file: the least there is, which makes a delivery a third as large."""
ROW_GROUP = 1 << 15
"""Rows of a group in a new file: each is packed, and read, by a thread of its own."""


@functools.cache
def _statements(file: Path) -> tuple[duckdb.Statement, ...]:
    import duckdb

    try:
        return tuple(duckdb.extract_statements(file.read_text(encoding="utf-8")))
    except duckdb.Error as error:
        raise InternalError(f"{file.name}: SQL kan ikke læses: {error}") from None


class Database:
    """One DuckDB connection. Use as a context manager; it closes itself.

    Damage that shows first when `file`, the one file it was opened for, is read is told as when it is opened.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, file: Path | None = None) -> None:
        self.connection, self.file = connection, file
        self._variables: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self.close()
        if error and self.file:
            with readable(self.file):
                raise error

    def close(self) -> None:
        """Close the connection; what was written is on disk afterwards."""
        self.connection.close()

    def attach(self, file: Path, name: str, *, writable: bool = False) -> None:
        """Attach a database file under a name; a writable one gets the pinned storage version.

        A new one is made of small blocks: a table fills at least one per column, and most here are small.

        Raises:
            BusyError: another program holds the file open for writing.
            UnreadableDatabase: it is damaged, or no database.
        """
        option = f"STORAGE_VERSION {literal(STORAGE_VERSION)}" if writable else "READ_ONLY"
        if writable and not os.path.lexists(file):  # one that is there has the blocks it was made of
            option += f", BLOCK_SIZE {BLOCK_SIZE}, ROW_GROUP_SIZE {ROW_GROUP}"
        with readable(file):
            self.connection.execute(f"ATTACH {literal(str(file))} AS {quote(name)} ({option})")

    def attach_memory(self, name: str) -> None:
        """Attach an empty database that lies in memory alone."""
        self.connection.execute(f"ATTACH ':memory:' AS {quote(name)}")

    def detach(self, name: str) -> None:
        """Detach a database, writing what is left to its file."""
        self.connection.execute(f"DETACH {quote(name)}")

    def use(self, name: str, schema: str = "main") -> None:
        """Make a schema of an attached database the one unqualified names mean."""
        self.connection.execute(f"USE {quote(name)}.{quote(schema)}")

    def has(self, name: str) -> bool:
        """Whether a database is attached under a name."""
        return any(row["database_name"] == name for row in self.fetch("from duckdb_databases()"))

    @contextmanager
    def using(self, name: str, schema: str = "main") -> Iterator[None]:
        """As `use`, for a block; afterwards unqualified names mean what they did."""
        before = self._where()
        self.use(name, schema)
        try:
            yield
        finally:
            self.use(*before)

    def beside(self) -> Database:
        """A second connection to the same databases, for a thread of its own; names mean the same in it."""
        second = Database(self.connection.cursor(), self.file)
        second.use(*self._where())
        return second

    def _where(self) -> tuple[str, str]:
        database, schema = self.run("select current_database(), current_schema()").fetchall()[0]
        return str(database), str(schema)

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
        self.run(f"comment on {what} {name} is {literal(text)}")

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

    def fault_in(self, work: Callable[[], None]) -> str | None:
        """What is wrong with SQL of a user's own, in Danish and without a row's content; None where it runs.

        A full disk, a lack of memory and the like are no faults of the SQL, and are raised.
        """
        import duckdb

        try:
            work()
        except (duckdb.IntegrityError, duckdb.DataError, duckdb.ProgrammingError) as error:
            if empty := re.match(r"Constraint Error: NOT NULL constraint failed: (\w+)\.(\w+)$", str(error)):
                return f"kolonnen {empty[2]} i {empty[1]} må ikke være tom"
            kind = str(error).partition(":")[0]
            return f"en værdi passer ikke til SQL'en ({kind}); brug fx try_cast"
        return None

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Append rows given as dictionaries by column name; for small tables."""
        if rows:
            self.run(
                f"insert into {table} by name select unnest($raekker, recursive := true)",
                raekker=[dict(r) for r in rows],
            )

    def set_variable(self, name: str, value: str) -> None:
        """Set a session variable that SQL reads with getvariable(); one that stands already costs nothing."""
        if self._variables.get(name) != value:
            self.connection.execute(f"SET VARIABLE {quote(name)} = {literal(value)}")
            self._variables[name] = value


def _as_rows(reply: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in reply.description or []]
    return [dict(zip(names, row, strict=True)) for row in reply.fetchall()]
