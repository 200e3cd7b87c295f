"""Runs the drawings of a test file: one computation for all that share a delivery date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from tests.indicators.tegning import Tegnet, beregn


@pytest.fixture(scope="module")
def beregnet(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Sequence[Tegnet]]:
    """Rows of the module's `INDIKATOR`, by title of its `TEGNINGER`."""
    modul = request.module
    titler = [tegning.titel for tegning in modul.TEGNINGER]
    assert len(set(titler)) == len(titler), "to tegninger har samme titel"
    return beregn(modul.INDIKATOR, modul.TEGNINGER, tmp_path_factory.mktemp("tegninger"))
