"""3.2 Children from 8 years take part in follow-up meetings."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"mindste_alder": 8}
DRAWINGS = (
    Drawing(
        "Barnet skal deltage; et barn, der ikke deltog på grund af sit funktionsniveau, er undtaget",
        {
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | barn_deltog | barn_undtaget
                O1             | S1     | 2021-04-12 | moede | ja          |
                O2             | S2     | 2021-04-12 | moede | nej         |
                O3             | S3     | 2021-04-12 | moede |             |
                O4             | S4     | 2021-04-12 | moede | nej         | ja
                O5             | S5     | 2021-04-12 | moede | ja          | ja
                O6             | S6     | 2021-04-12 | moede | nej         | nej
            """
        },
        """
            enhed_id      | udfald       | aarsag  | haendelsesdato
            S1@2021-04-12 | opfyldt      |         | 2021-04-12
            S2@2021-04-12 | ikke_opfyldt | indhold | 2021-04-12
            S3@2021-04-12 | ikke_opfyldt | mangler | 2021-04-12
            S4@2021-04-12 | undtaget     |         | 2021-04-12
            S5@2021-04-12 | opfyldt      |         | 2021-04-12
            S6@2021-04-12 | ikke_opfyldt | indhold | 2021-04-12
        """,
    ),
    Drawing(
        "Kun møder om børn, der er fyldt 8 år på dagen, tæller; uden fødselsdato tæller mødet ikke",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2013-04-12
                S2     | 2013-04-13
                S3     |
                S4     | 2004-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | barn_deltog
                O1             | S1     | 2021-04-12 | moede | ja
                O2             | S2     | 2021-04-12 | moede | ja
                O3             | S3     | 2021-04-12 | moede | ja
                O4             | S4     | 2021-04-12 | moede | ja
            """,
        },
        "enhed_id | udfald\nS1@2021-04-12 | opfyldt\nS4@2021-04-12 | opfyldt",
    ),
    Drawing(
        "Den, der er født den 29. februar, fylder i andre år end skudår på månedens sidste dag",
        {
            "sager": "sag_id | foedselsdato\nS1 | 2012-02-29",
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | barn_deltog
                O1             | S1     | 2021-02-27 | moede | ja
                O2             | S1     | 2021-02-28 | moede | ja
            """,
        },
        "enhed_id | udfald\nS1@2021-02-28 | opfyldt",
        period="2021-02",
        parameters={"mindste_alder": 9},
    ),
    Drawing(
        "Opfølgninger i samme sag på samme dag er ét møde, og kun møder tæller",
        {
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form          | barn_deltog | barn_undtaget
                O1             | S1     | 2021-04-12 | moede         | nej         |
                O2             | S1     | 2021-04-12 | moede         | ja          |
                O3             | S1     | 2021-04-13 | moede         | nej         |
                O4             | S1     | 2021-04-13 | telefon       | ja          | ja
                O9             | S1     | 2021-04-13 | udeblevet     | ja          | ja
                O10            | S1     | 2021-04-16 | udeblevet     | nej         |
                O5             | S2     | 2021-04-12 | besoeg        | ja          |
                O6             | S2     | 2021-04-14 | administrativ | ja          |
                O7             | S2     | 2021-04-15 | moede         | nej         | nej
                O8             | S2     | 2021-04-15 | moede         | nej         | ja
            """
        },
        """
            enhed_id      | udfald       | aarsag
            S1@2021-04-12 | opfyldt      |
            S1@2021-04-13 | ikke_opfyldt | indhold
            S2@2021-04-15 | undtaget     |
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_moede_barn_deltog(drawing, computed):
    """Event: a meeting about a child 8 full years or more; barn_deltog; else barn_undtaget is exempt."""
    assert computed[drawing.title] == drawing.expected_rows()
