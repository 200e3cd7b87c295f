"""Measures are followed up after one interval, then after another."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {
    "kategorier": ["anbringelse"],
    "former": None,
    "foerste_dage": 14,
    "foerste_maaneder": None,
    "senere_dage": 42,
    "senere_maaneder": None,
    "laengere_kategori": None,
    "laengere_maaneder": None,
    "led": "alle",
}
DRAWINGS = (
    Drawing(
        "Den første opfølgning skal være senest 14 dage efter starten, de næste senest 42 dage efter den "
        "seneste; møde, besøg og telefonsamtale tæller",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-04-01
                I2         | S2     | anbringelse | 2021-04-01
                I3         | S3     | anbringelse | 2021-04-01
                I4         | S4     | aflastning  | 2021-04-01
                I5         | S5     | anbringelse |
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-15 | telefon
                O2             | S2     | I2         | 2021-04-16 | besoeg
                O3             | S3     | I3         | 2021-04-10 | administrativ
                O4             | S4     | I4         | 2021-04-10 | moede
            """,
        },
        """
            enhed_id      | periode | udfald       | aarsag   | frist_dato
            I1@2021-04-01 | 2021-04 | opfyldt      |          | 2021-04-15
            I1@2021-04-15 | 2021-04 | afventer     |          | 2021-05-27
            I1@2021-04-15 | 2021-05 | ikke_opfyldt | mangler  | 2021-05-27
            I2@2021-04-01 | 2021-04 | ikke_opfyldt | for_sent | 2021-04-15
            I2@2021-04-16 | 2021-04 | afventer     |          | 2021-05-28
            I2@2021-04-16 | 2021-05 | ikke_opfyldt | mangler  | 2021-05-28
            I3@2021-04-01 | 2021-04 | ikke_opfyldt | mangler  | 2021-04-15
        """,
        period="2021-05",
    ),
    Drawing(
        "Hvor kun den første eller kun de senere frister måles, tæller de andre ikke",
        {
            "indsatser": "indsats_id | kategori | start_dato\nI1 | anbringelse | 2021-03-15",
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | I1         | 2021-03-16 | moede
                O2             | I1         | 2021-03-20 | moede
                O3             | I1         | 2021-04-20 | moede
            """,
        },
        """
            enhed_id      | periode | udfald   | frist_dato
            I1@2021-03-20 | 2021-03 | afventer | 2021-05-01
            I1@2021-04-20 | 2021-04 | afventer | 2021-06-01
            I1@2021-03-20 | 2021-05 | opfyldt  | 2021-05-01
            I1@2021-04-20 | 2021-05 | afventer | 2021-06-01
        """,
        period="2021-05",
        parameters={"led": "senere"},
    ),
    Drawing(
        "For den ene slags indsats gælder en aftalt længere rytme, når netop den er aftalt; kun de nævnte "
        "former tæller, og uden nævnte slags tæller alle",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | opfoelgning_maaneder
                I1         | S1     | anbringelse       | 2020-10-12 | 6
                I2         | S2     | aflastning        | 2020-10-12 | 6
                I3         | S3     | anbringelse       | 2020-10-12 | 5
                I4         | S4     | forebyggende_11_3 | 2020-10-12 |
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-01-12 | moede
                O2             | S2     | I2         | 2021-01-12 | moede
                O2b            | S2     | I2         | 2021-03-12 | telefon
                O3             | S3     | I3         | 2021-01-12 | moede
                O4             | S4     | I4         | 2021-01-12 | moede
                O4b            | S4     | I4         | 2021-04-12 | moede
            """,
        },
        """
            enhed_id      | udfald       | aarsag  | frist_dato
            I1@2021-01-12 | afventer     |         | 2021-07-12
            I2@2021-01-12 | ikke_opfyldt | mangler | 2021-04-12
            I3@2021-01-12 | ikke_opfyldt | mangler | 2021-04-12
            I4@2021-01-12 | opfyldt      |         | 2021-04-12
            I4@2021-04-12 | afventer     |         | 2021-07-12
        """,
        parameters={
            "kategorier": None,
            "former": ["moede"],
            "foerste_dage": None,
            "foerste_maaneder": 3,
            "senere_dage": None,
            "senere_maaneder": 3,
            "laengere_kategori": "anbringelse",
            "laengere_maaneder": 6,
            "led": "senere",
        },
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_kadence(drawing, computed):
    """Cadence of a measure from its begin; fixed intervals, a longer one agreed for one kind."""
    assert computed[drawing.title] == drawing.expected_rows()
