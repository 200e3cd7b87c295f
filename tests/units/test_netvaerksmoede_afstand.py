"""Network meetings lie some weeks apart."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "fordeling"
PARAMETERS = {"maaneder": 12}
DRAWINGS = (
    Drawing(
        "De dage, der er mellem sagens to seneste netværksmøder, afgør",
        {
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type  | undertype
                K1a          | S1     | 2021-02-01 | moede | netvaerksmoede
                K1b          | S1     | 2021-03-14 | moede | netvaerksmoede
                K2a          | S2     | 2021-02-01 | moede | netvaerksmoede
                K2b          | S2     | 2021-03-15 | moede | netvaerksmoede
                K3a          | S3     | 2021-02-01 | moede | netvaerksmoede
                K3b          | S3     | 2021-03-29 | moede | netvaerksmoede
                K4a          | S4     | 2021-02-01 | moede | netvaerksmoede
                K4b          | S4     | 2021-03-30 | moede | netvaerksmoede
                K5a          | S5     | 2020-01-01 | moede | netvaerksmoede
                K5b          | S5     | 2021-03-01 | moede | netvaerksmoede
                K5c          | S5     | 2021-03-02 | moede | netvaerksmoede
                K5d          | S5     | 2021-05-12 | moede | netvaerksmoede
            """,
        },
        """
            enhed_id | udfald  | kategori
            S1       | opgjort | under 42
            S2       | opgjort | 42-56
            S3       | opgjort | 42-56
            S4       | opgjort | over 56
            S5       | opgjort | under 42
        """,
    ),
    Drawing(
        "Kun åbne sager med møder på mindst to dage, det seneste i de seneste 12 måneder, tæller; to møder "
        "på samme dag er én dag",
        {
            "sager": "sag_id | lukket_dato\nS5 | 2021-04-30",
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type  | undertype
                K1a          | S1     | 2021-02-01 | moede | netvaerksmoede
                K1b          | S1     | 2021-02-01 | moede | netvaerksmoede
                K2a          | S2     | 2020-02-01 | moede | netvaerksmoede
                K2b          | S2     | 2020-04-30 | moede | netvaerksmoede
                K3a          | S3     | 2020-02-01 | moede | netvaerksmoede
                K3b          | S3     | 2020-05-01 | moede | netvaerksmoede
                K4a          | S4     | 2021-02-01 | moede | familieraadslagning
                K4b          | S4     | 2021-03-01 | moede | netvaerksmoede
                K5a          | S5     | 2021-02-01 | moede | netvaerksmoede
                K5b          | S5     | 2021-03-01 | moede | netvaerksmoede
            """,
        },
        "enhed_id | udfald | kategori\nS3 | opgjort | over 56",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_netvaerksmoede_afstand(drawing, computed):
    """Stock: an open case with two days of network meetings, the last of late; days between the last two."""
    assert computed[drawing.title] == drawing.expected_rows()
