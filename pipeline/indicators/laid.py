"""Typed extracts laid from rows in memory, where a delivery's would lie: for examples and for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from pipeline.base.database import Database
from pipeline.definitions.extracts import HAS_TIME_OF_DAY, read_extracts

Extracts = Mapping[str, Sequence[Mapping[str, object]]]


def lay(database: Database, extracts: Extracts) -> None:
    """Make every typed extract where unqualified names lie; columns that a row does not name are missing."""
    for name, extract in read_extracts().items():
        database.create_empty(name, extract.types)
        insert(database, name, extract.types, extracts.get(name, ()))


def insert(
    database: Database, name: str, types: Mapping[str, str], rows: Sequence[Mapping[str, object]]
) -> None:
    """Append rows to a typed table; a timestamp is known to the minute unless the row says not.

    Raises:
        KeyError: a row names a column that the table does not have.
    """
    if not rows:
        return
    if unknown := {column for row in rows for column in row} - set(types):
        raise KeyError(f"{name}: {sorted(unknown)}")
    columns = {
        column: pa.array([_cell(row, column) for row in rows], _ARROW[kind.partition("(")[0]])
        for column, kind in types.items()
    }
    database.connection.register("drawn", pa.table(columns))
    database.run(f"insert into {name} by name select * from drawn")  # noqa: S608 - a name of our own
    database.connection.unregister("drawn")


def _cell(row: Mapping[str, object], column: str) -> object:
    if column.endswith(HAS_TIME_OF_DAY) and column not in row:
        return True if row.get(column.removesuffix(HAS_TIME_OF_DAY)) is not None else None
    return row.get(column)


_ARROW = {
    "VARCHAR": pa.string(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
    "BOOLEAN": pa.bool_(),
    "INTEGER": pa.int32(),
    "DECIMAL": pa.decimal128(18, 4),
}
