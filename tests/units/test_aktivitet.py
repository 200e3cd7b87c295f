# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Activities of some kinds, counted."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"type": None, "undertyper": ["familieraadslagning"]}
VAERDITYPE = "antal"
DRAWINGS = (
    Drawing(
        "Hver aktivitet af den slags, planen nævner, tæller én i den måned, den er fra, uanset type",
        {
            "aktiviteter": """
                aktivitet_id | dato | type | undertype
                K1 | 2021-04-01 | moede | familieraadslagning
                K2 | 2021-04-30 | kontakt | familieraadslagning
                K3 | 2021-04-30 | moede | familieraadslagning
                K4 | 2021-05-01 | moede | familieraadslagning
                K5 | 2021-04-12 | moede | netvaerksmoede
                K6 | 2021-04-12 | moede |
            """
        },
        """
            enhed_id | udfald | vaerdi | haendelsesdato
            K1 | opgjort | 1 | 2021-04-01
            K2 | opgjort | 1 | 2021-04-30
            K3 | opgjort | 1 | 2021-04-30
        """,
    ),
    Drawing(
        "Planen kan nævne en type, flere undertyper eller begge dele",
        {
            "aktiviteter": """
                aktivitet_id | dato       | type     | undertype
                K1           | 2021-04-12 | sparring | sagssparring
                K2           | 2021-04-12 | sparring | supervision
                K3           | 2021-04-12 | sparring |
                K4           | 2021-04-12 | moede    | supervision
            """
        },
        "enhed_id | udfald | vaerdi\nK1 | opgjort | 1\nK2 | opgjort | 1",
        parameters={"type": "sparring", "undertyper": ["sagssparring", "supervision"]},
    ),
    Drawing(
        "En type alene tæller alle dens undertyper med",
        {
            "aktiviteter": """
                aktivitet_id | dato       | type     | undertype
                K1           | 2021-04-12 | sparring | sagssparring
                K2           | 2021-04-12 | sparring |
                K3           | 2021-04-12 | moede    | sagssparring
            """
        },
        "enhed_id | udfald | vaerdi\nK1 | opgjort | 1\nK2 | opgjort | 1",
        parameters={"type": "sparring", "undertyper": None},
    ),
    Drawing(
        "En aktivitet uden sag hører til rådgiverens eget team, og kendes rådgiveren ikke, til et ukendt team; "
        "en med sag hører til den, der har sagen",
        {
            "raadgivere": "raadgiver_id | team_id\nRA | A\nRB | B",
            "sagsfordeling": "sag_id | fra_dato | team_id | raadgiver_id\nS1 | 2021-01-01 | B | RB",
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type     | undertype    | raadgiver_id
                K1           |        | 2021-04-12 | sparring | sagssparring | RA
                K2           |        | 2021-04-12 | sparring | sagssparring | RX
                K3           |        | 2021-04-12 | sparring | sagssparring |
                K4           | S1     | 2021-04-12 | sparring | sagssparring | RA
            """,
        },
        """
            enhed_id | udfald  | sag_id | team_id | raadgiver_id | team_siden
            K1       | opgjort |        | A       | RA           |
            K2       | opgjort |        | UKENDT  | RX           |
            K3       | opgjort |        | UKENDT  |              |
            K4       | opgjort | S1     | B       | RB           | 2021-01-01
        """,
        parameters={"type": "sparring", "undertyper": None},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_aktivitet(drawing, computed):
    """Event: an aktivitet of the type and undertyper asked for, counted."""
    assert computed[drawing.title] == drawing.expected_rows()
