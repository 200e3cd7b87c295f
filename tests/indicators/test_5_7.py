# ruff: noqa: E501 - a drawn table is not broken over several lines
"""5.7 The professional who notified takes part in the hearing."""

from __future__ import annotations

import pytest

from tests.indicators.tegning import Tegning

INDIKATOR = "5.7"
TEGNINGER = (
    Tegning(
        "Underretteren skal være inddraget i partshøringen; er det ikke udfyldt, mangler det",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2021-04-01 10:00   | 2021-04-10        | ja
                U2              | fagperson        | 2021-04-01 10:00   | 2021-04-10        | nej
                U3              | fagperson        | 2021-04-01 10:00   | 2021-04-10        |
            """
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            U1       | opfyldt      |         | 2021-04-10
            U2       | ikke_opfyldt | indhold | 2021-04-10
            U3       | ikke_opfyldt | mangler | 2021-04-10
        """,
    ),
    Tegning(
        "Kun underretninger fra fagpersoner, hvor der er holdt partshøring på dagen eller senere, tæller",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2021-04-10 10:00   | 2021-04-10        | ja
                U2              | fagperson        | 2021-04-10 10:00   | 2021-04-09        | ja
                U3              | fagperson        | 2021-04-10 10:00   |                   | ja
                U4              | privat           | 2021-04-10 10:00   | 2021-04-10        | ja
                U5              | anonym           | 2021-04-10 10:00   | 2021-04-10        | ja
                U6              | myndighed        | 2021-04-10 10:00   | 2021-04-10        | ja
            """
        },
        "enhed_id | udfald\nU1 | opfyldt",
    ),
    Tegning(
        "Underretningen tæller i partshøringens måned, også når høringen kom for sent, eller sagen er lukket",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS | 2021-03-20 | fraflyttet",
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2021-02-01 10:00   | 2021-04-30        | nej
                U2              | fagperson        | 2021-03-01 10:00   | 2021-03-31        | ja
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag
            U1       | 2021-04 | ikke_opfyldt | indhold
            U2       | 2021-03 | opfyldt      |
        """,
    ),
    Tegning(
        "Kun underretninger modtaget fra 1. oktober 2020 måles",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | partshoering_dato | underretter_inddraget
                U1              | fagperson        | 2020-09-30 23:59   | 2020-10-10        | ja
                U2              | fagperson        | 2020-10-01 00:00   | 2020-10-10        | ja
            """
        },
        "enhed_id | udfald\nU2 | opfyldt",
        periode="2020-10",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_5_7(tegning, beregnet):
    """Event: as 5.1, of a professional, at a partshoering_dato not before modtaget; underretter_inddraget."""
    assert beregnet[tegning.titel] == tegning.ventet()
