"""Whoever adds a unit file, a kind or an entry of a plan is told what must go with it."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.base.resources import resource
from pipeline.definitions.plans import all_plans
from pipeline.definitions.sql_files import parameters_of, states_group, unit_folder
from pipeline.indicators.calculate import KINDS
from tests.units.calculation import Measure
from tests.units.drawing import measure_of

UNITS = sorted(file.stem for file in unit_folder().glob("*.sql"))
JUDGED = {"opfyldt", "ikke_opfyldt", "undtaget", "afventer"}


def drawn(folder: str, name: str) -> ModuleType:
    """The test module that draws a unit file or a kind."""
    return importlib.import_module(f"tests.{folder}.test_{name}")


DRAWN = [drawn("units", unit) for unit in UNITS] + [drawn("kinds", kind) for kind in (*KINDS, "ansvar")]


def test_every_unit_file_is_drawn_and_nothing_else():
    """One test module per file of sql/units, under its name; one of a file that is gone is left over."""
    modules = {file.stem.removeprefix("test_") for file in Path(__file__).parent.glob("test_*.py")}
    assert modules - {"registry"} == set(UNITS)


@pytest.mark.parametrize("module", DRAWN, ids=lambda module: module.__name__)
def test_a_drawing_is_a_rule_of_its_own(module: ModuleType):
    """At least two; a title is one sentence without a full stop, and none stands twice."""
    titles = [drawing.title for drawing in module.DRAWINGS]
    assert len(titles) >= 2
    assert len(set(titles)) == len(titles)
    assert [t for t in titles if not t[0].isupper() or t.endswith(".") or "  " in t] == []


@pytest.mark.parametrize("module", DRAWN, ids=lambda module: module.__name__)
def test_a_drawing_gives_its_file_the_parameters_it_asks_for(module: ModuleType):
    """What a drawing is computed with is what its file asks for, and nothing that it has no use for."""
    for drawing in module.DRAWINGS:
        measure = measure_of(module, drawing)
        assert set(measure.parameters) == parameters_of(measure.file), drawing.title


@pytest.mark.parametrize("module", DRAWN, ids=lambda module: module.__name__)
def test_only_what_is_not_met_has_a_reason(module: ModuleType):
    """Aarsag stands at ikke_opfyldt, always, and nowhere else (contract, section 3)."""
    rows = [row for drawing in module.DRAWINGS for row in drawing.expected_rows()]
    assert [row for row in rows if bool(row["aarsag"]) != (row["udfald"] == "ikke_opfyldt")] == []


@pytest.mark.parametrize("unit", UNITS)
def test_the_drawings_show_every_outcome_of_their_kind(unit: str):
    """Met and not met, and what waits; or what is only counted. Groups are shown where the file has them."""
    module = drawn("units", unit)
    rows = [row for drawing in module.DRAWINGS for row in drawing.expected_rows()]
    outcomes = {row["udfald"] for row in rows}
    measure = measure_of(module, module.DRAWINGS[0])
    if measure.vaerditype == "andel":
        waiting = {"afventer"} if measure.kind in ("frist", "kadence") else set()
        assert {"opfyldt", "ikke_opfyldt"} | waiting <= outcomes <= JUDGED
    else:
        assert {"opgjort"} <= outcomes <= {"opgjort", "undtaget"}
    assert states_group(measure.file) == any(row.get("gruppe") for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_unit_is_drawn(kind: str):
    """One file of sql/kinds judges it, one module draws what its units share, and some unit is of it."""
    assert (resource("sql", "kinds") / f"{kind}.sql").is_file()
    assert drawn("kinds", kind).DRAWINGS
    assert kind in {Measure(unit).kind for unit in UNITS}


def test_every_unit_file_is_used_by_a_plan_as_what_it_is():
    """SQL that measures nothing is left over; a plan names the kind that its file states units of."""
    indicators = [indikator for plan in all_plans() for indikator in plan.indikatorer]
    assert {indikator.beregning.sql for indikator in indicators} == set(UNITS)
    assert [i.id for i in indicators if i.art != Measure(i.beregning.sql).kind] == []
