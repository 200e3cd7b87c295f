"""7.9 The general services were involved or informed at closure of the reviewed cases."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tilsyn

INDIKATOR = "7.9"
TEGNINGER = tilsyn(
    "7.9", andet_maalepunkt="7.10", spoergsmaal="Almenområdet er inddraget eller orienteret ved afslutningen"
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_7_9(tegning, beregnet):
    """Event: a tilsynssvar under maalepunkt 7.9; ja is met, ikke_relevant exempt, all else not met."""
    assert beregnet[tegning.titel] == tegning.ventet()
