# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Measures are followed up in time: the first time early, then in the agreed rhythm."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {
    "kategorier": ["forebyggende_52", "aflastning", "anbringelse"],
    "former": ["moede"],
    "hoejst_maaneder": 6,
    "foerste_maaneder": 3,
    "led": "alle",
}
DRAWINGS = (
    Drawing(
        "Det første møde skal holdes senest 3 måneder efter indsatsens begyndelse, det næste senest 6 måneder "
        "efter det forrige; begge tæller i fristens måned",
        {
            "indsatser": """
                indsats_id | sag_id | kategori | start_dato
                I1 | S1 | anbringelse | 2020-08-31
                I2 | S2 | anbringelse | 2020-08-31
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2020-11-30 | moede
                O2             | S1     | I1         | 2021-05-30 | moede
                O3             | S2     | I2         | 2020-12-01 | moede
                O4             | S2     | I2         | 2021-06-02 | moede
            """,
        },
        """
            enhed_id      | periode | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            I1@2020-08-31 | 2020-10 | afventer     |          | 2020-08-31 | 2020-11-30 |
            I1@2020-08-31 | 2020-11 | opfyldt      |          | 2020-08-31 | 2020-11-30 | 2020-11-30
            I1@2020-11-30 | 2020-11 | afventer     |          | 2020-11-30 | 2021-05-30 |
            I1@2020-11-30 | 2020-12 | afventer     |          | 2020-11-30 | 2021-05-30 |
            I1@2020-11-30 | 2021-01 | afventer     |          | 2020-11-30 | 2021-05-30 |
            I1@2020-11-30 | 2021-02 | afventer     |          | 2020-11-30 | 2021-05-30 |
            I1@2020-11-30 | 2021-03 | afventer     |          | 2020-11-30 | 2021-05-30 |
            I1@2020-11-30 | 2021-04 | afventer     |          | 2020-11-30 | 2021-05-30 |
            I1@2020-11-30 | 2021-05 | opfyldt      |          | 2020-11-30 | 2021-05-30 | 2021-05-30
            I1@2021-05-30 | 2021-05 | afventer     |          | 2021-05-30 | 2021-11-30 |
            I1@2021-05-30 | 2021-06 | afventer     |          | 2021-05-30 | 2021-11-30 |
            I2@2020-08-31 | 2020-10 | afventer     |          | 2020-08-31 | 2020-11-30 |
            I2@2020-08-31 | 2020-11 | ikke_opfyldt | mangler  | 2020-08-31 | 2020-11-30 |
            I2@2020-12-01 | 2020-12 | afventer     |          | 2020-12-01 | 2021-06-01 |
            I2@2020-12-01 | 2021-01 | afventer     |          | 2020-12-01 | 2021-06-01 |
            I2@2020-12-01 | 2021-02 | afventer     |          | 2020-12-01 | 2021-06-01 |
            I2@2020-12-01 | 2021-03 | afventer     |          | 2020-12-01 | 2021-06-01 |
            I2@2020-12-01 | 2021-04 | afventer     |          | 2020-12-01 | 2021-06-01 |
            I2@2020-12-01 | 2021-05 | afventer     |          | 2020-12-01 | 2021-06-01 |
            I2@2020-12-01 | 2021-06 | ikke_opfyldt | for_sent | 2020-12-01 | 2021-06-01 | 2021-06-02
            I2@2021-06-02 | 2021-06 | afventer     |          | 2021-06-02 | 2021-12-02 |
        """,
        period="2021-06",
    ),
    Drawing(
        "Er der aftalt en rytme på 1 til 6 måneder, gælder den, også for det første møde, når den er kortere end "
        "3 måneder; andre tal tæller som 6 måneder",
        {
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | opfoelgning_maaneder
                I1         | S1     | aflastning | 2021-04-30 | 1
                I2         | S2     | aflastning | 2021-04-30 | 2
                I3         | S3     | aflastning | 2021-04-30 | 3
                I6         | S6     | aflastning | 2021-04-30 | 6
                I7         | S7     | aflastning | 2021-04-30 | 7
                I0         | S0     | aflastning | 2021-04-30 | 0
                I9         | S9     | aflastning | 2021-04-30 |
                J1         | T1     | aflastning | 2021-04-01 | 1
                J4         | T4     | aflastning | 2021-04-01 | 4
                J7         | T7     | aflastning | 2021-04-01 | 7
                J0         | T0     | aflastning | 2021-04-01 | -1
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | T1     | J1         | 2021-04-12 | moede
                O4             | T4     | J4         | 2021-04-12 | moede
                O7             | T7     | J7         | 2021-04-12 | moede
                O0             | T0     | J0         | 2021-04-12 | moede
            """,
        },
        """
            enhed_id      | udfald   | frist_dato
            I1@2021-04-30 | afventer | 2021-05-30
            I2@2021-04-30 | afventer | 2021-06-30
            I3@2021-04-30 | afventer | 2021-07-30
            I6@2021-04-30 | afventer | 2021-07-30
            I7@2021-04-30 | afventer | 2021-07-30
            I0@2021-04-30 | afventer | 2021-07-30
            I9@2021-04-30 | afventer | 2021-07-30
            J1@2021-04-12 | afventer | 2021-05-12
            J4@2021-04-12 | afventer | 2021-08-12
            J7@2021-04-12 | afventer | 2021-10-12
            J0@2021-04-12 | afventer | 2021-10-12
        """,
    ),
    Drawing(
        "Et møde tæller for den indsats, det nævner, uanset hvilken sag det står i; nævner det ingen, tæller "
        "det for alle sagens indsatser, der er i gang den dag; en udeblivelse er intet møde",
        {
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato
                I1         | S1     | aflastning | 2021-01-12 |
                I2         | S1     | aflastning | 2021-01-12 |
                I3         | S2     | aflastning | 2021-01-12 |
                I4         | S2     | aflastning | 2021-01-12 | 2021-04-13
                I5         | S3     | aflastning | 2021-01-12 |
                I6         | S4     | aflastning | 2021-01-12 |
                I7         | S5     | aflastning | 2021-01-12 |
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-03-01 | moede
                O2             | S2     |            | 2021-04-12 | moede
                O3             | S9     | I5         | 2021-03-01 | moede
                O4             | S4     | I6         | 2021-03-01 | udeblevet
                O5             | S4     |            | 2021-03-02 | udeblevet
                O6             | S5     | I7         | 2021-03-01 | besoeg
                O7             | S5     | I7         | 2021-03-02 | telefon
                O8             | S5     |            | 2021-01-11 | moede
            """,
        },
        """
            enhed_id      | udfald       | aarsag  | frist_dato | haendelsesdato
            I1@2021-01-12 | opfyldt      |         | 2021-04-12 | 2021-03-01
            I1@2021-03-01 | afventer     |         | 2021-09-01 |
            I2@2021-01-12 | ikke_opfyldt | mangler | 2021-04-12 |
            I3@2021-01-12 | opfyldt      |         | 2021-04-12 | 2021-04-12
            I3@2021-04-12 | afventer     |         | 2021-10-12 |
            I4@2021-01-12 | opfyldt      |         | 2021-04-12 | 2021-04-12
            I5@2021-01-12 | opfyldt      |         | 2021-04-12 | 2021-03-01
            I5@2021-03-01 | afventer     |         | 2021-09-01 |
            I6@2021-01-12 | ikke_opfyldt | mangler | 2021-04-12 |
            I7@2021-01-12 | ikke_opfyldt | mangler | 2021-04-12 |
        """,
    ),
    Drawing(
        "Flytter en familie til med en indsats i gang, begynder den, når sagen oprettes, og møder til og med den "
        "dag tæller ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2021-01-12",
            "indsatser": "indsats_id | sag_id | kategori | start_dato\nI1 | S1 | anbringelse | 2019-01-01",
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-01-01 | moede
                O2             | S1     | I1         | 2021-01-12 | moede
                O3             | S1     |            | 2021-01-12 | moede
            """,
        },
        """
            enhed_id      | udfald       | aarsag  | startdato  | frist_dato
            I1@2021-01-12 | ikke_opfyldt | mangler | 2021-01-12 | 2021-04-12
        """,
    ),
    Drawing(
        "Kun startede forebyggende foranstaltninger, aflastninger og anbringelser følges, delt efter kategori, "
        "så længe de ikke er slut eller faldet bort og sagen er åben",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     |             |
                S2     | 2021-04-12  | afsluttet
                S3     | 2021-04-13  | fraflyttet
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | forebyggende_52   | 2021-01-12 |            |
                I2         | S1     | aflastning        | 2021-01-12 |            |
                I3         | S1     | anbringelse       | 2021-01-12 |            |
                I4         | S1     | forebyggende_11_3 | 2021-01-12 |            |
                I5         | S1     | anbringelse       |            |            |
                I6         | S1     | anbringelse       | 2021-01-12 | 2021-04-12 |
                I7         | S1     | anbringelse       | 2021-01-12 | 2021-04-13 |
                I8         | S1     | anbringelse       | 2021-01-12 |            | 2021-04-12
                I9         | S2     | anbringelse       | 2021-01-12 |            |
                I10        | S3     | anbringelse       | 2021-01-12 |            |
            """,
        },
        """
            enhed_id       | udfald       | aarsag  | gruppe
            I1@2021-01-12  | ikke_opfyldt | mangler | forebyggende_52
            I2@2021-01-12  | ikke_opfyldt | mangler | aflastning
            I3@2021-01-12  | ikke_opfyldt | mangler | anbringelse
            I7@2021-01-12  | ikke_opfyldt | mangler | anbringelse
            I10@2021-01-12 | ikke_opfyldt | mangler | anbringelse
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_opfoelgning(drawing, computed):
    """Cadence of a measure from its begin: the smaller of rhythm and first interval, then the rhythm."""
    assert computed[drawing.title] == drawing.expected_rows()
