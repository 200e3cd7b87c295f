"""Money is spent on placements."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "sum"
PARAMETERS = {"under_alder": 7}
DRAWINGS = (
    Drawing(
        "Hver postering på en anbringelse tæller med sit beløb i sin måned, også en tilbageførsel",
        {
            "sager": "sag_id | foedselsdato\nS | 2018-01-01",
            "indsatser": """
                indsats_id | kategori    | start_dato
                I1         | anbringelse | 2021-01-01
                I2         | aflastning  | 2021-01-01
            """,
            "udgifter": """
                postering_id | indsats_id | maaned  | beloeb
                K1           | I1         | 2021-04 | 50000.50
                K2           | I1         | 2021-04 | -1000
                K3           | I2         | 2021-04 | 7000
                K4           |            | 2021-04 | 8000
                K5           | I1         | 2021-03 | 50000
                K6           | I1         | 2021-05 | 50000
            """,
        },
        """
            enhed_id | udfald  | vaerdi  | haendelsesdato
            K1       | opgjort | 50000.5 | 2021-04-01
            K2       | opgjort | -1000   | 2021-04-01
        """,
    ),
    Drawing(
        "Sagen skal være i målgruppen på månedens første dag",
        {
            "sager": """
                sag_id | foedselsdato | oprettet_dato | lukket_dato
                S1     | 2014-04-01   | 2019-01-01    |
                S2     | 2014-04-02   | 2019-01-01    |
                S3     | 2018-01-01   | 2021-04-02    |
                S4     | 2018-01-01   | 2021-04-01    |
                S5     | 2018-01-01   | 2019-01-01    | 2021-04-01
                S6     | 2018-01-01   | 2019-01-01    | 2021-04-02
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
                I4         | S4     | anbringelse | 2021-01-01
                I5         | S5     | anbringelse | 2021-01-01
                I6         | S6     | anbringelse | 2021-01-01
            """,
            "udgifter": """
                postering_id | sag_id | indsats_id | maaned  | beloeb
                K1           | S1     | I1         | 2021-04 | 100
                K2           | S2     | I2         | 2021-04 | 100
                K3           | S3     | I3         | 2021-04 | 100
                K4           | S4     | I4         | 2021-04 | 100
                K5           | S5     | I5         | 2021-04 | 100
                K6           | S6     | I6         | 2021-04 | 100
            """,
        },
        """
            enhed_id | udfald  | vaerdi
            K2       | opgjort | 100
            K4       | opgjort | 100
            K6       | opgjort | 100
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_udgift_anbringelse(drawing, computed):
    """Event: an expense on a placement in P, on the first day of its month; its amount."""
    assert computed[drawing.title] == drawing.expected_rows()
