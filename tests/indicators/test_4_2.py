"""4.2 Early measures in the family houses end within 6 months."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import tidlig_indsats
from tests.indicators.tegning import Tegning

INDIKATOR = "4.2"
TEGNINGER = (
    *tidlig_indsats("familiehus"),
    Tegning(
        "Kun startede indsatser efter § 11, stk. 3, i familiehusene måles",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | forebyggende_11_3 | familiehus       | 2020-10-15 | 2021-01-01
                I2         | forebyggende_11_3 | privat           | 2020-10-15 | 2021-01-01
                I3         | forebyggende_11_3 | kommunal         | 2020-10-15 | 2021-01-01
                I4         | forebyggende_11_3 |                  | 2020-10-15 | 2021-01-01
                I5         | aflastning        | familiehus       | 2020-10-15 | 2021-01-01
                I6         | forebyggende_11_3 | familiehus       |            |
            """
        },
        "enhed_id | udfald\nI1 | opfyldt",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_4_2(tegning, beregnet):
    """Deadline: as 4.1, of a family house."""
    assert beregnet[tegning.titel] == tegning.ventet()
