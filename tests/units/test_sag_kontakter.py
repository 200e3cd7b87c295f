"""There is contact in open cases."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "fordeling"
PARAMETERS = {"maaneder": 3}
DRAWINGS = (
    Drawing(
        "Sagen falder i den gruppe, dens kontakter og møder i de seneste 3 måneder giver",
        {
            "sager": """
                sag_id | lukket_dato
                S0     |
                S9     | 2021-04-30
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type
                K11          | S1     | 2021-04-01 | kontakt
                K21          | S2     | 2021-04-01 | kontakt
                K22          | S2     | 2021-04-02 | moede
                K31          | S3     | 2021-04-01 | kontakt
                K32          | S3     | 2021-04-02 | moede
                K33          | S3     | 2021-04-03 | kontakt
                K51          | S5     | 2021-04-01 | kontakt
                K52          | S5     | 2021-04-02 | moede
                K53          | S5     | 2021-04-03 | kontakt
                K54          | S5     | 2021-04-04 | moede
                K55          | S5     | 2021-04-05 | kontakt
                K61          | S6     | 2021-04-01 | kontakt
                K62          | S6     | 2021-04-02 | moede
                K63          | S6     | 2021-04-03 | kontakt
                K64          | S6     | 2021-04-04 | moede
                K65          | S6     | 2021-04-05 | kontakt
                K66          | S6     | 2021-04-06 | moede
            """,
        },
        """
            enhed_id | udfald  | kategori
            S0       | opgjort | 0
            S1       | opgjort | 1-2
            S2       | opgjort | 1-2
            S3       | opgjort | 3-5
            S5       | opgjort | 3-5
            S6       | opgjort | 6 eller flere
        """,
    ),
    Drawing(
        "Andre aktiviteter og dem uden for de 3 måneder tæller ikke",
        {
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type
                K1           | S1     | 2021-04-12 | vurdering
                K2           | S1     | 2021-04-12 | dokument
                K3           | S1     | 2021-04-12 | sparring
                K4           | S1     | 2021-01-30 | kontakt
                K5           | S1     | 2021-05-01 | kontakt
                K6           | S2     | 2021-01-31 | kontakt
            """,
        },
        """
            enhed_id | udfald  | kategori
            S1       | opgjort | 0
            S2       | opgjort | 1-2
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_kontakter(drawing, computed):
    """Stock: an open case by the activities kontakt and moede in the months before."""
    assert computed[drawing.title] == drawing.expected_rows()
