# ruff: noqa: E501 - a drawn table is not broken over several lines
"""A new ground of concern is written when a measure is followed up."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {
    "kategorier": ["forebyggende_11_3"],
    "undertyper": ["bekymringsgrundlag"],
    "dage": 28,
    "dage_foer": 28,
}
DRAWINGS = (
    Drawing(
        "Hver dag, familien er set, skal der være et bekymringsgrundlag fra 28 dage før til 28 dage efter",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato
                I1         | S1     | forebyggende_11_3 | 2021-01-01
                I2         | S2     | forebyggende_11_3 | 2021-01-01
                I3         | S3     | forebyggende_11_3 | 2021-01-01
                I4         | S4     | forebyggende_11_3 | 2021-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-02 | moede
                O1b            | S1     | I1         | 2021-04-02 | telefon
                O2             | S2     |            | 2021-04-01 | besoeg
                O3             | S3     | I3         | 2021-04-02 | moede
                O4             | S4     | I4         | 2021-04-12 | moede
                O4b            | S4     | I4         | 2021-04-13 | administrativ
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type      | undertype
                K1           | S1     | 2021-03-05 | vurdering | bekymringsgrundlag
                K2           | S2     | 2021-04-30 | vurdering | bekymringsgrundlag
                K3           | S3     | 2021-03-04 | vurdering | bekymringsgrundlag
                K3b          | S3     | 2021-04-10 | vurdering | foreloebig_vurdering
            """,
        },
        """
            enhed_id      | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            I1@2021-04-02 | opfyldt      |          | 2021-04-02 | 2021-04-30 | 2021-03-05
            I2@2021-04-01 | ikke_opfyldt | for_sent | 2021-04-01 | 2021-04-29 | 2021-04-30
            I3@2021-04-02 | ikke_opfyldt | mangler  | 2021-04-02 | 2021-04-30 |
            I4@2021-04-12 | afventer     |          | 2021-04-12 | 2021-05-10 |
        """,
    ),
    Drawing(
        "Kun indsatser af de nævnte slags, der løber på fristens dag, tæller; også en dag før starten, når "
        "opfølgningen nævner indsatsen",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | aflastning        | 2021-01-01 |
                I2         | S2     | forebyggende_11_3 | 2021-01-01 | 2021-04-30
                I3         | S3     | forebyggende_11_3 | 2021-04-10 |
                I4         | S4     | forebyggende_11_3 | 2021-05-01 |
                I5         | S5     | forebyggende_11_3 |            |
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-02 | moede
                O2             | S2     | I2         | 2021-04-02 | moede
                O3             | S3     | I3         | 2021-04-02 | moede
                O4             | S4     | I4         | 2021-04-02 | moede
                O5             | S5     | I5         | 2021-04-02 | moede
            """,
        },
        "enhed_id | udfald | aarsag\nI3@2021-04-02 | ikke_opfyldt | mangler",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_set_bekymringsgrundlag(drawing, computed):
    """Deadline (f): each day seen of a measure of the kinds; an activity of the kinds from some days before it on."""
    assert computed[drawing.title] == drawing.expected_rows()
