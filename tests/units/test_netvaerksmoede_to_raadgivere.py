# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Two caseworkers take part in a network meeting."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"kun_under_bfu": True}
DRAWINGS = (
    Drawing(
        "To eller flere rådgivere skal være med; er antallet ikke udfyldt, mangler det",
        {
            "undersoegelser": "bfu_id | startet_dato\nB | 2021-01-01",
            "aktiviteter": """
                aktivitet_id | dato | type | undertype | antal_raadgivere
                K0 | 2021-04-12 | moede | netvaerksmoede | 0
                K1 | 2021-04-12 | moede | netvaerksmoede | 1
                K2 | 2021-04-12 | moede | netvaerksmoede | 2
                K3 | 2021-04-12 | moede | netvaerksmoede | 3
                K4 | 2021-04-12 | moede | netvaerksmoede |
                K5 | 2021-04-12 | moede | familieraadslagning | 2
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            K0       | ikke_opfyldt | indhold | 2021-04-12
            K1       | ikke_opfyldt | indhold | 2021-04-12
            K2       | opfyldt      |         | 2021-04-12
            K3       | opfyldt      |         | 2021-04-12
            K4       | ikke_opfyldt | mangler | 2021-04-12
        """,
    ),
    Drawing(
        "Kun netværksmøder i en sag, hvor en undersøgelse er i gang den dag, tæller, også en, der senere "
        "afbrydes",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | afslutning
                B1     | S1     | 2021-04-10   | 2021-04-20     | afbrudt
                B2     | S2     | 2021-04-10   |                |
                B3     | S1     | 2021-01-01   | 2021-04-15     |
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type     | undertype      | antal_raadgivere
                K1           | S1     | 2021-04-10 | moede    | netvaerksmoede | 2
                K2           | S1     | 2021-04-20 | moede    | netvaerksmoede | 2
                K3           | S1     | 2021-04-21 | moede    | netvaerksmoede | 2
                K4           | S2     | 2021-04-09 | moede    | netvaerksmoede | 2
                K5           | S2     | 2021-04-30 | moede    | netvaerksmoede | 2
                K6           | S3     | 2021-04-12 | moede    | netvaerksmoede | 2
                K7           |        | 2021-04-12 | sparring | netvaerksmoede | 2
            """,
        },
        "enhed_id | udfald\nK1 | opfyldt\nK2 | opfyldt\nK5 | opfyldt",
    ),
    Drawing(
        "Måler planen alle netværksmøder, tæller de også, når ingen undersøgelse er i gang, og et uden sag "
        "hører til rådgiverens eget team",
        {
            "raadgivere": "raadgiver_id | team_id\nRA | A",
            "sagsfordeling": "sag_id | fra_dato | team_id | raadgiver_id\nS1 | 2021-01-01 | B | RB",
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type     | undertype      | antal_raadgivere | raadgiver_id
                K1           | S1     | 2021-04-12 | moede    | netvaerksmoede | 2                | RA
                K2           |        | 2021-04-12 | sparring | netvaerksmoede | 1                | RA
            """,
        },
        """
            enhed_id | udfald       | aarsag  | team_id | raadgiver_id
            K1       | opfyldt      |         | B       | RB
            K2       | ikke_opfyldt | indhold | A       | RA
        """,
        parameters={"kun_under_bfu": False},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_netvaerksmoede_to_raadgivere(drawing, computed):
    """Event: an aktivitet netvaerksmoede, of a case with a BFU that day; antal_raadgivere 2 or more."""
    assert computed[drawing.title] == drawing.expected_rows()
