# ruff: noqa: E501 - a drawn table is not broken over several lines
"""A BFU that cannot end in time has a preliminary assessment."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 4, "fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "En foreløbig vurdering i sagen, fra kommunen blev opmærksom, til fristens dag er opfyldt; en "
        "senere er for sen, når den er lavet inden månedens slutning",
        {
            "undersoegelser": """
                bfu_id | sag_id | opmaerksom_dato | startet_dato | afsluttet_dato
                B1     | S1     | 2020-12-12      | 2021-01-05   |
                B2     | S2     | 2020-12-12      | 2021-01-05   |
                B3     | S3     | 2020-12-12      | 2021-01-05   |
                B4     | S4     | 2020-12-12      | 2021-01-05   |
                B5     | S5     | 2020-12-12      | 2021-01-05   |
                B6     | S6     | 2020-12-12      | 2021-01-05   |
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type      | undertype
                K1           | S1     | 2021-04-12 | vurdering | foreloebig_vurdering
                K2           | S2     | 2021-04-13 | vurdering | foreloebig_vurdering
                K3           | S3     | 2021-05-01 | vurdering | foreloebig_vurdering
                K4           | S4     | 2020-12-12 | vurdering | foreloebig_vurdering
                K5           | S5     | 2020-12-11 | vurdering | foreloebig_vurdering
                K6           | S6     | 2021-03-01 | vurdering | bekymringsgrundlag
            """,
        },
        """
            enhed_id | udfald       | aarsag   | haendelsesdato
            B1       | opfyldt      |          | 2021-04-12
            B2       | ikke_opfyldt | for_sent | 2021-04-12
            B3       | ikke_opfyldt | mangler  | 2021-04-12
            B4       | opfyldt      |          | 2021-04-12
            B5       | ikke_opfyldt | mangler  | 2021-04-12
            B6       | ikke_opfyldt | mangler  | 2021-04-12
        """,
    ),
    Drawing(
        "Er undersøgelsen afsluttet eller afbrudt senest på fristens dag, eller lukkes sagen inden da, "
        "fordi barnet flyttede, fyldte 18 år eller døde, tæller den ikke",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S5     | 2021-04-12  | doed
                S6     | 2021-04-12  | afsluttet
                S7     | 2021-04-13  | doed
            """,
            "undersoegelser": """
                bfu_id | sag_id | opmaerksom_dato | startet_dato | afsluttet_dato | afslutning
                B1     | S1     | 2020-12-12      | 2021-01-05   | 2021-04-12     | faerdig
                B2     | S2     | 2020-12-12      | 2021-01-05   | 2021-04-13     | faerdig
                B3     | S3     | 2020-12-12      | 2021-01-05   | 2021-04-12     | afbrudt
                B4     | S4     | 2020-12-12      | 2021-01-05   | 2021-04-13     | afbrudt
                B5     | S5     | 2020-12-12      | 2021-01-05   |                |
                B6     | S6     | 2020-12-12      | 2021-01-05   |                |
                B7     | S7     | 2020-12-12      | 2021-01-05   |                |
                B8     | S8     | 2020-12-12      | 2020-12-31   |                |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B2       | ikke_opfyldt | mangler
            B4       | ikke_opfyldt | mangler
            B6       | ikke_opfyldt | mangler
            B7       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Fristen er den samme som undersøgelsens egen: fra den dag, kommunen blev opmærksom, ellers fra den"
        " vurdering, der førte til den, ellers fra dens start",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2021-01-05
                B2     | S2     | 2020-12-20
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | faglig_vurdering_dato | faglig_vurdering_udfald
                U1              | S1     | 2020-12-01 10:00   | 2020-12-10            | paragraf_50
                U2              | S2     | 2020-12-01 10:00   | 2020-12-10            | paragraf_11
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            B1       | ikke_opfyldt | mangler | 2021-04-10
            B2       | ikke_opfyldt | mangler | 2021-04-20
        """,
        parameters={"fra_dato": "2020-12-01"},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_foreloebig_vurdering(drawing, computed):
    """Event: a BFU not ended by its deadline, on that day; foreloebig_vurdering in [start, F]."""
    assert computed[drawing.title] == drawing.expected_rows()
