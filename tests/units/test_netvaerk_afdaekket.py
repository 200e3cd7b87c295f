"""Networks are mapped."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "antal"
PARAMETERS = {"under_alder": 7}
DRAWINGS = (
    Drawing(
        "Hvert genogram, netværkskort og hver netværkscirkel tæller, også flere i den samme sag",
        {
            "sager": "sag_id | foedselsdato\nS | 2018-01-01",
            "aktiviteter": """
                aktivitet_id | dato       | type      | undertype
                K1           | 2021-04-01 | dokument  | genogram
                K2           | 2021-04-01 | moede     | netvaerkskort
                K3           | 2021-04-30 | vurdering | netvaerkscirkel
                K4           | 2021-04-12 | moede     | netvaerksmoede
                K5           | 2021-04-12 | dokument  |
                K6           | 2021-05-01 | dokument  | genogram
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            K1       | opgjort | 1      | 2021-04-01
            K2       | opgjort | 1      | 2021-04-01
            K3       | opgjort | 1      | 2021-04-30
        """,
    ),
    Drawing(
        "Sagen skal være i målgruppen på dagen",
        {
            "sager": """
                sag_id | foedselsdato | lukket_dato | projekt_undtaget
                S1     | 2014-04-12   |             |
                S2     | 2014-04-13   |             |
                S3     | 2018-01-01   | 2021-04-12  |
                S4     | 2018-01-01   |             | ja
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type     | undertype
                K1           | S1     | 2021-04-12 | dokument | genogram
                K2           | S2     | 2021-04-12 | dokument | genogram
                K3           | S3     | 2021-04-12 | dokument | genogram
                K4           | S4     | 2021-04-12 | dokument | genogram
                K5           |        | 2021-04-12 | sparring | genogram
            """,
        },
        "enhed_id | udfald\nK2 | opgjort",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_netvaerk_afdaekket(drawing, computed):
    """Event: an aktivitet that maps the network of a case in P."""
    assert computed[drawing.title] == drawing.expected_rows()
