"""7.1 A handleplan stands before a measure is decided."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

DRAWINGS = (
    Drawing(
        "Barnets handleplan skal være oprettet senest på afgørelsens dag og ikke være afsluttet før den; kom "
        "der en plan bagefter inden månedens slutning, er den for sen",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | afgoerelse_dato
                I1         | S1     | anbringelse | 2021-04-12
                I2         | S2     | anbringelse | 2021-04-12
                I3         | S3     | anbringelse | 2021-04-12
                I4         | S4     | anbringelse | 2021-04-12
                I5         | S5     | anbringelse | 2021-04-12
                I6         | S6     | anbringelse | 2021-04-12
                I7         | S7     | anbringelse | 2021-04-12
                I8         | S8     | anbringelse | 2021-04-12
            """,
            "handleplaner": """
                handleplan_id | sag_id | type | oprettet_dato | afsluttet_dato
                P1            | S1     | barn | 2021-04-12    |
                P2            | S2     | barn | 2021-04-13    |
                P3            | S3     | barn | 2021-01-01    | 2021-04-12
                P4            | S4     | barn | 2021-01-01    | 2021-04-11
                P6            | S6     | barn | 2021-05-01    |
                P7            | S7     | barn | 2021-01-01    | 2021-04-11
                P7b           | S7     | barn | 2021-04-30    |
                P8a           | S8     | barn | 2021-05-20    |
                P8b           | S8     | barn | 2021-04-20    |
            """,
        },
        """
            enhed_id | udfald       | aarsag   | haendelsesdato
            I1       | opfyldt      |          | 2021-04-12
            I2       | ikke_opfyldt | for_sent | 2021-04-12
            I3       | opfyldt      |          | 2021-04-12
            I4       | ikke_opfyldt | mangler  | 2021-04-12
            I5       | ikke_opfyldt | mangler  | 2021-04-12
            I6       | ikke_opfyldt | mangler  | 2021-04-12
            I7       | ikke_opfyldt | for_sent | 2021-04-12
            I8       | ikke_opfyldt | for_sent | 2021-04-12
        """,
    ),
    Drawing(
        "En ungeplan eller en forældrehandleplan tæller ikke som barnets handleplan",
        {
            "indsatser": """
                indsats_id | sag_id | kategori        | afgoerelse_dato
                I1         | S1     | forebyggende_52 | 2021-04-12
                I2         | S2     | forebyggende_52 | 2021-04-12
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | oprettet_dato
                P1            | S1     | ungeplan  | 2021-01-01
                P2            | S2     | foraeldre | 2021-01-01
            """,
        },
        "enhed_id | udfald | aarsag\nI1 | ikke_opfyldt | mangler\nI2 | ikke_opfyldt | mangler",
    ),
    Drawing(
        "En indsats uden afgørelse tæller, når den starter, og er ikke opfyldt; har den en afgørelse, "
        "venter den på afgørelsens dag",
        {
            "indsatser": """
                indsats_id | kategori   | start_dato | afgoerelse_dato
                I1         | aflastning | 2021-04-12 |
                I2         | aflastning | 2021-04-12 | 2021-05-10
                I3         | aflastning | 2021-05-01 | 2021-04-12
                I4         | aflastning |            |
            """,
            "handleplaner": "handleplan_id | type | oprettet_dato\nP1 | barn | 2021-01-01",
        },
        """
            enhed_id | periode | udfald       | aarsag  | haendelsesdato
            I1       | 2021-04 | ikke_opfyldt | mangler | 2021-04-12
            I2       | 2021-05 | opfyldt      |         | 2021-05-10
            I3       | 2021-04 | opfyldt      |         | 2021-04-12
        """,
        period="2021-05",
    ),
    Drawing(
        "En foranstaltning, der er besluttet, før sagen blev oprettet, tæller ikke; en uden afgørelse tæller "
        "på sin egen startdag, også når den er før sagen",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2021-04-12\nS2 | 2021-04-12\nS3 | 2021-04-12",
            "indsatser": """
                indsats_id | sag_id | kategori    | afgoerelse_dato | start_dato
                I1         | S1     | anbringelse | 2021-04-12      |
                I2         | S2     | anbringelse | 2021-04-11      | 2021-04-20
                I3         | S3     | anbringelse |                 | 2021-04-01
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            I1       | ikke_opfyldt | mangler | 2021-04-12
            I3       | ikke_opfyldt | mangler | 2021-04-01
        """,
    ),
    Drawing(
        "Kun forebyggende foranstaltninger, aflastning og anbringelser tæller",
        {
            "indsatser": """
                indsats_id | kategori          | afgoerelse_dato | start_dato
                I1         | forebyggende_52   | 2021-04-01      |
                I2         | aflastning        | 2021-04-30      |
                I3         | anbringelse       | 2021-04-12      |
                I4         | forebyggende_11_3 | 2021-04-12      |
                I5         | forebyggende_11_3 |                 | 2021-04-12
                I6         | anbringelse       | 2021-05-01      |
            """,
            "handleplaner": "handleplan_id | type | oprettet_dato\nP1 | barn | 2021-01-01",
        },
        "enhed_id | udfald\nI1 | opfyldt\nI2 | opfyldt\nI3 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_afgoerelse_handleplan(drawing, computed):
    """Event: a 52 at its decision, else its start; a handleplan barn in force by the decision."""
    assert computed[drawing.title] == drawing.expected_rows()
