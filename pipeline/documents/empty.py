"""A published file without rows: what is published, before anything is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import Plan
from pipeline.delivery.publish import kommenter, kopier_extracts, kopier_leverancer
from pipeline.economist.published import aabn_udgivelse
from pipeline.economist.views import opret_visninger
from pipeline.indicators.calculate import opgoer
from pipeline.periods import laes_periode, sidste_i_maaneden

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
    extracts = laes_extracts()
    database.koer("attach ':memory:' as lev")
    database.brug("lev")
    database.koer_fil("intake", "delivery_tables")
    database.brug("lev", "data")
    for navn, extract in extracts.items():
        database.opret_tom(navn, extract.typer)
    database.tilknyt(fil, "ud", skrivbar=True)
    periode = laes_periode(f"{plan.start_dato:%Y-%m}")
    opgoer(database, plan, periode, sidste_i_maaneden(plan.start_dato))
    kopier_extracts(database, extracts)
    kopier_leverancer(database, [])
    database.koer_fil("published", "opgoerelse", **_opgoerelse(plan, periode.foerste, periode.sidste))
    kommenter(database, extracts)
    opret_visninger(database)
    database.brug("memory")
    database.frakobl("ud")


def _opgoerelse(plan: Plan, foerste: date, sidste: date) -> dict[str, object]:
    return {
        "plan_id": plan.plan_id,
        "periode": f"{foerste:%Y-%m}",
        "periodetype": "maaned",
        "foerste_dag": foerste,
        "sidste_dag": sidste,
        "opgjort_pr": sidste,
        "foreloebig": False,
        "program_version": "",
    }
