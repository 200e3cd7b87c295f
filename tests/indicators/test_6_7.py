"""6.7 The child's needs stand in the reviewed assessments."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "6.7"
TEGNINGER = tilsyn("6.7", andet_maalepunkt="6.6", spoergsmaal="Barnets behov står i vurderingen")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_6_7(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 6.7; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
