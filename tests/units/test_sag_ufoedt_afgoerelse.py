"""Unborn children get their first decision soon."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
DRAWINGS = (
    Drawing(
        "Den første afgørelse i sagen tæller med dagene fra sagens oprettelse, uanset hvilken indsats",
        {
            "sager": """
                sag_id | sagstype | foedselsdato | oprettet_dato
                S1     | ufoedt   | 2021-06-01   | 2021-04-01
                S2     | ufoedt   |              | 2021-03-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | afgoerelse_dato
                I1         | S1     | forebyggende_11_3 | 2021-04-12
                I1b        | S1     | anbringelse       | 2021-04-20
                I2         | S2     | aflastning        | 2021-04-30
                I2b        | S2     | aflastning        |
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            S1       | opgjort | 11     | 2021-04-12
            S2       | opgjort | 60     | 2021-04-30
        """,
    ),
    Drawing(
        "Er barnet født på dagen, eller handler sagen ikke om et ufødt barn, tæller den ikke; en afgørelse "
        "fra før sagens oprettelse springes over",
        {
            "sager": """
                sag_id | sagstype | foedselsdato | oprettet_dato
                S1     | ufoedt   | 2021-04-12   | 2021-01-01
                S2     | ufoedt   | 2021-04-13   | 2021-04-12
                S3     | barn     | 2021-06-01   | 2021-01-01
                S4     | ufoedt   | 2021-06-01   | 2021-04-01
                S5     | ufoedt   | 2021-06-01   | 2021-04-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | afgoerelse_dato
                I1         | S1     | aflastning | 2021-04-12
                I2         | S2     | aflastning | 2021-04-12
                I3         | S3     | aflastning | 2021-04-12
                I4         | S4     | aflastning | 2021-03-31
                I4b        | S4     | aflastning | 2021-04-12
                I5         | S5     | aflastning |
            """,
        },
        """
            enhed_id | udfald  | vaerdi
            S2       | opgjort | 0
            S4       | opgjort | 11
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_ufoedt_afgoerelse(drawing, computed):
    """Event: a case of an unborn child at the first decision of any measure; days from its opening."""
    assert computed[drawing.title] == drawing.expected_rows()
