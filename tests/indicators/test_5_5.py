"""5.5 The 24-hour assessment gives its reasons."""

from __future__ import annotations

import pytest

from tests.indicators.tegning import Tegning

INDIKATOR = "5.5"
TEGNINGER = (
    Tegning(
        "Vurderingen skal være begrundet; er det ikke udfyldt, mangler det",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | 2021-04-12 10:00   | ja
                U2              | 2021-04-12 10:00   | nej
                U3              | 2021-04-12 10:00   |
            """
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato | frist_dato
            U1       | opfyldt      |         | 2021-04-13     |
            U2       | ikke_opfyldt | indhold | 2021-04-13     |
            U3       | ikke_opfyldt | mangler | 2021-04-13     |
        """,
    ),
    Tegning(
        "Underretningen tæller dagen efter, at den er modtaget",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | 2021-03-31 23:00   | ja
                U2              | 2021-04-29         | ja
                U3              | 2021-04-30 00:01   | ja
            """
        },
        """
            enhed_id | periode | udfald
            U1       | 2021-04 | opfyldt
            U2       | 2021-04 | opfyldt
            U3       | 2021-05 | opfyldt
        """,
        periode="2021-05",
    ),
    Tegning(
        "Er sagen lukket samme dag eller dagen efter, fordi barnet flyttede, blev 18 år eller døde, er en "
        "manglende begrundelse undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-12  | fraflyttet
                S2     | 2021-04-13  | fyldt_18
                S3     | 2021-04-11  | doed
                S4     | 2021-04-14  | doed
                S5     | 2021-04-12  | andet
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | S1     | 2021-04-12 10:00   |
                U2              | S2     | 2021-04-12 10:00   | nej
                U3              | S3     | 2021-04-12 10:00   |
                U4              | S4     | 2021-04-12 10:00   |
                U5              | S5     | 2021-04-12 10:00   | nej
                U6              | S1     | 2021-04-12 10:00   | ja
            """,
        },
        """
            enhed_id | udfald       | aarsag
            U1       | undtaget     |
            U2       | undtaget     |
            U3       | ikke_opfyldt | mangler
            U4       | ikke_opfyldt | mangler
            U5       | ikke_opfyldt | indhold
            U6       | opfyldt      |
        """,
    ),
    Tegning(
        "Kun underretninger modtaget fra 1. oktober 2020 måles",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | 2020-09-30 23:59   | ja
                U2              | 2020-10-01 00:00   | ja
            """
        },
        "enhed_id | udfald\nU2 | opfyldt",
        periode="2020-10",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_5_5(tegning, beregnet):
    """Event: as 5.1, at the day after it was received; vurdering_24t_begrundet; else the general undtaget."""
    assert beregnet[tegning.titel] == tegning.ventet()
