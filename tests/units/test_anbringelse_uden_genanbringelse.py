"""A child that came home is not placed again."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 12, "skift_dage": 7}
DRAWINGS = (
    Drawing(
        "Er barnet ikke anbragt igen inden for 12 måneder, er den afsluttede anbringelse opfyldt, først når"
        " de er gået; den hører til den, der havde sagen, da den sluttede",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato
                I1         | S1     | anbringelse | 2019-01-01 | 2020-04-30
                I2         | S2     | anbringelse | 2019-01-01 | 2020-04-30
                I2b        | S2     | anbringelse | 2021-04-30 |
                I3         | S3     | anbringelse | 2019-01-01 | 2020-04-30
                I3b        | S3     | anbringelse | 2021-05-01 |
                I4         | S4     | anbringelse | 2019-01-01 | 2020-05-01
                I4b        | S4     | anbringelse | 2020-06-01 |
                I5         | S5     | anbringelse | 2019-01-01 | 2020-04-30
                I5b        | S5     | aflastning  | 2020-06-01 |
            """,
        },
        """
            enhed_id | udfald       | aarsag  | frist_dato | referencedato
            I1       | opfyldt      |         | 2021-04-30 | 2020-04-30
            I2       | ikke_opfyldt | indhold | 2021-04-30 | 2020-04-30
            I3       | opfyldt      |         | 2021-04-30 | 2020-04-30
            I4       | afventer     |         | 2021-05-01 | 2020-05-01
            I5       | opfyldt      |         | 2021-04-30 | 2020-04-30
        """,
    ),
    Drawing(
        "Begynder en ny anbringelse senest 7 dage efter, er det et skift af sted, og den afsluttede tæller "
        "ikke",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato
                I1         | S1     | anbringelse | 2019-01-01 | 2020-04-12
                I1b        | S1     | anbringelse | 2020-04-12 |
                I2         | S2     | anbringelse | 2019-01-01 | 2020-04-12
                I2b        | S2     | anbringelse | 2020-04-19 |
                I3         | S3     | anbringelse | 2019-01-01 | 2020-04-12
                I3b        | S3     | anbringelse | 2020-04-20 |
                I4         | S4     | anbringelse | 2020-04-12 | 2020-04-12
                I5         | S5     | anbringelse | 2019-01-01 | 2020-04-12
                I5b        | S5     | anbringelse | 2020-04-11 |
                I6         | S6     | anbringelse | 2019-01-01 | 2020-04-12
                I6b        | S6     | anbringelse | 2020-04-15 | 2020-06-01
                I6c        | S6     | anbringelse | 2020-08-01 |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I3       | ikke_opfyldt | indhold
            I4       | opfyldt      |
            I5       | opfyldt      |
            I6b      | afventer     |
        """,
    ),
    Drawing(
        "Lukkes sagen inden de 12 måneder, fordi barnet flyttede, fyldte 18 år eller døde, er anbringelsen "
        "undtaget, men ikke når barnet blev anbragt igen",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-12  | fyldt_18
                S2     | 2021-04-13  | fyldt_18
                S3     | 2020-09-01  | afsluttet
                S4     | 2020-09-01  | fraflyttet
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato
                I1         | S1     | anbringelse | 2019-01-01 | 2020-04-12
                I2         | S2     | anbringelse | 2019-01-01 | 2020-04-12
                I3         | S3     | anbringelse | 2019-01-01 | 2020-04-12
                I4         | S4     | anbringelse | 2019-01-01 | 2020-04-12
                I4b        | S4     | anbringelse | 2020-08-01 | 2020-08-31
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | undtaget     |
            I2       | opfyldt      |
            I3       | opfyldt      |
            I4       | ikke_opfyldt | indhold
            I4b      | afventer     |
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_anbringelse_uden_genanbringelse(drawing, computed):
    """Deadline: a placement from its end; none begun in the months after, but those of the first days."""
    assert computed[drawing.title] == drawing.expected_rows()
