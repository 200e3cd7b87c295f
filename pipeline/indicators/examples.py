"""Run a plan's examples: what the program makes of the drawn rows, held against what must come of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, zip_longest
from typing import Any

from pipeline.base.database import open_database
from pipeline.base.errors import DefinitionsError
from pipeline.definitions.drawn import Drawn, Typed
from pipeline.definitions.examples import Named
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Plan
from pipeline.indicators.calculate import judge_units
from pipeline.indicators.laid import lay

Rows = list[dict[str, Any]]


def differences(plan: Plan, examples: Sequence[Named]) -> list[str]:
    """One Danish line per difference, in the order of the examples; none where all come out as drawn.

    The values are shown: an example holds made-up rows alone.
    """
    found: dict[Named, list[str]] = {}
    for drawn_on, group in groupby(sorted(examples, key=_drawn_on), key=_drawn_on):
        found |= _compare(plan, list(group), drawn_on)
    return [line for named in examples for line in found[named]]


def _drawn_on(named: Named) -> date:
    return named.example.drawn_on


def _compare(plan: Plan, examples: Sequence[Named], drawn_on: date) -> dict[Named, list[str]]:
    """The differences of examples with one delivery date, which share a computation.

    A mark before every id keeps the examples apart.
    """
    marks = {f"eksempel{number}.": named for number, named in enumerate(examples, start=1)}
    with open_database() as database:
        for name in ("lev", "ud"):
            database.attach_memory(name)
        database.use("lev")
        lay(database, _together(marks))
        last = max((named.example.month for named in examples), key=lambda month: month.last)
        try:
            error = database.error_in(lambda: judge_units(database, [_part(plan, examples)], last, drawn_on))
        except DefinitionsError as own:
            error = str(own)
        rows = [] if error else database.fetch("select * from ud.indikator_raekke")
    if error:
        return {named: [f"{named}: kan ikke beregnes: {error}"] for named in examples}
    return {
        named: [f"{named}: {line}" for line in _differences(named, _shown(named, mark, rows))]
        for mark, named in marks.items()
    }


def _part(plan: Plan, examples: Sequence[Named]) -> Plan:
    """The plan with the indicators that are tried alone."""
    tried = {named.indikator_id for named in examples}
    return plan.model_copy(update={"indikatorer": tuple(i for i in plan.indikatorer if i.id in tried)})


def _together(marks: Mapping[str, Named]) -> dict[str, list[Typed]]:
    together: dict[str, list[Typed]] = {name: [] for name in read_extracts()}
    for mark, named in marks.items():
        for name, rows in named.example.extracts(mark).items():
            together[name] += rows
    return together


def _shown(named: Named, mark: str, rows: Rows) -> list[Drawn]:
    """An example's own rows, in the months and columns it draws."""
    example = named.example
    return [
        {column: shown(row[column]).replace(mark, "") for column in example.columns}
        for row in rows
        if row["indikator_id"] == named.indikator_id
        and any(mark in shown(row[column]) for column in ("enhed_id", "sag_id", "raadgiver_id"))
        and (row["periode"] == example.periode or (example.all_months and row["periode"] < example.periode))
    ]


def shown(value: object) -> str:
    """A value as it is drawn."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _differences(named: Named, found: list[Drawn]) -> Iterator[str]:
    """Rows are told apart by unit, and by month and source where those are drawn."""
    expected = named.example.rows
    key = [column for column in ("periode", "enhed_id", "kilde") if column in named.example.columns]
    for at in dict.fromkeys(tuple(row[column] for column in key) for row in [*expected, *found]):
        both = [
            [(number, row) for number, row in enumerate(rows, start=1) if tuple(row[c] for c in key) == at]
            for rows in (expected, found)
        ]
        for wanted, got in zip_longest(*both):
            yield from _difference(" ".join(at), wanted, got)


def _difference(unit: str, wanted: tuple[int, Drawn] | None, got: tuple[int, Drawn] | None) -> Iterator[str]:
    if wanted is None:
        told = ", ".join(f"{column} {text}" for column, text in (got[1] if got else {}).items() if text)
        yield f"en række for {unit} er fundet, men ikke ventet ({told})"
        return
    number, row = wanted
    if got is None:
        yield f"række {number} ({unit}) er ventet, men ikke fundet"
        return
    for column, text in row.items():
        if got[1][column] != text:
            yield (
                f"række {number} ({unit}): {column} er ventet {text or 'tom'}, "
                f"men fundet {got[1][column] or 'tom'}"
            )
