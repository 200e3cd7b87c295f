"""The published tables as fingerprints: the same deliveries and plans give the same, whenever and wherever.

Rows are hashed as typed text and in no order. What says when something was done is left out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.database import Database, of_this_version, open_file
from pipeline.base.errors import EarlierPublication, NothingPublished

WHEN = ("indlaest_tidspunkt", "trukket_tidspunkt")
"""The columns that are left out: the moments a delivery was taken in and a round was drawn."""


@dataclass(frozen=True)
class TableFingerprint:
    """One published table: how many rows it has, and their fingerprint."""

    tabel: str
    raekker: int
    sha256: str


def fingerprints(file: Path) -> tuple[TableFingerprint, ...]:
    """Of every table of a published file, by name.

    Raises:
        NothingPublished: there is no such file.
        EarlierPublication: an earlier version made it.
    """
    if not file.is_file():
        raise NothingPublished(file)
    with open_file(file) as database:
        if not of_this_version(database):
            raise EarlierPublication(file)
        return of_tables(database, "fil")


def of_tables(database: Database, name: str) -> tuple[TableFingerprint, ...]:
    """Of every table of an attached database (`base` or `base.schema`), by name."""
    base, _, schema = name.partition(".")
    tables = database.fetch(
        "select table_name from duckdb_tables() where database_name = $base and schema_name = $skema "
        "order by table_name",
        base=base,
        skema=schema or "main",
    )
    return tuple(_of(database, f"{base}.{schema or 'main'}", row["table_name"]) for row in tables)


def _of(database: Database, schema: str, table: str) -> TableFingerprint:
    (row,) = database.rows("published", "aftryk", tabel=f"{schema}.{table}", udeladt=list(WHEN))
    return TableFingerprint(table, row["raekker"], row["sha256"])


def of_all(tables: tuple[TableFingerprint, ...]) -> str:
    """One fingerprint of all the tables."""
    lines = "".join(f"{table.tabel} {table.sha256}\n" for table in tables)
    return hashlib.sha256(lines.encode()).hexdigest()
