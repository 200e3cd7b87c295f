"""4.1 Early measures at private suppliers end within 6 months."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tidlig_indsats
from tests.indicators.tegning import Tegning

INDIKATOR = "4.1"
TEGNINGER = (
    *tidlig_indsats("privat"),
    Tegning(
        "Kun startede indsatser efter § 11, stk. 3, hos private leverandører måles",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato  | henvist_dato
                I1         | forebyggende_11_3 | privat           | 2020-10-15 | 2021-01-01 |
                I2         | forebyggende_11_3 | familiehus       | 2020-10-15 | 2021-01-01 |
                I3         | forebyggende_11_3 | kommunal         | 2020-10-15 | 2021-01-01 |
                I4         | forebyggende_11_3 |                  | 2020-10-15 | 2021-01-01 |
                I5         | forebyggende_52   | privat           | 2020-10-15 | 2021-01-01 |
                I6         | forebyggende_11_3 | privat           |            |            | 2020-10-15
            """
        },
        "enhed_id | udfald\nI1 | opfyldt",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_4_1(tegning, beregnet):
    """Deadline: a § 11.3 measure of a private supplier; slut_dato within 6 months; first: a BFU took over."""
    assert beregnet[tegning.titel] == tegning.ventet()
