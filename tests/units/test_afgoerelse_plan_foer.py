"""A plan for the child is there when a placement is decided."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"paragraf": "47", "fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "Planen skal være oprettet senest på afgørelsesdagen og ikke være afsluttet før den; en senere er "
        "for sen, når den er lavet inden månedens slutning",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | paragraf | afgoerelse_dato
                I1         | S1     | anbringelse | 47       | 2021-04-12
                I2         | S2     | anbringelse | § 47     | 2021-04-12
                I3         | S3     | anbringelse | 47       | 2021-04-12
                I4         | S4     | anbringelse | 47       | 2021-04-12
                I5         | S5     | anbringelse | 47       | 2021-04-12
                I6         | S6     | anbringelse | 47       | 2021-04-12
                I7         | S7     | anbringelse | 47       | 2021-04-12
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | oprettet_dato | afsluttet_dato
                P1            | S1     | barn      | 2021-04-12    |
                P2            | S2     | barn      | 2021-04-13    |
                P4            | S4     | barn      | 2021-05-01    |
                P5            | S5     | barn      | 2020-01-01    | 2021-04-11
                P6            | S6     | ungeplan  | 2021-04-01    | 2021-04-12
                P7            | S7     | foraeldre | 2021-04-01    |
            """,
        },
        """
            enhed_id | udfald       | aarsag   | haendelsesdato
            I1       | opfyldt      |          | 2021-04-12
            I2       | ikke_opfyldt | for_sent | 2021-04-12
            I3       | ikke_opfyldt | mangler  | 2021-04-12
            I4       | ikke_opfyldt | mangler  | 2021-04-12
            I5       | ikke_opfyldt | mangler  | 2021-04-12
            I6       | opfyldt      |          | 2021-04-12
            I7       | ikke_opfyldt | mangler  | 2021-04-12
        """,
    ),
    Drawing(
        "Kun anbringelser efter paragraffen, besluttet fra skæringsdagen og ikke før sagen blev oprettet, "
        "tæller",
        {
            "sager": "sag_id | oprettet_dato\nS5 | 2021-04-13",
            "indsatser": """
                indsats_id | sag_id | kategori    | paragraf | afgoerelse_dato
                I1         | S1     | aflastning  | 47       | 2021-04-12
                I2         | S2     | anbringelse | 46       | 2021-04-12
                I3         | S3     | anbringelse | 47       | 2021-04-10
                I4         | S4     | anbringelse | 47       | 2021-04-11
                I5         | S5     | anbringelse | 47       | 2021-04-12
                I6         | S6     | anbringelse | 47       |
            """,
        },
        "enhed_id | udfald | aarsag\nI4 | ikke_opfyldt | mangler",
        parameters={"fra_dato": "2021-04-11"},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_afgoerelse_plan_foer(drawing, computed):
    """Event: a placement by the section at its decision; a plan barn or ungeplan in force that day."""
    assert computed[drawing.title] == drawing.expected_rows()
