"""A network meeting is followed by another."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"dage": 56}
DRAWINGS = (
    Drawing(
        "Et nyt netværksmøde i sagen senest 56 dage efter er opfyldt; flere møder på samme dag er ét, og "
        "det næste mødes frist regnes fra det selv",
        {
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type  | undertype
                K1a          | S1     | 2021-02-15 | moede | netvaerksmoede
                K1b          | S1     | 2021-02-15 | moede | netvaerksmoede
                K1c          | S1     | 2021-04-12 | moede | netvaerksmoede
                K2a          | S2     | 2021-02-15 | moede | netvaerksmoede
                K2b          | S2     | 2021-04-13 | moede | netvaerksmoede
                K3a          | S3     | 2021-02-15 | moede | netvaerksmoede
                K3b          | S3     | 2021-03-15 | moede | familieraadslagning
            """,
        },
        """
            enhed_id      | udfald       | aarsag   | frist_dato | haendelsesdato
            S1@2021-02-15 | opfyldt      |          | 2021-04-12 | 2021-04-12
            S1@2021-04-12 | afventer     |          | 2021-06-07 |
            S2@2021-02-15 | ikke_opfyldt | for_sent | 2021-04-12 | 2021-04-13
            S2@2021-04-13 | afventer     |          | 2021-06-08 |
            S3@2021-02-15 | ikke_opfyldt | mangler  | 2021-04-12 |
        """,
    ),
    Drawing(
        "Sagen skal være åben på fristens dag og indtil da ikke være lukket på opgørelsesdagen; hvorfor den"
        " blev lukket, er uden betydning",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato | lukket_aarsag
                S1     | 2019-01-01    | 2021-04-12  | fraflyttet
                S2     | 2019-01-01    | 2021-04-13  | fraflyttet
                S3     | 2019-01-01    | 2021-04-30  | afsluttet
                S4     | 2019-01-01    | 2021-05-01  | afsluttet
                S5     | 2021-05-27    |             |
                S6     | 2021-05-28    |             |
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type  | undertype
                K1           | S1     | 2021-02-15 | moede | netvaerksmoede
                K2           | S2     | 2021-02-15 | moede | netvaerksmoede
                K3           | S3     | 2021-04-01 | moede | netvaerksmoede
                K4           | S4     | 2021-04-01 | moede | netvaerksmoede
                K5           | S5     | 2021-04-01 | moede | netvaerksmoede
                K6           | S6     | 2021-04-01 | moede | netvaerksmoede
            """,
        },
        """
            enhed_id      | udfald       | aarsag
            S2@2021-02-15 | ikke_opfyldt | mangler
            S4@2021-04-01 | afventer     |
            S5@2021-04-01 | afventer     |
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_netvaerksmoede_opfulgt(drawing, computed):
    """Deadline: a day of a network meeting of a case open on F; a later one by F."""
    assert computed[drawing.title] == drawing.expected_rows()
