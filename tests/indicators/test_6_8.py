"""6.8 A BFU ends within 4 months."""

from __future__ import annotations

import pytest

from tests.indicators.tegning import Tegning

INDIKATOR = "6.8"
TEGNINGER = (
    Tegning(
        "En undersøgelse, der slutter på dagen 4 måneder efter, at kommunen blev opmærksom, er rettidig; "
        "dagen efter er den for sent, og er den ikke slut, mangler afslutningen",
        {
            "undersoegelser": """
                bfu_id | opmaerksom_dato | startet_dato | afsluttet_dato
                B1     | 2020-12-15      | 2020-12-20   | 2021-04-15
                B2     | 2020-12-15      | 2020-12-20   | 2021-04-16
                B3     | 2020-12-15      | 2020-12-20   |
                B4     |                 | 2020-12-20   | 2021-04-20
                B5     |                 | 2020-12-20   | 2021-04-21
                B6     | 2020-12-15      | 2020-12-10   | 2021-04-15
            """
        },
        """
            enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            B1       | opfyldt      |          | 2020-12-15 | 2021-04-15 | 2021-04-15
            B2       | ikke_opfyldt | for_sent | 2020-12-15 | 2021-04-15 | 2021-04-16
            B3       | ikke_opfyldt | mangler  | 2020-12-15 | 2021-04-15 |
            B4       | opfyldt      |          | 2020-12-20 | 2021-04-20 | 2021-04-20
            B5       | ikke_opfyldt | for_sent | 2020-12-20 | 2021-04-20 | 2021-04-21
            B6       | opfyldt      |          | 2020-12-15 | 2021-04-15 | 2021-04-15
        """,
    ),
    Tegning(
        "Fire måneder efter den 31. er månedens sidste dag, og en undersøgelse, der slutter, før kommunen "
        "blev opmærksom, er ikke slut",
        {
            "undersoegelser": """
                bfu_id | opmaerksom_dato | startet_dato | afsluttet_dato
                B1     | 2020-10-31      | 2020-10-31   | 2021-02-28
                B2     | 2020-10-31      | 2020-10-31   | 2021-03-01
                B3     | 2020-10-31      | 2020-10-01   | 2020-10-30
            """
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato
            B1       | opfyldt      |          | 2021-02-28
            B2       | ikke_opfyldt | mangler  | 2021-02-28
            B3       | ikke_opfyldt | mangler  | 2021-02-28
        """,
        periode="2021-02",
    ),
    Tegning(
        "En undersøgelse, der er afbrudt inden fristen, er undtaget; afbrudt senere er den aldrig opfyldt",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning
                B1     | 2020-12-15   | 2021-04-15     | afbrudt
                B2     | 2020-12-15   | 2021-04-16     | afbrudt
                B3     | 2020-12-15   | 2020-12-15     | afbrudt
                B4     | 2020-12-15   | 2021-04-15     |
            """
        },
        """
            enhed_id | udfald       | aarsag
            B1       | undtaget     |
            B2       | ikke_opfyldt | mangler
            B3       | undtaget     |
            B4       | opfyldt      |
        """,
    ),
    Tegning(
        "Er sagen lukket inden fristen, fordi barnet flyttede, blev 18 år eller døde, er en undersøgelse, "
        "der ikke var slut, undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-15  | fraflyttet
                S2     | 2020-12-15  | doed
                S3     | 2021-04-16  | fyldt_18
                S4     | 2021-02-01  | andet
                S5     | 2021-02-01  | fyldt_18
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2020-12-15   |
                B2     | S2     | 2020-12-15   |
                B3     | S3     | 2020-12-15   |
                B4     | S4     | 2020-12-15   |
                B5     | S5     | 2020-12-15   | 2021-02-01
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B1       | undtaget     |
            B2       | undtaget     |
            B3       | ikke_opfyldt | mangler
            B4       | ikke_opfyldt | mangler
            B5       | opfyldt      |
        """,
    ),
    Tegning(
        "En undersøgelse afventer, fra den begynder, til den er slut, er afbrudt, eller fristen kommer",
        {
            "undersoegelser": """
                bfu_id | opmaerksom_dato | startet_dato | afsluttet_dato | afslutning
                B1     | 2021-01-31      | 2021-02-10   | 2021-03-01     | faerdig
                B2     |                 | 2021-01-31   | 2021-02-28     | afbrudt
                B3     |                 | 2021-01-31   |                |
            """
        },
        """
            enhed_id | periode | udfald       | aarsag
            B1       | 2021-01 | afventer     |
            B1       | 2021-02 | afventer     |
            B1       | 2021-05 | opfyldt      |
            B2       | 2021-01 | afventer     |
            B2       | 2021-05 | undtaget     |
            B3       | 2021-01 | afventer     |
            B3       | 2021-02 | afventer     |
            B3       | 2021-03 | afventer     |
            B3       | 2021-04 | afventer     |
            B3       | 2021-05 | ikke_opfyldt | mangler
        """,
        periode="2021-06",
    ),
)


@pytest.mark.parametrize("tegning", TEGNINGER, ids=str)
def test_6_8(tegning, beregnet):
    """Deadline: a BFU from opmaerksom_dato, else startet_dato; ended, but not afbrudt, within 4 months."""
    assert beregnet[tegning.titel] == tegning.ventet()
