"""An underretning about a child with a measure is assessed anew."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": None}
DRAWINGS = (
    Drawing(
        "Underretningen skal være registreret som genvurdering, når sagen har en aktiv foranstaltning den "
        "dag",
        {
            "indsatser": """
                indsats_id | sag_id | kategori        | start_dato
                I1         | S1     | forebyggende_52 | 2021-04-12
                I1b        | S1     | anbringelse     | 2021-01-01
                I2         | S2     | aflastning      | 2021-01-01
                I3         | S3     | anbringelse     | 2021-01-01
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | genvurdering
                U1              | S1     | 2021-04-12 10:00   | ja
                U2              | S2     | 2021-04-12 10:00   | nej
                U3              | S3     | 2021-04-12 10:00   |
                U4              |        | 2021-04-12 10:00   | ja
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            U1       | opfyldt      |         | 2021-04-12
            U2       | ikke_opfyldt | indhold | 2021-04-12
            U3       | ikke_opfyldt | mangler | 2021-04-12
        """,
    ),
    Drawing(
        "Er foranstaltningen ikke begyndt, sluttet eller bortfaldet den dag, er den efter § 11, stk. 3, "
        "eller er sagen lukket, tæller underretningen ikke",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato
                S5     | 2019-01-01    | 2021-04-12
                S6     | 2021-04-13    |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | aflastning        | 2021-04-13 |            |
                I2         | S2     | aflastning        | 2021-01-01 | 2021-04-12 |
                I3         | S3     | aflastning        | 2021-01-01 |            | 2021-04-12
                I4         | S4     | forebyggende_11_3 | 2021-01-01 |            |
                I5         | S5     | aflastning        | 2021-01-01 |            |
                I6         | S6     | aflastning        | 2021-01-01 |            |
                I7         | S7     | aflastning        | 2021-01-01 | 2021-04-13 |
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | genvurdering
                U1              | S1     | 2021-04-12 10:00   | ja
                U2              | S2     | 2021-04-12 10:00   | ja
                U3              | S3     | 2021-04-12 10:00   | ja
                U4              | S4     | 2021-04-12 10:00   | ja
                U5              | S5     | 2021-04-12 10:00   | ja
                U6              | S6     | 2021-04-12 10:00   | ja
                U7              | S7     | 2021-04-12 10:00   | ja
            """,
        },
        "enhed_id | udfald\nU7 | opfyldt",
    ),
    Drawing(
        "Underretninger modtaget før skæringsdagen tæller ikke",
        {
            "indsatser": "indsats_id | kategori | start_dato\nI1 | aflastning | 2021-01-01",
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | genvurdering
                U1              | S      | 2021-04-11 23:59   | ja
                U2              | S      | 2021-04-12 00:00   | ja
            """,
        },
        "enhed_id | udfald\nU2 | opfyldt",
        parameters={"fra_dato": "2021-04-12"},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_genvurdering(drawing, computed):
    """Event: an underretning of a case with an active measure that day; genvurdering."""
    assert computed[drawing.title] == drawing.expected_rows()
