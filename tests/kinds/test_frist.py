# ruff: noqa: E501 - a drawn table is not broken over several lines
"""What every deadline shares: when it is judged, when it waits, what exempts, and why it was not kept."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

UNIT = "underretning_partshoering"
PARAMETERS = {"fra_dato": "2019-10-01", "dage": 14}
DRAWINGS = (
    Drawing(
        "En enhed tæller i den måned, der har dens frist, også når den er opfyldt måneden før",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1 | 2021-04-16 10:00 | 2021-04-16
                U2 | 2021-04-17 10:00 | 2021-04-17
            """
        },
        """
            enhed_id | periode | udfald | frist_dato | haendelsesdato | referencedato
            U1 | 2021-04 | opfyldt | 2021-04-30 | 2021-04-16 | 2021-04-16
            U2 | 2021-05 | opfyldt | 2021-05-01 | 2021-04-17 | 2021-04-17
        """,
        period="2021-05",
    ),
    Drawing(
        "Det, der sker efter månedens sidste dag, er ikke sket endnu, når måneden gøres op: en for sen handling "
        "vises kun, når den er sket inden da, ellers mangler den",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1              | 2021-04-01 10:00   | 2021-04-30
                U2              | 2021-04-01 10:00   | 2021-05-01
            """
        },
        """
            enhed_id | udfald       | aarsag   | haendelsesdato | referencedato
            U1       | ikke_opfyldt | for_sent | 2021-04-30     | 2021-04-15
            U2       | ikke_opfyldt | mangler  |                | 2021-04-15
        """,
    ),
    Drawing(
        "I en foreløbig måned tæller en frist på leverancens dag; ligger fristen dagen efter, afventer enheden, "
        "og er handlingen allerede sket, tæller den ikke endnu",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1              | 2021-04-06 10:00   |
                U2              | 2021-04-07 10:00   |
                U3              | 2021-04-07 10:00   | 2021-04-20
                U4              | 2021-04-07 10:00   | 2021-04-21
                U5              | 2021-04-21 10:00   |
            """
        },
        """
            enhed_id | udfald       | aarsag  | referencedato
            U1       | ikke_opfyldt | mangler | 2021-04-20
            U2       | afventer     |         | 2021-04-20
            U4       | afventer     |         | 2021-04-20
        """,
        delivered="2021-04-20",
    ),
    Drawing(
        "En enhed afventer i hver måned, der slutter, mens den er åben: fra den begynder, til handlingen sker, "
        "sagen lukkes, fordi barnet flyttede, blev 18 år eller døde, eller fristen kommer",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     |             |
                S2     | 2021-03-31  | fraflyttet
                S3     | 2021-04-05  | fraflyttet
                S4     | 2021-02-05  | afsluttet
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | partshoering_dato
                U1              | S1     | 2021-01-31 10:00   | 2021-04-10
                U2              | S1     | 2021-01-31 10:00   |
                U3              | S1     | 2021-01-31 10:00   | 2021-01-31
                U4              | S2     | 2021-01-31 10:00   |
                U5              | S3     | 2021-01-31 10:00   |
                U6              | S4     | 2021-01-31 10:00   |
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag
            U1       | 2021-01 | afventer     |
            U1       | 2021-02 | afventer     |
            U1       | 2021-03 | afventer     |
            U1       | 2021-05 | opfyldt      |
            U2       | 2021-01 | afventer     |
            U2       | 2021-02 | afventer     |
            U2       | 2021-03 | afventer     |
            U2       | 2021-04 | afventer     |
            U2       | 2021-05 | ikke_opfyldt | mangler
            U3       | 2021-05 | opfyldt      |
            U4       | 2021-01 | afventer     |
            U4       | 2021-02 | afventer     |
            U4       | 2021-05 | undtaget     |
            U5       | 2021-01 | afventer     |
            U5       | 2021-02 | afventer     |
            U5       | 2021-03 | afventer     |
            U5       | 2021-05 | undtaget     |
            U6       | 2021-01 | afventer     |
            U6       | 2021-02 | afventer     |
            U6       | 2021-03 | afventer     |
            U6       | 2021-04 | afventer     |
            U6       | 2021-05 | ikke_opfyldt | mangler
        """,
        period="2021-05",
        parameters={"dage": 92},
    ),
    Drawing(
        "Er handlingen ikke sket til tiden, og er sagen lukket, efter at enheden begyndte og inden fristen, "
        "fordi barnet flyttede, blev 18 år eller døde, er enheden undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-01  | fraflyttet
                S2     | 2021-04-05  | fyldt_18
                S3     | 2021-04-15  | doed
                S4     | 2021-04-05  | afsluttet
                S5     | 2021-03-31  | doed
                S6     | 2021-04-16  | doed
                S7     | 2021-04-05  | andet
                S8     | 2021-04-05  |
            """,
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | partshoering_dato
                U1              | S1     | 2021-04-01 10:00   |
                U2              | S2     | 2021-04-01 10:00   | 2021-04-16
                U3              | S3     | 2021-04-01 10:00   |
                U4              | S4     | 2021-04-01 10:00   |
                U5              | S5     | 2021-04-01 10:00   |
                U6              | S6     | 2021-04-01 10:00   |
                U7              | S7     | 2021-04-01 10:00   |
                U8              | S8     | 2021-04-01 10:00   |
                U9              | S2     | 2021-04-01 10:00   | 2021-04-15
            """,
        },
        """
            enhed_id | udfald       | aarsag
            U1       | undtaget     |
            U2       | undtaget     |
            U3       | undtaget     |
            U4       | ikke_opfyldt | mangler
            U5       | ikke_opfyldt | mangler
            U6       | ikke_opfyldt | mangler
            U7       | ikke_opfyldt | mangler
            U8       | ikke_opfyldt | mangler
            U9       | opfyldt      |
        """,
    ),
    Drawing(
        "En underretning om et barn uden sag har ingen sag at lukke og er aldrig undtaget",
        {
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | partshoering_dato
                U1              |        | B1      | 2021-04-01 10:00   |
            """
        },
        "enhed_id | sag_id | udfald | aarsag\nU1 | | ikke_opfyldt | mangler",
    ),
    Drawing(
        "Faldt enheden selv bort, efter at den begyndte og inden fristen, er den også undtaget, og fra den dag "
        "afventer den ikke",
        {
            "ventetider": """
                henvisning_id | tilbud | henvist_dato | igangsat_dato | bortfaldet_dato
                H1            | t      | 2021-03-20   |               | 2021-03-20
                H2            | t      | 2021-03-20   |               | 2021-04-17
                H3            | t      | 2021-03-20   |               | 2021-04-18
                H4            | t      | 2021-03-20   |               | 2021-03-19
                H5            | t      | 2021-03-20   | 2021-04-10    | 2021-04-01
            """
        },
        """
            enhed_id | periode | udfald       | aarsag
            H1       | 2021-04 | undtaget     |
            H2       | 2021-03 | afventer     |
            H2       | 2021-04 | undtaget     |
            H3       | 2021-03 | afventer     |
            H3       | 2021-04 | ikke_opfyldt | mangler
            H4       | 2021-03 | afventer     |
            H4       | 2021-04 | ikke_opfyldt | mangler
            H5       | 2021-03 | afventer     |
            H5       | 2021-04 | opfyldt      |
        """,
        unit="ventetid_igangsat",
        parameters={"dage": 28},
    ),
    Drawing(
        "En handling før enhedens begyndelse er ikke sket, men en foranstaltning, der er startet før "
        "afgørelsen, er sat i gang",
        {
            "indsatser": """
                indsats_id | kategori   | afgoerelse_dato | start_dato
                I1         | aflastning | 2021-04-01      | 2021-03-01
                I2         | aflastning | 2021-04-30      | 2021-03-01
            """
        },
        """
            enhed_id | udfald  | haendelsesdato | referencedato
            I1       | opfyldt | 2021-03-01     | 2021-03-01
        """,
        unit="afgoerelse_igangsat",
        parameters={"dage": 28},
    ),
    Drawing(
        "Det, der først afgøres ved fristen, afventer til da, uanset hvad der sker inden",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS1 | 2021-03-31 | fraflyttet",
            "handleplaner": """
                handleplan_id | sag_id | type      | tilbudt_dato | foraeldre_svar
                P1            | S1     | foraeldre | 2021-03-31   | ja
                P2            | S2     | foraeldre | 2021-03-31   | nej
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag  | haendelsesdato | referencedato
            P1       | 2021-03 | afventer     |         |                | 2021-03-31
            P1       | 2021-04 | opfyldt      |         |                | 2021-04-28
            P2       | 2021-03 | afventer     |         |                | 2021-03-31
            P2       | 2021-04 | ikke_opfyldt | indhold |                | 2021-04-28
        """,
        unit="foraeldrehandleplan_ja",
        parameters={"dage": 28},
    ),
    Drawing(
        "I de elleve måneder før den første måned, der gøres op, kendes det, der er afgjort, men ikke det, der "
        "afventede",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_dato
                U1              | 2019-10-17 10:00   |
                U2              | 2019-10-18 10:00   |
                U3              | 2020-09-30 10:00   |
                U4              | 2020-08-31 10:00   | 2020-09-02
            """
        },
        """
            enhed_id | periode | udfald       | aarsag
            U2       | 2019-11 | ikke_opfyldt | mangler
            U4       | 2020-09 | opfyldt      |
            U3       | 2020-10 | ikke_opfyldt | mangler
        """,
        period="2020-10",
    ),
    Drawing(
        "En frist, der følger en indsats, findes kun, når indsatsen er i kraft på fristens dag, og indtil da på "
        "opgørelsesdagen; slutter den inden da, er der intet at opfylde eller undtage, heller ikke når handlingen "
        "var sket",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S4     | 2021-04-12  | fraflyttet
                S5     | 2021-03-31  | fraflyttet
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato
                I1         | S1     | aflastning | 2021-02-26 |
                I2         | S2     | aflastning | 2021-02-26 | 2021-04-12
                I3         | S3     | aflastning | 2021-02-26 | 2021-04-13
                I4         | S4     | aflastning | 2021-02-26 |
                I5         | S5     | aflastning | 2021-02-26 |
                I6         | S6     | aflastning | 2021-02-26 | 2021-04-12
            """,
            "opfoelgninger": "opfoelgning_id | sag_id | dato | form\nO6 | S6 | 2021-03-12 | moede",
        },
        """
            enhed_id | periode | udfald       | aarsag  | frist_dato
            I1       | 2021-02 | afventer     |         | 2021-04-12
            I1       | 2021-03 | afventer     |         | 2021-04-12
            I1       | 2021-04 | ikke_opfyldt | mangler | 2021-04-12
            I2       | 2021-02 | afventer     |         | 2021-04-12
            I2       | 2021-03 | afventer     |         | 2021-04-12
            I3       | 2021-02 | afventer     |         | 2021-04-12
            I3       | 2021-03 | afventer     |         | 2021-04-12
            I3       | 2021-04 | ikke_opfyldt | mangler | 2021-04-12
            I4       | 2021-02 | afventer     |         | 2021-04-12
            I4       | 2021-03 | afventer     |         | 2021-04-12
            I5       | 2021-02 | afventer     |         | 2021-04-12
            I6       | 2021-02 | afventer     |         | 2021-04-12
        """,
        unit="indsats_foerste_opfoelgning",
        parameters={"former": ["moede"], "dage": 45, "uden_tilbud": ["efterskole"]},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_frist(drawing, computed):
    """Judged in the month of F once F has come; open: waits; done late or never: not met, unless exempt."""
    assert computed[drawing.title] == drawing.expected_rows()
