# ruff: noqa: E501 - a drawn table is not broken over several lines
"""How long an early measure lasts."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "gennemsnit"
DRAWINGS = (
    Drawing(
        "En indsats varer fra den begynder, til den slutter, eller til en børnefaglig undersøgelse starter i "
        "sagen inden da; den tæller i den måned, det sker",
        {
            "indsatser": """
                indsats_id | sag_id | kategori | start_dato | slut_dato
                I1 | S1 | forebyggende_11_3 | 2021-04-01 | 2021-04-30
                I2 | S2 | forebyggende_11_3 | 2020-04-12 | 2021-06-01
                I3 | S3 | forebyggende_11_3 | 2021-03-31 | 2021-04-10
                I4 | S4 | forebyggende_11_3 | 2021-01-01 |
                I5 | S5 | forebyggende_11_3 | 2021-04-12 | 2021-04-12
                I6 | S6 | forebyggende_11_3 | 2021-01-01 | 2021-05-01
                I7 | S7 | forebyggende_11_3 | 2021-01-01 |
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B2a    | S2     | 2021-04-12
                B2b    | S2     | 2021-04-20
                B3     | S3     | 2021-04-11
                B4     | S4     | 2021-04-01
                B5     | S5     | 2021-04-12
                B7     | S7     | 2021-01-01
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            I1       | opgjort | 29     | 2021-04-30
            I2       | opgjort | 365    | 2021-04-12
            I3       | opgjort | 10     | 2021-04-10
            I4       | opgjort | 90     | 2021-04-01
            I5       | opgjort | 0      | 2021-04-12
        """,
    ),
    Drawing(
        "Flytter en familie til med en indsats i gang, regnes fra den dag, sagen oprettes; en indsats, der var "
        "slut inden, tæller ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2021-04-10\nS2 | 2021-04-10\nS3 | 2021-04-10",
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | 2020-01-01 | 2021-04-30
                I2         | S2     | forebyggende_11_3 | 2020-01-01 | 2021-04-09
                I3         | S3     | forebyggende_11_3 | 2020-01-01 | 2021-04-30
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB3 | S3 | 2021-04-10",
        },
        "enhed_id | udfald | vaerdi\nI1 | opgjort | 20\nI3 | opgjort | 20",
    ),
    Drawing(
        "En indsats, der faldt bort senest den dag, tæller ikke",
        {
            "indsatser": """
                indsats_id | kategori          | start_dato | slut_dato  | bortfaldet_dato
                I1         | forebyggende_11_3 | 2021-04-01 | 2021-04-11 | 2021-04-11
                I2         | forebyggende_11_3 | 2021-04-01 | 2021-04-11 | 2021-04-12
                I3         | forebyggende_11_3 | 2021-04-01 | 2021-04-11 | 2021-03-31
            """
        },
        "enhed_id | udfald | vaerdi\nI2 | opgjort | 10",
    ),
    Drawing(
        "Kun startede indsatser efter § 11, stk. 3, tæller, delt efter leverandør",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | forebyggende_11_3 | privat           | 2021-04-01 | 2021-04-11
                I2         | forebyggende_11_3 | familiehus       | 2021-04-01 | 2021-04-11
                I3         | forebyggende_11_3 | kommunal         | 2021-04-01 | 2021-04-11
                I4         | forebyggende_11_3 |                  | 2021-04-01 | 2021-04-11
                I5         | forebyggende_11_3 | privat           |            | 2021-04-11
                I6         | forebyggende_52   | privat           | 2021-04-01 | 2021-04-11
            """
        },
        """
            enhed_id | udfald  | vaerdi | gruppe
            I1       | opgjort | 10     | privat
            I2       | opgjort | 10     | familiehus
            I3       | opgjort | 10     | kommunal
            I4       | opgjort | 10     | ukendt
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_tidlig_indsats_varighed(drawing, computed):
    """Event at the earlier of slut_dato and a BFU's start after the begin: the days from the begin."""
    assert computed[drawing.title] == drawing.expected_rows()
