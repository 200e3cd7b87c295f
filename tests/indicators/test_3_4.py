"""3.4 Caseworkers are at home with LØFT."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import spoergeskema

INDIKATOR = "3.4"
TEGNINGER = spoergeskema("loeft", andet_spoergsmaal="tydelig_ledelse")


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_3_4(tegning, beregnet):
    """Event: a spoergeskemasvar to the question loeft; score 4 or more is met."""
    assert beregnet[tegning.titel] == tegning.ventet()
