"""Lays typed extracts and computes a whole plan on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pipeline.base.database import Database, open_database
from pipeline.base.periods import read_periode
from pipeline.definitions.plans import Plan, read_plan
from pipeline.indicators.calculate import calculate
from pipeline.indicators.laid import Extracts, lay

PLAN = "slagelse_2021_2023"


@contextmanager
def calculated(
    extracts: Extracts, udtraeksdato: date, periode: str, folder: Path, plan: Plan | None = None
) -> Iterator[Database]:
    """A database with the computed tables in `ud`; columns a row does not name are missing."""
    with open_database([folder]) as database:
        database.run("attach ':memory:' as lev")
        database.run("create schema lev.data")
        database.use("lev", "data")
        lay(database, extracts)
        database.attach(folder / "ud.duckdb", "ud", writable=True)
        calculate(database, [plan or read_plan(PLAN)], read_periode(periode), udtraeksdato)
        yield database
