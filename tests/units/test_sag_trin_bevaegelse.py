"""Cases move on the ladder of measures."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "fordeling"
PARAMETERS = {"maaneder": 3}
DRAWINGS = (
    Drawing(
        "Sagens højeste trin på opgørelsesdagen sammenlignes med det 3 måneder før",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato  | indsatstrin
                I1         | S1     | anbringelse       | 2020-01-01 | 2021-03-01 | 4
                I1b        | S1     | aflastning        | 2021-01-01 |            | 2
                I2         | S2     | aflastning        | 2020-01-01 |            | 3
                I2b        | S2     | forebyggende_11_3 | 2020-01-01 | 2021-03-01 | 1
                I3         | S3     | aflastning        | 2020-01-01 |            | 2
                I3b        | S3     | anbringelse       | 2021-04-30 |            | 5
                I3c        | S3     | anbringelse       | 2021-04-30 |            |
            """,
        },
        """
            enhed_id | udfald  | kategori
            S1       | opgjort | ned
            S2       | opgjort | samme
            S3       | opgjort | op
        """,
    ),
    Drawing(
        "Kun åbne sager, hvor trinnet er kendt på begge dage, tæller; en indsats er i gang fra sin første "
        "dag til dagen før sin sidste",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato
                S5     | 2019-01-01    | 2021-04-30
                S6     | 2021-01-31    |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato  | indsatstrin
                I1         | S1     | aflastning | 2021-01-30 |            | 2
                I2         | S2     | aflastning | 2021-01-31 |            | 2
                I3         | S3     | aflastning | 2020-01-01 | 2021-04-30 | 2
                I4         | S4     | aflastning | 2020-01-01 |            |
                I5         | S5     | aflastning | 2020-01-01 |            | 2
                I6         | S6     | aflastning | 2020-01-01 |            | 2
            """,
        },
        "enhed_id | udfald | kategori\nS1 | opgjort | samme",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_trin_bevaegelse(drawing, computed):
    """Stock: an open case with a known step on the day and some months before; down, same, up."""
    assert computed[drawing.title] == drawing.expected_rows()
