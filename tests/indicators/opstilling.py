"""Sets up typed extracts from rows drawn in a test and computes a plan's indicators on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pyarrow as pa

from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import Plan, laes_plan
from pipeline.indicators.calculate import opgoer
from pipeline.periods import laes_periode

Raekker = Mapping[str, Sequence[Mapping[str, object]]]
PLAN = "slagelse_2021_2023"


@contextmanager
def opgjort(
    extracts: Raekker, udtraeksdato: date, periode: str, mappe: Path, plan: Plan | None = None
) -> Iterator[Database]:
    """A database with the computed tables in `ud`; columns a row does not name are missing."""
    with aabn([mappe]) as database:
        database.koer("attach ':memory:' as lev")
        database.koer("create schema lev.data")
        database.brug("lev", "data")
        for navn, extract in laes_extracts().items():
            database.opret_tom(navn, extract.typer)
            indsaet(database, navn, extract.typer, extracts.get(navn, ()))
        database.tilknyt(mappe / "ud.duckdb", "ud", skrivbar=True)
        opgoer(database, plan or laes_plan(PLAN), laes_periode(periode), udtraeksdato)
        yield database


def indsaet(
    database: Database, tabel: str, typer: Mapping[str, str], raekker: Sequence[Mapping[str, object]]
) -> None:
    """Append drawn rows to a typed table; a timestamp is known to the minute unless the row says not."""
    if not raekker:
        return
    ukendte = {kolonne for raekke in raekker for kolonne in raekke} - set(typer)
    assert not ukendte, f"{tabel} har ikke kolonnerne {sorted(ukendte)}"
    kolonner = {
        navn: pa.array([_vaerdi(raekke, navn) for raekke in raekker], _ARROW[type_.partition("(")[0]])
        for navn, type_ in typer.items()
    }
    database.forbindelse.register("drawn", pa.table(kolonner))
    database.koer(f"insert into {tabel} by name select * from drawn")  # noqa: S608 - a name of our own
    database.forbindelse.unregister("drawn")


def _vaerdi(raekke: Mapping[str, object], kolonne: str) -> object:
    if kolonne.endswith("_har_klokkeslaet") and kolonne not in raekke:
        return True if raekke.get(kolonne.removesuffix("_har_klokkeslaet")) is not None else None
    return raekke.get(kolonne)


_ARROW = {
    "VARCHAR": pa.string(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
    "BOOLEAN": pa.bool_(),
    "INTEGER": pa.int32(),
    "DECIMAL": pa.decimal128(18, 4),
}
