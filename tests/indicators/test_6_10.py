"""6.10 Parallel measures are used correctly in the reviewed cases."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "6.10"
TEGNINGER = tilsyn("6.10", andet_maalepunkt="6.1", spoergsmaal="Parallelle indsatser er brugt rigtigt")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_6_10(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 6.10; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
