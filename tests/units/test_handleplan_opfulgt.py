"""The plan of the child is followed up within the months."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 6}
DRAWINGS = (
    Drawing(
        "Der skal være en opfølgning i de seneste 6 måneder, hvor målopfølgningen er udfyldt, også en "
        "administrativ, men ikke en udeblivelse",
        {
            "handleplaner": """
                handleplan_id | sag_id | type | oprettet_dato
                P1            | S1     | barn | 2020-01-01
                P2            | S2     | barn | 2020-01-01
                P3            | S3     | barn | 2020-01-01
                P4            | S4     | barn | 2020-01-01
                P5            | S5     | barn | 2020-01-01
                P6            | S6     | barn | 2020-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form          | maalopfoelgning_udfyldt
                O1             | S1     | 2020-10-31 | administrativ | ja
                O2             | S2     | 2020-10-30 | moede         | ja
                O3             | S3     | 2021-04-30 | telefon       | ja
                O4             | S4     | 2021-05-01 | moede         | ja
                O5             | S5     | 2021-04-12 | udeblevet     | ja
                O6             | S6     | 2021-04-12 | moede         | nej
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | opfyldt      |
            S2       | ikke_opfyldt | mangler
            S3       | opfyldt      |
            S4       | ikke_opfyldt | mangler
            S5       | ikke_opfyldt | mangler
            S6       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Kun åbne sager med en handleplan for barnet, der er gældende og mindst 6 måneder gammel på "
        "opgørelsesdagen, tæller, og hver sag én gang",
        {
            "sager": "sag_id | lukket_dato\nS6 | 2021-04-30",
            "handleplaner": """
                handleplan_id | sag_id | type     | oprettet_dato | afsluttet_dato
                P1            | S1     | barn     | 2020-10-31    |
                P1b           | S1     | barn     | 2020-01-01    |
                P2            | S2     | barn     | 2020-11-01    |
                P3            | S3     | ungeplan | 2020-01-01    |
                P4            | S4     | barn     | 2020-01-01    | 2021-04-30
                P5            | S5     | barn     | 2020-01-01    | 2021-05-01
                P6            | S6     | barn     | 2020-01-01    |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | ikke_opfyldt | mangler
            S5       | ikke_opfyldt | mangler
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_handleplan_opfulgt(drawing, computed):
    """Stock: a case with a plan barn some months old; goals followed up in them."""
    assert computed[drawing.title] == drawing.expected_rows()
