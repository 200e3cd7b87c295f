"""A placement costs so much a month."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "gennemsnit"
PARAMETERS = {"under_alder": 7}
DRAWINGS = (
    Drawing(
        "Sagens posteringer på anbringelser i måneden lægges sammen",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2018-01-01
                S2     | 2018-01-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I1b        | S1     | anbringelse | 2021-01-01
                I1c        | S1     | aflastning  | 2021-01-01
                I2         | S2     | aflastning  | 2021-01-01
            """,
            "udgifter": """
                postering_id | sag_id | indsats_id | maaned  | beloeb
                K1           | S1     | I1         | 2021-04 | 50000.50
                K2           | S1     | I1b        | 2021-04 | -1000
                K3           | S1     | I1c        | 2021-04 | 7000
                K4           | S2     | I2         | 2021-04 | 8000
                K5           | S1     | I1         | 2021-05 | 50000
            """,
        },
        "enhed_id | udfald | vaerdi | haendelsesdato\nS1@2021-04 | opgjort | 49000.5 | 2021-04-01",
    ),
    Drawing(
        "Sagen skal være i målgruppen på månedens første dag",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2014-04-01
                S2     | 2014-04-02
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
            """,
            "udgifter": """
                postering_id | sag_id | indsats_id | maaned  | beloeb
                K1           | S1     | I1         | 2021-04 | 100
                K2           | S2     | I2         | 2021-04 | 100
            """,
        },
        "enhed_id | udfald | vaerdi\nS2@2021-04 | opgjort | 100",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_udgift_anbringelse_sag(drawing, computed):
    """Event: a case in P and a month with expenses on a placement, on its first day; their sum."""
    assert computed[drawing.title] == drawing.expected_rows()
