"""1.1 Elements of ICS are used in the reviewed cases."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "1.1"
TEGNINGER = tilsyn("1.1", andet_maalepunkt="1.2", spoergsmaal="Elementer fra ICS er anvendt i sagen")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_1_1(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 1.1; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
