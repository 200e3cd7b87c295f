# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Support for the parents of placed children is decided."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"under_alder": 18}
DRAWINGS = (
    Drawing(
        "Der skal være truffet afgørelse om støtte til forældrene senest på opgørelsesdagen; om der er "
        "lavet en plan, er uden betydning",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
                I4         | S4     | anbringelse | 2021-01-01
                I4b        | S4     | anbringelse | 2020-01-01
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | oprettet_dato | tilbudt_dato | afgoerelse_stoette_dato | afsluttet_dato
                P1            | S1     | foraeldre |               | 2021-03-01   | 2021-04-30              |
                P2            | S2     | foraeldre | 2021-01-01    |              | 2021-05-01              |
                P3            | S3     | barn      | 2021-01-01    |              | 2021-02-01              |
                P4            | S4     | foraeldre | 2019-01-01    |              | 2019-01-01              | 2020-01-01
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | opfyldt      |
            S2       | ikke_opfyldt | mangler
            S3       | ikke_opfyldt | mangler
            S4       | opfyldt      |
        """,
    ),
    Drawing(
        "Kun sager med et anbragt barn, der ikke er fyldt 18 år, tæller; mangler fødselsdatoen, er sagen med",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2003-04-30
                S2     | 2003-05-01
                S3     |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
                I4         | S4     | aflastning  | 2021-01-01
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S2       | ikke_opfyldt | mangler
            S3       | ikke_opfyldt | mangler
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_anbringelse_stoette_afgoerelse(drawing, computed):
    """Stock: a case with an active placement of a child; a decision on support by the day."""
    assert computed[drawing.title] == drawing.expected_rows()
