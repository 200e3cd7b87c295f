"""6.4 A BFU has one or two focus points."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"mindst": 1, "hoejst": 2}
DRAWINGS = (
    Drawing(
        "Der skal være et eller to fokuspunkter; er antallet ikke udfyldt, mangler det",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | antal_fokuspunkter
                B0     | 2021-02-01   | 2021-04-12     | 0
                B1     | 2021-02-01   | 2021-04-12     | 1
                B2     | 2021-02-01   | 2021-04-12     | 2
                B3     | 2021-02-01   | 2021-04-12     | 3
                B4     | 2021-02-01   | 2021-04-12     |
            """
        },
        """
            enhed_id | udfald       | aarsag
            B0       | ikke_opfyldt | indhold
            B1       | opfyldt      |
            B2       | opfyldt      |
            B3       | ikke_opfyldt | indhold
            B4       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Kun undersøgelser, der er afsluttet i måneden og ikke afbrudt, tæller",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning | antal_fokuspunkter
                B1     | 2021-02-01   | 2021-04-01     | faerdig    | 1
                B2     | 2021-02-01   | 2021-04-30     |            | 1
                B3     | 2021-02-01   | 2021-04-12     | afbrudt    | 1
                B4     | 2021-02-01   | 2021-05-01     | faerdig    | 1
                B5     | 2021-02-01   |                |            | 1
            """
        },
        "enhed_id | udfald\nB1 | opfyldt\nB2 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_fokuspunkter(drawing, computed):
    """Event: a BFU at its end; antal_fokuspunkter 1 or 2."""
    assert computed[drawing.title] == drawing.expected_rows()
