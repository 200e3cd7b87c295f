"""7.6 Parents accept the handleplan they are offered."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 28}
DRAWINGS = (
    Drawing(
        "Forældrene skal have sagt ja; har de sagt nej, er det ikke opfyldt, og uden svar mangler det",
        {
            "handleplaner": """
                handleplan_id | type      | tilbudt_dato | foraeldre_svar
                P1            | foraeldre | 2021-04-01   | ja
                P2            | foraeldre | 2021-04-01   | nej
                P3            | foraeldre | 2021-04-01   |
            """
        },
        """
            enhed_id | udfald       | aarsag  | startdato  | frist_dato | haendelsesdato | referencedato
            P1       | opfyldt      |         | 2021-04-01 | 2021-04-29 |                | 2021-04-29
            P2       | ikke_opfyldt | indhold | 2021-04-01 | 2021-04-29 |                | 2021-04-29
            P3       | ikke_opfyldt | mangler | 2021-04-01 | 2021-04-29 |                | 2021-04-29
        """,
    ),
    Drawing(
        "Svaret har ingen dato, så planen afventer til den 28. dag, uanset om der er svaret",
        {
            "handleplaner": """
                handleplan_id | type      | tilbudt_dato | foraeldre_svar
                P1            | foraeldre | 2021-03-31   | ja
                P2            | foraeldre | 2021-04-02   | nej
                P3            | foraeldre | 2021-04-03   |
            """
        },
        """
            enhed_id | periode | udfald       | aarsag  | frist_dato
            P1       | 2021-03 | afventer     |         | 2021-04-28
            P1       | 2021-04 | opfyldt      |         | 2021-04-28
            P2       | 2021-04 | ikke_opfyldt | indhold | 2021-04-30
            P3       | 2021-04 | afventer     |         | 2021-05-01
        """,
    ),
    Drawing(
        "At sagen er lukket, undtager ikke: svaret tæller, uanset hvorfor sagen lukkede",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-10  | fraflyttet
                S2     | 2021-04-10  | doed
                S3     | 2021-03-31  | fyldt_18
            """,
            "handleplaner": """
                handleplan_id | sag_id | type      | tilbudt_dato | foraeldre_svar
                P1            | S1     | foraeldre | 2021-03-31   |
                P2            | S2     | foraeldre | 2021-03-31   | ja
                P3            | S3     | foraeldre | 2021-03-31   | nej
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag
            P1       | 2021-03 | afventer     |
            P1       | 2021-04 | ikke_opfyldt | mangler
            P2       | 2021-03 | afventer     |
            P2       | 2021-04 | opfyldt      |
            P3       | 2021-03 | afventer     |
            P3       | 2021-04 | ikke_opfyldt | indhold
        """,
    ),
    Drawing(
        "Kun tilbudte forældrehandleplaner måles",
        {
            "handleplaner": """
                handleplan_id | type      | tilbudt_dato | foraeldre_svar | oprettet_dato
                P1            | foraeldre | 2021-04-01   | ja             | 2021-04-20
                P2            | foraeldre |              | ja             | 2021-04-01
                P3            | barn      | 2021-04-01   | ja             | 2021-04-01
                P4            | ungeplan  | 2021-04-01   | ja             | 2021-04-01
            """
        },
        "enhed_id | udfald\nP1 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_foraeldrehandleplan_ja(drawing, computed):
    """Deadline, decided only at F = tilbudt_dato + 28 days: foraeldre_svar ja; no general undtaget."""
    assert computed[drawing.title] == drawing.expected_rows()
