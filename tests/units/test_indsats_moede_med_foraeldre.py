"""The parents meet about a measure in its first months."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 3}
DRAWINGS = (
    Drawing(
        "Der skal være holdt et møde om indsatsen, som forældrene deltog i, senest 3 måneder efter starten;"
        " det er nok, at det står på én af mødets opfølgninger",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato
                I1         | S1     | forebyggende_11_3 | 2021-01-12
                I2         | S2     | anbringelse       | 2021-01-12
                I3         | S3     | aflastning        | 2021-01-12
                I4         | S4     | aflastning        | 2021-01-12
                I5         | S5     | aflastning        | 2021-01-12
                I5b        | S5     | aflastning        | 2020-01-12
                I6         | S6     | aflastning        | 2021-02-12
                I7         | S7     | aflastning        | 2021-01-12
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form   | foraeldre_deltog
                O1             | S1     | I1         | 2021-04-12 | moede  | ja
                O2             | S2     |            | 2021-03-12 | moede  | nej
                O2b            | S2     |            | 2021-04-13 | moede  | ja
                O3             | S3     | I3         | 2021-03-12 | besoeg | ja
                O4             | S4     | I4         | 2021-01-12 | moede  | ja
                O5             | S5     | I5         | 2021-03-12 | moede  |
                O5b            | S5     | I5b        | 2021-03-12 | moede  | ja
                O7             | S7     | I7         | 2021-03-12 | moede  |
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            I1       | opfyldt      |          | 2021-04-12 | 2021-04-12
            I2       | ikke_opfyldt | for_sent | 2021-04-12 | 2021-04-13
            I3       | ikke_opfyldt | mangler  | 2021-04-12 |
            I4       | ikke_opfyldt | mangler  | 2021-04-12 |
            I5       | opfyldt      |          | 2021-04-12 | 2021-03-12
            I6       | afventer     |          | 2021-05-12 |
            I7       | ikke_opfyldt | mangler  | 2021-04-12 |
        """,
    ),
    Drawing(
        "Kun indsatser, der stadig løber på fristens dag, tæller, og der er ingen undtagelser",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S3     | 2021-04-12  | fyldt_18
                S4     | 2021-04-13  | fyldt_18
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato
                I1         | S1     | aflastning | 2021-01-12 | 2021-04-12
                I2         | S2     | aflastning | 2021-01-12 | 2021-04-13
                I3         | S3     | aflastning | 2021-01-12 |
                I4         | S4     | aflastning | 2021-01-12 |
                I5         | S5     | aflastning |            |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I2       | ikke_opfyldt | mangler
            I4       | ikke_opfyldt | mangler
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_moede_med_foraeldre(drawing, computed):
    """Deadline (f): a measure from its begin; its first meeting after it at which the parents took part."""
    assert computed[drawing.title] == drawing.expected_rows()
