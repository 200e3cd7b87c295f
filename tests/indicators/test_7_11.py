"""7.11 Placed children are supervised every half year."""

from __future__ import annotations

import pytest

from tests.indicators.tegning import Tegning

INDIKATOR = "7.11"
TEGNINGER = (
    Tegning(
        "Der skal være ført tilsyn på anbringelsesstedet inden for de seneste 6 måneder, ved hvilken som "
        "helst opfølgning",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2020-01-01
                I2         | S2     | anbringelse | 2020-01-01
                I3         | S3     | anbringelse | 2020-01-01
                I4         | S4     | anbringelse | 2020-01-01
                I5         | S5     | anbringelse | 2020-01-01
                I6         | S6     | anbringelse | 2020-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form          | tilsyn_paa_anbringelsessted
                O1             | S1     | 2021-02-28 | besoeg        | ja
                O2             | S2     | 2021-03-01 | besoeg        | ja
                O3             | S3     | 2021-08-31 | administrativ | ja
                O4             | S4     | 2021-09-01 | besoeg        | ja
                O5             | S5     | 2021-06-01 | besoeg        | nej
            """,
        },
        """
            enhed_id | udfald       | aarsag  | referencedato | haendelsesdato
            S1       | ikke_opfyldt | mangler | 2021-08-31    |
            S2       | opfyldt      |         | 2021-08-31    |
            S3       | opfyldt      |         | 2021-08-31    |
            S4       | ikke_opfyldt | mangler | 2021-08-31    |
            S5       | ikke_opfyldt | mangler | 2021-08-31    |
            S6       | ikke_opfyldt | mangler | 2021-08-31    |
        """,
        periode="2021-08",
    ),
    Tegning(
        "Kun sager, hvor en anbringelse i gang har varet 6 måneder på opgørelsesdagen, tæller, og hver sag "
        "én gang",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS6 | 2021-04-30 | afsluttet",
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato  | bortfaldet_dato
                I0         | S0     | anbringelse | 2020-10-31 |            |
                I1         | S1     | anbringelse | 2020-02-01 |            |
                I1b        | S1     | anbringelse | 2020-01-01 |            |
                I2         | S2     | anbringelse | 2020-11-01 |            |
                I3         | S3     | anbringelse | 2020-01-01 | 2021-04-30 |
                I3b        | S3     | anbringelse | 2021-04-30 |            |
                I4         | S4     | aflastning  | 2020-01-01 |            |
                I5         | S5     | anbringelse | 2020-01-01 |            | 2021-04-30
                I6         | S6     | anbringelse | 2020-01-01 |            |
            """,
            "opfoelgninger": """
                opfoelgning_id | dato       | sag_id | indsats_id | form   | tilsyn_paa_anbringelsessted
                O1             | 2021-04-30 | S1     | I1b        | besoeg | ja
            """,
        },
        "enhed_id | udfald | aarsag\nS0 | ikke_opfyldt | mangler\nS1 | opfyldt |",
    ),
    Tegning(
        "Tilsynet hører til den sag, opfølgningen er registreret på",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2020-01-01
                I2         | S2     | anbringelse | 2020-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form   | tilsyn_paa_anbringelsessted
                O1             | S2     | I1         | 2021-04-12 | besoeg | ja
            """,
        },
        "enhed_id | udfald | aarsag\nS1 | ikke_opfyldt | mangler\nS2 | opfyldt |",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_7_11(tegning, beregnet):
    """Stock: a case placed for 6 months; a tilsyn_paa_anbringelsessted after opgjort_pr - 6 months."""
    assert beregnet[tegning.titel] == tegning.ventet()
