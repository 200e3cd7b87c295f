# ruff: noqa: E501 - a drawn table is not broken over several lines
"""An early measure ends in time, or a BFU takes over."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"leverandoer_type": "privat", "maaneder": 6}
DRAWINGS = (
    Drawing(
        "En indsats, der slutter på dagen 6 måneder efter start, er rettidig; dagen efter er det for sent, og "
        "er den ikke slut, mangler afslutningen",
        {
            "indsatser": """
                indsats_id | kategori | leverandoer_type | start_dato | slut_dato
                I1 | forebyggende_11_3 | privat | 2020-10-15 | 2021-04-15
                I2 | forebyggende_11_3 | privat | 2020-10-15 | 2021-04-16
                I3 | forebyggende_11_3 | privat | 2020-10-15 |
                I4 | forebyggende_11_3 | privat | 2020-10-15 | 2020-10-15
            """
        },
        """
            enhed_id | udfald | aarsag | startdato | frist_dato | haendelsesdato
            I1 | opfyldt | | 2020-10-15 | 2021-04-15 | 2021-04-15
            I2 | ikke_opfyldt | for_sent | 2020-10-15 | 2021-04-15 | 2021-04-16
            I3 | ikke_opfyldt | mangler | 2020-10-15 | 2021-04-15 |
            I4 | opfyldt | | 2020-10-15 | 2021-04-15 | 2020-10-15
        """,
    ),
    Drawing(
        "Seks måneder efter den 31. er månedens sidste dag",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | forebyggende_11_3 | privat           | 2020-10-31 | 2021-04-30
                I2         | forebyggende_11_3 | privat           | 2020-10-31 | 2021-05-01
            """
        },
        """
            enhed_id | udfald       | aarsag  | frist_dato
            I1       | opfyldt      |         | 2021-04-30
            I2       | ikke_opfyldt | mangler | 2021-04-30
        """,
    ),
    Drawing(
        "Starter en børnefaglig undersøgelse i sagen efter indsatsen, er indsatsen afsluttet den dag, hvis den "
        "ikke er slut før; den første undersøgelse tæller",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | privat           | 2020-10-15 |
                I2         | S2     | forebyggende_11_3 | privat           | 2020-10-15 | 2021-04-20
                I3         | S3     | forebyggende_11_3 | privat           | 2020-10-15 | 2021-03-01
                I4         | S4     | forebyggende_11_3 | privat           | 2020-10-15 |
                I5         | S5     | forebyggende_11_3 | privat           | 2020-10-15 | 2021-04-16
                I6         | S6     | forebyggende_11_3 | privat           | 2020-10-15 |
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2021-04-15
                B2a    | S2     | 2021-02-01
                B2b    | S2     | 2021-03-01
                B3     | S3     | 2021-03-02
                B4     | S4     | 2021-04-16
                B5     | S5     | 2020-10-15
                B6     | S6     | 2020-10-16
            """,
        },
        """
            enhed_id | udfald       | aarsag   | haendelsesdato
            I1       | opfyldt      |          | 2021-04-15
            I2       | opfyldt      |          | 2021-02-01
            I3       | opfyldt      |          | 2021-03-01
            I4       | ikke_opfyldt | for_sent | 2021-04-16
            I5       | ikke_opfyldt | for_sent | 2021-04-16
            I6       | opfyldt      |          | 2020-10-16
        """,
    ),
    Drawing(
        "Flytter en familie til med en indsats i gang, begynder den, når sagen oprettes; en indsats, der var "
        "slut inden, måles ikke",
        {
            "sager": """
                sag_id | oprettet_dato
                S1     | 2020-10-15
                S2     | 2020-10-16
                S3     | 2020-10-15
                S4     | 2020-10-15
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | privat           | 2020-01-01 | 2021-04-15
                I2         | S2     | forebyggende_11_3 | privat           | 2020-10-15 | 2021-04-16
                I3         | S3     | forebyggende_11_3 | privat           | 2020-01-01 | 2020-10-14
                I4         | S4     | forebyggende_11_3 | privat           | 2020-01-01 | 2020-10-15
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB1 | S1 | 2020-10-15",
        },
        """
            enhed_id | udfald  | startdato  | frist_dato | haendelsesdato
            I1       | opfyldt | 2020-10-15 | 2021-04-15 | 2021-04-15
            I2       | opfyldt | 2020-10-16 | 2021-04-16 | 2021-04-16
            I4       | opfyldt | 2020-10-15 | 2021-04-15 | 2020-10-15
        """,
    ),
    Drawing(
        "En indsats, der faldt bort inden fristen og før den var slut, er undtaget",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato  | bortfaldet_dato
                I1         | forebyggende_11_3 | privat           | 2020-10-15 |            | 2020-10-15
                I2         | forebyggende_11_3 | privat           | 2020-10-15 |            | 2021-04-15
                I3         | forebyggende_11_3 | privat           | 2020-10-15 |            | 2021-04-16
                I4         | forebyggende_11_3 | privat           | 2020-10-15 | 2021-04-15 | 2020-10-20
            """
        },
        """
            enhed_id | udfald       | aarsag
            I1       | undtaget     |
            I2       | undtaget     |
            I3       | ikke_opfyldt | mangler
            I4       | opfyldt      |
        """,
    ),
    Drawing(
        "En indsats afventer, fra den begynder, til den slutter, en undersøgelse starter, eller fristen kommer",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | privat           | 2020-12-31 | 2021-02-28
                I2         | S2     | forebyggende_11_3 | privat           | 2020-12-31 |
                I3         | S3     | forebyggende_11_3 | privat           | 2021-02-28 |
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB2 | S2 | 2021-01-31",
        },
        """
            enhed_id | periode | udfald       | aarsag
            I1       | 2020-12 | afventer     |
            I1       | 2021-01 | afventer     |
            I1       | 2021-06 | opfyldt      |
            I2       | 2020-12 | afventer     |
            I2       | 2021-06 | opfyldt      |
            I3       | 2021-02 | afventer     |
            I3       | 2021-03 | afventer     |
            I3       | 2021-04 | afventer     |
            I3       | 2021-05 | afventer     |
            I3       | 2021-06 | afventer     |
            I3       | 2021-07 | afventer     |
            I3       | 2021-08 | ikke_opfyldt | mangler
        """,
        period="2021-08",
    ),
    Drawing(
        "Kun startede indsatser efter § 11, stk. 3, hos den slags leverandør, planen nævner, måles",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato  | henvist_dato
                I1         | forebyggende_11_3 | privat           | 2020-10-15 | 2021-01-01 |
                I2         | forebyggende_11_3 | familiehus       | 2020-10-15 | 2021-01-01 |
                I3         | forebyggende_11_3 | kommunal         | 2020-10-15 | 2021-01-01 |
                I4         | forebyggende_11_3 |                  | 2020-10-15 | 2021-01-01 |
                I5         | forebyggende_52   | privat           | 2020-10-15 | 2021-01-01 |
                I6         | forebyggende_11_3 | privat           |            |            | 2020-10-15
            """
        },
        "enhed_id | udfald\nI1 | opfyldt",
    ),
    Drawing(
        "Nævner planen ingen leverandør, måles alle, også hvor leverandøren ikke er udfyldt",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | forebyggende_11_3 | privat           | 2021-01-15 | 2021-02-01
                I2         | forebyggende_11_3 | familiehus       | 2021-01-15 | 2021-04-16
                I3         | forebyggende_11_3 |                  | 2021-01-15 | 2021-04-15
                I4         | aflastning        | privat           | 2021-01-15 | 2021-02-01
            """
        },
        """
            enhed_id | udfald       | aarsag
            I1       | opfyldt      |
            I2       | ikke_opfyldt | for_sent
            I3       | opfyldt      |
        """,
        parameters={"leverandoer_type": None, "maaneder": 3},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_tidlig_indsats_afsluttet(drawing, computed):
    """Deadline from the begin: slut_dato, or the start of a BFU of the case after it, within the months."""
    assert computed[drawing.title] == drawing.expected_rows()
