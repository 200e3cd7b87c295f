# ruff: noqa: E501 - a drawn table is not broken over several lines
"""5.7 The professional who notified takes part in the hearing."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01"}
DRAWINGS = (
    Drawing(
        "Underretteren skal være inddraget i partshøringen; er det ikke udfyldt, mangler det",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2021-04-01 10:00   | 2021-04-10        | ja
                U2              | fagperson        | 2021-04-01 10:00   | 2021-04-10        | nej
                U3              | fagperson        | 2021-04-01 10:00   | 2021-04-10        |
            """
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            U1       | opfyldt      |         | 2021-04-10
            U2       | ikke_opfyldt | indhold | 2021-04-10
            U3       | ikke_opfyldt | mangler | 2021-04-10
        """,
    ),
    Drawing(
        "Kun underretninger fra fagpersoner, hvor der er holdt partshøring på dagen eller senere, tæller",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2021-04-10 10:00   | 2021-04-10        | ja
                U2              | fagperson        | 2021-04-10 10:00   | 2021-04-09        | ja
                U3              | fagperson        | 2021-04-10 10:00   |                   | ja
                U4              | privat           | 2021-04-10 10:00   | 2021-04-10        | ja
                U5              | anonym           | 2021-04-10 10:00   | 2021-04-10        | ja
                U6              | myndighed        | 2021-04-10 10:00   | 2021-04-10        | ja
            """
        },
        "enhed_id | udfald\nU1 | opfyldt",
    ),
    Drawing(
        "Underretningen tæller i partshøringens måned, også når høringen kom for sent, eller sagen er lukket",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS | 2021-03-20 | fraflyttet",
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2021-02-01 10:00   | 2021-04-30        | nej
                U2              | fagperson        | 2021-03-01 10:00   | 2021-03-31        | ja
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag
            U1       | 2021-04 | ikke_opfyldt | indhold
            U2       | 2021-03 | opfyldt      |
        """,
    ),
    Drawing(
        "Kun underretninger modtaget fra 1. oktober 2020 måles",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2020-09-30 23:59   | 2020-10-10        | ja
                U2              | fagperson        | 2020-10-01 00:00   | 2020-10-10        | ja
            """
        },
        "enhed_id | udfald\nU2 | opfyldt",
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
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | genvurdering | underretter_type | partshoering_dato | underretter_inddraget
                U1              | S1     |         | 2021-04-01 10:00   |              | fagperson        | 2021-04-10        | ja
                U2              | S2     |         | 2021-04-01 10:00   |              | fagperson        | 2021-04-10        | ja
                U3              | S3     |         | 2021-04-01 10:00   |              | fagperson        | 2021-04-10        | ja
                U4              | S2     |         | 2021-04-01 10:00   | ja           | fagperson        | 2021-04-10        | ja
                U5              | S1     |         | 2021-04-01 10:00   | nej          | fagperson        | 2021-04-10        | ja
                U6              |        | B       | 2021-04-01 10:00   |              | fagperson        | 2021-04-10        | ja
                U7              |        | B       | 2021-04-01 10:00   | ja           | fagperson        | 2021-04-10        | ja
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
def test_underretning_underretter_inddraget(drawing, computed):
    """Event: as 5.1, of a professional, at a partshoering_dato not before modtaget; underretter_inddraget."""
    assert computed[drawing.title] == drawing.expected_rows()
