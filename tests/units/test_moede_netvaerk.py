# ruff: noqa: E501 - a drawn table is not broken over several lines
"""3.3 Both networks take part in follow-up meetings."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"under_alder": None}
DRAWINGS = (
    Drawing(
        "Både det private og det professionelle netværk skal deltage",
        {
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | privat_netvaerk_deltog | professionelt_netvaerk_deltog
                O1             | S1     | 2021-04-12 | moede | ja                     | ja
                O2             | S2     | 2021-04-12 | moede | nej                    | ja
                O3             | S3     | 2021-04-12 | moede | ja                     | nej
                O4             | S4     | 2021-04-12 | moede | ja                     |
                O5             | S5     | 2021-04-12 | moede |                        |
                O6             | S6     | 2021-04-12 | moede | nej                    | nej
                O7             | S7     | 2021-04-12 | moede |                        | ja
            """
        },
        """
            enhed_id      | udfald       | aarsag
            S1@2021-04-12 | opfyldt      |
            S2@2021-04-12 | ikke_opfyldt | indhold
            S3@2021-04-12 | ikke_opfyldt | indhold
            S4@2021-04-12 | ikke_opfyldt | mangler
            S5@2021-04-12 | ikke_opfyldt | mangler
            S6@2021-04-12 | ikke_opfyldt | indhold
            S7@2021-04-12 | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Opfølgninger i samme sag på samme dag er ét møde, hvor netværkene kan være registreret hver for sig",
        {
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form      | privat_netvaerk_deltog | professionelt_netvaerk_deltog
                O1             | S1     | 2021-04-12 | moede     | ja                     | nej
                O2             | S1     | 2021-04-12 | moede     | nej                    | ja
                O3             | S2     | 2021-04-12 | moede     | ja                     | nej
                O4             | S2     | 2021-04-12 | telefon   | nej                    | ja
                O5             | S1     | 2021-04-13 | besoeg    | ja                     | ja
                O6             | S1     | 2021-04-14 | udeblevet | ja                     | ja
            """
        },
        """
            enhed_id      | udfald       | aarsag
            S1@2021-04-12 | opfyldt      |
            S2@2021-04-12 | ikke_opfyldt | indhold
        """,
    ),
    Drawing(
        "Alle møder i måneden tæller, uanset barnets alder",
        {
            "sager": "sag_id | foedselsdato\nS1 | 2021-01-01\nS2 |",
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | privat_netvaerk_deltog | professionelt_netvaerk_deltog
                O1             | S1     | 2021-04-30 | moede | ja                     | ja
                O2             | S2     | 2021-04-01 | moede | ja                     | ja
                O3             | S2     | 2021-05-01 | moede | ja                     | ja
                O4             | S2     | 2021-03-31 | moede | ja                     | ja
            """,
        },
        "enhed_id | udfald\nS1@2021-04-30 | opfyldt\nS2@2021-04-01 | opfyldt",
    ),
    Drawing(
        "Med en aldersgrænse tæller kun møder i projektets sager",
        {
            "sager": """
                sag_id | foedselsdato | projekt_undtaget
                S1     | 2014-04-12   |
                S2     | 2014-04-13   |
                S3     | 2018-01-01   | ja
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form  | privat_netvaerk_deltog | professionelt_netvaerk_deltog
                O1             | S1     | 2021-04-12 | moede | ja                     | ja
                O2             | S2     | 2021-04-12 | moede | ja                     | ja
                O3             | S3     | 2021-04-12 | moede | ja                     | ja
            """,
        },
        "enhed_id | udfald\nS2@2021-04-12 | opfyldt",
        parameters={"under_alder": 7},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_moede_netvaerk(drawing, computed):
    """Event: a meeting; privat_netvaerk_deltog and professionelt_netvaerk_deltog."""
    assert computed[drawing.title] == drawing.expected_rows()
