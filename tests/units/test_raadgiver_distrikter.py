"""Caseworkers are tied to one or two districts."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"hoejst": 2, "under_alder": 7}
DRAWINGS = (
    Drawing(
        "Rådgiverens sager i målgruppen må ligge i højst 2 distrikter; er ingen af dem kendt, er rådgiveren"
        " undtaget",
        {
            "raadgivere": """
                raadgiver_id | team_id
                R1           | T1
                R2           | T1
                R3           | T1
            """,
            "sager": """
                sag_id | foedselsdato | distrikt
                S1     | 2018-01-01   | Nord
                S2     | 2018-01-01   | Syd
                S3     | 2018-01-01   | Syd
                S4     | 2018-01-01   |
                S5     | 2018-01-01   | Nord
                S6     | 2018-01-01   | Syd
                S7     | 2018-01-01   | Vest
                S8     | 2018-01-01   |
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R1
                S3     | 2019-01-01 | T1      | R1
                S4     | 2019-01-01 | T1      | R1
                S5     | 2019-01-01 | T1      | R2
                S6     | 2019-01-01 | T1      | R2
                S7     | 2019-01-01 | T1      | R2
                S8     | 2019-01-01 | T1      | R3
            """,
        },
        """
            enhed_id | udfald       | aarsag  | team_id | raadgiver_id | sag_id
            R1       | opfyldt      |         | T1      | R1           |
            R2       | ikke_opfyldt | indhold | T1      | R2           |
            R3       | undtaget     |         | T1      | R3           |
        """,
    ),
    Drawing(
        "Kun sager i målgruppen tæller, og kun for rådgivere; en rådgiver uden sådan en sag er ikke med",
        {
            "raadgivere": """
                raadgiver_id | team_id | rolle
                R1           | T1      |
                R2           | T1      | leder
                R3           | T1      |
            """,
            "sager": """
                sag_id | foedselsdato | distrikt
                S1     | 2018-01-01   | Nord
                S2     | 2010-01-01   | Syd
                S3     | 2010-01-01   | Vest
                S4     | 2018-01-01   | Nord
                S5     | 2010-01-01   | Nord
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R1
                S3     | 2019-01-01 | T1      | R1
                S4     | 2019-01-01 | T1      | R2
                S5     | 2019-01-01 | T1      | R3
            """,
        },
        "enhed_id | udfald\nR1 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_raadgiver_distrikter(drawing, computed):
    """Stock: a caseworker with cases in P; the districts of those cases."""
    assert computed[drawing.title] == drawing.expected_rows()
