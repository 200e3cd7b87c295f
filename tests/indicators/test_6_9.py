"""6.9 In reviewed backlog cases the assessment and the plan hang together."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "6.9"
TEGNINGER = tilsyn(
    "6.9", andet_maalepunkt="6.8", spoergsmaal="Undersøgelse og handleplan hænger sammen i efterslæbssagen"
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_6_9(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 6.9; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
