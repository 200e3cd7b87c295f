# ruff: noqa: E501 - a drawn table is not broken over several lines
"""6.1 A BFU has an examination plan."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

DRAWINGS = (
    Drawing(
        "Undersøgelsesplanen skal være lagt senest den dag, undersøgelsen slutter",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | undersoegelsesplan_dato
                B1     | 2021-02-01   | 2021-04-12     | 2021-04-12
                B2     | 2021-02-01   | 2021-04-12     | 2021-04-13
                B3     | 2021-02-01   | 2021-04-12     |
                B4     | 2021-02-01   | 2021-04-12     | 2021-01-31
            """
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            B1       | opfyldt      |         | 2021-04-12
            B2       | ikke_opfyldt | for_sent | 2021-04-12
            B3       | ikke_opfyldt | mangler | 2021-04-12
            B4       | opfyldt      |         | 2021-04-12
        """,
    ),
    Drawing(
        "En plan, der er lagt efter undersøgelsen, men inden månedens slutning, er for sen; en plan fra en senere "
        "måned er ikke sket endnu og mangler",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | undersoegelsesplan_dato
                B1     | 2021-02-01   | 2021-04-12     | 2021-04-30
                B2     | 2021-02-01   | 2021-04-12     | 2021-05-01
            """
        },
        "enhed_id | udfald | aarsag\nB1 | ikke_opfyldt | for_sent\nB2 | ikke_opfyldt | mangler",
    ),
    Drawing(
        "Kun undersøgelser, der er afsluttet i måneden og ikke afbrudt, tæller",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning | undersoegelsesplan_dato
                B1     | 2021-02-01   | 2021-04-01     | faerdig    | 2021-02-10
                B2     | 2021-02-01   | 2021-04-30     |            | 2021-02-10
                B3     | 2021-02-01   | 2021-04-12     | afbrudt    | 2021-02-10
                B4     | 2021-02-01   | 2021-05-01     | faerdig    | 2021-02-10
                B5     | 2021-02-01   |                |            | 2021-02-10
            """
        },
        "enhed_id | udfald\nB1 | opfyldt\nB2 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_undersoegelsesplan(drawing, computed):
    """Event: a BFU at its end; undersoegelsesplan_dato on or before it."""
    assert computed[drawing.title] == drawing.expected_rows()
