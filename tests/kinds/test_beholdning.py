# ruff: noqa: E501 - a drawn table is not broken over several lines
"""What every stock shares: what is active on a day, and which days it is made up on."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

UNIT = "indsats_a_jour"
PARAMETERS = {"hoejst_maaneder": 6, "foerste_maaneder": 3}
DRAWINGS = (
    Drawing(
        "En beholdning gøres op hver måned på dens sidste dag, og i en foreløbig måned på leverancens dag",
        {
            "indsatser": """
                indsats_id | kategori | start_dato | slut_dato
                I1 | anbringelse | 2021-05-31 | 2021-07-10
                I2 | anbringelse | 2021-07-09 |
                I3 | anbringelse | 2021-07-10 |
            """
        },
        """
            enhed_id | periode | udfald | referencedato
            I1 | 2021-05 | afventer | 2021-05-31
            I1 | 2021-06 | afventer | 2021-06-30
            I1 | 2021-07 | afventer | 2021-07-09
            I2 | 2021-07 | afventer | 2021-07-09
        """,
        period="2021-07",
        delivered="2021-07-09",
    ),
    Drawing(
        "Det, der er begyndt senest den dag og ikke er slut, faldet bort eller i en lukket sag den dag, er i gang",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     |             |
                S2     | 2021-04-30  | afsluttet
                S3     | 2021-05-01  | fraflyttet
                S4     | 2021-01-01  |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | aflastning | 2021-04-30 |            |
                I2         | S1     | aflastning | 2021-05-01 |            |
                I3         | S1     | aflastning | 2021-04-01 | 2021-04-30 |
                I4         | S1     | aflastning | 2021-04-01 | 2021-05-01 |
                I5         | S1     | aflastning | 2021-04-01 |            | 2021-04-30
                I6         | S1     | aflastning | 2021-04-01 |            | 2021-05-01
                I7         | S1     | aflastning | 2021-04-01 | 2021-05-01 | 2021-03-01
                I8         | S1     | aflastning |            |            |
                I9         | S2     | aflastning | 2021-04-01 |            |
                I10        | S3     | aflastning | 2021-04-01 |            |
                I11        | S4     | aflastning | 2021-04-01 |            |
            """,
        },
        """
            enhed_id | udfald
            I1       | afventer
            I4       | afventer
            I6       | afventer
            I10      | afventer
        """,
    ),
    Drawing(
        "En beholdning fra før den første måned, der gøres op, kendes ikke",
        {"indsatser": "indsats_id | kategori | start_dato\nI1 | anbringelse | 2020-08-15"},
        """
            enhed_id | periode | udfald       | aarsag
            I1       | 2020-10 | afventer     |
            I1       | 2020-11 | ikke_opfyldt | for_sent
        """,
        period="2020-11",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_beholdning(drawing, computed):
    """Begun by opgjort_pr, neither ended nor fallen away by then, the case open: on each month's opgjort_pr."""
    assert computed[drawing.title] == drawing.expected_rows()
