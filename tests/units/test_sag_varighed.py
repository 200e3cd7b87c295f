"""Cases are open for some time."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
PARAMETERS = {"under_alder": 7}
DRAWINGS = (
    Drawing(
        "Sagen tæller med dagene fra oprettelsen til lukningen, uanset hvorfor den blev lukket",
        {
            "sager": """
                sag_id | foedselsdato | oprettet_dato | lukket_dato | lukket_aarsag
                S1     | 2018-01-01   | 2021-03-01    | 2021-04-30  | fraflyttet
                S2     | 2018-01-01   | 2021-03-01    | 2021-05-01  | afsluttet
                S3     | 2018-01-01   | 2021-03-01    |             |
                S4     | 2018-01-01   | 2021-04-12    | 2021-04-12  | afsluttet
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            S1       | opgjort | 60     | 2021-04-30
            S4       | opgjort | 0      | 2021-04-12
        """,
    ),
    Drawing(
        "Barnet skal være under 7 år eller ufødt på lukkedagen, og sagen ikke undtaget fra projektet",
        {
            "sager": """
                sag_id | sagstype | foedselsdato | oprettet_dato | lukket_dato | projekt_undtaget
                S1     | barn     | 2014-04-12   | 2021-04-01    | 2021-04-12  |
                S2     | barn     | 2014-04-13   | 2021-04-01    | 2021-04-12  |
                S3     | ufoedt   |              | 2021-04-01    | 2021-04-12  |
                S4     | barn     |              | 2021-04-01    | 2021-04-12  |
                S5     | barn     | 2018-01-01   | 2021-04-01    | 2021-04-12  | ja
            """,
        },
        """
            enhed_id | udfald  | vaerdi
            S2       | opgjort | 11
            S3       | opgjort | 11
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_varighed(drawing, computed):
    """Event: a case at its closing, the child under the age; days from its opening."""
    assert computed[drawing.title] == drawing.expected_rows()
