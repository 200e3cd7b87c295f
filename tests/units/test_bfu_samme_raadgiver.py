# ruff: noqa: E501 - a drawn table is not broken over several lines
"""The caseworker who received the underretning makes the BFU."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 4}
DRAWINGS = (
    Drawing(
        "Den rådgiver, der fik sagens seneste underretning, skal have sagen på undersøgelsens startdag",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R9
                S1     | 2021-04-12 | T1      | R1
                S2     | 2019-01-01 | T1      | R1
                S2     | 2021-04-12 | T1      | R9
                S3     | 2019-01-01 | T1      |
                S4     | 2019-01-01 | T1      | R2
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2021-04-12
                B2     | S2     | 2021-04-12
                B3     | S3     | 2021-04-12
                B4     | S4     | 2021-04-12
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | raadgiver_id
                U1              | S1     | 2021-04-12 10:00   | R1
                U2              | S2     | 2021-04-01 10:00   | R1
                U3              | S3     | 2021-04-01 10:00   | R1
                U4a             | S4     | 2021-03-01 10:00   | R1
                U4b             | S4     | 2021-04-01 10:00   | R2
                U4c             | S4     | 2021-04-02 10:00   |
            """,
        },
        """
            enhed_id | udfald       | aarsag  | raadgiver_id | haendelsesdato
            B1       | opfyldt      |         | R1           | 2021-04-12
            B2       | ikke_opfyldt | indhold | R9           | 2021-04-12
            B3       | ikke_opfyldt | mangler |              | 2021-04-12
            B4       | opfyldt      |         | R2           | 2021-04-12
        """,
    ),
    Drawing(
        "Kun undersøgelser med en underretning i sagen i de 4 måneder før starten tæller; af to på samme "
        "tid gælder den med det største id",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2019-01-01 | T1      | R1
                S2     | 2019-01-01 | T1      | R1
                S3     | 2019-01-01 | T1      | R1
                S4     | 2019-01-01 | T1      | R1
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2021-04-12
                B2     | S2     | 2021-04-12
                B3     | S3     | 2021-04-12
                B4     | S4     | 2021-04-12
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | raadgiver_id
                U1              | S1     | 2020-12-12 10:00   | R1
                U2              | S2     | 2020-12-11 10:00   | R1
                U3              | S3     | 2021-04-13 10:00   | R1
                U4a             | S4     | 2021-04-01 10:00   | R9
                U4b             | S4     | 2021-04-01 10:00   | R1
            """,
        },
        """
            enhed_id | udfald
            B1       | opfyldt
            B4       | opfyldt
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_samme_raadgiver(drawing, computed):
    """Event: a BFU at its start; the latest underretning with a caseworker before it is of the caseworker of the case."""
    assert computed[drawing.title] == drawing.expected_rows()
