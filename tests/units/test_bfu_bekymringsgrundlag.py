"""A new ground of concern is written when a BFU ends."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"undertyper": ["bekymringsgrundlag"], "dage": 28, "dage_foer": 14}
DRAWINGS = (
    Drawing(
        "Bekymringsgrundlaget skal være skrevet senest 28 dage efter undersøgelsens afslutning; et fra de "
        "sidste 14 dage af den tæller",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-01-01   | 2021-04-02
                B2     | S2     | 2021-01-01   | 2021-04-02
                B3     | S3     | 2021-01-01   | 2021-04-01
                B4     | S4     | 2021-01-01   | 2021-04-02
                B5     | S5     | 2021-01-01   | 2021-04-02
                B6     | S6     | 2021-01-01   | 2021-04-12
                B7     | S7     | 2021-01-01   | 2021-04-02
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type      | undertype
                K1           | S1     | 2021-04-30 | vurdering | bekymringsgrundlag
                K2           | S2     | 2021-05-01 | vurdering | bekymringsgrundlag
                K3           | S3     | 2021-04-30 | vurdering | bekymringsgrundlag
                K4           | S4     | 2021-03-19 | dokument  | bekymringsgrundlag
                K5           | S5     | 2021-03-18 | vurdering | bekymringsgrundlag
                K7           | S7     | 2021-04-10 | vurdering | foreloebig_vurdering
            """,
        },
        """
            enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            B1       | opfyldt      |          | 2021-04-02 | 2021-04-30 | 2021-04-30
            B2       | ikke_opfyldt | mangler  | 2021-04-02 | 2021-04-30 |
            B3       | ikke_opfyldt | for_sent | 2021-04-01 | 2021-04-29 | 2021-04-30
            B4       | opfyldt      |          | 2021-04-02 | 2021-04-30 | 2021-03-19
            B5       | ikke_opfyldt | mangler  | 2021-04-02 | 2021-04-30 |
            B6       | afventer     |          | 2021-04-12 | 2021-05-10 |
            B7       | ikke_opfyldt | mangler  | 2021-04-02 | 2021-04-30 |
        """,
    ),
    Drawing(
        "Afbrudte og uafsluttede undersøgelser tæller ikke; lukkes sagen inden fristen, fordi barnet "
        "flyttede, fyldte 18 år eller døde, er undersøgelsen undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S3     | 2021-04-30  | fraflyttet
                S4     | 2021-04-10  | afsluttet
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | afslutning
                B1     | S1     | 2021-01-01   | 2021-04-02     | afbrudt
                B2     | S2     | 2021-01-01   |                |
                B3     | S3     | 2021-01-01   | 2021-04-02     | faerdig
                B4     | S4     | 2021-01-01   | 2021-04-02     | faerdig
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B3       | undtaget     |
            B4       | ikke_opfyldt | mangler
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_bekymringsgrundlag(drawing, computed):
    """Deadline: a BFU at its end; the first activity of the kinds from some days before it on."""
    assert computed[drawing.title] == drawing.expected_rows()
