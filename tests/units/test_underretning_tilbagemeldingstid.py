# ruff: noqa: E501 - a drawn table is not broken over several lines
"""How long the professional who notified waits for an answer."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01"}
VAERDITYPE = "median"
DRAWINGS = (
    Drawing(
        "Tiden regnes i dage fra den dag, underretningen kom, uanset klokkeslæt, til tilbagemeldingen, og "
        "tæller i tilbagemeldingens måned",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
                U1 | fagperson | 2021-03-31 23:59 | 2021-04-01
                U2 | fagperson | 2021-04-30 00:00 | 2021-04-30
                U3 | fagperson | 2020-10-01 | 2021-04-12
                U4 | fagperson | 2021-04-20 10:00 | 2021-05-01
            """
        },
        """
            enhed_id | udfald | vaerdi | haendelsesdato
            U1 | opgjort | 1 | 2021-04-01
            U2 | opgjort | 0 | 2021-04-30
            U3 | opgjort | 193 | 2021-04-12
        """,
    ),
    Drawing(
        "Kun underretninger fra fagpersoner, modtaget fra den dag, planen siger, og med en tilbagemelding på "
        "dagen eller senere tæller",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
                U1              | fagperson        | 2020-10-01 00:00   | 2020-10-05
                U2              | privat           | 2020-10-01 10:00   | 2020-10-05
                U3              | anonym           | 2020-10-01 10:00   | 2020-10-05
                U4              | myndighed        | 2020-10-01 10:00   | 2020-10-05
                U5              | fagperson        | 2020-09-30 23:59   | 2020-10-05
                U6              | fagperson        | 2020-10-06 10:00   | 2020-10-05
                U7              | fagperson        | 2020-10-06 10:00   |
            """
        },
        "enhed_id | udfald | vaerdi\nU1 | opgjort | 4",
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
            U1       | opgjort |        | genvurdering
            U2       | opgjort |        | ny
            U3       | opgjort |        | ny
            U4       | opgjort |        | genvurdering
            U5       | opgjort |        | genvurdering
            U6       | opgjort |        | ny
            U7       | opgjort |        | genvurdering
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_tilbagemeldingstid(drawing, computed):
    """Event at tilbagemelding_dato, when not before modtaget's day: the days between."""
    assert computed[drawing.title] == drawing.expected_rows()
