"""3.1 The child is spoken to during the BFU."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"paragraffer": ["48", "50", "5"], "fra_dato": None}
DRAWINGS = (
    Drawing(
        "En børnesamtale efter § 48, § 50 eller § 5, holdt fra undersøgelsens første til dens sidste dag, er "
        "opfyldt",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
                B3     | S3     | 2021-02-01   | 2021-04-12
                B4     | S4     | 2021-02-01   | 2021-04-12
                B5     | S5     | 2021-02-01   | 2021-04-12
                B6     | S6     | 2021-02-01   | 2021-04-12
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                X1         | S1     | 2021-02-01 | 48       | afholdt
                X2         | S2     | 2021-04-12 | 50       | afholdt
                X3         | S3     | 2021-01-31 | 48       | afholdt
                X4         | S4     | 2021-04-13 | 50       | afholdt
                X6         | S6     | 2021-03-01 | 5        | afholdt
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            B1       | opfyldt      |         | 2021-04-12
            B2       | opfyldt      |         | 2021-04-12
            B3       | ikke_opfyldt | mangler | 2021-04-12
            B4       | ikke_opfyldt | mangler | 2021-04-12
            B5       | ikke_opfyldt | mangler | 2021-04-12
            B6       | opfyldt      |         | 2021-04-12
        """,
    ),
    Drawing(
        "Er samtalen undladt med begrundelse, er undersøgelsen undtaget, medmindre en anden samtale er "
        "afholdt; er den ikke afholdt, er det ikke opfyldt",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
                B3     | S3     | 2021-02-01   | 2021-04-12
                B4     | S4     | 2021-02-01   | 2021-04-12
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                X1         | S1     | 2021-03-01 | 48       | undladt_begrundet
                X2         | S2     | 2021-03-01 | 48       | undladt_begrundet
                X3         | S2     | 2021-03-02 | 48       | afholdt
                X4         | S3     | 2021-03-01 | 48       | ikke_afholdt
                X5         | S4     | 2021-01-31 | 48       | undladt_begrundet
                X6         | S1     | 2021-03-02 | 48       | ikke_afholdt
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B1       | undtaget     |
            B2       | opfyldt      |
            B3       | ikke_opfyldt | indhold
            B4       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Samtaler efter andre paragraffer tæller ikke",
        {
            "undersoegelser": "bfu_id | startet_dato | afsluttet_dato\nB1 | 2021-02-01 | 2021-04-12",
            "boernesamtaler": """
                samtale_id | dato       | paragraf | udfald
                X1         | 2021-03-01 | 155a     | afholdt
                X3         | 2021-03-01 | 137      | afholdt
                X4         | 2021-03-01 | andet    | undladt_begrundet
            """,
        },
        "enhed_id | udfald | aarsag\nB1 | ikke_opfyldt | mangler",
    ),
    Drawing(
        "Hvilke paragraffer der tæller, og fra hvilken dag undersøgelserne skal være startet, siger planen",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2023-12-31   | 2024-04-12
                B2     | S2     | 2024-01-01   | 2024-04-12
                B3     | S3     | 2024-01-01   | 2024-04-12
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                X1         | S1     | 2024-02-01 | 5        | afholdt
                X2         | S2     | 2024-02-01 | 5        | afholdt
                X3         | S3     | 2024-02-01 | 50       | afholdt
            """,
        },
        "enhed_id | udfald | aarsag\nB2 | opfyldt |\nB3 | ikke_opfyldt | mangler",
        period="2024-04",
        delivered="2024-12-31",
        parameters={"paragraffer": ["5"], "fra_dato": "2024-01-01"},
    ),
    Drawing(
        "Er barnet ikke født, når undersøgelsen slutter, er den undtaget",
        {
            "sager": """
                sag_id | sagstype | foedselsdato
                S1     | ufoedt   |
                S2     | ufoedt   | 2021-04-13
                S3     | ufoedt   | 2021-04-12
                S4     | barn     |
                S5     | barn     | 2021-04-13
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
                B3     | S3     | 2021-02-01   | 2021-04-12
                B4     | S4     | 2021-02-01   | 2021-04-12
                B5     | S5     | 2021-02-01   | 2021-04-12
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B1       | undtaget     |
            B2       | undtaget     |
            B3       | ikke_opfyldt | mangler
            B4       | ikke_opfyldt | mangler
            B5       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Kun undersøgelser, der er afsluttet i måneden og ikke afbrudt, tæller",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning
                B1     | 2021-02-01   | 2021-04-30     | faerdig
                B2     | 2021-02-01   | 2021-04-01     |
                B3     | 2021-02-01   | 2021-04-12     | afbrudt
                B4     | 2021-02-01   | 2021-05-01     | faerdig
                B5     | 2021-02-01   |                |
            """,
            "boernesamtaler": "samtale_id | dato | paragraf | udfald\nX1 | 2021-02-02 | 48 | afholdt",
        },
        "enhed_id | udfald\nB1 | opfyldt\nB2 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_boernesamtale(drawing, computed):
    """Event: a BFU at its end; a talk held in it; else a reasoned omission or a child unborn exempts."""
    assert computed[drawing.title] == drawing.expected_rows()
