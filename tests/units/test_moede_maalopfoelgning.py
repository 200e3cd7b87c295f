"""7.3 Goals are followed up at meetings."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

DRAWINGS = (
    Drawing(
        "Målopfølgningen skal være udfyldt",
        {
            "handleplaner": """
                handleplan_id | sag_id | type | oprettet_dato
                P1            | S1     | barn | 2021-01-01
                P2            | S2     | barn | 2021-01-01
                P3            | S3     | barn | 2021-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | maalopfoelgning_udfyldt
                O1             | S1     | 2021-04-12 | moede | ja
                O2             | S2     | 2021-04-12 | moede | nej
                O3             | S3     | 2021-04-12 | moede |
                O4             | S1     | 2021-04-13 | moede | nej
                O5             | S1     | 2021-04-13 | moede | ja
            """,
        },
        """
            enhed_id      | udfald       | aarsag
            S1@2021-04-12 | opfyldt      |
            S2@2021-04-12 | ikke_opfyldt | indhold
            S3@2021-04-12 | ikke_opfyldt | mangler
            S1@2021-04-13 | opfyldt      |
        """,
    ),
    Drawing(
        "Kun møder i sager, hvor barnet har en gældende handleplan den dag, tæller",
        {
            "handleplaner": """
                handleplan_id | sag_id | type      | oprettet_dato | afsluttet_dato
                P1            | S1     | barn      | 2021-04-12    |
                P2            | S2     | barn      | 2021-01-01    | 2021-04-12
                P3            | S3     | barn      | 2021-04-13    |
                P4            | S4     | barn      | 2021-01-01    | 2021-04-11
                P5            | S5     | ungeplan  | 2021-01-01    |
                P6            | S6     | foraeldre | 2021-01-01    |
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | maalopfoelgning_udfyldt
                O1             | S1     | 2021-04-12 | moede | ja
                O2             | S2     | 2021-04-12 | moede | ja
                O3             | S3     | 2021-04-12 | moede | ja
                O4             | S4     | 2021-04-12 | moede | ja
                O5             | S5     | 2021-04-12 | moede | ja
                O6             | S6     | 2021-04-12 | moede | ja
                O7             | S7     | 2021-04-12 | moede | ja
            """,
        },
        "enhed_id | udfald\nS1@2021-04-12 | opfyldt\nS2@2021-04-12 | opfyldt",
    ),
    Drawing(
        "Kun møder i måneden tæller; telefonsamtaler og besøg er ikke møder",
        {
            "handleplaner": "handleplan_id | type | oprettet_dato\nP1 | barn | 2021-01-01",
            "opfoelgninger": """
                opfoelgning_id | dato       | form    | maalopfoelgning_udfyldt
                O1             | 2021-04-30 | moede   | ja
                O2             | 2021-05-01 | moede   | ja
                O3             | 2021-04-12 | telefon | ja
                O4             | 2021-04-13 | besoeg  | ja
            """,
        },
        "enhed_id | udfald\nS@2021-04-30 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_moede_maalopfoelgning(drawing, computed):
    """Event: a meeting of a case with a handleplan barn in force; maalopfoelgning_udfyldt."""
    assert computed[drawing.title] == drawing.expected_rows()
