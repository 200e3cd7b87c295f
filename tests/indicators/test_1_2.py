"""1.2 Case sparring stands in the reviewed cases."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "1.2"
TEGNINGER = tilsyn("1.2", andet_maalepunkt="1.1", spoergsmaal="Sagssparring står i sagen")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_1_2(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 1.2; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
