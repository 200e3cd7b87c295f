"""1.3 Caseworkers experience clear leadership."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import spoergeskema

INDIKATOR = "1.3"
TEGNINGER = spoergeskema("tydelig_ledelse", andet_spoergsmaal="loeft")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_1_3(tegning, beregnet):
    """Event: a spoergeskemasvar to the question tydelig_ledelse; score 4 or more is met."""
    assert beregnet[tegning.titel] == tegning.ventet()
