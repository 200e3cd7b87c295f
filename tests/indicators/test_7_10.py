"""7.10 All relevant parties were informed of the closure of the reviewed cases."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "7.10"
TEGNINGER = tilsyn(
    "7.10", andet_maalepunkt="7.1", spoergsmaal="Alle relevante parter er orienteret om afslutningen"
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_7_10(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 7.10; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
