"""Answers to one question of the survey."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"spoergsmaal": "tydelig_ledelse", "mindste_score": 4}
KILDE = "spoergeskema"
DRAWINGS = (
    Drawing(
        "En besvarelse med det antal point, planen kræver, eller flere er opfyldt",
        {
            "spoergeskemasvar": """
                svar_id | team_id | spoergsmaal | besvaret_dato | score
                V1 | A | tydelig_ledelse | 2021-04-12 | 1
                V2 | A | tydelig_ledelse | 2021-04-12 | 3
                V3 | A | tydelig_ledelse | 2021-04-12 | 4
                V4 | A | tydelig_ledelse | 2021-04-12 | 5
            """
        },
        """
            enhed_id | kilde | udfald | aarsag
            V1 | spoergeskema | ikke_opfyldt | indhold
            V2 | spoergeskema | ikke_opfyldt | indhold
            V3 | spoergeskema | opfyldt |
            V4 | spoergeskema | opfyldt |
        """,
    ),
    Drawing(
        "Kun besvarelser af planens spørgsmål tæller, i den måned, de er givet; store bogstaver, blanke og "
        "bindestreger i spørgsmålets navn er uden betydning",
        {
            "spoergeskemasvar": """
                svar_id | team_id | spoergsmaal      | besvaret_dato | score
                V1      | A       | tydelig_ledelse  | 2021-03-31    | 5
                V2      | A       | tydelig_ledelse  | 2021-04-01    | 5
                V3      | A       | loeft            | 2021-04-01    | 5
                V4      | A       | Tydelig  ledelse | 2021-04-02    | 5
                V5      | A       | TYDELIG-LEDELSE  | 2021-04-30    | 5
            """
        },
        """
            enhed_id | udfald  | haendelsesdato
            V2       | opfyldt | 2021-04-01
            V4       | opfyldt | 2021-04-02
            V5       | opfyldt | 2021-04-30
        """,
    ),
    Drawing(
        "Rækken for en besvarelse viser hverken sag, team eller rådgiver",
        {
            "spoergeskemasvar": """
                svar_id | team_id | spoergsmaal     | besvaret_dato | score
                V1      | A       | tydelig_ledelse | 2021-04-12    | 2
            """
        },
        """
            enhed_id | sag_id | team_id | raadgiver_id | udfald       | aarsag
            V1       |        |         |              | ikke_opfyldt | indhold
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_spoergeskemasvar(drawing, computed):
    """Event: a spoergeskemasvar to the question; the score asked for or more."""
    assert computed[drawing.title] == drawing.expected_rows()
