"""6.2 A network meeting is held during the BFU."""

from __future__ import annotations

import pytest

from tests.indicators.tegning import Tegning

INDIKATOR = "6.2"
TEGNINGER = (
    Tegning(
        "Et netværksmøde i sagen fra undersøgelsens første til dens sidste dag er opfyldt",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
                B3     | S3     | 2021-02-01   | 2021-04-12
                B4     | S4     | 2021-02-01   | 2021-04-12
                B5     | S5     | 2021-02-01   | 2021-04-12
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type  | undertype
                K1           | S1     | 2021-02-01 | moede | netvaerksmoede
                K2           | S2     | 2021-04-12 | moede | netvaerksmoede
                K3           | S3     | 2021-01-31 | moede | netvaerksmoede
                K4           | S4     | 2021-04-13 | moede | netvaerksmoede
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B1       | opfyldt      |
            B2       | opfyldt      |
            B3       | ikke_opfyldt | mangler
            B4       | ikke_opfyldt | mangler
            B5       | ikke_opfyldt | mangler
        """,
    ),
    Tegning(
        "Andre aktiviteter, også familierådslagning, er ikke et netværksmøde, og typen er uden betydning",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type    | undertype
                K1           | S1     | 2021-03-01 | moede   | familieraadslagning
                K2           | S1     | 2021-03-01 | moede   | netvaerkskort
                K3           | S1     | 2021-03-01 | moede   |
                K4           | S2     | 2021-03-01 | kontakt | netvaerksmoede
            """,
        },
        "enhed_id | udfald | aarsag\nB1 | ikke_opfyldt | mangler\nB2 | opfyldt |",
    ),
    Tegning(
        "Kun undersøgelser, der er afsluttet i måneden og ikke afbrudt, tæller",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning
                B1     | 2021-02-01   | 2021-04-30     | faerdig
                B2     | 2021-02-01   | 2021-04-30     | afbrudt
                B3     | 2021-02-01   | 2021-05-01     | faerdig
                B4     | 2021-02-01   |                |
            """,
            "aktiviteter": "aktivitet_id | dato | type | undertype\nK1 | 2021-03-01 | moede | netvaerksmoede",
        },
        "enhed_id | udfald\nB1 | opfyldt",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_6_2(tegning, beregnet):
    """Event: a BFU at its end; an aktivitet netvaerksmoede of the case in [startet, afsluttet]."""
    assert beregnet[tegning.titel] == tegning.ventet()
