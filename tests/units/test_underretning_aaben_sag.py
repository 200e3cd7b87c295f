"""Underretninger come in cases already open."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.drawn import typed
from tests.units.calculation import Measure, calculation
from tests.units.drawing import Drawing

VAERDITYPE = "rate"
PARAMETERS = {"under_alder": 7}
DRAWINGS = (
    Drawing(
        "Underretningen tæller, når sagen er oprettet før den dag, den blev modtaget",
        {
            "sager": """
                sag_id | foedselsdato | oprettet_dato
                S1     | 2018-01-01   | 2021-04-11
                S2     | 2018-01-01   | 2021-04-12
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt
                U1              | S1     | 2021-04-12 10:00
                U2              | S2     | 2021-04-12 10:00
                U3              | S1     | 2021-04-30 23:59
                U4              |        | 2021-04-12 10:00
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            U1       | opgjort | 1      | 2021-04-12
            U3       | opgjort | 1      | 2021-04-30
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
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt
                U1              | S1     | 2021-04-12 10:00
                U2              | S2     | 2021-04-12 10:00
                U3              | S3     | 2021-04-12 10:00
                U4              | S4     | 2021-04-12 10:00
            """,
        },
        "enhed_id | udfald\nU2 | opgjort",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_aaben_sag(drawing, computed):
    """Event: an underretning of a case in P opened before its day, held against the cases in P."""
    assert computed[drawing.title] == drawing.expected_rows()


CASES = """
    sag_id | foedselsdato | oprettet_dato | lukket_dato | projekt_undtaget
    S1     | 2018-01-01   | 2019-01-01    |             |
    S2     | 2018-01-01   | 2021-04-01    | 2021-05-01  |
    S3     | 2018-01-01   | 2021-05-10    |             |
    S4     | 2014-04-30   | 2019-01-01    |             |
    S5     | 2018-01-01   | 2019-01-01    |             | ja
"""


def test_the_rate_is_held_against_the_cases_of_the_project():
    """Exposed on a day made up on: the cases in P, with whoever held them; a preliminary month on its own."""
    extracts = {"sager": CASES, "sagsfordeling": "sag_id | fra_dato | team_id\nS1 | 2021-04-30 | T1"}
    measures = {"rate": Measure("underretning_aaben_sag", PARAMETERS, vaerditype="rate")}
    with calculation(measures, typed(extracts), date(2021, 5, 9), "2021-05") as database:
        found = database.fetch("select periode, team_id, antal from eksponering where periode >= '2021-03'")
    assert {(r["periode"], r["team_id"], r["antal"]) for r in found} == {
        ("2021-03", "T1", 1),
        ("2021-03", "UKENDT", 1),
        ("2021-04", "T1", 1),
        ("2021-04", "UKENDT", 1),
        ("2021-05", "T1", 1),
    }
