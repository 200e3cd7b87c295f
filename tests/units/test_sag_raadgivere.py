"""Cases keep one caseworker."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

DRAWINGS = (
    Drawing(
        "Sagen skal kun have haft én rådgiver; et nyt team med den samme rådgiver er intet skift, og er "
        "ingen rådgiver kendt, er sagen undtaget",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S1     | 2020-01-01 | T2      | R1
                S2     | 2019-01-01 | T1      | R1
                S2     | 2021-04-30 | T1      | R2
                S3     | 2019-01-01 | T1      | R1
                S3     | 2021-05-01 | T1      | R2
                S4     | 2019-01-01 | T1      |
                S5     | 2019-01-01 | T1      |
                S5     | 2020-01-01 | T1      | R1
                S6     | 2019-01-01 | T1      | R1
                S6     | 2020-01-01 | T1      | R2
                S6     | 2021-01-01 | T1      | R1
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | opfyldt      |
            S2       | ikke_opfyldt | indhold
            S3       | opfyldt      |
            S4       | undtaget     |
            S5       | opfyldt      |
            S6       | ikke_opfyldt | indhold
        """,
    ),
    Drawing(
        "Kun åbne sager, der er fordelt senest på opgørelsesdagen, tæller",
        {
            "sager": """
                sag_id | lukket_dato
                S1     | 2021-04-30
                S2     | 2021-05-01
                S3     |
                S4     |
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2021-04-30 | T1      | R1
                S3     | 2021-05-01 | T1      | R1
            """,
        },
        "enhed_id | udfald\nS2 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_raadgivere(drawing, computed):
    """Stock: an open case with a sagsfordeling row; one caseworker in all of them."""
    assert computed[drawing.title] == drawing.expected_rows()
