"""What a delivery is when its raw rows are too old to be kept: its typed rows, its accounts and its messages.

Nothing reads the raw rows of a delivery but the reports on it while it is in force, and whoever mends its
quarantine.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.base.database import Database, open_file, quote, rewritten

RAW = "raa"
"""The schema of a delivery's raw rows."""


@dataclass(frozen=True)
class OldRows:
    """Deliveries with raw rows that are too old, and folders of rows in quarantine that are."""

    deliveries: tuple[Path, ...]
    rows: int
    folders: tuple[Path, ...]

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.deliveries or self.folders)


def find_old_rows(deliveries: Sequence[Path], karantaene: Path, before: date) -> OldRows:
    """Those dated before a day; `deliveries` are all but the one in force: its reports read its raw rows."""
    counts = {file: _raw_rows(file) for file in deliveries if file.stem < str(before)}
    folders = [folder for folder in karantaene.glob("????-??-??*") if folder.name[:10] < str(before)]
    old = {file: count for file, count in counts.items() if count is not None}
    return OldRows(tuple(old), sum(old.values()), tuple(sorted(folders)))


def delete_old_rows(found: OldRows) -> None:
    """Write the deliveries anew without their raw rows, and remove the folders."""
    for file in found.deliveries:
        with rewritten(file) as (database, tables):
            for schema, table in tables:
                if schema != RAW:
                    source, target = f"gammel.{schema}.{quote(table)}", f"ny.{schema}.{quote(table)}"
                    database.run(f"create table {target} as from {source}")
    for folder in found.folders:
        shutil.rmtree(folder)


def _raw_rows(file: Path) -> int | None:
    """How many raw rows a delivery holds; None where it has no place for them any more."""
    with open_file(file) as database:
        tables = database.tables(f"fil.{RAW}")
        return sum(_count(database, table) for table in tables) if tables else None


def _count(database: Database, table: str) -> int:
    return database.count(f"fil.{RAW}.{quote(table)}")
