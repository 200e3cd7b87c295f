"""5.6 The assessment says why the child was or was not spoken to."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01", "dage": 28}
DRAWINGS = (
    Drawing(
        "Det skal være begrundet, at der er talt eller ikke talt med barnet; er det ikke udfyldt, mangler "
        "det",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | samtale_begrundelse
                U1              | 2021-04-01 10:00   | ja
                U2              | 2021-04-01 10:00   | nej
                U3              | 2021-04-01 10:00   |
            """
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato | frist_dato
            U1       | opfyldt      |         | 2021-04-29     |
            U2       | ikke_opfyldt | indhold | 2021-04-29     |
            U3       | ikke_opfyldt | mangler | 2021-04-29     |
        """,
    ),
    Drawing(
        "Underretningen tæller 28 dage efter, at den er modtaget, når den faglige vurdering har frist",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | samtale_begrundelse
                U1              | 2021-03-03 23:59   | ja
                U2              | 2021-04-02 23:59   | ja
                U3              | 2021-04-03 00:00   | ja
            """
        },
        """
            enhed_id | periode | udfald
            U1       | 2021-03 | opfyldt
            U2       | 2021-04 | opfyldt
            U3       | 2021-05 | opfyldt
        """,
        period="2021-05",
    ),
    Drawing(
        "Er sagen lukket inden for de 28 dage, fordi barnet flyttede, blev 18 år eller døde, er en manglende "
        "begrundelse undtaget",
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
                underretning_id | sag_id | modtaget_tidspunkt | samtale_begrundelse
                U1              | S1     | 2021-04-01 10:00   |
                U2              | S2     | 2021-04-01 10:00   | nej
                U3              | S3     | 2021-04-01 10:00   |
                U4              | S4     | 2021-04-01 10:00   |
                U5              | S5     | 2021-04-01 10:00   | nej
                U6              | S1     | 2021-04-01 10:00   | ja
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
                underretning_id | modtaget_tidspunkt | samtale_begrundelse
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
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | genvurdering | samtale_begrundelse
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
def test_underretning_samtale_begrundet(drawing, computed):
    """Event: as 5.1, at 5.2's deadline; samtale_begrundelse; else the general undtaget."""
    assert computed[drawing.title] == drawing.expected_rows()
