"""A published file without rows: what is published, before anything is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import Plan
from pipeline.economist.published import aabn_udgivelse
from pipeline.indicators.calculate import opgoer
from pipeline.periods import laes_periode
from pipeline.stages.check import saml_udgivelse

FILNAVN = "ledelsestilsyn.duckdb"


@contextmanager
def tom_udgivelse(plan: Plan) -> Iterator[Database]:
    """The published file of a plan, made by the same steps as a run's, from extracts without rows."""
    with tempfile.TemporaryDirectory() as navn:
        mappe = Path(navn)
        with aabn([mappe]) as database:
            _byg(database, plan, mappe / FILNAVN)
        with aabn_udgivelse(mappe / FILNAVN) as database:
            yield database


def _byg(database: Database, plan: Plan, fil: Path) -> None:
    database.koer("attach ':memory:' as lev")
    database.brug("lev")
    database.koer_fil("intake", "delivery_tables")
    database.brug("lev", "data")
    for navn, extract in laes_extracts().items():
        database.opret_tom(navn, extract.typer)
    database.tilknyt(fil, "ud", skrivbar=True)
    periode = laes_periode(f"{plan.start_dato:%Y-%m}")
    opgoer(database, plan, periode, periode.sidste)
    saml_udgivelse(database, [], plan, periode, periode.sidste)
    database.brug("memory")
    database.frakobl("ud")
