"""Where on the ladder the cases of unborn children are."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "fordeling"
DRAWINGS = (
    Drawing(
        "Sagen står på det højeste kendte trin af sine indsatser på dagen; uden et kendt trin er det "
        "ukendt, uden en indsats ingen",
        {
            "sager": """
                sag_id | sagstype | foedselsdato
                S1     | ufoedt   | 2021-06-01
                S2     | ufoedt   | 2021-06-01
                S3     | ufoedt   |
                S4     | ufoedt   | 2021-06-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato  | indsatstrin
                I1         | S1     | aflastning  | 2021-01-01 |            | 2
                I1b        | S1     | aflastning  | 2021-01-01 |            | 3
                I1c        | S1     | anbringelse | 2021-01-01 | 2021-04-30 | 5
                I2         | S2     | aflastning  | 2021-01-01 |            |
                I3         | S3     | aflastning  | 2021-05-01 |            | 1
                I4         | S4     | aflastning  | 2021-04-30 |            | 1
            """,
        },
        """
            enhed_id | udfald  | kategori
            S1       | opgjort | 3
            S2       | opgjort | ukendt
            S3       | opgjort | ingen
            S4       | opgjort | 1
        """,
    ),
    Drawing(
        "Kun åbne sager, hvor barnet ikke er født på opgørelsesdagen, tæller, også dem, der er undtaget fra"
        " projektet",
        {
            "sager": """
                sag_id | sagstype | foedselsdato | lukket_dato | projekt_undtaget
                S1     | ufoedt   | 2021-04-30   |             |
                S2     | ufoedt   | 2021-05-01   |             |
                S3     | barn     | 2021-05-01   |             |
                S4     | ufoedt   | 2021-06-01   | 2021-04-30  |
                S5     | ufoedt   | 2021-06-01   |             | ja
            """,
        },
        """
            enhed_id | udfald  | kategori
            S2       | opgjort | ingen
            S5       | opgjort | ingen
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_ufoedt_trin(drawing, computed):
    """Stock: an open case of a child unborn that day, by its step."""
    assert computed[drawing.title] == drawing.expected_rows()
