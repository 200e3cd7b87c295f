"""The deliveries in the workspace: one database file each, replaced whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.base.database import Database, open_database, open_file
from pipeline.base.durable import put
from pipeline.base.resources import resource
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.distribution import Distribution, distribution
from pipeline.intake.gates import FileCounts
from pipeline.intake.lost_columns import Columns, Lost, filled_before


@dataclass(frozen=True)
class Store:
    """Where one delivery is stored."""

    workspace: Path
    udtraeksdato: date

    @property
    def folder(self) -> Path:
        """The folder of all deliveries."""
        return self.workspace / "leverancer"

    @property
    def file(self) -> Path:
        """This delivery's database."""
        return self.folder / f"{self.udtraeksdato}.duckdb"

    @contextmanager
    def new_file(self, database: Database, *, keep: bool) -> Iterator[None]:
        """A new file, attached as `lev` while the block runs; what the block leaves is this delivery.

        With `keep` False, and when the block raises, nothing is kept and an older file stands as it was.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self.folder / f".{self.udtraeksdato}.ny"
        for rest in self.folder.glob(".*.ny*"):  # a run that was killed left it
            rest.unlink()
        try:
            database.attach(new.resolve(), "lev", writable=True)
            new.chmod(0o600)
            database.use("lev")
            yield
            database.use("memory")
            database.detach("lev")
            if keep:
                put(new, self.file)
        finally:
            database.close()
            _remove(new)

    def kept(self) -> dict[str, Any] | None:
        """The row of `leverance` of what is already stored for the date, if anything is."""
        if not self.file.is_file():
            return None
        with open_file(self.file) as database:
            return database.fetch("select * from leverance")[0]

    def file_counts(self) -> tuple[FileCounts, ...]:
        """The stored delivery's files and counts."""
        with open_file(self.file) as database:
            rows = database.fetch("select * exclude leverance_id from leverance_fil order by extract")
        return tuple(FileCounts(**row) for row in rows)

    def messages(self) -> tuple[str, ...]:
        """What was said when the stored delivery was taken in."""
        with open_file(self.file) as database:
            return tuple(row["tekst"] for row in database.fetch("select tekst from besked order by nr"))

    def earlier_read(self) -> Mapping[str, int]:
        """Rows read per extract of the latest delivery before this one; empty where there is none."""
        earlier = self._earlier()
        if not earlier:
            return {}
        with open_file(earlier[-1]) as database:
            rows = database.fetch("select extract, laest from leverance_fil order by extract")
        return {row["extract"]: row["laest"] for row in rows}

    def earlier_distribution(self) -> Distribution:
        """How the columns of the latest delivery before this one are filled; empty where there is none."""
        earlier = self._earlier()
        if not earlier:
            return {}
        with open_file(earlier[-1]) as database:
            return distribution(database, "data", read_extracts())

    def lost(self, empty: Columns) -> Lost:
        """Which of the columns that this delivery leaves empty an earlier one filled."""
        earlier = self._earlier()
        found: dict[str, set[str]] = {extract: set() for extract in empty}
        if not earlier:
            return Lost({}, {}, None)
        lately = found
        with open_database([self.folder]) as database:
            for file in reversed(earlier):
                wanted = {extract: set(columns) - found[extract] for extract, columns in empty.items()}
                if not any(wanted.values()):
                    break
                database.attach(file.resolve(), "foer")
                new = filled_before(database, "foer", wanted)
                database.detach("foer")
                found = {extract: columns | new[extract] for extract, columns in found.items()}
                lately = found if file == earlier[-1] else lately
        return Lost(_among(empty, found), _among(empty, lately), date.fromisoformat(earlier[-1].stem))

    def _earlier(self) -> list[Path]:
        return sorted(file for file in self.folder.glob("????-??-??.duckdb") if file.stem < self.file.stem)


def _among(empty: Columns, found: Mapping[str, Collection[str]]) -> Columns:
    """Those found, in the order of the extracts and their columns; only extracts that have some."""
    chosen = {extract: [c for c in columns if c in found[extract]] for extract, columns in empty.items()}
    return {extract: columns for extract, columns in chosen.items() if columns}


def definition_sha256(maalepunkter: Collection[str]) -> str:
    """A fingerprint of what rows are judged by: after a new version the same content is read anew."""
    sha = hashlib.sha256(f"{__version__} {sorted(maalepunkter)}".encode())
    for folder in (resource("expectations"), resource("sql", "typed"), resource("sql", "intake")):
        for file in sorted(folder.iterdir()):
            sha.update(file.read_bytes())
    return sha.hexdigest()


def _remove(file: Path) -> None:
    for path in (file, file.with_name(file.name + ".wal")):
        path.unlink(missing_ok=True)
