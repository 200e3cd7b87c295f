"""4.3 A referred measure begins within 28 days."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 28}
KILDE = "sofus"
DRAWINGS = (
    Drawing(
        "Et forløb, der går i gang på den 28. dag, er rettidigt; dagen efter er det for sent, og går det "
        "ikke i gang, mangler det",
        {
            "ventetider": """
                henvisning_id | tilbud | henvist_dato | igangsat_dato
                H1            | t      | 2021-04-01   | 2021-04-29
                H2            | t      | 2021-04-01   | 2021-04-30
                H3            | t      | 2021-04-01   |
                H4            | t      | 2021-04-01   | 2021-03-31
                H5            | t      | 2021-04-01   | 2021-04-01
            """
        },
        """
            enhed_id | kilde | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
            H1       | sofus | opfyldt      |          | 2021-04-01 | 2021-04-29 | 2021-04-29
            H2       | sofus | ikke_opfyldt | for_sent | 2021-04-01 | 2021-04-29 | 2021-04-30
            H3       | sofus | ikke_opfyldt | mangler  | 2021-04-01 | 2021-04-29 |
            H4       | sofus | ikke_opfyldt | mangler  | 2021-04-01 | 2021-04-29 |
            H5       | sofus | opfyldt      |          | 2021-04-01 | 2021-04-29 | 2021-04-01
        """,
    ),
    Drawing(
        "En henvisning, der faldt bort inden fristen, er undtaget, medmindre forløbet gik i gang til tiden",
        {
            "ventetider": """
                henvisning_id | tilbud | henvist_dato | igangsat_dato | bortfaldet_dato
                H1            | t      | 2021-04-01   |               | 2021-04-01
                H2            | t      | 2021-04-01   |               | 2021-04-29
                H3            | t      | 2021-04-01   |               | 2021-04-30
                H4            | t      | 2021-04-01   |               | 2021-03-31
                H5            | t      | 2021-04-01   | 2021-04-29    | 2021-04-10
            """
        },
        """
            enhed_id | udfald       | aarsag
            H1       | undtaget     |
            H2       | undtaget     |
            H3       | ikke_opfyldt | mangler
            H4       | ikke_opfyldt | mangler
            H5       | opfyldt      |
        """,
    ),
    Drawing(
        "At selve indsatsen faldt bort, undtager ikke henvisningen; at sagen lukkede, fordi barnet flyttede, "
        "gør",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-29  | fraflyttet
                S4     |             |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori        | henvist_dato | bortfaldet_dato
                I4         | S4     | forebyggende_52 | 2021-04-01   | 2021-04-10
            """,
            "ventetider": """
                henvisning_id | tilbud | henvist_dato | sag_id | indsats_id
                H1            | t      | 2021-04-01   | S1     |
                H4            | t      | 2021-04-01   | S4     | I4
            """,
        },
        """
            enhed_id | udfald       | aarsag
            H1       | undtaget     |
            H4       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "En henvisning afventer, til forløbet går i gang, henvisningen falder bort, eller fristen kommer",
        {
            "ventetider": """
                henvisning_id | tilbud | henvist_dato | igangsat_dato | bortfaldet_dato
                H1            | t      | 2021-03-31   | 2021-04-01    |
                H2            | t      | 2021-03-31   |               | 2021-03-31
                H3            | t      | 2021-03-31   |               | 2021-04-01
                H4            | t      | 2021-03-03   |               |
            """
        },
        """
            enhed_id | periode | udfald       | aarsag
            H1       | 2021-03 | afventer     |
            H1       | 2021-04 | opfyldt      |
            H2       | 2021-04 | undtaget     |
            H3       | 2021-03 | afventer     |
            H3       | 2021-04 | undtaget     |
            H4       | 2021-03 | ikke_opfyldt | mangler
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_ventetid_igangsat(drawing, computed):
    """Deadline: a row of ventetider; igangsat_dato within 28 days of henvist_dato."""
    assert computed[drawing.title] == drawing.expected_rows()
