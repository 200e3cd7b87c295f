"""7.7 Measures are followed up in time."""

from __future__ import annotations

import pytest

from tests.indicators.tegning import Tegning

INDIKATOR = "7.7"
TEGNINGER = (
    Tegning(
        "Er der holdt møde, skal det næste holdes inden 6 måneder: på dagen er indsatsen à jour, dagen "
        "efter ikke",
        {
            "indsatser": """
                indsats_id | kategori    | start_dato
                I1         | anbringelse | 2020-09-01
                I2         | anbringelse | 2020-09-01
                I3         | anbringelse | 2020-09-01
            """,
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | I1         | 2020-10-31 | moede
                O2             | I2         | 2020-10-29 | moede
                O3             | I3         | 2020-10-15 | moede
                O4             | I3         | 2021-04-30 | moede
                O5             | I3         | 2021-05-01 | moede
            """,
        },
        """
            enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato | referencedato
            I1       | opfyldt      |          | 2020-09-01 | 2021-04-30 | 2020-10-31     | 2021-04-30
            I2       | ikke_opfyldt | for_sent | 2020-09-01 | 2021-04-29 | 2020-10-29     | 2021-04-30
            I3       | opfyldt      |          | 2020-09-01 | 2021-10-30 | 2021-04-30     | 2021-04-30
        """,
    ),
    Tegning(
        "Er der endnu ikke holdt møde, skal det første holdes inden 3 måneder fra start; indtil da "
        "afventer indsatsen",
        {
            "indsatser": """
                indsats_id | kategori    | start_dato
                I1         | anbringelse | 2021-01-31
                I2         | anbringelse | 2021-01-29
                I3         | anbringelse | 2021-04-30
            """
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            I1       | afventer     |          | 2021-04-30 |
            I2       | ikke_opfyldt | for_sent | 2021-04-29 |
            I3       | afventer     |          | 2021-07-30 |
        """,
    ),
    Tegning(
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
    Tegning(
        "Kun møder fra indsatsens start tæller, om indsatsen selv eller om hele sagen",
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
                O7             | S5     |            | 2021-02-15 | moede
            """,
        },
        """
            enhed_id | udfald   | frist_dato | haendelsesdato
            I1       | opfyldt  | 2021-09-10 | 2021-03-10
            I2       | afventer | 2021-05-15 |
            I3       | opfyldt  | 2021-08-15 | 2021-02-15
            I4       | afventer | 2021-05-15 |
            I5       | opfyldt  | 2021-09-12 | 2021-03-12
            I6       | opfyldt  | 2021-08-15 | 2021-02-15
        """,
    ),
    Tegning(
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
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_7_7(tegning, beregnet):
    """Stock: an active 52; due from the last meeting (or the start), opgjort_pr not after it."""
    assert beregnet[tegning.titel] == tegning.ventet()
