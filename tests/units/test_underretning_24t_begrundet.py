# ruff: noqa: E501 - a drawn table is not broken over several lines
"""5.5 The 24-hour assessment gives its reasons."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01"}
DRAWINGS = (
    Drawing(
        "Vurderingen skal være begrundet; er det ikke udfyldt, mangler det",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | 2021-04-12 10:00   | ja
                U2              | 2021-04-12 10:00   | nej
                U3              | 2021-04-12 10:00   |
            """
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato | frist_dato
            U1       | opfyldt      |         | 2021-04-13     |
            U2       | ikke_opfyldt | indhold | 2021-04-13     |
            U3       | ikke_opfyldt | mangler | 2021-04-13     |
        """,
    ),
    Drawing(
        "Underretningen tæller dagen efter, at den er modtaget",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | 2021-03-31 23:00   | ja
                U2              | 2021-04-29         | ja
                U3              | 2021-04-30 00:01   | ja
            """
        },
        """
            enhed_id | periode | udfald
            U1       | 2021-04 | opfyldt
            U2       | 2021-04 | opfyldt
            U3       | 2021-05 | opfyldt
        """,
        period="2021-05",
    ),
    Drawing(
        "Er sagen lukket samme dag eller dagen efter, fordi barnet flyttede, blev 18 år eller døde, er en "
        "manglende begrundelse undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-12  | fraflyttet
                S2     | 2021-04-13  | fyldt_18
                S3     | 2021-04-11  | doed
                S4     | 2021-04-14  | doed
                S5     | 2021-04-12  | andet
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | S1     | 2021-04-12 10:00   |
                U2              | S2     | 2021-04-12 10:00   | nej
                U3              | S3     | 2021-04-12 10:00   |
                U4              | S4     | 2021-04-12 10:00   |
                U5              | S5     | 2021-04-12 10:00   | nej
                U6              | S1     | 2021-04-12 10:00   | ja
            """,
        },
        """
            enhed_id | udfald       | aarsag
            U1       | undtaget     |
            U2       | undtaget     |
            U3       | ikke_opfyldt | mangler
            U4       | ikke_opfyldt | mangler
            U5       | ikke_opfyldt | indhold
            U6       | opfyldt      |
        """,
    ),
    Drawing(
        "Kun underretninger modtaget fra 1. oktober 2020 måles",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | 2020-09-30 23:59   | ja
                U2              | 2020-10-01 00:00   | ja
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
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | genvurdering | vurdering_24t_begrundet
                U1              | S1     |         | 2021-04-01 10:00   |              | ja
                U2              | S2     |         | 2021-04-01 10:00   |              | ja
                U3              | S3     |         | 2021-04-01 10:00   |              | ja
                U4              | S2     |         | 2021-04-01 10:00   | ja           | ja
                U5              | S1     |         | 2021-04-01 10:00   | nej          | ja
                U6              |        | B       | 2021-04-01 10:00   |              | ja
                U7              |        | B       | 2021-04-01 10:00   | ja           | ja
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
def test_underretning_24t_begrundet(drawing, computed):
    """Event: as 5.1, at the day after it was received; vurdering_24t_begrundet; else the general undtaget."""
    assert computed[drawing.title] == drawing.expected_rows()
