"""A drawn rule: rows of a delivery and the rows that must come of them, under a title that is the rule.

The drawings are data, so that the Danish catalogue of indicators can print them; their texts are
therefore Danish. What a drawing does not mention is ordinary: see `pipeline.definitions.drawn.ORDINARY_CASE`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count, groupby
from types import ModuleType
from typing import Any

from pipeline.definitions.drawn import Drawn, Typed, cells, table, typed
from pipeline.definitions.extracts import read_extracts
from pipeline.indicators.examples import shown
from tests.units.calculation import Measure, calculation

ALWAYS_SHOWN = ("enhed_id", "udfald", "aarsag")


@dataclass(frozen=True)
class Drawing:
    """One rule of one unit file.

    `title` is the rule as a sentence. `extracts` are the delivery's tables and `expected` all the
    measure's rows in the month `period` (where it shows the column periode: in all months up to
    `period`), each drawn as `pipeline.definitions.drawn` reads it. `expected` shows the unit, the outcome
    and the reason, and further only the columns that matter. `parameters` stand in front of the module's
    own; `unit` and `vaerditype` are given where they are not the module's.
    """

    title: str
    extracts: Mapping[str, str]
    expected: str
    period: str = "2021-04"
    delivered: str = "2022-12-31"
    parameters: Mapping[str, object] = field(default_factory=dict)
    unit: str | None = None
    vaerditype: str | None = None

    def __str__(self) -> str:
        return self.title

    def content(self) -> dict[str, list[Drawn]]:
        """The rows drawn, by extract."""
        return {name: table(text) for name, text in self.extracts.items()}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `indikator_raekke` that are compared."""
        return tuple(dict.fromkeys([*ALWAYS_SHOWN, *cells(self.expected.strip().partition("\n")[0])]))

    def expected_rows(self) -> list[Drawn]:
        """The rows that must come out; a column that always counts but is not drawn is empty."""
        return _ordered([{c: row.get(c, "") for c in self.columns} for row in table(self.expected)])


def drawn_unit(module: ModuleType) -> str:
    """The unit file that a module's drawings draw: the one it is named after, unless it says otherwise."""
    return str(getattr(module, "UNIT", module.__name__.rpartition(".test_")[2]))


def compute(module: ModuleType) -> dict[str, list[Drawn]]:
    """What the program makes of a module's drawings, by title; a delivery date's share one computation."""
    found: dict[str, list[Drawn]] = {}
    numbers = count(1)
    for delivered, group in groupby(sorted(module.DRAWINGS, key=_delivered), key=_delivered):
        marked = {f"tegning{next(numbers)}.": drawing for drawing in group}
        measures = {mark: measure_of(module, drawing) for mark, drawing in marked.items()}
        last = max(drawing.period for drawing in marked.values())
        by_name = _named(measures)
        with calculation(by_name, _together(marked), date.fromisoformat(delivered), last) as database:
            rows = database.fetch("select * from ud.indikator_raekke")
        for mark, drawing in marked.items():
            name = _name(measures, measures[mark])
            found[drawing.title] = _excerpt(drawing, mark, [r for r in rows if r["indikator_id"] == name])
    return found


def _delivered(drawing: Drawing) -> str:
    return drawing.delivered


def measure_of(module: ModuleType, drawing: Drawing) -> Measure:
    """What a drawing is computed as: its own unit file, parameters and kind of value, else its module's."""
    own_unit = drawing.unit is None
    return Measure(
        unit=drawing.unit or drawn_unit(module),
        parameters={**(getattr(module, "PARAMETERS", {}) if own_unit else {}), **drawing.parameters},
        kilde=getattr(module, "KILDE", "dubu"),
        vaerditype=drawing.vaerditype or getattr(module, "VAERDITYPE", "andel"),
    )


def _named(measures: Mapping[str, Measure]) -> dict[str, Measure]:
    """The different measures that the drawings ask for, each under a name."""
    return {_name(measures, measure): measure for measure in measures.values()}


def _name(measures: Mapping[str, Measure], measure: Measure) -> str:
    return f"maal{list(measures.values()).index(measure)}"


def _together(marked: Mapping[str, Drawing]) -> dict[str, list[Typed]]:
    """The rows of all drawings, each drawing's ids made its own by a mark in front."""
    together: dict[str, list[Typed]] = {name: [] for name in read_extracts()}
    for mark, drawing in marked.items():
        for name, rows in typed(drawing.extracts, mark).items():
            together[name] += rows
    return together


def _excerpt(drawing: Drawing, mark: str, rows: Sequence[Mapping[str, Any]]) -> list[Drawn]:
    """A drawing's own rows, in the months and columns it shows."""
    all_months = "periode" in drawing.columns
    own = [
        row
        for row in rows
        if row["enhed_id"].startswith(mark)
        and (row["periode"] <= drawing.period if all_months else row["periode"] == drawing.period)
    ]
    return _ordered([{c: shown(row[c]).removeprefix(mark) for c in drawing.columns} for row in own])


def _ordered(rows: Sequence[Drawn]) -> list[Drawn]:
    return sorted(rows, key=lambda row: list(row.values()))
