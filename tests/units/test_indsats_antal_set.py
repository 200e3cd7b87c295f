"""How often families are seen while a measure is new."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
PARAMETERS = {"maaneder": 3}
DRAWINGS = (
    Drawing(
        "Dage med møde, besøg eller telefonsamtale efter starten og til og med 3 måneder efter tælles, "
        "flere samme dag som én",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato
                I1         | S1     | aflastning        | 2021-01-12
                I2         | S2     | forebyggende_11_3 | 2021-01-12
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-01-12 | moede
                O2             | S1     | I1         | 2021-01-13 | moede
                O3             | S1     |            | 2021-01-13 | telefon
                O4             | S1     |            | 2021-04-12 | besoeg
                O5             | S1     | I1         | 2021-04-13 | moede
                O6             | S1     | I1         | 2021-02-01 | administrativ
                O7             | S1     | I1         | 2021-02-02 | udeblevet
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            I1       | opgjort | 2      | 2021-04-12
            I2       | opgjort | 0      | 2021-04-12
        """,
    ),
    Drawing(
        "Kun indsatser, der stadig løber efter 3 måneder, tæller, i den måned; flytter en familie til, "
        "regnes fra den dag, sagen blev oprettet",
        {
            "sager": "sag_id | oprettet_dato\nS5 | 2021-01-12",
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato
                I1         | S1     | aflastning | 2021-01-12 | 2021-04-12
                I2         | S2     | aflastning | 2021-01-12 | 2021-04-13
                I3         | S3     | aflastning | 2021-02-01 |
                I4         | S4     | aflastning |            |
                I5         | S5     | aflastning | 2020-01-01 |
            """,
        },
        """
            enhed_id | udfald  | vaerdi | haendelsesdato
            I2       | opgjort | 0      | 2021-04-12
            I5       | opgjort | 0      | 2021-04-12
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_antal_set(drawing, computed):
    """Event: a measure at its begin and some months, in force that day; the days seen in them."""
    assert computed[drawing.title] == drawing.expected_rows()
