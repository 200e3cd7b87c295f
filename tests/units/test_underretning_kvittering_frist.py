"""Notifiers get a confirmation in some working days."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"arbejdsdage": 6, "fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "Kvitteringen skal være givet senest den 6. arbejdsdag efter modtagelsen; lørdage, søndage og "
        "helligdage tæller ikke",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | underretter_type | kvittering_dato
                U1              | 2021-04-12 10:00   | fagperson        | 2021-04-20
                U2              | 2021-04-12 10:00   | privat           | 2021-04-21
                U3              | 2021-04-16 23:00   | privat           | 2021-04-26
                U4              | 2021-04-17 10:00   | privat           |
                U5              | 2021-03-31 10:00   | privat           |
                U6              | 2021-04-22 10:00   | privat           |
                U7              | 2021-04-12 10:00   | privat           | 2021-04-11
                U8              | 2021-04-20 10:00   | privat           |
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            U1       | opfyldt      |          | 2021-04-20 | 2021-04-20
            U2       | ikke_opfyldt | for_sent | 2021-04-20 | 2021-04-21
            U3       | opfyldt      |          | 2021-04-26 | 2021-04-26
            U4       | ikke_opfyldt | mangler  | 2021-04-26 |
            U5       | ikke_opfyldt | mangler  | 2021-04-13 |
            U6       | afventer     |          | 2021-05-03 |
            U7       | ikke_opfyldt | mangler  | 2021-04-20 |
            U8       | ikke_opfyldt | mangler  | 2021-04-28 |
        """,
    ),
    Drawing(
        "Juleaftensdag, nytårsaftensdag og grundlovsdag er arbejdsdage; store bededag var helligdag til og "
        "med 2023",
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | underretter_type
                U1              | 2021-12-21 10:00   | privat
                U2              | 2021-12-29 10:00   | privat
                U3              | 2023-05-01 10:00   | privat
                U4              | 2024-04-22 10:00   | privat
                U5              | 2024-06-01 10:00   | privat
            """,
        },
        """
            enhed_id | periode | udfald       | aarsag  | frist_dato
            U1       | 2021-12 | ikke_opfyldt | mangler | 2021-12-29
            U2       | 2021-12 | afventer     |         | 2022-01-06
            U2       | 2022-01 | ikke_opfyldt | mangler | 2022-01-06
            U3       | 2023-05 | ikke_opfyldt | mangler | 2023-05-10
            U4       | 2024-04 | ikke_opfyldt | mangler | 2024-04-30
            U5       | 2024-06 | ikke_opfyldt | mangler | 2024-06-10
        """,
        period="2024-06",
        delivered="2024-12-31",
    ),
    Drawing(
        "Anonyme underretninger og dem fra før skæringsdagen tæller ikke; lukkes sagen inden fristen, fordi"
        " barnet flyttede, fyldte 18 år eller døde, er underretningen undtaget",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS3 | 2021-04-20 | fraflyttet",
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt | underretter_type
                U1              | S1     | 2021-04-12 10:00   | anonym
                U2              | S2     | 2021-04-11 10:00   | privat
                U3              | S3     | 2021-04-12 10:00   | privat
            """,
        },
        "enhed_id | udfald\nU3 | undtaget",
        parameters={"fra_dato": "2021-04-12"},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_underretning_kvittering_frist(drawing, computed):
    """Deadline: an underretning whose notifier is known; F the working day so many after it came."""
    assert computed[drawing.title] == drawing.expected_rows()
