"""The professional assessment of an underretning is made in time."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2020-10-01", "dage": 28}
DRAWINGS = (
    Drawing(
        "En faglig vurdering på den 28. dag er rettidig, uanset hvornår på dagen underretningen kom; dagen "
        "efter er den for sent",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | faglig_vurdering_dato
                U1 | 2021-04-01 23:59 | 2021-04-29
                U2 | 2021-04-01 00:00 | 2021-04-29
                U3 | 2021-04-01 | 2021-04-30
                U4 | 2021-04-01 10:00 | 2021-04-01
            """
        },
        """
            enhed_id | udfald | aarsag | startdato | frist_dato | haendelsesdato
            U1 | opfyldt | | 2021-04-01 | 2021-04-29 | 2021-04-29
            U2 | opfyldt | | 2021-04-01 | 2021-04-29 | 2021-04-29
            U3 | ikke_opfyldt | for_sent | 2021-04-01 | 2021-04-29 | 2021-04-30
            U4 | opfyldt | | 2021-04-01 | 2021-04-29 | 2021-04-01
        """,
    ),
    Drawing(
        "En vurdering, der ikke er dokumenteret, eller som ligger før underretningen, mangler, uanset dens "
        "udfald",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | faglig_vurdering_dato | faglig_vurdering_udfald
                U1              | 2021-04-01 10:00   |                       |
                U2              | 2021-04-01 10:00   | 2021-03-31            | luk
                U3              | 2021-04-01 10:00   |                       | paragraf_50
                U4              | 2021-04-01 10:00   | 2021-04-02            |
            """
        },
        """
            enhed_id | udfald       | aarsag
            U1       | ikke_opfyldt | mangler
            U2       | ikke_opfyldt | mangler
            U3       | ikke_opfyldt | mangler
            U4       | opfyldt      |
        """,
    ),
    Drawing(
        "En underretning afventer, til den er vurderet, eller fristen kommer",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | faglig_vurdering_dato
                U1              | 2021-02-28 10:00   | 2021-03-01
                U2              | 2021-03-31 10:00   |
                U3              | 2021-03-31 10:00   | 2021-03-31
            """
        },
        """
            enhed_id | periode | udfald       | aarsag
            U1       | 2021-02 | afventer     |
            U1       | 2021-03 | opfyldt      |
            U2       | 2021-03 | afventer     |
            U2       | 2021-04 | ikke_opfyldt | mangler
            U3       | 2021-04 | opfyldt      |
        """,
    ),
    Drawing(
        "Underretninger fra alle, modtaget fra den dag, planen siger, måles",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | faglig_vurdering_dato
                U1              | fagperson        | 2020-09-30 23:59   | 2020-10-01
                U2              | fagperson        | 2020-10-01 00:00   | 2020-10-01
                U3              | anonym           | 2020-10-01         | 2020-10-01
                U4              | myndighed        | 2020-10-01         | 2020-10-01
            """
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
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | genvurdering | faglig_vurdering_dato
                U1              | S1     |         | 2021-04-01 10:00   |              | 2021-04-02
                U2              | S2     |         | 2021-04-01 10:00   |              | 2021-04-02
                U3              | S3     |         | 2021-04-01 10:00   |              | 2021-04-02
                U4              | S2     |         | 2021-04-01 10:00   | ja           | 2021-04-02
                U5              | S1     |         | 2021-04-01 10:00   | nej          | 2021-04-02
                U6              |        | B       | 2021-04-01 10:00   |              | 2021-04-02
                U7              |        | B       | 2021-04-01 10:00   | ja           | 2021-04-02
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
def test_underretning_faglig_vurdering(drawing, computed):
    """Deadline from modtaget: faglig_vurdering_dato within the days."""
    assert computed[drawing.title] == drawing.expected_rows()
