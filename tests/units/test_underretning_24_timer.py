# ruff: noqa: E501 - a drawn table is not broken over several lines
"""5.4 An underretning is assessed within 24 hours."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01"}
DRAWINGS = (
    Drawing(
        "Kendes begge klokkeslæt, er fristen 24 timer på minuttet",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurderet_24t_tidspunkt
                U1              | 2021-04-12 10:00   | 2021-04-13 10:00
                U2              | 2021-04-12 10:00   | 2021-04-13 10:01
                U3              | 2021-04-12 10:00   | 2021-04-14 09:00
                U4              | 2021-04-12 10:00   | 2021-04-12 10:00
                U5              | 2021-04-12 23:59   | 2021-04-13 23:58
            """
        },
        """
            enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            U1       | opfyldt      |          | 2021-04-12 | 2021-04-13 | 2021-04-13
            U2       | ikke_opfyldt | for_sent | 2021-04-12 | 2021-04-13 | 2021-04-13
            U3       | ikke_opfyldt | for_sent | 2021-04-12 | 2021-04-13 | 2021-04-14
            U4       | opfyldt      |          | 2021-04-12 | 2021-04-13 | 2021-04-12
            U5       | opfyldt      |          | 2021-04-12 | 2021-04-13 | 2021-04-13
        """,
    ),
    Drawing(
        "Kendes kun dagen for den ene eller begge, er dagen efter rettidig og to dage efter for sent",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurderet_24t_tidspunkt
                U1              | 2021-04-12         | 2021-04-13
                U2              | 2021-04-12         | 2021-04-13 23:59
                U3              | 2021-04-12 00:00   | 2021-04-13
                U4              | 2021-04-12         | 2021-04-14
                U5              | 2021-04-12 10:00   | 2021-04-12
            """
        },
        """
            enhed_id | udfald       | aarsag
            U1       | opfyldt      |
            U2       | opfyldt      |
            U3       | opfyldt      |
            U4       | ikke_opfyldt | for_sent
            U5       | opfyldt      |
        """,
    ),
    Drawing(
        "En vurdering, der ikke er dokumenteret, eller som ligger før underretningen, mangler",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurderet_24t_tidspunkt
                U1              | 2021-04-12 10:00   |
                U2              | 2021-04-12 10:00   | 2021-04-12 09:59
                U3              | 2021-04-12         | 2021-04-11 12:00
            """
        },
        """
            enhed_id | udfald       | aarsag
            U1       | ikke_opfyldt | mangler
            U2       | ikke_opfyldt | mangler
            U3       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Er sagen lukket samme dag eller dagen efter, fordi barnet flyttede, blev 18 år eller døde, er en "
        "vurdering, der ikke er sket til tiden, undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-12  | doed
                S2     | 2021-04-13  | fraflyttet
                S3     | 2021-04-14  | fraflyttet
                S4     | 2021-04-12  | afsluttet
                S5     | 2021-04-11  | fyldt_18
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | vurderet_24t_tidspunkt
                U1              | S1     | 2021-04-12 10:00   |
                U2              | S2     | 2021-04-12 10:00   | 2021-04-13 10:01
                U3              | S3     | 2021-04-12 10:00   |
                U4              | S4     | 2021-04-12 10:00   |
                U5              | S5     | 2021-04-12 10:00   |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            U1       | undtaget     |
            U2       | undtaget     |
            U3       | ikke_opfyldt | mangler
            U4       | ikke_opfyldt | mangler
            U5       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "En underretning fra månedens sidste dag afventer, til den er vurderet, og tæller i den næste måned",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurderet_24t_tidspunkt
                U1              | 2021-04-30 10:00   | 2021-05-01 09:00
                U2              | 2021-04-30 10:00   | 2021-04-30 11:00
            """
        },
        """
            enhed_id | periode | udfald
            U1       | 2021-04 | afventer
            U1       | 2021-05 | opfyldt
            U2       | 2021-05 | opfyldt
        """,
        period="2021-05",
    ),
    Drawing(
        "Kun underretninger modtaget fra 1. oktober 2020 måles, uanset hvem der underretter",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | vurderet_24t_tidspunkt
                U1              | fagperson        | 2020-09-30 23:59   | 2020-10-01 08:00
                U2              | anonym           | 2020-10-01 00:00   | 2020-10-01 08:00
                U3              | privat           | 2020-10-01         | 2020-10-01 08:00
            """
        },
        "enhed_id | udfald\nU2 | opfyldt\nU3 | opfyldt",
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
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | genvurdering | vurderet_24t_tidspunkt
                U1              | S1     |         | 2021-04-01 10:00   |              | 2021-04-01 11:00
                U2              | S2     |         | 2021-04-01 10:00   |              | 2021-04-01 11:00
                U3              | S3     |         | 2021-04-01 10:00   |              | 2021-04-01 11:00
                U4              | S2     |         | 2021-04-01 10:00   | ja           | 2021-04-01 11:00
                U5              | S1     |         | 2021-04-01 10:00   | nej          | 2021-04-01 11:00
                U6              |        | B       | 2021-04-01 10:00   |              | 2021-04-01 11:00
                U7              |        | B       | 2021-04-01 10:00   | ja           | 2021-04-01 11:00
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
def test_underretning_24_timer(drawing, computed):
    """Deadline: as 5.1; within 24 hours by the clock, or by the day after where only days are known."""
    assert computed[drawing.title] == drawing.expected_rows()
