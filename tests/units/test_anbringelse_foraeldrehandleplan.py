# ruff: noqa: E501 - a drawn table is not broken over several lines
"""7.5 Parents of placed children have a handleplan."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

DRAWINGS = (
    Drawing(
        "Forældrene skal have en handleplan, der er oprettet på dagen for afgørelsen om støtte eller "
        "senere, og som gælder på opgørelsesdagen",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
                I4         | S4     | anbringelse | 2021-01-01
                I5         | S5     | anbringelse | 2021-01-01
                I6         | S6     | anbringelse | 2021-01-01
                I7         | S7     | anbringelse | 2021-01-01
                I8         | S8     | anbringelse | 2021-01-01
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | afgoerelse_stoette_dato | oprettet_dato | afsluttet_dato
                P1            | S1     | foraeldre | 2021-04-30              | 2021-04-30    |
                P2            | S2     | foraeldre | 2021-02-01              | 2021-04-01    | 2021-05-01
                P3            | S3     | foraeldre | 2021-04-30              | 2021-04-01    |
                P4            | S4     | foraeldre | 2021-02-01              | 2021-04-01    | 2021-04-30
                P5            | S5     | foraeldre |                         | 2021-04-01    |
                P6            | S6     | foraeldre | 2021-02-01              | 2021-05-01    |
                P7            | S7     | barn      | 2021-02-01              | 2021-04-01    |
            """,
        },
        """
            enhed_id | udfald       | aarsag  | referencedato
            S1       | opfyldt      |         | 2021-04-30
            S2       | opfyldt      |         | 2021-04-30
            S3       | ikke_opfyldt | indhold | 2021-04-30
            S4       | ikke_opfyldt | mangler | 2021-04-30
            S5       | ikke_opfyldt | mangler | 2021-04-30
            S6       | ikke_opfyldt | mangler | 2021-04-30
            S7       | ikke_opfyldt | mangler | 2021-04-30
            S8       | ikke_opfyldt | mangler | 2021-04-30
        """,
    ),
    Drawing(
        "Har forældrene sagt nej til en tilbudt plan, og er støtten besluttet, eller er barnet fyldt 18 år, er "
        "sagen undtaget, medmindre der er en plan; et nej undskylder ikke en manglende beslutning",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2010-01-01
                S2     | 2010-01-01
                S3     | 2003-04-30
                S4     | 2003-05-01
                S5     | 2003-04-30
                S6     | 2010-01-01
                S7     | 2010-01-01
                S8     |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
                I4         | S4     | anbringelse | 2021-01-01
                I5         | S5     | anbringelse | 2021-01-01
                I6         | S6     | anbringelse | 2021-01-01
                I7         | S7     | anbringelse | 2021-01-01
                I8         | S8     | anbringelse | 2021-01-01
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | tilbudt_dato | foraeldre_svar | afgoerelse_stoette_dato | oprettet_dato
                P1            | S1     | foraeldre | 2021-04-30   | nej            | 2021-04-30              |
                P2            | S2     | foraeldre | 2021-05-01   | nej            | 2021-04-01              |
                P5            | S5     | foraeldre | 2021-03-01   | nej            | 2021-03-01              | 2021-03-02
                P6            | S6     | foraeldre | 2021-03-01   | ja             | 2021-03-01              |
                P7            | S7     | foraeldre | 2021-03-01   | nej            |                         |
                P8            | S8     | foraeldre | 2021-03-01   | nej            | 2021-05-01              |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | undtaget     |
            S2       | ikke_opfyldt | mangler
            S3       | undtaget     |
            S4       | ikke_opfyldt | mangler
            S5       | opfyldt      |
            S6       | ikke_opfyldt | mangler
            S7       | ikke_opfyldt | mangler
            S8       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Har sagen flere forældrehandleplaner, er én, der er i orden, nok, og ét nej undtager",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | afgoerelse_stoette_dato | oprettet_dato | tilbudt_dato | foraeldre_svar
                P1            | S1     | foraeldre | 2021-02-01              | 2021-02-02    | 2021-02-01   |
                P2            | S1     | foraeldre | 2021-03-02              | 2021-03-01    | 2021-03-01   | nej
                P3            | S2     | foraeldre | 2021-03-02              | 2021-03-01    | 2021-02-01   | nej
                P4            | S2     | foraeldre |                         | 2021-03-01    | 2021-03-01   | ja
                P5            | S3     | foraeldre | 2021-03-02              | 2021-03-01    |              |
                P6            | S3     | foraeldre | 2021-05-02              | 2021-03-01    |              |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | opfyldt      |
            S2       | undtaget     |
            S3       | ikke_opfyldt | indhold
        """,
    ),
    Drawing(
        "Kun sager med en anbringelse, der er i gang på opgørelsesdagen, tæller, og hver sag tæller én gang; for "
        "en familie, der er flyttet til, begynder den, når sagen oprettes",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag | oprettet_dato
                S5     | 2021-04-30  | afsluttet     | 2020-01-01
                S6     | 2021-05-01  | afsluttet     | 2020-01-01
                S9     |             |               | 2021-04-30
                S10    |             |               | 2021-05-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | anbringelse | 2021-04-30 |            |
                I1b        | S1     | anbringelse | 2021-01-01 | 2021-05-01 |
                I9         | S9     | anbringelse | 2021-01-01 |            |
                I10        | S10    | anbringelse | 2021-01-01 |            |
                I2         | S2     | anbringelse | 2021-05-01 |            |
                I3         | S3     | anbringelse | 2021-01-01 | 2021-04-30 |
                I4         | S4     | anbringelse | 2021-01-01 |            | 2021-04-30
                I5         | S5     | anbringelse | 2021-01-01 |            |
                I6         | S6     | anbringelse | 2021-01-01 |            | 2021-05-01
                I7         | S7     | aflastning  | 2021-01-01 |            |
                I8         | S8     | anbringelse |            |            |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | ikke_opfyldt | mangler
            S6       | ikke_opfyldt | mangler
            S9       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Beholdningen gøres op hver måned og i kvartalet på dets sidste dag, foreløbigt på leverancens dag",
        {
            "indsatser": """
                indsats_id | kategori    | start_dato | slut_dato
                I1         | anbringelse | 2021-05-31 | 2021-07-10
            """,
            "handleplaner": """
                handleplan_id | type      | afgoerelse_stoette_dato | oprettet_dato
                P1            | foraeldre | 2021-06-01              | 2021-06-01
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag  | referencedato
            S        | 2021-05 | ikke_opfyldt | mangler | 2021-05-31
            S        | 2021-06 | opfyldt      |         | 2021-06-30
            S        | 2021-07 | opfyldt      |         | 2021-07-09
        """,
        period="2021-07",
        delivered="2021-07-09",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_anbringelse_foraeldrehandleplan(drawing, computed):
    """Stock: a case with an active anbringelse; a handleplan foraeldre in force; else a no, or 18: exempt."""
    assert computed[drawing.title] == drawing.expected_rows()
