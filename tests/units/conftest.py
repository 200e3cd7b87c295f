"""Runs the drawings of a test module: one computation for all that share a delivery date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from pipeline.definitions.drawn import Drawn
from tests.units.drawing import compute


@pytest.fixture(scope="module")
def computed(request: pytest.FixtureRequest) -> Mapping[str, Sequence[Drawn]]:
    """Rows that the module's unit file gives, by title of its `DRAWINGS`."""
    titles = [drawing.title for drawing in request.module.DRAWINGS]
    assert len(set(titles)) == len(titles), "two drawings have one title"
    return compute(request.module)
