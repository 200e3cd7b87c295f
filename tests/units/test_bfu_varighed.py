"""A BFU takes some days."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
DRAWINGS = (
    Drawing(
        "En undersøgelse tæller med sine dage i den måned, den blev afsluttet",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato
                B1     | 2021-01-01   | 2021-04-30
                B2     | 2021-01-01   | 2021-05-01
                B3     | 2021-01-01   |
                B4     | 2021-04-12   | 2021-04-12
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            B1       | opgjort | 119    | 2021-04-30
            B4       | opgjort | 0      | 2021-04-12
        """,
    ),
    Drawing(
        "Afbrudte undersøgelser tæller ikke, og tiden regnes fra starten, ikke fra kommunen blev opmærksom",
        {
            "undersoegelser": """
                bfu_id | opmaerksom_dato | startet_dato | afsluttet_dato | afslutning
                B1     |                 | 2021-04-01   | 2021-04-12     | afbrudt
                B2     | 2021-01-01      | 2021-04-01   | 2021-04-12     | faerdig
            """,
        },
        "enhed_id | udfald | vaerdi\nB2 | opgjort | 11",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_varighed(drawing, computed):
    """Event: a BFU at its end, not broken off; days from its start."""
    assert computed[drawing.title] == drawing.expected_rows()
