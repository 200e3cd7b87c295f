# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Caseworkers have their rhythm of sparring."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"undertyper": ["ledersparring"], "dage": 14}
DRAWINGS = (
    Drawing(
        "Fristen regnes fra planens første dag eller en senere ansættelse, siden fra den seneste sparring "
        "med rådgiverens id, også uden en sag",
        {
            "raadgivere": """
                raadgiver_id | team_id | ansat_fra
                R1           | T1      | 2015-01-01
                R2           | T1      | 2021-04-12
                R3           | T2      |
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type     | undertype          | raadgiver_id
                K1           |        | 2021-01-15 | sparring | ledersparring      | R1
                K1b          | S1     | 2021-01-20 | sparring | ledersparring      | R1
                K2           |        | 2021-04-26 | sparring | ledersparring      | R2
                K3           |        | 2021-01-10 | sparring | kollegial_sparring | R3
                K4           |        | 2021-01-16 | sparring | ledersparring      | R3
            """,
        },
        """
            enhed_id      | periode | udfald       | aarsag   | frist_dato | team_id | raadgiver_id
            R1@2021-01-01 | 2021-01 | opfyldt      |          | 2021-01-15 | T1      | R1
            R1@2021-01-15 | 2021-01 | opfyldt      |          | 2021-01-29 | T1      | R1
            R1@2021-01-20 | 2021-01 | afventer     |          | 2021-02-03 | T1      | R1
            R1@2021-01-20 | 2021-02 | ikke_opfyldt | mangler  | 2021-02-03 | T1      | R1
            R2@2021-04-12 | 2021-04 | opfyldt      |          | 2021-04-26 | T1      | R2
            R2@2021-04-26 | 2021-04 | afventer     |          | 2021-05-10 | T1      | R2
            R3@2021-01-01 | 2021-01 | ikke_opfyldt | for_sent | 2021-01-15 | T2      | R3
            R3@2021-01-16 | 2021-01 | ikke_opfyldt | mangler  | 2021-01-30 | T2      | R3
        """,
    ),
    Drawing(
        "Ledere og medarbejdere med andre roller er ikke med, og en fratrådt har ingen frister mere",
        {
            "raadgivere": """
                raadgiver_id | team_id | rolle     | ansat_fra  | ansat_til
                R1           | T1      | leder     | 2021-04-01 |
                R2           | T1      | andet     | 2021-04-01 |
                R3           | T1      | raadgiver | 2021-04-01 |
                R4           | T1      |           | 2021-04-01 | 2021-04-15
                R5           | T1      |           | 2021-04-01 | 2021-04-16
                R6           | T1      |           | 2021-04-20 | 2021-04-30
            """,
        },
        """
            enhed_id      | udfald       | aarsag
            R3@2021-04-01 | ikke_opfyldt | mangler
            R5@2021-04-01 | ikke_opfyldt | mangler
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_raadgiver_aktivitet(drawing, computed):
    """Cadence of a caseworker from employment or the first day of the plan; the activities of the kinds with that caseworker."""
    assert computed[drawing.title] == drawing.expected_rows()
