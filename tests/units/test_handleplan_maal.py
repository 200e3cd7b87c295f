"""7.2 A child's handleplan has three to five goals."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"mindst": 3, "hoejst": 5}
DRAWINGS = (
    Drawing(
        "Der skal være 3, 4 eller 5 mål; er antallet ikke udfyldt, mangler det",
        {
            "handleplaner": """
                handleplan_id | type | oprettet_dato | antal_maal
                P2            | barn | 2021-04-12    | 2
                P3            | barn | 2021-04-12    | 3
                P4            | barn | 2021-04-12    | 4
                P5            | barn | 2021-04-12    | 5
                P6            | barn | 2021-04-12    | 6
                P7            | barn | 2021-04-12    |
            """
        },
        """
            enhed_id | udfald       | aarsag
            P2       | ikke_opfyldt | indhold
            P3       | opfyldt      |
            P4       | opfyldt      |
            P5       | opfyldt      |
            P6       | ikke_opfyldt | indhold
            P7       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Kun barnets handleplaner oprettet i måneden tæller",
        {
            "handleplaner": """
                handleplan_id | type      | oprettet_dato | antal_maal
                P1            | barn      | 2021-04-01    | 3
                P2            | barn      | 2021-04-30    | 3
                P3            | barn      | 2021-05-01    | 3
                P4            | ungeplan  | 2021-04-12    | 3
                P5            | foraeldre | 2021-04-12    | 3
            """
        },
        "enhed_id | udfald | haendelsesdato\nP1 | opfyldt | 2021-04-01\nP2 | opfyldt | 2021-04-30",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_handleplan_maal(drawing, computed):
    """Event: a handleplan barn at oprettet_dato; antal_maal 3, 4 or 5."""
    assert computed[drawing.title] == drawing.expected_rows()
