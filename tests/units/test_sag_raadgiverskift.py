"""Cases change their caseworker."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "gennemsnit"
DRAWINGS = (
    Drawing(
        "Hvert skift fra én rådgiver til en anden tæller, også tilbage igen; rækker uden rådgiver springes "
        "over",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R1
                S2     | 2020-01-01 | T1      | R2
                S2     | 2021-01-01 | T1      | R1
                S3     | 2019-01-01 | T1      | R1
                S3     | 2020-01-01 | T1      |
                S3     | 2021-01-01 | T2      | R1
                S3     | 2021-04-30 | T2      | R2
                S3     | 2021-05-01 | T2      | R3
                S4     | 2019-01-01 | T1      |
            """,
        },
        """
            enhed_id | udfald   | vaerdi
            S1       | opgjort  | 0
            S2       | opgjort  | 2
            S3       | opgjort  | 1
            S4       | undtaget |
        """,
    ),
    Drawing(
        "Kun åbne sager, der er fordelt senest på opgørelsesdagen, tæller",
        {
            "sager": """
                sag_id | lukket_dato
                S1     | 2021-04-30
                S2     |
                S3     |
                S4     |
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2021-05-01 | T1      | R1
                S3     | 2021-04-30 | T1      | R1
            """,
        },
        "enhed_id | udfald | vaerdi\nS3 | opgjort | 0",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_raadgiverskift(drawing, computed):
    """Stock: an open case with a sagsfordeling row; the changes of caseworker by the day."""
    assert computed[drawing.title] == drawing.expected_rows()
