# ruff: noqa: E501 - a drawn table is not broken over several lines
"""An early measure is closed in time, and not by a BFU."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 6}
DRAWINGS = (
    Drawing(
        "En indsats, der slutter på dagen 6 måneder efter start, er rettidig; dagen efter er det for sent, og "
        "er den ikke slut, mangler afslutningen",
        {
            "indsatser": """
                indsats_id | kategori | leverandoer_type | start_dato | slut_dato
                I1 | forebyggende_11_3 | kommunal | 2020-10-15 | 2021-04-15
                I2 | forebyggende_11_3 | kommunal | 2020-10-15 | 2021-04-16
                I3 | forebyggende_11_3 | kommunal | 2020-10-15 |
                I4 | forebyggende_11_3 | kommunal | 2020-10-31 | 2021-04-30
            """
        },
        """
            enhed_id | udfald | aarsag | startdato | frist_dato | haendelsesdato
            I1 | opfyldt | | 2020-10-15 | 2021-04-15 | 2021-04-15
            I2 | ikke_opfyldt | for_sent | 2020-10-15 | 2021-04-15 | 2021-04-16
            I3 | ikke_opfyldt | mangler | 2020-10-15 | 2021-04-15 |
            I4 | opfyldt | | 2020-10-31 | 2021-04-30 | 2021-04-30
        """,
    ),
    Drawing(
        "En indsats, der slutter, fordi den gik over til en børnefaglig undersøgelse, er ikke lukket: "
        "undersøgelsen startede efter indsatsen og senest, da den sluttede",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | 2020-10-15 | 2021-02-01
                I2         | S2     | forebyggende_11_3 | 2020-10-15 | 2021-02-01
                I3         | S3     | forebyggende_11_3 | 2020-10-15 | 2021-02-01
                I4         | S4     | forebyggende_11_3 | 2020-10-15 | 2021-02-01
                I5         | S5     | forebyggende_11_3 | 2020-10-15 |
                I6         | S6     | forebyggende_11_3 | 2020-10-15 | 2021-04-20
                I7         | S7     | forebyggende_11_3 | 2020-10-15 | 2021-05-01
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2021-02-01
                B2     | S2     | 2020-10-16
                B3     | S3     | 2020-10-15
                B4     | S4     | 2021-02-02
                B5     | S5     | 2021-01-01
                B6     | S6     | 2021-04-18
                B7     | S7     | 2021-04-18
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            I1       | ikke_opfyldt | indhold |
            I2       | ikke_opfyldt | indhold |
            I3       | opfyldt      |         | 2021-02-01
            I4       | opfyldt      |         | 2021-02-01
            I5       | ikke_opfyldt | mangler |
            I6       | ikke_opfyldt | indhold |
            I7       | ikke_opfyldt | mangler |
        """,
    ),
    Drawing(
        "En indsats, der gik over til en undersøgelse, afventer, til fristen kommer; faldt den bort, eller "
        "flyttede barnet inden da, er den undtaget",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS2 | 2021-04-15 | fraflyttet",
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | forebyggende_11_3 | 2021-02-15 | 2021-03-20 |
                I2         | S2     | forebyggende_11_3 | 2021-02-15 | 2021-03-20 |
                I3         | S3     | forebyggende_11_3 | 2021-02-15 |            | 2021-05-15
                I4         | S4     | forebyggende_11_3 | 2021-02-15 | 2021-03-20 |
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2021-03-10
                B2     | S2     | 2021-03-10
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag
            I1       | 2021-02 | afventer     |
            I1       | 2021-03 | afventer     |
            I1       | 2021-04 | afventer     |
            I1       | 2021-05 | ikke_opfyldt | indhold
            I2       | 2021-02 | afventer     |
            I2       | 2021-03 | afventer     |
            I2       | 2021-05 | undtaget     |
            I3       | 2021-02 | afventer     |
            I3       | 2021-03 | afventer     |
            I3       | 2021-04 | afventer     |
            I3       | 2021-05 | undtaget     |
            I4       | 2021-02 | afventer     |
            I4       | 2021-05 | opfyldt      |
        """,
        period="2021-05",
        parameters={"maaneder": 3},
    ),
    Drawing(
        "Alle startede indsatser efter § 11, stk. 3, måles, delt efter leverandør",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | forebyggende_11_3 | familiehus       | 2020-10-15 | 2021-01-01
                I2         | forebyggende_11_3 | privat           | 2020-10-15 | 2021-01-01
                I3         | forebyggende_11_3 | kommunal         | 2020-10-15 | 2021-01-01
                I4         | forebyggende_11_3 |                  | 2020-10-15 | 2021-01-01
                I5         | anbringelse       | privat           | 2020-10-15 | 2021-01-01
                I6         | forebyggende_11_3 | privat           |            |
            """
        },
        """
            enhed_id | udfald  | gruppe
            I1       | opfyldt | familiehus
            I2       | opfyldt | privat
            I3       | opfyldt | kommunal
            I4       | opfyldt | ukendt
        """,
    ),
    Drawing(
        "Flytter en familie til med en indsats i gang, begynder den, når sagen oprettes; en indsats, der var "
        "slut inden, måles ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2020-10-15\nS2 | 2020-10-15\nS3 | 2020-10-15",
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | 2020-01-01 | 2021-04-15
                I2         | S2     | forebyggende_11_3 | 2020-01-01 | 2020-10-14
                I3         | S3     | forebyggende_11_3 | 2020-01-01 | 2021-02-01
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB3 | S3 | 2020-10-15",
        },
        """
            enhed_id | udfald  | startdato  | frist_dato
            I1       | opfyldt | 2020-10-15 | 2021-04-15
            I3       | opfyldt | 2020-10-15 | 2021-04-15
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_tidlig_indsats_lukket(drawing, computed):
    """Deadline from the begin: slut_dato within the months; with a BFU started by then it is not done at all."""
    assert computed[drawing.title] == drawing.expected_rows()
