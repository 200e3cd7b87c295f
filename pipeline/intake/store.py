"""The deliveries in the workspace: one database file each, replaced whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.database import Database, aabn_fil, citat, felt, kald
from pipeline.intake.gates import FilTal
from pipeline.resources import ressource


@dataclass(frozen=True)
class Lager:
    """Where one delivery is stored."""

    arbejdsmappe: Path
    udtraeksdato: date

    @property
    def mappe(self) -> Path:
        """The folder of all deliveries."""
        return self.arbejdsmappe / "leverancer"

    @property
    def fil(self) -> Path:
        """This delivery's database."""
        return self.mappe / f"{self.udtraeksdato}.duckdb"

    @contextmanager
    def ny_fil(self, database: Database, *, gem: bool) -> Iterator[None]:
        """A new file, attached as `lev` while the block runs; what the block leaves is this delivery.

        With `gem` False, and when the block raises, nothing is kept and an older file stands as it was.
        """
        self.mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
        ny = self.mappe / f".{self.udtraeksdato}.ny"
        for rest in self.mappe.glob(".*.ny*"):  # a run that was killed left it
            rest.unlink()
        try:
            database.tilknyt(ny.resolve(), "lev", skrivbar=True)
            ny.chmod(0o600)
            database.brug("lev")
            yield
            database.brug("memory")
            database.frakobl("lev")
            if gem:
                with ny.open("r+b") as fil:  # Windows flushes only what is open for writing
                    os.fsync(fil.fileno())
                ny.replace(self.fil)
        finally:
            database.luk()
            _fjern(ny)

    def gemt(self) -> dict[str, Any] | None:
        """The row of `leverance` of what is already stored for the date, if anything is."""
        if not self.fil.is_file():
            return None
        with aabn_fil(self.fil) as database:
            return database.hent("select * from leverance")[0]

    def filtal(self) -> tuple[FilTal, ...]:
        """The stored delivery's files and counts."""
        with aabn_fil(self.fil) as database:
            raekker = database.hent("select * exclude leverance_id from leverance_fil order by extract")
        return tuple(FilTal(**raekke) for raekke in raekker)

    def beskeder(self) -> tuple[str, ...]:
        """What was said when the stored delivery was taken in."""
        with aabn_fil(self.fil) as database:
            return tuple(raekke["tekst"] for raekke in database.hent("select tekst from besked order by nr"))

    def tidligere_laest(self) -> Mapping[str, int]:
        """Rows read per extract of the latest delivery before this one; empty where there is none."""
        tidligere = self._tidligere()
        if not tidligere:
            return {}
        with aabn_fil(tidligere[-1]) as database:
            raekker = database.hent("select extract, laest from leverance_fil order by extract")
        return {raekke["extract"]: raekke["laest"] for raekke in raekker}

    def tidligere_udfyldte(self, kolonner: Mapping[str, Collection[str]]) -> Mapping[str, list[str]]:
        """Which of the columns some row filled in any delivery before this one, per extract."""
        fundne: dict[str, set[str]] = {extract: set() for extract in kolonner}
        for fil in self._tidligere():
            with aabn_fil(fil) as database:
                for extract, valgte in kolonner.items():
                    fundne[extract] |= _udfyldte(database, extract, set(valgte) - fundne[extract])
        return {e: [navn for navn in valgte if navn in fundne[e]] for e, valgte in kolonner.items()}

    def _tidligere(self) -> list[Path]:
        return sorted(fil for fil in self.mappe.glob("????-??-??.duckdb") if fil.stem < self.fil.stem)


def _udfyldte(database: Database, extract: str, kolonner: set[str]) -> set[str]:
    """Those of the columns that some raw row of the stored delivery fills."""
    findes = database.hent(
        "select column_name as navn from duckdb_columns() "
        "where schema_name = 'raa' and table_name = $extract order by all",
        extract=extract,
    )
    navne = sorted({raekke["navn"] for raekke in findes} & kolonner)
    if not navne:
        return set()
    raekker = database.forbindelse.table(f"raa.{citat(extract)}")
    (antal,) = raekker.aggregate([kald("count", felt(navn)).alias(navn) for navn in navne]).fetchall()
    return {navn for navn, udfyldte in zip(navne, antal, strict=True) if udfyldte}


def definition_sha256(maalepunkter: Collection[str]) -> str:
    """A fingerprint of what rows are judged by: after a new version the same content is read anew."""
    sha = hashlib.sha256(f"{__version__} {sorted(maalepunkter)}".encode())
    for mappe in (ressource("expectations"), ressource("sql", "typed"), ressource("sql", "intake")):
        for fil in sorted(mappe.iterdir()):
            sha.update(fil.read_bytes())
    return sha.hexdigest()


def _fjern(fil: Path) -> None:
    for sti in (fil, fil.with_name(fil.name + ".wal")):
        sti.unlink(missing_ok=True)
