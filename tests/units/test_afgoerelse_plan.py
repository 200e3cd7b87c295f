"""A plan for the child follows the decision."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {
    "kategorier": ["forebyggende_52", "aflastning"],
    "paragraf": None,
    "kun_paakraevet": True,
    "maaneder": 3,
    "fra_dato": "2021-01-01",
}
DRAWINGS = (
    Drawing(
        "Planen skal være oprettet senest 3 måneder efter afgørelsen; en, der var der i forvejen og ikke "
        "var afsluttet før afgørelsen, tæller, også en ungeplan, men ikke forældrenes",
        {
            "indsatser": """
                indsats_id | sag_id | kategori        | afgoerelse_dato | plan_paakraevet
                I1         | S1     | forebyggende_52 | 2021-01-30      | ja
                I2         | S2     | aflastning      | 2021-01-30      | ja
                I3         | S3     | aflastning      | 2021-01-30      | ja
                I4         | S4     | aflastning      | 2021-01-30      | ja
                I5         | S5     | aflastning      | 2021-01-30      | ja
                I6         | S6     | aflastning      | 2021-01-30      | ja
                I7         | S7     | aflastning      | 2021-01-30      | ja
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | oprettet_dato | afsluttet_dato
                P1            | S1     | barn      | 2021-04-30    |
                P2            | S2     | barn      | 2021-05-01    |
                P3            | S3     | barn      | 2020-06-01    |
                P4            | S4     | ungeplan  | 2021-02-01    | 2021-03-01
                P5            | S5     | foraeldre | 2021-02-01    |
                P6            | S6     | barn      | 2020-06-01    | 2021-01-29
                P7            | S7     | barn      | 2020-06-01    | 2021-01-30
            """,
        },
        """
            enhed_id | udfald       | aarsag  | frist_dato | haendelsesdato
            I1       | opfyldt      |         | 2021-04-30 | 2021-04-30
            I2       | ikke_opfyldt | mangler | 2021-04-30 |
            I3       | opfyldt      |         | 2021-04-30 | 2020-06-01
            I4       | opfyldt      |         | 2021-04-30 | 2021-02-01
            I5       | ikke_opfyldt | mangler | 2021-04-30 |
            I6       | ikke_opfyldt | mangler | 2021-04-30 |
            I7       | opfyldt      |         | 2021-04-30 | 2020-06-01
        """,
    ),
    Drawing(
        "Indtil fristen afventer indsatsen sin plan; kommer planen efter fristen, er den for sen, og er "
        "indsatsen bortfaldet inden da, er den undtaget",
        {
            "indsatser": """
                indsats_id | sag_id | kategori   | afgoerelse_dato | plan_paakraevet | bortfaldet_dato
                I1         | S1     | aflastning | 2021-02-01      | ja              |
                I2         | S2     | aflastning | 2021-01-15      | ja              |
                I3         | S3     | aflastning | 2021-01-15      | ja              | 2021-04-15
                I4         | S4     | aflastning | 2021-01-15      | ja              | 2021-04-16
            """,
            "handleplaner": "handleplan_id | sag_id | type | oprettet_dato\nP2 | S2 | barn | 2021-04-16",
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato
            I1       | afventer     |          | 2021-05-01
            I2       | ikke_opfyldt | for_sent | 2021-04-15
            I3       | undtaget     |          | 2021-04-15
            I4       | ikke_opfyldt | mangler  | 2021-04-15
        """,
    ),
    Drawing(
        "Kun indsatser af de nævnte slags, hvor det er vurderet, at der skal laves en plan, besluttet fra "
        "skæringsdagen og ikke før sagen blev oprettet, tæller",
        {
            "sager": """
                sag_id | oprettet_dato
                S7     | 2021-01-21
                S8     | 2021-01-20
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | afgoerelse_dato | plan_paakraevet
                I1         | S1     | aflastning        | 2021-01-20      | nej
                I2         | S2     | aflastning        | 2021-01-20      |
                I3         | S3     | anbringelse       | 2021-01-20      | ja
                I4         | S4     | forebyggende_11_3 | 2021-01-20      | ja
                I5         | S5     | aflastning        | 2021-01-14      | ja
                I6         | S6     | aflastning        | 2021-01-15      | ja
                I7         | S7     | aflastning        | 2021-01-20      | ja
                I8         | S8     | aflastning        | 2021-01-20      | ja
                I9         | S9     | aflastning        |                 | ja
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I6       | ikke_opfyldt | mangler
            I8       | ikke_opfyldt | mangler
        """,
        parameters={"fra_dato": "2021-01-15"},
    ),
    Drawing(
        "Gælder det en bestemt paragraf, tæller de indsatser, hvis paragraf begynder med den, uden hensyn "
        "til paragraftegn og mellemrum",
        {
            "indsatser": """
                indsats_id | kategori    | paragraf     | afgoerelse_dato
                I1         | anbringelse | 46           | 2021-01-20
                I2         | anbringelse | § 46, stk. 1 | 2021-01-20
                I3         | anbringelse | §46          | 2021-01-20
                I4         | anbringelse | 47           | 2021-01-20
                I5         | anbringelse | 146          | 2021-01-20
                I6         | aflastning  | 46           | 2021-01-20
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | ikke_opfyldt | mangler
            I2       | ikke_opfyldt | mangler
            I3       | ikke_opfyldt | mangler
        """,
        parameters={"kategorier": ["anbringelse"], "paragraf": "46", "kun_paakraevet": False},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_afgoerelse_plan(drawing, computed):
    """Deadline: months after the decision; the earliest plan barn or ungeplan not ended before it."""
    assert computed[drawing.title] == drawing.expected_rows()
