# ruff: noqa: E501 - a drawn table is not broken over several lines
"""What every event shares: the month it belongs to, what exempts, and why it was not met."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

UNIT = "bfu_undersoegelsesplan"
DRAWINGS = (
    Drawing(
        "En hændelse hører til den måned, der har dens dag, når den er sket senest leverancens dag",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | undersoegelsesplan_dato
                B1 | 2021-02-01 | 2021-03-31 | 2021-02-01
                B2 | 2021-02-01 | 2021-04-01 | 2021-02-01
                B3 | 2021-02-01 | 2021-04-20 | 2021-02-01
                B4 | 2021-02-01 | 2021-04-21 | 2021-02-01
            """
        },
        """
            enhed_id | periode | udfald | haendelsesdato | referencedato | startdato | frist_dato
            B1 | 2021-03 | opfyldt | 2021-03-31 | 2021-03-31 | |
            B2 | 2021-04 | opfyldt | 2021-04-01 | 2021-04-01 | |
            B3 | 2021-04 | opfyldt | 2021-04-20 | 2021-04-20 | |
        """,
        delivered="2021-04-20",
    ),
    Drawing(
        "Sker det, der spørges om, for sent, men inden måneden er gjort op, er det for sent; ellers mangler det",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | undersoegelsesplan_dato
                B1     | 2021-02-01   | 2021-04-12     | 2021-04-12
                B2     | 2021-02-01   | 2021-04-12     | 2021-04-20
                B3     | 2021-02-01   | 2021-04-12     | 2021-04-21
                B4     | 2021-02-01   | 2021-04-12     |
            """
        },
        """
            enhed_id | udfald       | aarsag
            B1       | opfyldt      |
            B2       | ikke_opfyldt | for_sent
            B3       | ikke_opfyldt | mangler
            B4       | ikke_opfyldt | mangler
        """,
        delivered="2021-04-20",
    ),
    Drawing(
        "Det, der er opfyldt, er ikke undtaget, selv om der også er en grund til det",
        {
            "sager": "sag_id | sagstype | foedselsdato\nS1 | ufoedt |\nS2 | ufoedt |",
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                X1         | S1     | 2021-03-01 | 48       | afholdt
                X2         | S2     | 2021-03-01 | 48       | ikke_afholdt
            """,
        },
        "enhed_id | udfald\nB1 | opfyldt\nB2 | undtaget",
        unit="bfu_boernesamtale",
        parameters={"paragraffer": ["48"], "fra_dato": None},
    ),
    Drawing(
        "Kun hvor reglen siger det, undtager en sag, der blev lukket undervejs, fordi barnet flyttede, blev 18 "
        "år eller døde",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS1 | 2021-04-05 | fraflyttet",
            "undersoegelser": "bfu_id | sag_id | startet_dato | afsluttet_dato\nB1 | S1 | 2021-02-01 | 2021-04-12",
        },
        "enhed_id | udfald | aarsag\nB1 | ikke_opfyldt | mangler",
    ),
    Drawing(
        "Hvor reglen siger det, undtager en sådan lukning fra den dag, enheden begyndte, til og med dagen, den "
        "gøres op",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-12  | fraflyttet
                S2     | 2021-04-13  | doed
                S3     | 2021-04-11  | doed
                S4     | 2021-04-14  | fyldt_18
                S5     | 2021-04-12  | afsluttet
            """,
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | vurdering_24t_begrundet
                U1              | S1     |         | 2021-04-12 10:00   |
                U2              | S2     |         | 2021-04-12 10:00   | nej
                U3              | S3     |         | 2021-04-12 10:00   |
                U4              | S4     |         | 2021-04-12 10:00   |
                U5              | S5     |         | 2021-04-12 10:00   |
                U6              | S1     |         | 2021-04-12 10:00   | ja
                U7              |        | B       | 2021-04-12 10:00   |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            U1       | undtaget     |
            U2       | undtaget     |
            U3       | ikke_opfyldt | mangler
            U4       | ikke_opfyldt | mangler
            U5       | ikke_opfyldt | mangler
            U6       | opfyldt      |
            U7       | ikke_opfyldt | mangler
        """,
        unit="underretning_24t_begrundet",
        parameters={"fra_dato": "2020-10-01"},
    ),
    Drawing(
        "Det, der kun tælles eller måles, er opgjort; det er hverken opfyldt eller ikke opfyldt",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS | 2021-04-01 | fraflyttet",
            "indsatser": """
                indsats_id | kategori          | start_dato | slut_dato
                I1         | forebyggende_11_3 | 2021-04-01 | 2021-04-11
            """,
        },
        "enhed_id | udfald | aarsag | vaerdi\nI1 | opgjort | | 10",
        unit="tidlig_indsats_varighed",
        vaerditype="median",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_haendelse(drawing, computed):
    """Belongs to the month of its date, if that has come; met, else exempt, else not met; or only measured."""
    assert computed[drawing.title] == drawing.expected_rows()
