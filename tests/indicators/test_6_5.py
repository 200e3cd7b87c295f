"""6.5 Reviewed focus points hold only relevant information."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "6.5"
TEGNINGER = tilsyn("6.5", andet_maalepunkt="6.4", spoergsmaal="Fokuspunkterne har kun relevante oplysninger")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_6_5(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 6.5; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
