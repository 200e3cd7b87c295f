# ruff: noqa: E501 - a drawn table is not broken over several lines
"""The professional who notified is told what came of it."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01", "dage": 28}
DRAWINGS = (
    Drawing(
        "Der skal være givet en tilbagemelding på dagen for underretningen eller senere; det gøres op på den "
        "28. dag, og en senere tilbagemelding tæller også, når den er givet senest leverancens dag",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
                U1 | fagperson | 2021-04-01 10:00 | 2021-04-01
                U2 | fagperson | 2021-04-01 10:00 | 2021-03-31
                U3 | fagperson | 2021-04-01 10:00 |
                U4 | fagperson | 2021-04-01 10:00 | 2021-06-30
                U5 | fagperson | 2021-04-01 10:00 | 2021-07-01
            """
        },
        """
            enhed_id | udfald | aarsag | haendelsesdato | startdato | frist_dato
            U1 | opfyldt | | 2021-04-29 | |
            U2 | ikke_opfyldt | mangler | 2021-04-29 | |
            U3 | ikke_opfyldt | mangler | 2021-04-29 | |
            U4 | opfyldt | | 2021-04-29 | |
            U5 | ikke_opfyldt | mangler | 2021-04-29 | |
        """,
        delivered="2021-06-30",
    ),
    Drawing(
        "Underretningen tæller 28 dage efter, at den er modtaget, også når der er givet tilbagemelding før",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
                U1              | fagperson        | 2021-04-02 23:59   | 2021-04-03
                U2              | fagperson        | 2021-04-03 00:00   | 2021-04-04
            """
        },
        """
            enhed_id | periode | udfald
            U1       | 2021-04 | opfyldt
            U2       | 2021-05 | opfyldt
        """,
        period="2021-05",
    ),
    Drawing(
        "Er sagen lukket inden da, fordi barnet flyttede, blev 18 år eller døde, er en manglende "
        "tilbagemelding undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-01  | fraflyttet
                S2     | 2021-04-29  | doed
                S3     | 2021-03-31  | fyldt_18
                S4     | 2021-04-30  | fyldt_18
                S5     | 2021-04-10  | afsluttet
            """,
            "underretninger": """
                underretning_id | sag_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
                U1              | S1     | fagperson        | 2021-04-01 10:00   |
                U2              | S2     | fagperson        | 2021-04-01 10:00   |
                U3              | S3     | fagperson        | 2021-04-01 10:00   |
                U4              | S4     | fagperson        | 2021-04-01 10:00   |
                U5              | S5     | fagperson        | 2021-04-01 10:00   |
                U6              | S1     | fagperson        | 2021-04-01 10:00   | 2021-04-20
            """,
        },
        """
            enhed_id | udfald       | aarsag
            U1       | undtaget     |
            U2       | undtaget     |
            U3       | ikke_opfyldt | mangler
            U4       | ikke_opfyldt | mangler
            U5       | ikke_opfyldt | mangler
            U6       | opfyldt      |
        """,
    ),
    Drawing(
        "Kun underretninger fra fagpersoner, modtaget fra den dag, planen siger, måles",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
                U1              | fagperson        | 2020-10-01 00:00   | 2020-10-05
                U2              | privat           | 2020-10-01 10:00   | 2020-10-05
                U3              | anonym           | 2020-10-01 10:00   |
                U4              | myndighed        | 2020-10-01 10:00   |
                U5              | fagperson        | 2020-09-30 23:59   | 2020-10-05
            """
        },
        "enhed_id | udfald\nU1 | opfyldt",
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
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | genvurdering | underretter_type | tilbagemelding_dato
                U1              | S1     |         | 2021-04-01 10:00   |              | fagperson        | 2021-04-10
                U2              | S2     |         | 2021-04-01 10:00   |              | fagperson        | 2021-04-10
                U3              | S3     |         | 2021-04-01 10:00   |              | fagperson        | 2021-04-10
                U4              | S2     |         | 2021-04-01 10:00   | ja           | fagperson        | 2021-04-10
                U5              | S1     |         | 2021-04-01 10:00   | nej          | fagperson        | 2021-04-10
                U6              |        | B       | 2021-04-01 10:00   |              | fagperson        | 2021-04-10
                U7              |        | B       | 2021-04-01 10:00   | ja           | fagperson        | 2021-04-10
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
def test_underretning_tilbagemelding(drawing, computed):
    """Event when the assessment is due: told from modtaget's day and by the delivery's date; else a closed case."""
    assert computed[drawing.title] == drawing.expected_rows()
