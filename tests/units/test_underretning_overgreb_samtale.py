"""A child is talked with when abuse is suspected."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"paragraffer": ["137", "155a"], "dage": 28, "fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "En samtale efter en af paragrafferne skal være afholdt i sagen senest 28 dage efter modtagelsen",
        {
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | overgreb
                U1              | S1     | 2021-04-02 10:00   | ja
                U2              | S2     | 2021-04-01 10:00   | ja
                U3              | S3     | 2021-04-02 10:00   | ja
                U4              | S4     | 2021-04-02 10:00   | ja
                U5              | S5     | 2021-04-02 10:00   | ja
                U6              | S6     | 2021-04-03 10:00   | ja
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                B1         | S1     | 2021-04-30 | 137      | afholdt
                B2         | S2     | 2021-04-30 | 155a     | afholdt
                B3         | S3     | 2021-04-12 | 48       | afholdt
                B4         | S4     | 2021-04-12 | 137      | undladt_begrundet
                B5         | S5     | 2021-04-01 | 137      | afholdt
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            U1       | opfyldt      |          | 2021-04-30 | 2021-04-30
            U2       | ikke_opfyldt | for_sent | 2021-04-29 | 2021-04-30
            U3       | ikke_opfyldt | mangler  | 2021-04-30 |
            U4       | ikke_opfyldt | mangler  | 2021-04-30 |
            U5       | ikke_opfyldt | mangler  | 2021-04-30 |
            U6       | afventer     |          | 2021-05-01 |
        """,
    ),
    Drawing(
        "Kun underretninger om overgreb, modtaget fra skæringsdagen, tæller; uden en sag er de undtaget og "
        "afventer intet",
        {
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | overgreb
                U1              | S1     | 2021-04-02 10:00   | nej
                U2              | S2     | 2021-04-02 10:00   |
                U3              | S3     | 2021-04-01 10:00   | ja
                U4              |        | 2021-04-02 10:00   | ja
                U5              |        | 2021-04-03 10:00   | ja
            """,
        },
        "enhed_id | udfald\nU4 | undtaget",
        parameters={"fra_dato": "2021-04-02"},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_overgreb_samtale(drawing, computed):
    """Deadline: an underretning of abuse; the first talk of the sections held in the case from its day on."""
    assert computed[drawing.title] == drawing.expected_rows()
