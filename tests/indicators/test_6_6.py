"""6.6 The ICS triangle is used in the reviewed analyses."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "6.6"
TEGNINGER = tilsyn("6.6", andet_maalepunkt="6.5", spoergsmaal="ICS-trekanten er brugt i analysen")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_6_6(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 6.6; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
