"""Afdaekninger take some days."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
PARAMETERS = {"type": "afdaekning", "fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "En afdækning tæller med sine dage i den måned, den blev afsluttet",
        {
            "afdaekninger": """
                afdaekning_id | type       | startet_dato | afsluttet_dato
                A1            | afdaekning | 2021-03-01   | 2021-04-30
                A2            | afdaekning | 2021-03-01   | 2021-05-01
                A3            | afdaekning | 2021-03-01   |
                A4            | afdaekning | 2021-04-12   | 2021-04-12
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            A1       | opgjort | 60     | 2021-04-30
            A4       | opgjort | 0      | 2021-04-12
        """,
    ),
    Drawing(
        "Screeninger og afdækninger sat i gang før skæringsdagen tæller ikke",
        {
            "afdaekninger": """
                afdaekning_id | type       | startet_dato | afsluttet_dato
                A1            | screening  | 2021-03-01   | 2021-04-10
                A2            | afdaekning | 2020-12-31   | 2021-04-10
                A3            | afdaekning | 2021-01-01   | 2021-04-10
            """,
        },
        "enhed_id | udfald | vaerdi\nA3 | opgjort | 99",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_afdaekning_varighed(drawing, computed):
    """Event: an afdaekning of the type at its end; days from its start."""
    assert computed[drawing.title] == drawing.expected_rows()
