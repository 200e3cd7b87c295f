"""2.1 The contingency plan shows in the 24-hour reasons of the reviewed cases."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "2.1"
TEGNINGER = tilsyn(
    "2.1", andet_maalepunkt="5.5", spoergsmaal="Beredskabsplanen ses i begrundelsen for 24-timers-vurderingen"
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_2_1(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 2.1; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
