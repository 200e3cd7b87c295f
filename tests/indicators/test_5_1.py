"""5.1 Parents are heard within 14 days of an underretning."""

from __future__ import annotations

import pytest

from tests.indicators.faelles import underretningsfrist
from tests.indicators.tegning import Tegning

INDIKATOR = "5.1"
TEGNINGER = (
    *underretningsfrist("partshoering_dato", "partshøring", 14),
    Tegning(
        "Også underretninger i sager, der allerede var åbne, måles",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2015-01-01\nS2 | 2021-04-01",
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | partshoering_dato
                U1              | S1     | 2021-04-01 10:00   | 2021-04-10
                U2              | S2     | 2021-04-01 10:00   |
            """,
        },
        "enhed_id | udfald | aarsag\nU1 | opfyldt |\nU2 | ikke_opfyldt | mangler",
    ),
    Tegning(
        "Ledelsestilsynets svar om partshøring vises ved siden af udtrækkets tal, med hver sin kilde",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1              | 2021-04-01 10:00   |
            """,
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | svar
                T1        | 5.1        | A       | 2021-04-12       | ja
            """,
        },
        """
            enhed_id | kilde  | udfald       | aarsag
            U1       | dubu   | ikke_opfyldt | mangler
            T1       | tilsyn | opfyldt      |
        """,
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_5_1(tegning, beregnet):
    """Deadline: an underretning from 2020-10-01; partshoering_dato within 14 days, also in open cases."""
    assert beregnet[tegning.titel] == tegning.ventet()
