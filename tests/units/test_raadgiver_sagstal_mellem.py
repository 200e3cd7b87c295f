"""Caseworkers have so many cases as the plan asks for."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"mindst": 2, "hoejst": 3}
DRAWINGS = (
    Drawing(
        "Både færre og flere sager end de nævnte er ikke opfyldt",
        {
            "raadgivere": """
                raadgiver_id | team_id
                R1           | T1
                R2           | T1
                R3           | T2
                R4           | T1
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R2
                S3     | 2019-01-01 | T1      | R2
                S4     | 2019-01-01 | T1      | R3
                S5     | 2019-01-01 | T1      | R3
                S6     | 2019-01-01 | T1      | R3
                S7     | 2019-01-01 | T1      | R4
                S8     | 2019-01-01 | T1      | R4
                S9     | 2019-01-01 | T1      | R4
                S10    | 2019-01-01 | T1      | R4
            """,
        },
        """
            enhed_id | udfald       | aarsag  | team_id | raadgiver_id | sag_id
            R1       | ikke_opfyldt | indhold | T1      | R1           |
            R2       | opfyldt      |         | T1      | R2           |
            R3       | opfyldt      |         | T2      | R3           |
            R4       | ikke_opfyldt | indhold | T1      | R4           |
        """,
    ),
    Drawing(
        "Kun åbne sager, som rådgiveren sidst har fået, tæller; ledere og rådgivere uden sager er ikke med",
        {
            "raadgivere": """
                raadgiver_id | team_id | rolle
                R1           | T1      |
                R2           | T1      | leder
                R3           | T1      |
            """,
            "sager": """
                sag_id | lukket_dato
                S3     | 2021-04-30
                S6     | 2021-04-30
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R1
                S3     | 2019-01-01 | T1      | R1
                S4     | 2019-01-01 | T1      | R1
                S4     | 2021-04-30 | T1      | R2
                S5     | 2019-01-01 | T1      | R2
                S6     | 2019-01-01 | T1      | R3
            """,
        },
        "enhed_id | udfald\nR1 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_raadgiver_sagstal_mellem(drawing, computed):
    """Stock: a caseworker with open cases; their number lies between two."""
    assert computed[drawing.title] == drawing.expected_rows()
