"""7.4 A measure begins within 28 days of the decision."""

from __future__ import annotations

import pytest

from tests.indicators.tegning import Tegning

INDIKATOR = "7.4"
TEGNINGER = (
    Tegning(
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
    Tegning(
        "Faldt indsatsen bort, eller blev sagen lukket, fordi barnet flyttede, blev 18 år eller døde, "
        "inden fristen og før starten, er indsatsen undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-29  | doed
                S2     | 2021-04-30  | doed
                S3     | 2021-04-10  | afsluttet
                S4     |             |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | afgoerelse_dato | start_dato | bortfaldet_dato
                I1         | S1     | aflastning | 2021-04-01      |            |
                I2         | S2     | aflastning | 2021-04-01      |            |
                I3         | S3     | aflastning | 2021-04-01      |            |
                I4         | S4     | aflastning | 2021-04-01      |            | 2021-04-29
                I5         | S4     | aflastning | 2021-04-01      |            | 2021-04-30
                I6         | S4     | aflastning | 2021-04-01      |            | 2021-04-01
                I7         | S4     | aflastning | 2021-04-01      |            | 2021-03-31
                I8         | S4     | aflastning | 2021-04-01      | 2021-04-02 | 2021-04-02
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | undtaget     |
            I2       | ikke_opfyldt | mangler
            I3       | ikke_opfyldt | mangler
            I4       | undtaget     |
            I5       | ikke_opfyldt | mangler
            I6       | undtaget     |
            I7       | ikke_opfyldt | mangler
            I8       | opfyldt      |
        """,
    ),
    Tegning(
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
    Tegning(
        "Kun besluttede forebyggende foranstaltninger, aflastninger og anbringelser måles",
        {
            "indsatser": """
                indsats_id | kategori          | afgoerelse_dato | start_dato
                I1         | forebyggende_52   | 2021-04-01      | 2021-04-02
                I2         | aflastning        | 2021-04-01      | 2021-04-02
                I3         | anbringelse       | 2021-04-01      | 2021-04-02
                I4         | forebyggende_11_3 | 2021-04-01      | 2021-04-02
                I5         | anbringelse       |                 | 2021-04-02
            """
        },
        "enhed_id | udfald\nI1 | opfyldt\nI2 | opfyldt\nI3 | opfyldt",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_7_4(tegning, beregnet):
    """Deadline: a decided 52; start_dato within 28 days, and one before the decision is done."""
    assert beregnet[tegning.titel] == tegning.ventet()
