# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Answers of the case review to one maalepunkt."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maalepunkt": "6.5"}
KILDE = "tilsyn"
DRAWINGS = (
    Drawing(
        "Kun ja er opfyldt; kan det ikke ses, mangler det, og er det ikke relevant, er sagen undtaget",
        {
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | svar
                T1 | 6.5 | A | 2021-04-12 | ja
                T2 | 6.5 | A | 2021-04-12 | delvist
                T3 | 6.5 | A | 2021-04-12 | nej
                T4 | 6.5 | A | 2021-04-12 | ikke_relevant
                T5 | 6.5 | A | 2021-04-12 | kan_ikke_ses
            """
        },
        """
            enhed_id | kilde | udfald | aarsag
            T1 | tilsyn | opfyldt |
            T2 | tilsyn | ikke_opfyldt | indhold
            T3 | tilsyn | ikke_opfyldt | indhold
            T4 | tilsyn | undtaget |
            T5 | tilsyn | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Svar på andre målepunkter tæller ikke med",
        {
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | svar
                T1        | 6.5        | A       | 2021-04-12       | ja
                T1        | 6.4        | A       | 2021-04-12       | nej
                T2        | 6.4        | A       | 2021-04-12       | ja
                T3        | 6.50       | A       | 2021-04-12       | ja
            """
        },
        "enhed_id | udfald\nT1 | opfyldt",
    ),
    Drawing(
        "Svar om sager, der er valgt efter kriterier, og den anden læsers svar tæller ikke; svar om sager, der "
        "er trukket tilfældigt, eller hvor alle er set, gør",
        {
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | svar | udvaelgelse | genlaesning
                T1        | 6.5        | A       | 2021-04-12       | ja   | tilfaeldig  |
                T2        | 6.5        | A       | 2021-04-12       | ja   | alle        | nej
                T3        | 6.5        | A       | 2021-04-12       | ja   |             |
                T4        | 6.5        | A       | 2021-04-12       | ja   | kriterier   |
                T5        | 6.5        | A       | 2021-04-12       | ja   | tilfaeldig  | ja
                T6        | 6.5        | A       | 2021-04-12       | nej  | kriterier   | ja
            """
        },
        "enhed_id | udfald\nT1 | opfyldt\nT2 | opfyldt\nT3 | opfyldt",
    ),
    Drawing(
        "Et svar, der er givet til en anden plan, tæller ikke; et uden plan tæller i alle planer med "
        "målepunktet",
        {
            "tilsynssvar": """
                tilsyn_id | maalepunkt | plan_id    | team_id | gennemgaaet_dato | svar
                T1        | 6.5        | plan       | A       | 2021-04-12       | ja
                T2        | 6.5        | anden_plan | A       | 2021-04-12       | ja
                T3        | 6.5        |            | A       | 2021-04-12       | ja
            """
        },
        "enhed_id | udfald\nT1 | opfyldt\nT3 | opfyldt",
    ),
    Drawing(
        "Svaret tæller i den måned, sagen er gennemgået, uanset hvornår det, der er set på, skete",
        {
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | genstand_dato | svar
                T1        | 6.5        | A       | 2021-04-30       | 2021-02-01    | ja
                T2        | 6.5        | A       | 2021-05-01       | 2021-04-12    | ja
            """
        },
        """
            enhed_id | periode | udfald  | haendelsesdato
            T1       | 2021-04 | opfyldt | 2021-04-30
            T2       | 2021-05 | opfyldt | 2021-05-01
        """,
        period="2021-05",
    ),
    Drawing(
        "Svaret hører til det team og den rådgiver, der står i det, uanset hvem sagen er fordelt til",
        {
            "sagsfordeling": "sag_id | fra_dato | team_id | raadgiver_id\nS | 2021-01-01 | B | RB",
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | raadgiver_id | gennemgaaet_dato | svar
                T1        | 6.5        | A       | RA           | 2021-04-12       | nej
                T2        | 6.5        | A       |              | 2021-04-12       | ja
            """,
        },
        """
            enhed_id | sag_id | team_id | raadgiver_id | team_siden | udfald       | aarsag
            T1       | S      | A       | RA           |            | ikke_opfyldt | indhold
            T2       | S      | A       |              |            | opfyldt      |
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_tilsynssvar(drawing, computed):
    """Event: a tilsynssvar to the maalepunkt; ja is met, ikke_relevant exempt, all else not met."""
    assert computed[drawing.title] == drawing.expected_rows()
