"""A database file written anew: what is not written along is in no block of it, not even a free one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.base.database.connection import Database
from pipeline.base.database.opening import open_database
from pipeline.base.durable import put

Tables = Sequence[tuple[str, str]]
"""Schema and name of each table."""


@contextmanager
def rewritten(file: Path) -> Iterator[tuple[Database, Tables]]:
    """The file as `gammel`, and as `ny` an empty one with its schemas that takes its place after the block.

    The caller has the file alone. When the block raises, the file stands as it was.
    """
    new = file.with_name(f".{file.stem}.ny")
    new.unlink(missing_ok=True)
    try:
        with open_database([file.parent]) as database:
            database.attach(file.resolve(), "gammel")
            database.attach(new.resolve(), "ny", writable=True)
            new.chmod(0o600)
            found = database.fetch(
                "select schema_name as schema, table_name as navn from duckdb_tables() "
                "where database_name = 'gammel' order by all"
            )
            for schema in sorted({row["schema"] for row in found} - {"main"}):
                database.run(f"create schema ny.{schema}")
            yield database, [(row["schema"], row["navn"]) for row in found]
            database.detach("ny")
        put(new, file)
    finally:
        new.unlink(missing_ok=True)
        new.with_name(f"{new.name}.wal").unlink(missing_ok=True)
