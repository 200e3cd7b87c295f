"""A rhythm is agreed when a measure is first followed up."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "Den dag, familien første gang er set efter starten, skal rytmen være aftalt; den har ingen dato, "
        "så det er nok, at den står der nu",
        {
            "indsatser": """
                indsats_id | sag_id | kategori        | start_dato | opfoelgning_maaneder
                I1         | S1     | forebyggende_52 | 2021-02-01 | 3
                I2         | S2     | aflastning      | 2021-02-01 |
                I3         | S3     | anbringelse     | 2021-02-01 | 3
                I4         | S4     | anbringelse     | 2021-02-01 | 3
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-12 | telefon
                O1b            | S1     | I1         | 2021-04-20 | moede
                O2             | S2     |            | 2021-04-12 | moede
                O3             | S3     | I3         | 2021-04-12 | administrativ
                O4             | S4     | I4         | 2021-03-12 | moede
                O4b            | S4     | I4         | 2021-04-12 | moede
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            I1       | opfyldt      |         | 2021-04-12
            I2       | ikke_opfyldt | mangler | 2021-04-12
        """,
    ),
    Drawing(
        "Kun foranstaltninger startet fra skæringsdagen tæller; startdagen selv tæller ikke som den første "
        "dag",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | opfoelgning_maaneder
                I1         | S1     | aflastning        | 2020-12-31 | 3
                I2         | S2     | forebyggende_11_3 | 2021-02-01 | 3
                I3         | S3     | aflastning        | 2021-04-12 | 3
                I4         | S4     | aflastning        | 2021-04-12 | 3
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-13 | moede
                O2             | S2     | I2         | 2021-04-13 | moede
                O3             | S3     | I3         | 2021-04-12 | moede
                O4             | S4     | I4         | 2021-04-12 | moede
                O4b            | S4     | I4         | 2021-04-13 | moede
            """,
        },
        "enhed_id | udfald | haendelsesdato\nI4 | opfyldt | 2021-04-13",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_rytme_aftalt(drawing, computed):
    """Event: a measure on its first day seen after its begin; opfoelgning_maaneder filled."""
    assert computed[drawing.title] == drawing.expected_rows()
