# ruff: noqa: E501 - a drawn table is not broken over several lines
"""How many open cases each caseworker has."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "fordeling"
EDGES = {
    14: "1-14",
    15: "15-19",
    19: "15-19",
    20: "20-25",
    25: "20-25",
    26: "26-30",
    30: "26-30",
    31: "over 30",
}
"""The smallest and largest number of cases of each kategori."""

DRAWINGS = (
    Drawing(
        "En rådgivers åbne sager tælles på opgørelsesdagen: oprettet senest den dag og ikke lukket senest den "
        "dag; den, der ikke har nogen, er ikke med",
        {
            "raadgivere": "raadgiver_id | team_id\nRA | A\nRB | A\nRC | A",
            "sager": """
                sag_id | oprettet_dato | lukket_dato
                S1 | 2021-04-30 | 2021-05-01
                S2 | 2021-05-01 |
                S3 | 2020-01-01 | 2021-04-30
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2021-04-01 | A       | RA
                S2     | 2021-04-01 | A       | RB
                S3     | 2021-04-01 | A       | RB
            """,
        },
        """
            enhed_id | udfald  | kategori | sag_id | team_id | raadgiver_id | team_siden | referencedato
            RA       | opgjort | 1-14     |        | A       | RA           |            | 2021-04-30
        """,
    ),
    Drawing(
        "En sag tæller hos den, der sidst har overtaget den; har ingen endnu, hos sagens første rådgiver og "
        "ellers hos den, der står i selve sagen",
        {
            "raadgivere": "raadgiver_id | team_id\nRA | A\nRB | A\nRC | A\nRD | A\nRE | A",
            "sager": """
                sag_id | team_id | raadgiver_id
                S1     |         | RE
                S2     | X       | RE
                S3     | X       | RC
                S4     |         | RD
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | til_dato   | team_id | raadgiver_id
                S1     | 2021-01-01 | 2021-02-01 | A       | RB
                S1     | 2021-05-01 |            | A       | RE
                S2     | 2021-05-01 |            | A       | RA
                S2     | 2021-06-01 |            | A       | RE
            """,
        },
        """
            enhed_id | udfald  | kategori
            RA       | opgjort | 1-14
            RB       | opgjort | 1-14
            RC       | opgjort | 1-14
        """,
    ),
    Drawing(
        "Sager, som ingen rådgiver eller en leder eller en anden medarbejder har, tæller ikke hos nogen; om "
        "rådgiveren stadig er ansat, er uden betydning",
        {
            "raadgivere": """
                raadgiver_id | team_id | rolle     | ansat_til
                RA           | A       | raadgiver |
                RB           | A       |           |
                RC           | A       | leder     |
                RD           | A       | andet     |
                RE           | A       | raadgiver | 2020-01-01
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2021-01-01 | A       | RA
                S2     | 2021-01-01 | A       | RB
                S3     | 2021-01-01 | A       | RC
                S4     | 2021-01-01 | A       | RD
                S5     | 2021-01-01 | A       | RE
                S6     | 2021-01-01 | A       |
                S7     | 2021-01-01 | A       | RA
                S7     | 2021-02-01 | A       |
            """,
        },
        """
            enhed_id | udfald  | kategori
            RA       | opgjort | 1-14
            RB       | opgjort | 1-14
            RE       | opgjort | 1-14
        """,
    ),
    Drawing(
        "Rådgiveren hører til sit eget team, også med sager fra andre teams; en ukendt rådgiver hører til et "
        "ukendt team",
        {
            "raadgivere": "raadgiver_id | team_id\nRA | A",
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2021-01-01 | A       | RA
                S2     | 2021-01-01 | B       | RA
                S3     | 2021-01-01 | B       | RX
            """,
        },
        """
            enhed_id | udfald  | kategori | team_id | raadgiver_id
            RA       | opgjort | 1-14     | A       | RA
            RX       | opgjort | 1-14     | UKENDT  | RX
        """,
    ),
    *(
        Drawing(
            f"Med {cases} sager hører rådgiveren til gruppen {kategori}",
            {
                "raadgivere": "raadgiver_id | team_id\nRA | A",
                "sagsfordeling": "\n".join(
                    ["sag_id | fra_dato | team_id | raadgiver_id"]
                    + [f"S{number} | 2021-01-01 | A | RA" for number in range(cases)]
                ),
            },
            f"enhed_id | udfald | kategori\nRA | opgjort | {kategori}",
        )
        for cases, kategori in EDGES.items()
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_raadgiver_sagstal(drawing, computed):
    """Stock: a caseworker with at least one open case; kategori of their number."""
    assert computed[drawing.title] == drawing.expected_rows()
