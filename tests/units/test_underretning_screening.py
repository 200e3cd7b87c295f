"""A case is screened when an underretning comes."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 28, "fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "En screening af sagen skal være sat i gang senest 28 dage efter modtagelsen",
        {
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt
                U1              | S1     | 2021-04-02 10:00
                U2              | S2     | 2021-04-01 10:00
                U3              | S3     | 2021-04-02 10:00
                U4              | S4     | 2021-04-02 10:00
                U5              | S5     | 2021-04-03 10:00
            """,
            "afdaekninger": """
                afdaekning_id | sag_id | type       | startet_dato
                A1            | S1     | screening  | 2021-04-02
                A2            | S2     | screening  | 2021-04-30
                A3            | S3     | afdaekning | 2021-04-12
                A4            | S4     | screening  | 2021-04-01
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            U1       | opfyldt      |          | 2021-04-30 | 2021-04-02
            U2       | ikke_opfyldt | for_sent | 2021-04-29 | 2021-04-30
            U3       | ikke_opfyldt | mangler  | 2021-04-30 |
            U4       | ikke_opfyldt | mangler  | 2021-04-30 |
            U5       | afventer     |          | 2021-05-01 |
        """,
    ),
    Drawing(
        "Kun underretninger med en sag, modtaget fra skæringsdagen, tæller; lukkes sagen inden fristen, "
        "fordi barnet flyttede, fyldte 18 år eller døde, er underretningen undtaget",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS3 | 2021-04-30 | doed",
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt
                U1              |        | 2021-04-02 10:00
                U2              | S2     | 2021-04-01 10:00
                U3              | S3     | 2021-04-02 10:00
            """,
        },
        "enhed_id | udfald\nU3 | undtaget",
        parameters={"fra_dato": "2021-04-02"},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_screening(drawing, computed):
    """Deadline: an underretning of a case; the first screening of it from its day on."""
    assert computed[drawing.title] == drawing.expected_rows()
