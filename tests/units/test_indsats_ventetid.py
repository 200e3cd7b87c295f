"""Families wait from decision to start."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
DRAWINGS = (
    Drawing(
        "En indsats tæller i den måned, den startede, med dagene fra afgørelsen",
        {
            "indsatser": """
                indsats_id | kategori        | afgoerelse_dato | start_dato
                I1         | forebyggende_52 | 2021-03-01      | 2021-04-30
                I2         | aflastning      | 2021-04-12      | 2021-04-12
                I3         | anbringelse     | 2021-04-12      | 2021-05-01
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            I1       | opgjort | 60     | 2021-04-30
            I2       | opgjort | 0      | 2021-04-12
        """,
    ),
    Drawing(
        "Indsatser uden afgørelse eller start, startet før afgørelsen og efter § 11, stk. 3, tæller ikke",
        {
            "indsatser": """
                indsats_id | kategori          | afgoerelse_dato | start_dato
                I1         | aflastning        |                 | 2021-04-12
                I2         | aflastning        | 2021-04-13      | 2021-04-12
                I3         | forebyggende_11_3 | 2021-04-01      | 2021-04-12
                I4         | aflastning        | 2021-04-11      |
                I5         | aflastning        | 2021-04-11      | 2021-04-12
            """,
        },
        "enhed_id | udfald | vaerdi\nI5 | opgjort | 1",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_ventetid(drawing, computed):
    """Event: a measure at its start, when not before its decision; the days between."""
    assert computed[drawing.title] == drawing.expected_rows()
