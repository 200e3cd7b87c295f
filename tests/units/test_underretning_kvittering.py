"""Notifiers get a confirmation."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 28}
DRAWINGS = (
    Drawing(
        "Kvitteringen skal være registreret i leverancen, også når den kom efter de 28 dage; en fra før "
        "modtagelsen tæller ikke",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | underretter_type | kvittering_dato
                U1              | 2021-04-02 10:00   | fagperson        | 2021-04-02
                U2              | 2021-04-02 10:00   | privat           | 2021-12-01
                U3              | 2021-04-02 10:00   | myndighed        | 2021-04-01
                U4              | 2021-04-02 10:00   | fagperson        |
                U5              | 2021-04-02 10:00   | fagperson        | 2023-01-01
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            U1       | opfyldt      |         | 2021-04-30
            U2       | opfyldt      |         | 2021-04-30
            U3       | ikke_opfyldt | mangler | 2021-04-30
            U4       | ikke_opfyldt | mangler | 2021-04-30
            U5       | ikke_opfyldt | mangler | 2021-04-30
        """,
    ),
    Drawing(
        "Anonyme underretninger tæller ikke, og en lukket sag undtager ikke; underretninger uden sag tæller",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS2 | 2021-04-10 | fraflyttet",
            "underretninger": """
                underretning_id | sag_id | team_id | modtaget_tidspunkt | underretter_type
                U1              | S1     |         | 2021-04-02 10:00   | anonym
                U2              | S2     |         | 2021-04-02 10:00   | privat
                U3              |        | T1      | 2021-04-02 10:00   | privat
                U4              | S4     |         | 2021-04-03 10:00   | privat
            """,
        },
        """
            enhed_id | udfald       | aarsag  | team_id
            U2       | ikke_opfyldt | mangler | UKENDT
            U3       | ikke_opfyldt | mangler | T1
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_kvittering(drawing, computed):
    """Event: an underretning whose notifier is known, some days after it came; confirmed by the delivery."""
    assert computed[drawing.title] == drawing.expected_rows()
