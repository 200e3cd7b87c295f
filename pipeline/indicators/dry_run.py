"""Run a plan's SQL on empty tables: a plan file is in order only when all it asks for can be computed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from pipeline.base.database import Database, open_database
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Indicator, Plan
from pipeline.indicators.calculate import gather_indicator, prepare


@contextmanager
def without_rows(day: date) -> Iterator[Database]:
    """A delivery drawn on a day, in which every extract is empty, with what units share."""
    with open_database() as database:
        database.run_file("kinds", "tom_kalender")
        for name, extract in read_extracts().items():
            database.create_empty(name, extract.types)
        database.set_variable("udtraeksdato", day.isoformat())
        prepare(database)
        yield database


def sql_faults(database: Database, plan: Plan) -> list[str]:
    """Dry-run every indicator's SQL without rows; one line per indicator whose SQL cannot be run."""
    return [line for indicator in plan.indikatorer if (line := _try(database, plan, indicator))]


def _try(database: Database, plan: Plan, indicator: Indicator) -> str | None:
    """The fault of one indicator's SQL; nothing is read but empty tables, so it cannot quote a row."""
    if message := database.error_in(lambda: gather_indicator(database, plan, indicator)):
        return f"{plan.plan_id}.yaml: {indicator.id}: {plan.unit_file(indicator).name}: {message}"
    return None
