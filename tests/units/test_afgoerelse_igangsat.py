"""7.4 A measure begins within 28 days of the decision."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 28}
DRAWINGS = (
    Drawing(
        "En indsats, der starter senest på den 28. dag efter afgørelsen, også før den, er rettidig; dagen "
        "efter er for sent",
        {
            "indsatser": """
                indsats_id | kategori    | afgoerelse_dato | start_dato
                I1         | anbringelse | 2021-04-01      | 2021-04-29
                I2         | anbringelse | 2021-04-01      | 2021-04-30
                I3         | anbringelse | 2021-04-01      |
                I4         | anbringelse | 2021-04-01      | 2021-03-01
                I5         | anbringelse | 2021-04-01      | 2021-04-01
            """
        },
        """
            enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            I1       | opfyldt      |          | 2021-04-01 | 2021-04-29 | 2021-04-29
            I2       | ikke_opfyldt | for_sent | 2021-04-01 | 2021-04-29 | 2021-04-30
            I3       | ikke_opfyldt | mangler  | 2021-04-01 | 2021-04-29 |
            I4       | opfyldt      |          | 2021-04-01 | 2021-04-29 | 2021-03-01
            I5       | opfyldt      |          | 2021-04-01 | 2021-04-29 | 2021-04-01
        """,
    ),
    Drawing(
        "En indsats, der faldt bort inden fristen og ikke var startet til tiden, er undtaget",
        {
            "indsatser": """
                indsats_id | sag_id | kategori   | afgoerelse_dato | start_dato | bortfaldet_dato
                I4         | S4     | aflastning | 2021-04-01      |            | 2021-04-29
                I5         | S4     | aflastning | 2021-04-01      |            | 2021-04-30
                I6         | S4     | aflastning | 2021-04-01      |            | 2021-04-01
                I7         | S4     | aflastning | 2021-04-01      |            | 2021-03-31
                I8         | S4     | aflastning | 2021-04-01      | 2021-04-02 | 2021-04-02
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I4       | undtaget     |
            I5       | ikke_opfyldt | mangler
            I6       | undtaget     |
            I7       | ikke_opfyldt | mangler
            I8       | opfyldt      |
        """,
    ),
    Drawing(
        "En indsats afventer, fra den er besluttet, til den starter eller falder bort, eller fristen kommer",
        {
            "indsatser": """
                indsats_id | kategori    | afgoerelse_dato | start_dato | bortfaldet_dato
                I1         | anbringelse | 2021-03-31      | 2021-04-01 |
                I2         | anbringelse | 2021-03-31      | 2021-03-01 |
                I3         | anbringelse | 2021-03-31      |            | 2021-04-01
                I4         | anbringelse | 2021-03-31      |            | 2021-03-31
            """
        },
        """
            enhed_id | periode | udfald
            I1       | 2021-03 | afventer
            I1       | 2021-04 | opfyldt
            I2       | 2021-04 | opfyldt
            I3       | 2021-03 | afventer
            I3       | 2021-04 | undtaget
            I4       | 2021-04 | undtaget
        """,
    ),
    Drawing(
        "Kun besluttede forebyggende foranstaltninger, aflastninger og anbringelser måles",
        {
            "indsatser": """
                indsats_id | kategori          | afgoerelse_dato | start_dato
                I1         | forebyggende_52   | 2021-04-01      | 2021-04-02
                I2         | aflastning        | 2021-04-01      | 2021-04-02
                I3         | anbringelse       | 2021-04-01      | 2021-04-02
                I4         | forebyggende_11_3 | 2021-04-01      | 2021-04-02
                I5         | anbringelse       |                 | 2021-04-02
            """,
        },
        "enhed_id | udfald\nI1 | opfyldt\nI2 | opfyldt\nI3 | opfyldt",
    ),
    Drawing(
        "En foranstaltning, der er besluttet, før sagen blev oprettet, måles ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2021-04-02\nS2 | 2021-04-02",
            "indsatser": """
                indsats_id | sag_id | kategori    | afgoerelse_dato | start_dato
                I1         | S1     | anbringelse | 2021-04-01      | 2021-04-05
                I2         | S2     | anbringelse | 2021-04-02      | 2021-04-01
            """,
        },
        "enhed_id | udfald | haendelsesdato\nI2 | opfyldt | 2021-04-01",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_afgoerelse_igangsat(drawing, computed):
    """Deadline: a decided 52; start_dato within 28 days, and one before the decision is done."""
    assert computed[drawing.title] == drawing.expected_rows()
