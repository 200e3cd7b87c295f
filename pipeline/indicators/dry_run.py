"""Run a plan's SQL on empty tables: whether all it asks for can be computed, and which columns it reads.

What is read is asked of the database and not of the SQL's words: units read the extracts through shared
views, which name far more columns than any one of them uses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from pipeline.base.database import Database, open_database
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Indicator, Plan
from pipeline.definitions.sql_files import parameters_in
from pipeline.indicators.calculate import prepare, tell_indicator

Columns = Mapping[str, frozenset[str]]
"""Columns by extract."""


@contextmanager
def without_rows(day: date, *, plan_whole: bool = False) -> Iterator[Database]:
    """A delivery drawn on a day, in which every extract is empty, with what units share."""
    with open_database(plan_whole=plan_whole) as database:
        database.run_file("kinds", "tom_kalender")
        for name, extract in read_extracts().items():
            database.create_empty(name, extract.types)
        database.set_variable("udtraeksdato", day.isoformat())
        prepare(database)
        yield database


def sql_faults(database: Database, plan: Plan) -> list[str]:
    """Dry-run every indicator's SQL without rows; one line per indicator whose SQL cannot be run."""
    return [line for indicator in plan.indikatorer if (line := _try(database, plan, indicator))]


def columns_read(plan: Plan) -> dict[str, Columns]:
    """The columns that each indicator's units are read from, by indicator id; in the plan's order.

    Not what the kinds and the rule of who holds a case read for all of them.
    """
    with without_rows(plan.slut_dato, plan_whole=True) as database:
        return {indicator.id: _read_by(database, plan, indicator) for indicator in plan.indikatorer}


def _try(database: Database, plan: Plan, indicator: Indicator) -> str | None:
    """The fault of one indicator's SQL; nothing is read but empty tables, so it cannot quote a row."""
    file = plan.unit_file(indicator)
    tell_indicator(database, plan, indicator)

    def work() -> None:
        database.run_path(file, indicator.beregning.parametre)

    if message := database.error_in(work):
        return f"{plan.plan_id}.yaml: {indicator.id}: {file.name}: {message}"
    return None


def _read_by(database: Database, plan: Plan, indicator: Indicator) -> Columns:
    tell_indicator(database, plan, indicator)
    found: dict[str, set[str]] = {}
    values = indicator.beregning.parametre
    for kind, sql in database.statements(plan.unit_file(indicator).read_text(encoding="utf-8")):
        given = {name: values[name] for name in parameters_in(sql)}
        if kind in _READING:
            (row,) = database.fetch(f"explain (format json) {sql}", **given)
            for extract, columns in _scans(json.loads(row["explain_value"])):
                found.setdefault(extract, set()).update(columns)
        database.run(sql, **given)  # a later statement may read what this one makes
    return {extract: frozenset(columns) for extract, columns in found.items()}


_READING = {"INSERT", "SELECT"}
"""The kinds of statements that are planned; views and macros are, where they are used."""


def _scans(nodes: list[dict[str, Any]]) -> Iterator[tuple[str, set[str]]]:
    """Every reading of an extract in a plan of the database: columns handed on, and columns filtered by."""
    for node in nodes:
        about = node["extra_info"]
        extract = str(about.get("Table", "")).rpartition(".")[2]
        if extract in read_extracts():
            words = " ".join([*_listed(about.get("Projections")), *_listed(about.get("Filters"))])
            named = re.findall(r"\w+", _QUOTED.sub(" ", words))
            yield extract, set(named) & read_extracts()[extract].kolonner.keys()
        yield from _scans(node["children"])


_QUOTED = re.compile(r"'(?:[^']|'')*'")


def _listed(value: object) -> list[str]:
    """What the plan writes as a list, or as a text where there is one alone."""
    return [str(each) for each in value] if isinstance(value, list) else [str(value or "")]
