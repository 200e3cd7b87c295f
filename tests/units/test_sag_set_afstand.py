"""Days pass between the days a family is seen."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
PARAMETERS = {"under_alder": 7}
DRAWINGS = (
    Drawing(
        "Hver dag, familien er set, tæller med dagene siden den seneste dag før, uanset indsats; sagens "
        "første dag og flere gange samme dag tæller ikke",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2018-01-01
                S2     | 2018-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-03-31 | moede
                O2             | S1     | I2         | 2021-04-10 | telefon
                O3             | S1     |            | 2021-04-10 | besoeg
                O4             | S1     |            | 2021-04-12 | administrativ
                O5             | S1     |            | 2021-04-13 | udeblevet
                O6             | S1     |            | 2021-04-30 | besoeg
                O7             | S2     |            | 2021-04-12 | moede
            """,
        },
        """
            enhed_id      | udfald  | vaerdi | haendelsesdato
            S1@2021-04-10 | opgjort | 10     | 2021-04-10
            S1@2021-04-30 | opgjort | 20     | 2021-04-30
        """,
    ),
    Drawing(
        "Sagen skal være i målgruppen på dagen, men dagen før tæller, også når sagen ikke var det da",
        {
            "sager": """
                sag_id | foedselsdato | oprettet_dato
                S1     | 2014-04-12   | 2019-01-01
                S2     | 2014-04-13   | 2019-01-01
                S3     | 2018-01-01   | 2021-04-12
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form
                O1a            | S1     | 2021-04-01 | moede
                O1b            | S1     | 2021-04-12 | moede
                O2a            | S2     | 2021-04-01 | moede
                O2b            | S2     | 2021-04-12 | moede
                O3a            | S3     | 2021-04-11 | moede
                O3b            | S3     | 2021-04-12 | moede
            """,
        },
        """
            enhed_id      | udfald  | vaerdi
            S2@2021-04-12 | opgjort | 11
            S3@2021-04-12 | opgjort | 1
        """,
    ),
    Drawing(
        "Uden en aldersgrænse tæller alle sager",
        {
            "sager": "sag_id | foedselsdato | lukket_dato | projekt_undtaget\nS1 |  | 2021-04-01 | ja",
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form
                O1a            | S1     | 2021-04-01 | moede
                O1b            | S1     | 2021-04-12 | moede
            """,
        },
        "enhed_id | udfald | vaerdi\nS1@2021-04-12 | opgjort | 11",
        parameters={"under_alder": None},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_set_afstand(drawing, computed):
    """Event: a day seen of a case in P but its first; days since the one before."""
    assert computed[drawing.title] == drawing.expected_rows()
