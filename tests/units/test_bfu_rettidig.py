# ruff: noqa: E501 - a drawn table is not broken over several lines
"""6.8 A BFU ends within 4 months."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 4, "fra_dato": None}
DRAWINGS = (
    Drawing(
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
    Drawing(
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
            enhed_id | udfald       | aarsag  | frist_dato
            B1       | opfyldt      |         | 2021-02-28
            B2       | ikke_opfyldt | mangler | 2021-02-28
            B3       | ikke_opfyldt | mangler | 2021-02-28
        """,
        period="2021-02",
    ),
    Drawing(
        "En undersøgelse, der er afbrudt inden fristen, er undtaget; afbrudt senere er den aldrig opfyldt, og "
        "uden en dag er den ikke slut",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning
                B1     | 2020-12-15   | 2021-04-15     | afbrudt
                B2     | 2020-12-15   | 2021-04-16     | afbrudt
                B3     | 2020-12-15   | 2020-12-15     | afbrudt
                B4     | 2020-12-15   | 2021-04-15     |
                B5     | 2020-12-15   |                | afbrudt
            """
        },
        """
            enhed_id | udfald       | aarsag
            B1       | undtaget     |
            B2       | ikke_opfyldt | mangler
            B3       | undtaget     |
            B4       | opfyldt      |
            B5       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Er det ikke registreret, hvornår kommunen blev opmærksom, begynder fristen ved den faglige vurdering "
        "af sagens seneste underretning, der førte til en § 50-undersøgelse, når både den og vurderingen ligger "
        "højst 4 måneder før starten; ellers ved starten",
        {
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | faglig_vurdering_dato | faglig_vurdering_udfald
                U1              | S1     | 2020-12-01 10:00   | 2020-12-15            | paragraf_50
                U2a             | S2     | 2020-12-01 10:00   | 2020-12-15            | paragraf_50
                U2b             | S2     | 2020-12-02 10:00   | 2020-12-14            | paragraf_50
                U3              | S3     | 2020-12-01 10:00   | 2020-12-15            | paragraf_11
                U4              | S4     | 2020-08-20 10:00   | 2020-12-15            | paragraf_50
                U5              | S5     | 2020-08-19 23:59   | 2020-12-15            | paragraf_50
                U6              | S6     | 2020-12-20 10:00   | 2020-12-21            | paragraf_50
                U7              | S7     | 2020-12-01 10:00   | 2020-12-15            | paragraf_50
                U8              | S9     | 2020-12-01 10:00   | 2020-12-15            | paragraf_50
                U9              | S10    | 2020-12-20 23:59   | 2020-12-20            | paragraf_50
            """,
            "undersoegelser": """
                bfu_id | sag_id | opmaerksom_dato | startet_dato
                B1     | S1     |                 | 2020-12-20
                B2     | S2     |                 | 2020-12-20
                B3     | S3     |                 | 2020-12-20
                B4     | S4     |                 | 2020-12-20
                B5     | S5     |                 | 2020-12-20
                B6     | S6     |                 | 2020-12-20
                B7     | S7     | 2020-12-19      | 2020-12-20
                B8     | S8     |                 | 2020-12-20
                B10    | S10    |                 | 2020-12-20
            """,
        },
        """
            enhed_id | udfald       | aarsag  | startdato  | frist_dato
            B1       | ikke_opfyldt | mangler | 2020-12-15 | 2021-04-15
            B2       | ikke_opfyldt | mangler | 2020-12-14 | 2021-04-14
            B3       | ikke_opfyldt | mangler | 2020-12-20 | 2021-04-20
            B4       | ikke_opfyldt | mangler | 2020-12-15 | 2021-04-15
            B5       | ikke_opfyldt | mangler | 2020-12-20 | 2021-04-20
            B6       | ikke_opfyldt | mangler | 2020-12-20 | 2021-04-20
            B7       | ikke_opfyldt | mangler | 2020-12-19 | 2021-04-19
            B8       | ikke_opfyldt | mangler | 2020-12-20 | 2021-04-20
            B10      | ikke_opfyldt | mangler | 2020-12-20 | 2021-04-20
        """,
    ),
    Drawing(
        "Kom to underretninger i samme minut, gælder den med det største id; en senere underretning uden en "
        "vurdering, der førte til en undersøgelse, ændrer intet",
        {
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt  | faglig_vurdering_dato | faglig_vurdering_udfald
                U1              | S1     | 2020-12-01 10:00:40 | 2020-12-13            | paragraf_50
                U2              | S1     | 2020-12-01 10:00:20 | 2020-12-14            | paragraf_50
                U3              | S1     | 2020-12-05 10:00    |                       | paragraf_50
                U4              | S1     | 2020-12-06 10:00    | 2020-12-16            | luk
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB1 | S1 | 2020-12-20",
        },
        """
            enhed_id | udfald       | aarsag  | startdato
            B1       | ikke_opfyldt | mangler | 2020-12-14
        """,
    ),
    Drawing(
        "Undersøgelserne deles efter, om de er registreret som efterslæb",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | efterslaeb
                B1     | 2020-12-15   | 2021-01-01     | ja
                B2     | 2020-12-15   | 2021-01-01     | nej
                B3     | 2020-12-15   | 2021-01-01     |
            """
        },
        """
            enhed_id | udfald  | gruppe
            B1       | opfyldt | efterslaeb
            B2       | opfyldt | ny
            B3       | opfyldt | ny
        """,
    ),
    Drawing(
        "Nævner planen en dag, måles kun undersøgelser, der er startet fra den dag",
        {
            "undersoegelser": """
                bfu_id | opmaerksom_dato | startet_dato | afsluttet_dato
                B1     |                 | 2023-12-31   | 2024-04-01
                B2     | 2023-12-12      | 2024-01-01   | 2024-04-01
            """
        },
        "enhed_id | udfald\nB2 | opfyldt",
        period="2024-04",
        delivered="2024-12-31",
        parameters={"maaneder": 4, "fra_dato": "2024-01-01"},
    ),
    Drawing(
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
        period="2021-06",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_rettidig(drawing, computed):
    """Deadline from opmaerksom_dato, else the assessment that led to it, else startet_dato: ended, not afbrudt."""
    assert computed[drawing.title] == drawing.expected_rows()
