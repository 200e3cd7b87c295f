# ruff: noqa: E501 - a drawn table is not broken over several lines
"""A professional is told when a BFU or a measure follows."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 4}
DRAWINGS = (
    Drawing(
        "Er der startet en undersøgelse eller truffet afgørelse om en indsats inden for 4 måneder, skal "
        "tilbagemeldingen være registreret, også når den kom senere",
        {
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | underretter_type | tilbagemelding_dato
                U1              | S1     | 2020-12-12 10:00   | fagperson        | 2020-12-12
                U2              | S2     | 2020-12-12 10:00   | fagperson        | 2021-09-01
                U3              | S3     | 2020-12-12 10:00   | fagperson        |
                U4              | S4     | 2020-12-12 10:00   | fagperson        | 2020-12-11
                U5              | S5     | 2020-12-12 10:00   | fagperson        | 2023-01-01
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2020-12-12
                B2     | S2     | 2021-04-12
                B5     | S5     | 2021-01-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | afgoerelse_dato
                I3         | S3     | forebyggende_11_3 | 2021-04-12
                I4         | S4     | aflastning        | 2020-12-12
                I1         | S1     | aflastning        | 2021-01-12
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            U1       | opfyldt      |         | 2021-04-12
            U2       | opfyldt      |         | 2021-04-12
            U3       | ikke_opfyldt | mangler | 2021-04-12
            U4       | ikke_opfyldt | mangler | 2021-04-12
            U5       | ikke_opfyldt | mangler | 2021-04-12
        """,
    ),
    Drawing(
        "Andre underrettere, underretninger uden noget i de 4 måneder og indsatser besluttet før sagen blev"
        " oprettet tæller ikke",
        {
            "sager": "sag_id | oprettet_dato\nS4 | 2021-02-01",
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | underretter_type
                U1              | S1     | 2020-12-12 10:00   | privat
                U2              | S2     | 2020-12-12 10:00   | fagperson
                U3              | S3     | 2020-12-12 10:00   | fagperson
                U4              | S4     | 2020-12-12 10:00   | fagperson
                U5              |        | 2020-12-12 10:00   | fagperson
                U6              | S6     | 2020-12-12 10:00   | fagperson
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2021-01-01
                B2     | S2     | 2021-04-13
                B3     | S3     | 2020-12-11
                B6     | S6     | 2021-01-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | afgoerelse_dato
                I4         | S4     | aflastning | 2021-01-31
                I6         | S6     | aflastning | 2021-01-31
            """,
        },
        "enhed_id | udfald | aarsag\nU6 | ikke_opfyldt | mangler",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_tilbagemelding_indsats(drawing, computed):
    """Event: an underretning of a fagperson with a BFU or a decision in the months after, when they are over; told by the delivery."""
    assert computed[drawing.title] == drawing.expected_rows()
