"""Underretninger come in the cases of the project."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "antal"
PARAMETERS = {"under_alder": 7}
DRAWINGS = (
    Drawing(
        "Hver underretning i en sag tæller, også på den dag, sagen blev oprettet",
        {
            "sager": "sag_id | foedselsdato | oprettet_dato\nS1 | 2018-01-01 | 2021-04-12",
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt
                U1              | S1     | 2021-04-12 10:00
                U2              | S1     | 2021-04-12 11:00
                U3              | S1     | 2021-04-11 10:00
                U4              |        | 2021-04-12 10:00
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            U1       | opgjort | 1      | 2021-04-12
            U2       | opgjort | 1      | 2021-04-12
        """,
    ),
    Drawing(
        "Sagen skal være i målgruppen på dagen",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2014-04-12
                S2     | 2014-04-13
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt
                U1              | S1     | 2021-04-12 10:00
                U2              | S2     | 2021-04-12 10:00
            """,
        },
        "enhed_id | udfald\nU2 | opgjort",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_sag(drawing, computed):
    """Event: an underretning of a case in P."""
    assert computed[drawing.title] == drawing.expected_rows()
