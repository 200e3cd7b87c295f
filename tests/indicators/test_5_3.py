"""5.3 The professional who notified is answered within 28 days."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import underretningsfrist
from tests.indicators.tegning import Tegning

INDIKATOR = "5.3"
TEGNINGER = (
    *underretningsfrist("tilbagemelding_dato", "tilbagemelding", 28),
    Tegning(
        "Kun underretninger fra fagpersoner måles",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
                U1              | fagperson        | 2021-04-01 10:00   | 2021-04-02
                U2              | privat           | 2021-04-01 10:00   | 2021-04-02
                U3              | anonym           | 2021-04-01 10:00   |
                U4              | myndighed        | 2021-04-01 10:00   |
            """
        },
        "enhed_id | udfald\nU1 | opfyldt",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_5_3(tegning, beregnet):
    """Deadline: as 5.1, of a professional; tilbagemelding_dato within 28 days."""
    assert beregnet[tegning.titel] == tegning.ventet()
