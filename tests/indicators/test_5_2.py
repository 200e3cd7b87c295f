"""5.2 The professional assessment is made within 28 days of an underretning."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import underretningsfrist

INDIKATOR = "5.2"
TEGNINGER = underretningsfrist("faglig_vurdering_dato", "faglig vurdering", 28)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_5_2(tegning, beregnet):
    """Deadline: as 5.1; faglig_vurdering_dato within 28 days."""
    assert beregnet[tegning.titel] == tegning.ventet()
