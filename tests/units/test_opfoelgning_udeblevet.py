"""How often families do not come to what was agreed."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "antal"
DRAWINGS = (
    Drawing(
        "En sag tæller højst én gang om dagen, uanset hvor mange aftaler familien udeblev fra",
        {
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato | form
                O1 | S1 | I1 | 2021-04-12 | udeblevet
                O2 | S1 | I2 | 2021-04-12 | udeblevet
                O3 | S1 | | 2021-04-13 | udeblevet
                O4 | S2 | | 2021-04-12 | udeblevet
            """
        },
        """
            enhed_id | udfald | vaerdi | sag_id | haendelsesdato
            S1@2021-04-12 | opgjort | 1 | S1 | 2021-04-12
            S1@2021-04-13 | opgjort | 1 | S1 | 2021-04-13
            S2@2021-04-12 | opgjort | 1 | S2 | 2021-04-12
        """,
    ),
    Drawing(
        "Kun udeblivelser i måneden tæller; er der også holdt møde den dag, er familien stadig udeblevet",
        {
            "opfoelgninger": """
                opfoelgning_id | dato       | form
                O1             | 2021-03-31 | udeblevet
                O2             | 2021-04-01 | udeblevet
                O3             | 2021-04-30 | udeblevet
                O4             | 2021-05-01 | udeblevet
                O5             | 2021-04-12 | moede
                O6             | 2021-04-12 | telefon
                O7             | 2021-04-30 | moede
            """
        },
        "enhed_id | udfald | vaerdi\nS@2021-04-01 | opgjort | 1\nS@2021-04-30 | opgjort | 1",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_opfoelgning_udeblevet(drawing, computed):
    """Event: opfoelgninger of form udeblevet, one per case and day, counted."""
    assert computed[drawing.title] == drawing.expected_rows()
