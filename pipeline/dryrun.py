"""Run a plan's SQL on empty tables: a plan file is in order only when all it asks for can be computed."""

from __future__ import annotations

from pathlib import Path

from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import Indikator, Plan, laes_planfil
from pipeline.errors import DefinitionsFejl
from pipeline.indicators.calculate import forbered, saml_enheder


def kontroller_plan(fil: Path) -> Plan:
    """Load a plan file and dry-run every indicator's SQL.

    Raises:
        DefinitionsFejl: every fault found, one line each.
    """
    plan = laes_planfil(fil)
    with aabn() as database:
        database.koer_fil("kinds", "tom_kalender")
        for navn, extract in laes_extracts().items():
            database.opret_tom(navn, extract.typer)
        forbered(database)
        fejl = [linje for i in plan.indikatorer if (linje := _proev(database, i, fil))]
    if fejl:
        raise DefinitionsFejl(*fejl)
    return plan


def _proev(database: Database, indikator: Indikator, fil: Path) -> str | None:
    """The fault of one indicator's SQL; nothing is read but empty tables, so it cannot quote a row."""
    if besked := database.fejl_i(lambda: saml_enheder(database, indikator)):
        return f"{fil.name}: {indikator.id}: sql/indicators/{indikator.beregning.sql}.sql: {besked}"
    return None
