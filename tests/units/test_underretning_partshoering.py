# ruff: noqa: E501 - a drawn table is not broken over several lines
"""The parties are heard about an underretning in time."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01", "dage": 14}
DRAWINGS = (
    Drawing(
        "En partshøring på den 14. dag er rettidig, uanset hvornår på dagen underretningen kom; dagen efter "
        "er den for sent",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1 | 2021-04-01 23:59 | 2021-04-15
                U2 | 2021-04-01 00:00 | 2021-04-15
                U3 | 2021-04-01 | 2021-04-16
                U4 | 2021-04-01 10:00 | 2021-04-01
            """
        },
        """
            enhed_id | udfald | aarsag | startdato | frist_dato | haendelsesdato
            U1 | opfyldt | | 2021-04-01 | 2021-04-15 | 2021-04-15
            U2 | opfyldt | | 2021-04-01 | 2021-04-15 | 2021-04-15
            U3 | ikke_opfyldt | for_sent | 2021-04-01 | 2021-04-15 | 2021-04-16
            U4 | opfyldt | | 2021-04-01 | 2021-04-15 | 2021-04-01
        """,
    ),
    Drawing(
        "En partshøring, der ikke er dokumenteret, eller som ligger før underretningen, mangler",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1              | 2021-04-01 10:00   |
                U2              | 2021-04-01 10:00   | 2021-03-31
            """
        },
        "enhed_id | udfald | aarsag\nU1 | ikke_opfyldt | mangler\nU2 | ikke_opfyldt | mangler",
    ),
    Drawing(
        "Er partshøringen undladt eller udsat med en begrundelse, er underretningen undtaget, medmindre der "
        "er hørt til tiden",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato | partshoering_undladt
                U1              | 2021-04-01 10:00   |                   | ja
                U2              | 2021-04-01 10:00   | 2021-04-16        | ja
                U3              | 2021-04-01 10:00   | 2021-04-15        | ja
                U4              | 2021-04-01 10:00   |                   | nej
                U5              | 2021-04-01 10:00   | 2021-03-31        | ja
            """
        },
        """
            enhed_id | udfald       | aarsag
            U1       | undtaget     |
            U2       | undtaget     |
            U3       | opfyldt      |
            U4       | ikke_opfyldt | mangler
            U5       | undtaget     |
        """,
    ),
    Drawing(
        "En underretning afventer, til der er hørt, eller fristen kommer, men ikke, når høringen er undladt",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato | partshoering_undladt
                U1              | 2021-03-31 10:00   | 2021-04-10        |
                U2              | 2021-03-31 10:00   | 2021-03-31        |
                U3              | 2021-03-31 10:00   |                   | ja
                U4              | 2021-03-31 10:00   |                   |
            """
        },
        """
            enhed_id | periode | udfald       | aarsag
            U1       | 2021-03 | afventer     |
            U1       | 2021-04 | opfyldt      |
            U2       | 2021-04 | opfyldt      |
            U3       | 2021-04 | undtaget     |
            U4       | 2021-03 | afventer     |
            U4       | 2021-04 | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Alle underretninger modtaget fra den dag, planen siger, måles, også i sager, der var åbne, og om "
        "børn uden sag",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2015-01-01",
            "underretninger": """
                underretning_id | sag_id | barn_id | underretter_type | modtaget_tidspunkt | partshoering_dato
                U1              | S1     |         | fagperson        | 2020-09-30 23:59   | 2020-10-01
                U2              | S1     |         | fagperson        | 2020-10-01 00:00   | 2020-10-01
                U3              | S1     |         | anonym           | 2020-10-01         | 2020-10-01
                U4              |        | B       | privat           | 2020-10-02 10:00   | 2020-10-02
            """,
        },
        "enhed_id | udfald\nU2 | opfyldt\nU3 | opfyldt\nU4 | opfyldt",
        period="2020-10",
    ),
    Drawing(
        "En underretning i en sag, der var oprettet før den dag, den kom, er en genvurdering, og det er også "
        "en, der er registreret som det; andre er nye",
        {
            "sager": """
                sag_id | oprettet_dato
                S1     | 2021-03-31
                S2     | 2021-04-01
                S3     | 2021-04-02
            """,
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | genvurdering | partshoering_dato
                U1              | S1     |         | 2021-04-01 10:00   |              | 2021-04-10
                U2              | S2     |         | 2021-04-01 10:00   |              | 2021-04-10
                U3              | S3     |         | 2021-04-01 10:00   |              | 2021-04-10
                U4              | S2     |         | 2021-04-01 10:00   | ja           | 2021-04-10
                U5              | S1     |         | 2021-04-01 10:00   | nej          | 2021-04-10
                U6              |        | B       | 2021-04-01 10:00   |              | 2021-04-10
                U7              |        | B       | 2021-04-01 10:00   | ja           | 2021-04-10
            """,
        },
        """
            enhed_id | udfald  | aarsag | gruppe
            U1       | opfyldt |        | genvurdering
            U2       | opfyldt |        | ny
            U3       | opfyldt |        | ny
            U4       | opfyldt |        | genvurdering
            U5       | opfyldt |        | genvurdering
            U6       | opfyldt |        | ny
            U7       | opfyldt |        | genvurdering
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_partshoering(drawing, computed):
    """Deadline from modtaget: partshoering_dato within the days; else one withheld with the reason stated is exempt."""
    assert computed[drawing.title] == drawing.expected_rows()
