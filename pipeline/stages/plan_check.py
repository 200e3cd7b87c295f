"""What `plan check` asks of a plan file: does it hold, do its examples, and is there data for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.base.database import Database, col, fn, open_database, quote
from pipeline.base.errors import DefinitionsError
from pipeline.base.workspace import Workspace, udtraeksdato
from pipeline.call import PlanChecked
from pipeline.definitions.examples import Named, read_examples
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Plan, read_plan_file
from pipeline.indicators.calculate import gather_indicator, prepare
from pipeline.indicators.dry_run import columns_read, sql_faults, without_rows
from pipeline.indicators.examples import differences
from pipeline.indicators.own_sql import is_own
from pipeline.review.frame import frame_faults
from pipeline.stages.leverance import attach_leverance


def check_plan_file(folder: Workspace, file: Path) -> PlanChecked:
    """Check a plan file against its definitions, its SQL, its examples and the delivery in force.

    Raises:
        DefinitionsError: every fault found, one line each: of the plan's own file; when that holds, of its
            SQL and of its example files; when those hold too, of what the examples came out as, and then of
            its own SQL on the delivery in force. A column without data is no fault.
    """
    plan = read_plan_file(file)
    examples = _examples_that_can_be_run(plan)
    if lines := differences(plan, examples):
        raise DefinitionsError(*lines)
    newest = folder.leverance_files()[-1:]
    if newest:
        _try_own_sql(folder, newest[0], plan)
    return PlanChecked(
        file,
        plan,
        len(examples),
        udtraeksdato(newest[0]) if newest else None,
        _unfilled(folder, newest[0], plan) if newest else {},
    )


def _examples_that_can_be_run(plan: Plan) -> Sequence[Named]:
    """The plan's examples; the faults of its SQL and those of their files are told together."""
    with without_rows(plan.slut_dato) as database:
        faults = [*sql_faults(database, plan), *frame_faults(database, plan)]
    try:
        examples = read_examples(plan)
    except DefinitionsError as error:
        raise DefinitionsError(*faults, *error.lines) from None
    if faults:
        raise DefinitionsError(*faults)
    return examples


def _try_own_sql(folder: Workspace, leverance: Path, plan: Plan) -> None:
    """Empty tables let pass what rows do not: values that cannot be read, and a join that doubles units.

    Raises:
        DefinitionsError: one line per indicator whose own SQL cannot be used on the delivery.
    """
    own = [indicator for indicator in plan.indikatorer if is_own(plan.unit_file(indicator))]
    lines: list[str] = []
    with open_database([folder.root]) as database:
        attach_leverance(database, leverance)
        database.use("lev", "data")
        database.run_file("kinds", "tom_kalender")
        database.set_variable("udtraeksdato", leverance.stem)
        prepare(database)
        for indicator in own:
            try:
                gather_indicator(database, plan, indicator)
            except DefinitionsError as fault:
                lines += fault.lines
    if lines:
        raise DefinitionsError(*lines)


def _unfilled(folder: Workspace, leverance: Path, plan: Plan) -> dict[str, tuple[str, ...]]:
    with open_database([folder.root]) as database:
        attach_leverance(database, leverance)
        database.use("lev", "data")
        filled = {name: _filled(database, name) for name in read_extracts()}
    return {
        indikator_id: told
        for indikator_id, read in columns_read(plan).items()
        if (told := tuple(_lacking(read, filled)))
    }


def _filled(database: Database, extract: str) -> frozenset[str]:
    """The columns of a delivery's extract that some row fills; none where it has no rows."""
    columns = list(read_extracts()[extract].kolonner)
    counted = database.connection.table(quote(extract)).aggregate(
        [fn("count", col(name)) for name in columns]
    )
    (counts,) = counted.fetchall()
    return frozenset(name for name, count in zip(columns, counts, strict=True) if count)


def _lacking(read: Mapping[str, frozenset[str]], filled: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Of an extract without rows the extract alone is told."""
    for extract in sorted(read):
        if not filled[extract]:
            yield extract
        else:
            yield from (f"{extract}.{column}" for column in sorted(read[extract] - filled[extract]))
