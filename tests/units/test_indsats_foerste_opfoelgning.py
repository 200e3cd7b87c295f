# ruff: noqa: E501 - a drawn table is not broken over several lines
"""A measure is followed up in some form in its first weeks."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"former": ["moede", "telefon"], "dage": 45, "uden_tilbud": ["efterskole", "friplads"]}
DRAWINGS = (
    Drawing(
        "Der skal være holdt møde eller talt i telefon senest 45 dage efter starten; et besøg tæller ikke, "
        "og heller ikke startdagen selv",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato
                I1         | S1     | forebyggende_11_3 | 2021-03-01
                I2         | S2     | anbringelse       | 2021-03-01
                I3         | S3     | aflastning        | 2021-03-01
                I4         | S4     | aflastning        | 2021-03-01
                I5         | S5     | aflastning        | 2021-03-20
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-15 | moede
                O2             | S2     |            | 2021-04-16 | telefon
                O3             | S3     | I3         | 2021-03-12 | besoeg
                O4             | S4     | I4         | 2021-03-01 | moede
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            I1       | opfyldt      |          | 2021-04-15 | 2021-04-15
            I2       | ikke_opfyldt | for_sent | 2021-04-15 | 2021-04-16
            I3       | ikke_opfyldt | mangler  | 2021-04-15 |
            I4       | ikke_opfyldt | mangler  | 2021-04-15 |
            I5       | afventer     |          | 2021-05-04 |
        """,
    ),
    Drawing(
        "Kun indsatser, der stadig løber på fristens dag, tæller, bortset fra efterskole og friplads; der "
        "er ingen undtagelser",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato | lukket_aarsag
                S5     | 2019-01-01    | 2021-04-15  | fraflyttet
                S7     | 2021-03-01    |             |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | tilbud             | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | aflastning | efterskole         | 2021-03-01 |            |
                I2         | S2     | aflastning | friplads           | 2021-03-01 |            |
                I3         | S3     | aflastning | aflastningsfamilie | 2021-03-01 |            |
                I4         | S4     | aflastning |                    | 2021-03-01 | 2021-04-15 |
                I5         | S5     | aflastning |                    | 2021-03-01 |            |
                I6         | S6     | aflastning |                    | 2021-03-01 |            | 2021-04-01
                I7         | S7     | aflastning |                    | 2020-03-01 |            |
                I8         | S8     | aflastning |                    |            |            |
            """,
        },
        """
            enhed_id | udfald       | aarsag  | startdato
            I3       | ikke_opfyldt | mangler | 2021-03-01
            I7       | ikke_opfyldt | mangler | 2021-03-01
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_foerste_opfoelgning(drawing, computed):
    """Deadline (f): a measure from its begin; the first follow-up of the forms after it."""
    assert computed[drawing.title] == drawing.expected_rows()
