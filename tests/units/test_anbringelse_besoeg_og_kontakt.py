"""A placed child is visited and the parents spoken with in the first weeks."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 14, "uden_tilbud": ["efterskole"]}
DRAWINGS = (
    Drawing(
        "Der skal både være aflagt besøg og været kontakt til forældrene senest 14 dage efter starten; den "
        "sidste af de to dage tæller",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-04-01
                I2         | S2     | anbringelse | 2021-04-01
                I3         | S3     | anbringelse | 2021-04-01
                I4         | S4     | anbringelse | 2021-04-01
                I5         | S5     | anbringelse | 2021-04-01
                I6         | S6     | anbringelse | 2021-04-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form    | foraeldre_deltog
                O1             | S1     | I1         | 2021-04-15 | besoeg  | ja
                O2             | S2     | I2         | 2021-04-05 | besoeg  |
                O2b            | S2     |            | 2021-04-16 | telefon | ja
                O3             | S3     | I3         | 2021-04-05 | besoeg  | nej
                O4             | S4     | I4         | 2021-04-05 | moede   | ja
                O5             | S5     | I5         | 2021-04-01 | besoeg  | ja
                O6             | S6     | I6         | 2021-04-05 | besoeg  |
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type
                K6           | S6     | 2021-04-09 | kontakt
                K6b          | S6     | 2021-04-20 | kontakt
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            I1       | opfyldt      |          | 2021-04-15 | 2021-04-15
            I2       | ikke_opfyldt | for_sent | 2021-04-15 | 2021-04-16
            I3       | ikke_opfyldt | mangler  | 2021-04-15 |
            I4       | ikke_opfyldt | mangler  | 2021-04-15 |
            I5       | ikke_opfyldt | mangler  | 2021-04-15 |
            I6       | opfyldt      |          | 2021-04-15 | 2021-04-09
        """,
    ),
    Drawing(
        "Forældrene er kontaktet, når de deltog i en af sagens opfølgninger, uanset hvilken indsats, men "
        "ikke ved en udeblivelse; andre aktiviteter end kontakt tæller ikke",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-04-01
                I1b        | S1     | aflastning  | 2021-01-01
                I2         | S2     | anbringelse | 2021-04-01
                I3         | S3     | anbringelse | 2021-04-01
                I4         | S4     | anbringelse | 2021-04-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form          | foraeldre_deltog
                O1             | S1     | I1         | 2021-04-05 | besoeg        |
                O1b            | S1     | I1b        | 2021-04-06 | administrativ | ja
                O2             | S2     | I2         | 2021-04-05 | besoeg        |
                O2b            | S2     | I2         | 2021-04-06 | udeblevet     | ja
                O3             | S3     | I3         | 2021-04-05 | besoeg        |
                O4             | S4     |            | 2021-04-05 | besoeg        | ja
            """,
            "aktiviteter": "aktivitet_id | sag_id | dato | type\nK3 | S3 | 2021-04-06 | moede",
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            I1       | opfyldt      |         | 2021-04-06
            I2       | ikke_opfyldt | mangler |
            I3       | ikke_opfyldt | mangler |
            I4       | opfyldt      |         | 2021-04-05
        """,
    ),
    Drawing(
        "Kun anbringelser, der stadig løber på fristens dag, tæller, bortset fra efterskole; indtil fristen"
        " afventer de, så længe de løber",
        {
            "indsatser": """
                indsats_id | kategori    | tilbud     | start_dato | slut_dato
                I1         | anbringelse |            | 2021-04-01 | 2021-04-15
                I2         | anbringelse | friplads   | 2021-04-01 | 2021-04-16
                I3         | anbringelse | efterskole | 2021-04-01 |
                I4         | aflastning  |            | 2021-04-01 |
                I5         | anbringelse |            |            |
                I6         | anbringelse |            | 2021-04-20 |
                I7         | anbringelse |            | 2021-04-20 | 2021-04-30
                I8         | anbringelse |            | 2021-04-20 | 2021-05-01
            """,
        },
        """
            enhed_id | udfald       | aarsag  | frist_dato
            I2       | ikke_opfyldt | mangler | 2021-04-15
            I6       | afventer     |         | 2021-05-04
            I8       | afventer     |         | 2021-05-04
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_anbringelse_besoeg_og_kontakt(drawing, computed):
    """Deadline (f): a visit of the placement and a contact with the parents, both after its begin."""
    assert computed[drawing.title] == drawing.expected_rows()
