# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Where placed children live."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"steder": ["institution", "opholdssted"]}
DRAWINGS = (
    Drawing(
        "Anbringelsens sted afgør; er det ikke registreret, er anbringelsen undtaget",
        {
            "indsatser": """
                indsats_id | kategori    | start_dato | anbringelsessted
                I1         | anbringelse | 2021-01-01 | institution
                I2         | anbringelse | 2021-01-01 | opholdssted
                I3         | anbringelse | 2021-01-01 | plejefamilie
                I4         | anbringelse | 2021-01-01 |
                I5         | aflastning  | 2021-01-01 | institution
            """,
        },
        """
            enhed_id | udfald       | aarsag  | referencedato
            I1       | opfyldt      |         | 2021-04-30
            I2       | opfyldt      |         | 2021-04-30
            I3       | ikke_opfyldt | indhold | 2021-04-30
            I4       | undtaget     |         | 2021-04-30
        """,
    ),
    Drawing(
        "Kun anbringelser, der er i gang på opgørelsesdagen i en åben sag, tæller, hver for sig",
        {
            "sager": "sag_id | lukket_dato\nS5 | 2021-04-30",
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato  | bortfaldet_dato | anbringelsessted
                I1         | S1     | anbringelse | 2021-04-30 |            |                 | institution
                I1b        | S1     | anbringelse | 2021-01-01 | 2021-05-01 |                 | plejefamilie
                I2         | S2     | anbringelse | 2021-05-01 |            |                 | institution
                I3         | S3     | anbringelse | 2021-01-01 | 2021-04-30 |                 | institution
                I4         | S4     | anbringelse | 2021-01-01 |            | 2021-04-30      | institution
                I5         | S5     | anbringelse | 2021-01-01 |            |                 | institution
                I6         | S6     | anbringelse |            |            |                 | institution
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | opfyldt      |
            I1b      | ikke_opfyldt | indhold
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_anbringelse_sted(drawing, computed):
    """Stock: an active placement; the place is one of those named, none known exempts."""
    assert computed[drawing.title] == drawing.expected_rows()
