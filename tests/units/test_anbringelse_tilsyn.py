# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Placed children are visited where they live, and talked with."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 12, "besoeg": 2}
DRAWINGS = (
    Drawing(
        "Der skal være mindst to dage i de seneste 12 måneder med et møde eller et besøg, hvor der er ført "
        "tilsyn på anbringelsesstedet og talt med barnet",
        {
            "indsatser": """
                indsats_id | sag_id | kategori | start_dato
                I1 | S1 | anbringelse | 2019-01-01
                I2 | S2 | anbringelse | 2019-01-01
                I3 | S3 | anbringelse | 2019-01-01
                I4 | S4 | anbringelse | 2019-01-01
                I5 | S5 | anbringelse | 2019-01-01
                I6 | S6 | anbringelse | 2019-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form   | tilsyn_paa_anbringelsessted | talt_med_barnet
                O1a            | S1     | 2020-05-01 | besoeg | ja                          | ja
                O1b            | S1     | 2021-04-30 | moede  | ja                          | ja
                O2a            | S2     | 2020-04-30 | besoeg | ja                          | ja
                O2b            | S2     | 2021-04-30 | besoeg | ja                          | ja
                O3a            | S3     | 2021-01-01 | besoeg | ja                          | ja
                O3b            | S3     | 2021-01-01 | moede  | ja                          | ja
                O4a            | S4     | 2021-01-01 | besoeg | ja                          | ja
                O4b            | S4     | 2021-05-01 | besoeg | ja                          | ja
                O5a            | S5     | 2020-06-01 | besoeg | ja                          | ja
                O5b            | S5     | 2020-09-01 | besoeg | ja                          | ja
                O5c            | S5     | 2021-01-01 | besoeg | ja                          | ja
            """,
        },
        """
            enhed_id | udfald       | aarsag  | referencedato | haendelsesdato
            S1       | opfyldt      |         | 2021-04-30    |
            S2       | ikke_opfyldt | mangler | 2021-04-30    |
            S3       | ikke_opfyldt | mangler | 2021-04-30    |
            S4       | ikke_opfyldt | mangler | 2021-04-30    |
            S5       | opfyldt      |         | 2021-04-30    |
            S6       | ikke_opfyldt | mangler | 2021-04-30    |
        """,
    ),
    Drawing(
        "Tilsyn uden en samtale med barnet, en samtale uden tilsyn og opfølgning på andre måder tæller ikke",
        {
            "indsatser": "indsats_id | sag_id | kategori | start_dato\nI1 | S1 | anbringelse | 2019-01-01",
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form          | tilsyn_paa_anbringelsessted | talt_med_barnet
                O1             | S1     | 2021-01-01 | besoeg        | ja                          | nej
                O2             | S1     | 2021-01-02 | besoeg        | nej                         | ja
                O3             | S1     | 2021-01-03 | besoeg        | ja                          |
                O4             | S1     | 2021-01-04 | telefon       | ja                          | ja
                O5             | S1     | 2021-01-05 | administrativ | ja                          | ja
                O6             | S1     | 2021-01-06 | udeblevet     | ja                          | ja
                O7             | S1     | 2021-01-07 | besoeg        | ja                          | nej
                O8             | S1     | 2021-01-07 | moede         | nej                         | ja
                O9             | S1     | 2021-01-08 | besoeg        | ja                          | ja
            """,
        },
        "enhed_id | udfald | aarsag\nS1 | ikke_opfyldt | mangler",
    ),
    Drawing(
        "Kun sager, hvor en anbringelse i gang har varet 12 måneder på opgørelsesdagen, tæller, og hver sag én "
        "gang; for en familie, der er flyttet til, regnes fra den dag, sagen blev oprettet",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato | lukket_aarsag
                S6     | 2019-01-01    | 2021-04-30  | afsluttet
                S7     | 2020-04-30    |             |
                S8     | 2020-05-01    |             |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato  | bortfaldet_dato
                I0         | S0     | anbringelse | 2020-04-30 |            |
                I1         | S1     | anbringelse | 2020-02-01 |            |
                I1b        | S1     | anbringelse | 2020-01-01 |            |
                I2         | S2     | anbringelse | 2020-05-01 |            |
                I3         | S3     | anbringelse | 2020-01-01 | 2021-04-30 |
                I3b        | S3     | anbringelse | 2021-04-30 |            |
                I4         | S4     | aflastning  | 2020-01-01 |            |
                I5         | S5     | anbringelse | 2020-01-01 |            | 2021-04-30
                I6         | S6     | anbringelse | 2020-01-01 |            |
                I7         | S7     | anbringelse | 2019-06-01 |            |
                I8         | S8     | anbringelse | 2019-06-01 |            |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S0       | ikke_opfyldt | mangler
            S1       | ikke_opfyldt | mangler
            S7       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Tilsynet hører til den sag, opfølgningen er registreret på",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2020-01-01
                I2         | S2     | anbringelse | 2020-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form   | tilsyn_paa_anbringelsessted | talt_med_barnet
                O1             | S2     | I1         | 2021-04-12 | besoeg | ja                          | ja
                O2             | S2     |            | 2021-04-13 | besoeg | ja                          | ja
            """,
        },
        "enhed_id | udfald | aarsag\nS1 | ikke_opfyldt | mangler\nS2 | opfyldt |",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_anbringelse_tilsyn(drawing, computed):
    """Stock: a case placed for the months; so many days with supervision and a talk with the child in them."""
    assert computed[drawing.title] == drawing.expected_rows()
