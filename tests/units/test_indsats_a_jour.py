# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Whether an active measure is followed up to date on the day."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"hoejst_maaneder": 6, "foerste_maaneder": 3}
DRAWINGS = (
    Drawing(
        "Er der holdt møde, skal det næste holdes inden 6 måneder: dagen før den dag er indsatsen à jour, på "
        "dagen ikke; det seneste møde tæller",
        {
            "indsatser": """
                indsats_id | kategori    | start_dato
                I1         | anbringelse | 2020-09-01
                I2         | anbringelse | 2020-09-01
                I3         | anbringelse | 2020-09-01
            """,
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | I1         | 2020-11-01 | moede
                O2             | I2         | 2020-10-30 | moede
                O3             | I3         | 2020-10-15 | moede
                O4             | I3         | 2021-04-30 | moede
                O5             | I3         | 2021-05-01 | moede
            """,
        },
        """
            enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato | referencedato
            I1       | opfyldt      |          | 2020-09-01 | 2021-05-01 | 2020-11-01     | 2021-04-30
            I2       | ikke_opfyldt | for_sent | 2020-09-01 | 2021-04-30 | 2020-10-30     | 2021-04-30
            I3       | opfyldt      |          | 2020-09-01 | 2021-10-30 | 2021-04-30     | 2021-04-30
        """,
    ),
    Drawing(
        "Er der endnu ikke holdt møde, skal det første holdes inden 3 måneder fra start; indtil den dag "
        "afventer indsatsen",
        {
            "indsatser": """
                indsats_id | kategori    | start_dato
                I1         | anbringelse | 2021-02-01
                I2         | anbringelse | 2021-01-31
                I3         | anbringelse | 2021-04-30
            """
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            I1       | afventer     |          | 2021-05-01 |
            I2       | ikke_opfyldt | for_sent | 2021-04-30 |
            I3       | afventer     |          | 2021-07-30 |
        """,
    ),
    Drawing(
        "Er der aftalt en kortere rytme på 1 til 6 måneder, gælder den; andre tal tæller som 6 måneder",
        {
            "indsatser": """
                indsats_id | kategori        | start_dato | opfoelgning_maaneder
                I1         | forebyggende_52 | 2021-02-15 | 1
                I2         | forebyggende_52 | 2021-02-15 | 2
                I3         | forebyggende_52 | 2021-02-15 | 4
                I4         | forebyggende_52 | 2021-02-15 | 7
                I5         | forebyggende_52 | 2021-02-15 | 0
                J1         | forebyggende_52 | 2021-02-15 | 1
                J4         | forebyggende_52 | 2021-02-15 | 4
                J6         | forebyggende_52 | 2021-02-15 | 6
                J7         | forebyggende_52 | 2021-02-15 | 7
                J0         | forebyggende_52 | 2021-02-15 | 0
            """,
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | J1         | 2021-03-10 | moede
                O4             | J4         | 2021-03-10 | moede
                O6             | J6         | 2021-03-10 | moede
                O7             | J7         | 2021-03-10 | moede
                O0             | J0         | 2021-03-10 | moede
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato
            I1       | ikke_opfyldt | for_sent | 2021-03-15
            I2       | ikke_opfyldt | for_sent | 2021-04-15
            I3       | afventer     |          | 2021-05-15
            I4       | afventer     |          | 2021-05-15
            I5       | afventer     |          | 2021-05-15
            J1       | ikke_opfyldt | for_sent | 2021-04-10
            J4       | opfyldt      |          | 2021-07-10
            J6       | opfyldt      |          | 2021-09-10
            J7       | opfyldt      |          | 2021-09-10
            J0       | opfyldt      |          | 2021-09-10
        """,
    ),
    Drawing(
        "Kun møder efter indsatsens første dag tæller, om indsatsen selv eller om hele sagen, men ikke om en "
        "anden indsats; en udeblivelse er intet møde",
        {
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato
                I1         | S1     | aflastning | 2021-02-15
                I2         | S1     | aflastning | 2021-02-15
                I3         | S2     | aflastning | 2021-02-15
                I4         | S3     | aflastning | 2021-02-15
                I5         | S4     | aflastning | 2021-02-15
                I6         | S5     | aflastning | 2021-02-15
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-03-10 | moede
                O2             | S2     | I3         | 2021-02-15 | moede
                O3             | S3     |            | 2021-02-14 | moede
                O4             | S3     | I4         | 2021-03-10 | besoeg
                O5             | S3     |            | 2021-03-10 | telefon
                O6             | S1     | I5         | 2021-03-12 | moede
                O7             | S5     |            | 2021-02-16 | moede
                O8             | S3     | I4         | 2021-03-10 | udeblevet
                O9             | S3     |            | 2021-03-11 | administrativ
            """,
        },
        """
            enhed_id | udfald   | frist_dato | haendelsesdato
            I1       | opfyldt  | 2021-09-10 | 2021-03-10
            I2       | afventer | 2021-05-15 |
            I3       | afventer | 2021-05-15 |
            I4       | afventer | 2021-05-15 |
            I5       | opfyldt  | 2021-09-12 | 2021-03-12
            I6       | opfyldt  | 2021-08-16 | 2021-02-16
        """,
    ),
    Drawing(
        "Kun forebyggende foranstaltninger, aflastninger og anbringelser, der er i gang på "
        "opgørelsesdagen, måles",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     |             |
                S2     | 2021-04-30  | afsluttet
                S3     | 2021-05-01  | afsluttet
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | forebyggende_52   | 2021-04-30 | 2021-05-01 |
                I2         | S1     | aflastning        | 2021-04-30 |            | 2021-05-01
                I3         | S3     | anbringelse       | 2021-04-30 |            |
                I4         | S1     | forebyggende_11_3 | 2021-04-01 |            |
                I5         | S1     | anbringelse       | 2021-05-01 |            |
                I6         | S1     | anbringelse       | 2021-04-01 | 2021-04-30 |
                I7         | S1     | anbringelse       | 2021-04-01 |            | 2021-04-30
                I8         | S2     | anbringelse       | 2021-04-01 |            |
                I9         | S1     | anbringelse       |            |            |
            """,
        },
        "enhed_id | udfald\nI1 | afventer\nI2 | afventer\nI3 | afventer",
    ),
    Drawing(
        "Flytter en familie til med en indsats i gang, regnes fra den dag, sagen oprettes, og møder til og med "
        "den dag tæller ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2021-02-15\nS2 | 2021-02-15\nS3 | 2021-05-01",
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato
                I1         | S1     | aflastning | 2019-01-01
                I2         | S2     | aflastning | 2019-01-01
                I3         | S3     | aflastning | 2019-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-02-15 | moede
                O2             | S2     | I2         | 2021-02-16 | moede
            """,
        },
        """
            enhed_id | udfald   | startdato  | frist_dato | haendelsesdato
            I1       | afventer | 2021-02-15 | 2021-05-15 |
            I2       | opfyldt  | 2021-02-15 | 2021-08-16 | 2021-02-16
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_a_jour(drawing, computed):
    """Stock: an active 52; opgjort_pr before the day due by the last meeting after the begin, or by the begin."""
    assert computed[drawing.title] == drawing.expected_rows()
