"""4.5 Early measures end within 6 months, whoever supplies them."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tidlig_indsats
from tests.indicators.tegning import Tegning

INDIKATOR = "4.5"
TEGNINGER = (
    *tidlig_indsats("kommunal"),
    Tegning(
        "Alle startede indsatser efter § 11, stk. 3, måles, også hvor leverandøren ikke er udfyldt",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | forebyggende_11_3 | familiehus       | 2020-10-15 | 2021-01-01
                I2         | forebyggende_11_3 | privat           | 2020-10-15 | 2021-01-01
                I3         | forebyggende_11_3 | kommunal         | 2020-10-15 | 2021-01-01
                I4         | forebyggende_11_3 |                  | 2020-10-15 | 2021-01-01
                I5         | anbringelse       | privat           | 2020-10-15 | 2021-01-01
                I6         | forebyggende_11_3 | privat           |            |
            """
        },
        "enhed_id | udfald\nI1 | opfyldt\nI2 | opfyldt\nI3 | opfyldt\nI4 | opfyldt",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_4_5(tegning, beregnet):
    """Deadline: as 4.1, of every supplier."""
    assert beregnet[tegning.titel] == tegning.ventet()
