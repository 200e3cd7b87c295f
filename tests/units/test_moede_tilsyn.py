# ruff: noqa: E501 - a drawn table is not broken over several lines
"""7.8 Meetings about placements go with supervision of the place."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 14}
DRAWINGS = (
    Drawing(
        "Der skal være ført tilsyn på anbringelsesstedet ved mødet",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form  | tilsyn_paa_anbringelsessted
                O1             | S1     | I1         | 2021-04-12 | moede | ja
                O2             | S2     | I2         | 2021-04-12 | moede | nej
                O3             | S3     | I3         | 2021-04-12 | moede |
                O4             | S1     | I1         | 2021-04-13 | moede | nej
                O5             | S1     |            | 2021-04-13 | moede | ja
            """,
        },
        """
            enhed_id      | udfald       | aarsag
            S1@2021-04-12 | opfyldt      |
            S2@2021-04-12 | ikke_opfyldt | indhold
            S3@2021-04-12 | ikke_opfyldt | mangler
            S1@2021-04-13 | opfyldt      |
        """,
    ),
    Drawing(
        "Et besøg med tilsyn i sagen samme dag eller i de 14 dage før er også nok",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato
                I1         | S1     | anbringelse | 2021-01-01
                I2         | S2     | anbringelse | 2021-01-01
                I3         | S3     | anbringelse | 2021-01-01
                I4         | S4     | anbringelse | 2021-01-01
                I5         | S5     | anbringelse | 2021-01-01
                I6         | S6     | anbringelse | 2021-01-01
                I7         | S7     | anbringelse | 2021-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form    | tilsyn_paa_anbringelsessted
                O1             | S1     | I1         | 2021-04-20 | moede   | nej
                O2             | S2     | I2         | 2021-04-20 | moede   | nej
                O3             | S3     | I3         | 2021-04-20 | moede   | nej
                O4             | S4     | I4         | 2021-04-20 | moede   | nej
                O5             | S5     | I5         | 2021-04-20 | moede   | nej
                O6             | S6     | I6         | 2021-04-20 | moede   | nej
                O7             | S7     | I7         | 2021-04-20 | moede   | nej
                B1             | S1     |            | 2021-04-20 | besoeg  | ja
                B2             | S2     | I2         | 2021-04-06 | besoeg  | ja
                B3             | S3     | I3         | 2021-04-05 | besoeg  | ja
                B4             | S4     | I4         | 2021-04-21 | besoeg  | ja
                B5             | S5     | I5         | 2021-04-15 | besoeg  | nej
                B6             | S6     | I6         | 2021-04-15 | telefon | ja
                B7             | S2     | I7         | 2021-04-15 | besoeg  | ja
            """,
        },
        """
            enhed_id      | udfald       | aarsag
            S1@2021-04-20 | opfyldt      |
            S2@2021-04-20 | opfyldt      |
            S3@2021-04-20 | ikke_opfyldt | indhold
            S4@2021-04-20 | ikke_opfyldt | indhold
            S5@2021-04-20 | ikke_opfyldt | indhold
            S6@2021-04-20 | ikke_opfyldt | indhold
            S7@2021-04-20 | ikke_opfyldt | indhold
        """,
    ),
    Drawing(
        "Et møde tæller, når det handler om en anbringelse, eller når det handler om hele sagen, og barnet er "
        "anbragt den dag, regnet fra anbringelsens egen startdag",
        {
            "indsatser": """
                indsats_id | sag_id | kategori        | start_dato | slut_dato
                I1         | S1     | anbringelse     | 2021-04-12 | 2021-04-14
                I2         | S1     | forebyggende_52 | 2021-01-01 |
                I3         | S2     | aflastning      | 2021-01-01 |
                I4         | S3     | anbringelse     | 2021-05-01 |
                I5         | S5     | anbringelse     | 2021-01-01 |
            """,
            "sager": "sag_id | oprettet_dato\nS5 | 2021-04-20",
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form      | tilsyn_paa_anbringelsessted
                O1             | S1     |            | 2021-04-11 | moede     | ja
                O2             | S1     |            | 2021-04-12 | moede     | ja
                O3             | S1     | I2         | 2021-04-13 | moede     | ja
                O4             | S1     |            | 2021-04-14 | moede     | ja
                O5             | S1     |            | 2021-04-15 | moede     | ja
                O6             | S1     | I1         | 2021-04-20 | moede     | ja
                O7             | S2     | I3         | 2021-04-12 | moede     | ja
                O8             | S2     |            | 2021-04-13 | moede     | ja
                O9             | S3     | I4         | 2021-04-12 | moede     | ja
                O10            | S4     | I1         | 2021-04-12 | moede     | ja
                O11            | S5     |            | 2021-04-12 | moede     | ja
                O12            | S1     | I1         | 2021-04-21 | udeblevet | ja
            """,
        },
        """
            enhed_id      | udfald
            S1@2021-04-12 | opfyldt
            S1@2021-04-14 | opfyldt
            S1@2021-04-20 | opfyldt
            S3@2021-04-12 | opfyldt
            S4@2021-04-12 | opfyldt
            S5@2021-04-12 | opfyldt
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_moede_tilsyn(drawing, computed):
    """Event: a meeting about an anbringelse; supervision at it, or at a besoeg that day or 14 days before."""
    assert computed[drawing.title] == drawing.expected_rows()
