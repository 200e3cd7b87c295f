"""A ground of concern is written when a case is received."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {
    "undertyper": ["bekymringsgrundlag", "foreloebig_vurdering"],
    "dage": 28,
    "fra_dato": "2021-01-01",
}
DRAWINGS = (
    Drawing(
        "Et bekymringsgrundlag eller en foreløbig vurdering senest 28 dage efter sagens oprettelse er "
        "opfyldt, men ikke et fra før",
        {
            "sager": """
                sag_id | oprettet_dato
                S1     | 2021-04-02
                S2     | 2021-04-01
                S3     | 2021-04-02
                S4     | 2021-04-02
                S5     | 2021-04-03
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type      | undertype
                K1           | S1     | 2021-04-30 | vurdering | foreloebig_vurdering
                K2           | S2     | 2021-04-30 | vurdering | bekymringsgrundlag
                K3           | S3     | 2021-04-02 | vurdering | bekymringsgrundlag
                K4           | S4     | 2021-04-01 | vurdering | bekymringsgrundlag
                K4b          | S4     | 2021-04-12 | vurdering | genogram
            """,
        },
        """
            enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            S1       | opfyldt      |          | 2021-04-02 | 2021-04-30 | 2021-04-30
            S2       | ikke_opfyldt | for_sent | 2021-04-01 | 2021-04-29 | 2021-04-30
            S3       | opfyldt      |          | 2021-04-02 | 2021-04-30 | 2021-04-02
            S4       | ikke_opfyldt | mangler  | 2021-04-02 | 2021-04-30 |
            S5       | afventer     |          | 2021-04-03 | 2021-05-01 |
        """,
    ),
    Drawing(
        "Kun sager oprettet fra skæringsdagen tæller; lukkes sagen inden fristen, fordi barnet flyttede, "
        "fyldte 18 år eller døde, er den undtaget",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato | lukket_aarsag
                S1     | 2021-03-14    |             |
                S2     | 2021-03-15    |             |
                S3     | 2021-03-15    | 2021-04-12  | fraflyttet
                S4     | 2021-03-15    | 2021-04-12  | afsluttet
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S2       | ikke_opfyldt | mangler
            S3       | undtaget     |
            S4       | ikke_opfyldt | mangler
        """,
        parameters={"fra_dato": "2021-03-15"},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_bekymringsgrundlag(drawing, computed):
    """Deadline: a case at its opening; the first activity of the kinds from that day on."""
    assert computed[drawing.title] == drawing.expected_rows()
