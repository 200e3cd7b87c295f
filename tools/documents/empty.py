"""A published file without rows: what is published, before anything is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.base.database import Database, open_database
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Plan
from pipeline.economist.published import open_publication
from pipeline.indicators.calculate import calculate
from pipeline.stages.check import collect_publication

FILE_NAME = "ledelsestilsyn.duckdb"


@contextmanager
def empty_publication(plan: Plan) -> Iterator[Database]:
    """The published file of a plan, made by the same steps as a run's, from extracts without rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_database([folder]) as database:
            _build(database, plan, folder / FILE_NAME)
        with open_publication(folder / FILE_NAME) as database:
            yield database


def _build(database: Database, plan: Plan, file: Path) -> None:
    database.run("attach ':memory:' as lev")
    database.use("lev")
    database.run_file("intake", "delivery_tables")
    database.use("lev", "data")
    for name, extract in read_extracts().items():
        database.create_empty(name, extract.types)
    database.attach(file, "ud", writable=True)
    periode = plan.first_month
    calculate(database, [plan], periode, periode.last)
    collect_publication(database, [], plan, periode, periode.last)
    database.use("memory")
    database.detach("ud")
