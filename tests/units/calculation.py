"""Gathers the units of a few unit files from drawn extracts, and judges them as the calculation does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import PrivateAttr

from pipeline.base.database import Database, open_database
from pipeline.base.periods import read_periode
from pipeline.definitions.plan_models import Computation, Indicator, Plan
from pipeline.definitions.sql_files import names_in, unit_file
from pipeline.indicators.calculate import KINDS, judge_units
from pipeline.indicators.laid import Extracts, lay

PLAN = "plan"
"""The id of the made-up plan that everything drawn belongs to."""

_PLAN = {
    "plan_id": PLAN,
    "titel": "Plan",
    "organisation": "Kommune",
    "start_dato": date(2021, 1, 1),
    "slut_dato": date(2023, 12, 31),
}

FIRST_MONTH = "2020-10"
"""The first month that is made up where a drawing does not say otherwise."""


@dataclass(frozen=True)
class Measure:
    """One indicator of the made-up plan: a unit file, its parameters, its source and kind of value.

    `folder` is where a unit file lies that the plan brings itself; None for a shipped one.
    """

    unit: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    kilde: str = "dubu"
    vaerditype: str = "andel"
    folder: Path | None = None

    @property
    def file(self) -> Path:
        """The unit file."""
        return unit_file(self.unit, self.folder)

    @property
    def kind(self) -> str:
        """The kind that judges the file's units."""
        names = names_in(self.file)
        (kind,) = [kind for kind in KINDS if f"enhed_{kind}" in names]
        return kind


class _MadeUp(Plan):
    """A plan of the measures alone, each with the unit file it says."""

    _measures: Mapping[str, Measure] = PrivateAttr(default_factory=dict)

    def unit_file(self, indicator: Indicator) -> Path:
        """The measure's own file: two measures of a test may bring SQL from two folders."""
        return self._measures[indicator.id].file


@contextmanager
def calculation(
    measures: Mapping[str, Measure],
    extracts: Extracts,
    delivered: date,
    last: str,
    first: str = FIRST_MONTH,
) -> Iterator[Database]:
    """A database where the measures, by indicator id, are judged for the months from `first` to `last`."""
    with open_database() as database:
        for name in ("lev", "ud"):
            database.attach_memory(name)
        database.use("lev")
        lay(database, extracts)
        judge_units(database, [_plan(measures, first)], read_periode(last), delivered)
        yield database


def _plan(measures: Mapping[str, Measure], first: str) -> Plan:
    """Not validated: a measure may have parameters and kinds of value that no plan file may."""
    plan = _MadeUp.model_construct(
        **_PLAN,
        foerste_periode=first,
        indikatorer=tuple(_indicator(name, measure) for name, measure in measures.items()),
    )
    plan._measures = measures
    return plan


def _indicator(indikator_id: str, measure: Measure) -> Indicator:
    texts = (
        "titel",
        "spoergsmaal",
        "planens_maaling",
        "enhed",
        "taeller_tekst",
        "naevner_tekst",
        "lovgrundlag",
    )
    return Indicator.model_construct(
        **dict.fromkeys(texts, ""),
        id=indikator_id,
        udviklingspunkt=1,
        kilde=measure.kilde,
        art=measure.kind,
        vaerditype=measure.vaerditype,
        retning="stigende",
        maaltype="ingen",
        tilsyn_foerer=False,
        beregning=Computation.model_construct(sql=measure.unit, parametre=dict(measure.parameters)),
    )


_TEXTS = ("titel", "spoergsmaal", "planens_maaling", "enhed", "taeller_tekst", "naevner_tekst", "lovgrundlag")
