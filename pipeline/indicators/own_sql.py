"""A plan's own SQL on a delivery: what goes wrong in it is the plan's to mend, and told as that.

No message holds the content of a row: the database's own words quote it, so they are left out.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.base.database import Database
from pipeline.base.errors import DefinitionsError
from pipeline.base.resources import resource
from pipeline.base.text import count_of
from pipeline.definitions.plans import Indicator, Plan


def is_own(file: Path) -> bool:
    """Whether an SQL file is the plan's own and not shipped."""
    return not file.is_relative_to(resource("sql"))


def gather_own(database: Database, plan: Plan, indicator: Indicator, file: Path) -> None:
    """Gather an indicator's units by the plan's own SQL.

    Raises:
        DefinitionsError: it cannot be run on this delivery, or names a unit more than once.
    """

    def work() -> None:
        database.run_path(file, indicator.beregning.parametre)

    if fault := database.fault_in(work) or _twice(database, plan, indicator):
        raise DefinitionsError(f"{plan.plan_id}.yaml: {indicator.id}: {file.name}: {fault}")


def _twice(database: Database, plan: Plan, indicator: Indicator) -> str | None:
    """A join that meets several rows makes several units of one, and each would count."""
    key = {"plan_id": plan.plan_id, "indikator_id": indicator.id}
    (row,) = database.rows("kinds", "enhed_to_gange", **key)
    if not row["antal"]:
        return None
    units = count_of(row["antal"], "enhed", "enheder")
    return f"{units} står mere end én gang for samme dag; hver enhed skal give én række (et join for meget?)"
