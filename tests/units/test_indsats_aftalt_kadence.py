"""Measures are followed up in the rhythm agreed."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {
    "kategorier": None,
    "fra_dato": None,
    "hoejst_maaneder": 3,
    "foerste_maaneder": 3,
    "under_alder": 7,
    "led": "alle",
}
DRAWINGS = (
    Drawing(
        "Er der aftalt 1 eller 2 måneder, gælder det, ellers 3 måneder, både første gang og siden",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2018-01-01
                S2     | 2018-01-01
                S3     | 2018-01-01
                S4     | 2018-01-01
                S5     | 2018-01-01
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | opfoelgning_maaneder
                I1         | S1     | forebyggende_11_3 | 2021-03-12 | 1
                I2         | S2     | aflastning        | 2021-02-12 | 2
                I3         | S3     | anbringelse       | 2021-01-12 | 6
                I4         | S4     | forebyggende_52   | 2021-01-12 |
                I5         | S5     | anbringelse       | 2021-01-12 |
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-12 | telefon
                O3             | S3     | I3         | 2021-04-13 | besoeg
                O4             | S4     | I4         | 2021-04-12 | administrativ
                O5             | S5     | I5         | 2021-04-12 | moede
            """,
        },
        """
            enhed_id      | udfald       | aarsag   | frist_dato | haendelsesdato
            I1@2021-03-12 | opfyldt      |          | 2021-04-12 | 2021-04-12
            I1@2021-04-12 | afventer     |          | 2021-05-12 |
            I2@2021-02-12 | ikke_opfyldt | mangler  | 2021-04-12 |
            I3@2021-01-12 | ikke_opfyldt | for_sent | 2021-04-12 | 2021-04-13
            I3@2021-04-13 | afventer     |          | 2021-07-13 |
            I4@2021-01-12 | ikke_opfyldt | mangler  | 2021-04-12 |
            I5@2021-01-12 | opfyldt      |          | 2021-04-12 | 2021-04-12
            I5@2021-04-12 | afventer     |          | 2021-07-12 |
        """,
    ),
    Drawing(
        "En frist tæller, når sagen er i målgruppen på fristens dag, og en, der ikke er udløbet, når sagen "
        "er det på opgørelsesdagen",
        {
            "sager": """
                sag_id | foedselsdato | projekt_undtaget | sagstype
                S1     | 2014-04-12   |                  | barn
                S2     | 2014-04-13   |                  | barn
                S3     | 2014-04-30   |                  | barn
                S4     | 2014-05-01   |                  | barn
                S5     | 2018-01-01   | ja               | barn
                S6     |              |                  | barn
                S7     |              |                  | ufoedt
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-12
                I2         | S2     | anbringelse | 2021-01-12
                I3         | S3     | anbringelse | 2021-02-12
                I4         | S4     | anbringelse | 2021-02-12
                I5         | S5     | anbringelse | 2021-01-12
                I6         | S6     | anbringelse | 2021-01-12
                I7         | S7     | anbringelse | 2021-01-12
            """,
        },
        """
            enhed_id      | udfald       | aarsag  | frist_dato
            I2@2021-01-12 | ikke_opfyldt | mangler | 2021-04-12
            I4@2021-02-12 | afventer     |         | 2021-05-12
            I7@2021-01-12 | ikke_opfyldt | mangler | 2021-04-12
        """,
    ),
    Drawing(
        "Uden en længste rytme tæller kun indsatser med en aftalt, så lang den er, startet fra "
        "skæringsdagen; den første opfølgning er da senest efter 3 måneder",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | opfoelgning_maaneder
                I1         | S1     | anbringelse       | 2021-01-12 | 9
                I2         | S2     | anbringelse       | 2021-01-12 | 2
                I3         | S3     | anbringelse       | 2021-01-12 |
                I4         | S4     | anbringelse       | 2021-01-12 | 0
                I5         | S5     | anbringelse       | 2020-12-31 | 9
                I6         | S6     | forebyggende_11_3 | 2021-01-12 | 9
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-02-01 | moede
                O2             | S2     | I2         | 2021-02-12 | moede
                O2b            | S2     | I2         | 2021-04-01 | moede
            """,
        },
        """
            enhed_id      | udfald   | aarsag | frist_dato
            I1@2021-02-01 | afventer |        | 2021-11-01
            I2@2021-02-12 | opfyldt  |        | 2021-04-12
            I2@2021-04-01 | afventer |        | 2021-06-01
        """,
        parameters={
            "kategorier": ["forebyggende_52", "aflastning", "anbringelse"],
            "fra_dato": "2021-01-01",
            "hoejst_maaneder": None,
            "under_alder": None,
            "led": "senere",
        },
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_aftalt_kadence(drawing, computed):
    """Cadence of a measure in P from its begin; the days seen; the agreed rhythm."""
    assert computed[drawing.title] == drawing.expected_rows()
