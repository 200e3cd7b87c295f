# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Who answers for a unit: the team and the caseworker that held the case on the reference date."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

UNIT = "underretning_partshoering"
PARAMETERS = {"fra_dato": "2020-10-01", "dage": 14}
DRAWINGS = (
    Drawing(
        "Den, der sidst har overtaget sagen, svarer for den, også efter sin sidste dag",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | til_dato   | team_id | raadgiver_id
                S1     | 2021-01-01 | 2021-02-01 | A       | RA
                S2     | 2021-01-01 |            | A       | RA
                S2     | 2021-03-01 |            | B       |
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | partshoering_dato | team_id
                U1              | S1     | 2021-04-01 10:00   | 2021-04-10        | V
                U2              | S2     | 2021-04-01 10:00   | 2021-04-10        | V
            """,
        },
        """
            enhed_id | udfald  | team_id | raadgiver_id | team_siden | referencedato
            U1       | opfyldt | A       | RA           | 2021-01-01 | 2021-04-10
            U2       | opfyldt | B       |              | 2021-03-01 | 2021-04-10
        """,
    ),
    Drawing(
        "Er det gjort til tiden, svarer den, der havde sagen den dag; ellers den, der havde den på "
        "fristens dag",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id
                S1     | 2021-01-01 | A
                S1     | 2021-04-10 | B
                S1     | 2021-04-15 | C
                S1     | 2021-04-16 | D
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | partshoering_dato
                U1              | S1     | 2021-04-01 10:00   | 2021-04-09
                U2              | S1     | 2021-04-01 10:00   | 2021-04-10
                U3              | S1     | 2021-04-01 10:00   |
                U4              | S1     | 2021-04-01 10:00   | 2021-04-20
            """,
        },
        """
            enhed_id | udfald       | aarsag   | team_id | team_siden | referencedato
            U1       | opfyldt      |          | A       | 2021-01-01 | 2021-04-09
            U2       | opfyldt      |          | B       | 2021-04-10 | 2021-04-10
            U3       | ikke_opfyldt | mangler  | C       | 2021-04-15 | 2021-04-15
            U4       | ikke_opfyldt | for_sent | C       | 2021-04-15 | 2021-04-15
        """,
    ),
    Drawing(
        "Mens en underretning afventer, svarer den, der har sagen på opgørelsesdagen",
        {
            "sagsfordeling": "fra_dato | team_id\n2021-01-01 | A\n2021-04-01 | B",
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1              | 2021-03-30 10:00   | 2021-04-12
            """,
        },
        """
            enhed_id | periode | udfald   | team_id | referencedato
            U1       | 2021-03 | afventer | A       | 2021-03-31
            U1       | 2021-04 | opfyldt  | B       | 2021-04-12
        """,
    ),
    Drawing(
        "Har ingen haft sagen endnu, svarer det team, der modtog underretningen; ellers sagens første, "
        "sagens eget og til sidst et ukendt team",
        {
            "sager": """
                sag_id | team_id | raadgiver_id
                S1     | E       | RE
                S2     | E       | RE
                S3     | E       | RE
                S4     |         | RE
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2021-04-20 | A       | RA
                S2     | 2021-04-20 | A       | RA
                S2     | 2021-04-25 | B       | RB
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | partshoering_dato | team_id | raadgiver_id
                U1              | S1     | 2021-04-01 10:00   | 2021-04-10        | V       | RV
                U2              | S2     | 2021-04-01 10:00   | 2021-04-10        |         | RV
                U3              | S3     | 2021-04-01 10:00   | 2021-04-10        |         | RV
                U4              | S4     | 2021-04-01 10:00   | 2021-04-10        |         |
            """,
        },
        """
            enhed_id | udfald  | team_id | raadgiver_id | team_siden
            U1       | opfyldt | V       | RV           |
            U2       | opfyldt | A       | RA           | 2021-04-20
            U3       | opfyldt | E       | RE           |
            U4       | opfyldt | UKENDT  |              |
        """,
    ),
    Drawing(
        "En underretning om et barn uden sag hører til det team, der modtog den",
        {
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | partshoering_dato | team_id | raadgiver_id
                U1              |        | B1      | 2021-04-01 10:00   | 2021-04-10        | V       | RV
                U2              |        | B2      | 2021-04-01 10:00   | 2021-04-10        |         |
            """
        },
        """
            enhed_id | udfald  | sag_id | team_id | raadgiver_id | team_siden
            U1       | opfyldt |        | V       | RV           |
            U2       | opfyldt |        | UKENDT  |              |
        """,
    ),
    Drawing(
        "En hændelse hører til den, der havde sagen den dag, den skete",
        {
            "sagsfordeling": """
                fra_dato   | team_id | raadgiver_id
                2021-01-01 | A       | RA
                2021-04-12 | B       | RB
                2021-04-13 | C       | RC
            """,
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | partshoering_form
                B1     | 2021-02-01   | 2021-04-12     | mundtlig
                B2     | 2021-02-01   | 2021-04-11     | mundtlig
            """,
        },
        """
            enhed_id | udfald  | team_id | raadgiver_id | team_siden | referencedato
            B1       | opfyldt | B       | RB           | 2021-04-12 | 2021-04-12
            B2       | opfyldt | A       | RA           | 2021-01-01 | 2021-04-11
        """,
        unit="bfu_mundtlig_partshoering",
    ),
    Drawing(
        "En beholdning hører til den, der har sagen på opgørelsesdagen, uanset hvis møde det var",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id
                S1     | 2021-01-01 | A
                S1     | 2021-04-30 | B
                S1     | 2021-05-01 | C
                S2     | 2021-01-01 | D
            """,
            "indsatser": "indsats_id | sag_id | kategori | start_dato\nI1 | S1 | aflastning | 2021-01-01",
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S2     | I1         | 2021-02-01 | moede
            """,
        },
        """
            enhed_id | periode | udfald   | team_id | team_siden | referencedato
            I1       | 2021-01 | afventer | A       | 2021-01-01 | 2021-01-31
            I1       | 2021-02 | opfyldt  | A       | 2021-01-01 | 2021-02-28
            I1       | 2021-03 | opfyldt  | A       | 2021-01-01 | 2021-03-31
            I1       | 2021-04 | opfyldt  | B       | 2021-04-30 | 2021-04-30
            I1       | 2021-05 | opfyldt  | C       | 2021-05-01 | 2021-05-31
        """,
        period="2021-05",
        unit="indsats_a_jour",
        parameters={"hoejst_maaneder": 6, "foerste_maaneder": 3},
    ),
    Drawing(
        "Uden en fordeling hører en sag, der ikke er en underretning, til det team, der står i selve sagen, og "
        "uden det til et ukendt",
        {
            "sager": """
                sag_id | team_id | raadgiver_id
                S1     | E       | RE
                S2     | E       |
                S3     |         | RE
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | partshoering_form
                B1     | S1     | 2021-02-01   | 2021-04-12     | mundtlig
                B2     | S2     | 2021-02-01   | 2021-04-12     | mundtlig
                B3     | S3     | 2021-02-01   | 2021-04-12     | mundtlig
            """,
        },
        """
            enhed_id | udfald  | team_id | raadgiver_id | team_siden
            B1       | opfyldt | E       | RE           |
            B2       | opfyldt | E       |              |
            B3       | opfyldt | UKENDT  |              |
        """,
        unit="bfu_mundtlig_partshoering",
    ),
    Drawing(
        "I en foreløbig måned er en overdragelse efter leverancens dag ikke sket",
        {
            "sagsfordeling": "fra_dato | team_id\n2021-01-01 | A\n2021-04-21 | B",
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1              | 2021-04-06 10:00   |
                U2              | 2021-04-10 10:00   |
            """,
        },
        """
            enhed_id | udfald       | aarsag  | team_id | referencedato
            U1       | ikke_opfyldt | mangler | A       | 2021-04-20
            U2       | afventer     |         | A       | 2021-04-20
        """,
        delivered="2021-04-20",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_ansvar(drawing, computed):
    """The last to hold the case by the reference date; else the unit's own team, the first, the case's, UKENDT."""
    assert computed[drawing.title] == drawing.expected_rows()
