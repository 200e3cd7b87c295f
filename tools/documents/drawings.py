"""The drawn tests of the rules, read from the tests themselves: what is printed is what is run.

They are not part of an installed program; the documents are built in a checkout.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pipeline.base.errors import UsageFault
from pipeline.base.resources import resource
from pipeline.definitions.drawn import ORDINARY_CASE


class Drawing(Protocol):
    """One drawn rule: rows of a delivery, and the rows that must come of them."""

    title: str
    period: str
    delivered: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of the rows that must come out."""

    def content(self) -> Mapping[str, Sequence[Mapping[str, str]]]:
        """The rows drawn, by extract."""

    def expected_rows(self) -> Sequence[Mapping[str, str]]:
        """The rows that must come out."""


@dataclass(frozen=True)
class Drawn:
    """A drawing, and the unit file and parameters that it is computed with."""

    drawing: Drawing
    unit: str
    parameters: Mapping[str, object]


@dataclass(frozen=True)
class Drawings:
    """The drawings of one file, in the order they are written, and what most of them are computed with."""

    unit: str
    parameters: Mapping[str, object]
    drawn: Sequence[Drawn]


def drawings_of(folder: str, name: str) -> Drawings:
    """Every drawing of a file of `sql/units` or `sql/kinds`.

    Raises:
        UsageFault: the tests, or what they are run with, are not installed.
    """
    module, made = _module(f"{folder}.test_{name}"), _module("units.drawing")
    measures = [(drawing, made.measure_of(module, drawing)) for drawing in module.DRAWINGS]
    return Drawings(
        unit=made.drawn_unit(module),
        parameters=getattr(module, "PARAMETERS", {}),
        drawn=[Drawn(drawing, measure.unit, measure.parameters) for drawing, measure in measures],
    )


def ordinary_case() -> Mapping[str, str]:
    """What a drawn case is where the drawing does not say otherwise."""
    return ORDINARY_CASE


def _module(name: str) -> Any:
    root = str(resource())
    if root not in sys.path:
        sys.path.insert(0, root)
    try:
        return importlib.import_module(f"tests.{name}")
    except ModuleNotFoundError as error:
        raise UsageFault(
            f"Dokumenterne bygges i en kopi af kildekoden med testene ({error.name} findes ikke)."
        ) from None
