"""New caseworkers have fewer cases than others."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "gennemsnit"
PARAMETERS = {"nye_maaneder": 3}
DRAWINGS = (
    Drawing(
        "En rådgiver er ny i de første 3 måneder efter ansættelsen; mangler datoen, regnes rådgiveren til "
        "de øvrige",
        {
            "raadgivere": """
                raadgiver_id | team_id | ansat_fra
                R1           | T1      | 2021-01-31
                R2           | T1      | 2021-01-30
                R3           | T1      |
                R4           | T1      | 2021-05-01
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R1
                S3     | 2019-01-01 | T1      | R2
                S4     | 2019-01-01 | T1      | R3
                S5     | 2019-01-01 | T1      | R4
            """,
        },
        """
            enhed_id | udfald  | vaerdi | gruppe  | team_id
            R1       | opgjort | 2      | ny      | T1
            R2       | opgjort | 1      | oevrige | T1
            R3       | opgjort | 1      | oevrige | T1
            R4       | opgjort | 1      | ny      | T1
        """,
    ),
    Drawing(
        "En ukendt rådgiver med sager hører til det ukendte team og de øvrige; ledere er ikke med",
        {
            "raadgivere": "raadgiver_id | team_id | rolle | ansat_fra\nR2 | T1 | leder | 2021-04-01",
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R2
                S3     | 2019-01-01 | T1      |
            """,
        },
        "enhed_id | udfald | vaerdi | gruppe | team_id\nR1 | opgjort | 1 | oevrige | UKENDT",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_raadgiver_sagstal_nye(drawing, computed):
    """Stock: a caseworker with open cases; their number, the newly employed apart."""
    assert computed[drawing.title] == drawing.expected_rows()
