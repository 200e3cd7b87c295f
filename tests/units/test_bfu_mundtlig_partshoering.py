"""6.3 The parties are heard orally about the BFU."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

DRAWINGS = (
    Drawing(
        "Partshøringen skal være mundtlig; er formen ikke udfyldt, mangler den",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | partshoering_form
                B1     | 2021-02-01   | 2021-04-12     | mundtlig
                B2     | 2021-02-01   | 2021-04-12     | skriftlig
                B3     | 2021-02-01   | 2021-04-12     | ingen
                B4     | 2021-02-01   | 2021-04-12     |
            """
        },
        """
            enhed_id | udfald       | aarsag
            B1       | opfyldt      |
            B2       | ikke_opfyldt | indhold
            B3       | ikke_opfyldt | indhold
            B4       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Kun undersøgelser, der er afsluttet i måneden og ikke afbrudt, tæller",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning | partshoering_form
                B1     | 2021-02-01   | 2021-04-01     | faerdig    | mundtlig
                B2     | 2021-02-01   | 2021-04-30     |            | mundtlig
                B3     | 2021-02-01   | 2021-04-12     | afbrudt    | mundtlig
                B4     | 2021-02-01   | 2021-03-31     | faerdig    | mundtlig
                B5     | 2021-02-01   |                |            | mundtlig
            """
        },
        "enhed_id | udfald\nB1 | opfyldt\nB2 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_mundtlig_partshoering(drawing, computed):
    """Event: a BFU at its end; partshoering_form mundtlig."""
    assert computed[drawing.title] == drawing.expected_rows()
