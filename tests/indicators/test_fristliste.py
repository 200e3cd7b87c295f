# ruff: noqa: E501 - a drawn table is not broken over several lines
"""The list of open deadlines on the reported day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.indicators.opstilling import opgjort
from tests.indicators.tegning import tabel, typede

DAG = date(2021, 4, 20)


@pytest.fixture
def fristliste(tmp_path):
    """Deadlines drawn from a delivery of 2021-04-20, some columns, as drawn text."""

    def hent(extracts, ventet, *, udtraek=DAG, periode="2021-04", indikator=None):
        overskrift = list(tabel(ventet)[0])
        with opgjort(typede(extracts), udtraek, periode, tmp_path) as database:
            raekker = database.hent(
                "select * from ud.fristliste where $i is null or indikator_id = $i", i=indikator
            )
        fundet = [{k: "" if r[k] is None else str(r[k]) for k in overskrift} for r in raekker]
        noegle = lambda r: list(r.values())  # noqa: E731 - the only way to sort both alike
        assert sorted(fundet, key=noegle) == sorted(tabel(ventet), key=noegle)

    return hent


def test_overdue_from_the_deadlines_own_day(fristliste):
    """Overskredet when F <= opgjort_pr, else kommende; dage is the distance, never negative."""
    fristliste(
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt
                U1              | 2021-04-05 10:00
                U2              | 2021-04-06 10:00
                U3              | 2021-04-07 10:00
                U4              | 2021-04-20 10:00
            """
        },
        """
            enhed_id | startdato  | frist_dato | tilstand    | dage
            U1       | 2021-04-05 | 2021-04-19 | overskredet | 1
            U2       | 2021-04-06 | 2021-04-20 | overskredet | 0
            U3       | 2021-04-07 | 2021-04-21 | kommende    | 1
            U4       | 2021-04-20 | 2021-05-04 | kommende    | 14
        """,
        indikator="5.1",
    )


def test_what_is_done_late_or_closed_is_not_open(fristliste):
    """Done (also late), a closed case whatever the reason, and what has not begun are left out."""
    fristliste(
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2021-04-20  | andet
                S2     | 2021-04-21  | doed
            """,
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | partshoering_dato
                U1              | S      |         | 2020-11-01 10:00   | 2021-04-20
                U2              | S      |         | 2020-11-01 10:00   | 2021-04-21
                U3              | S      |         | 2020-11-01 10:00   | 2020-10-31
                U4              | S1     |         | 2020-11-01 10:00   |
                U5              | S2     |         | 2020-11-01 10:00   |
                U6              |        | B      | 2020-11-01 10:00   |
                U7              | S      |         | 2021-04-21 10:00   |
                U8              | S      |         | 2020-09-30 10:00   |
            """,
        },
        """
            enhed_id | frist_dato | tilstand
            U2       | 2020-11-15 | overskredet
            U3       | 2020-11-15 | overskredet
            U5       | 2020-11-15 | overskredet
            U6       | 2020-11-15 | overskredet
        """,
        indikator="5.1",
    )


def test_whatever_period_the_deadline_fell_in(fristliste):
    """What is open at the reported period's opgjort_pr, however old; not at the delivery's date."""
    underretninger = "underretning_id | modtaget_tidspunkt\nU1 | 2020-10-01 10:00\nU2 | 2021-03-31 10:00"
    fristliste(
        {"underretninger": underretninger},
        """
            enhed_id | frist_dato | tilstand    | dage
            U1       | 2020-10-15 | overskredet | 167
            U2       | 2021-04-14 | kommende    | 14
        """,
        udtraek=date(2021, 12, 31),
        periode="2021-03",
        indikator="5.1",
    )


def test_broken_off_fallen_away_and_taken_over_are_not_open(fristliste):
    """By opgjort_pr neither ended afbrudt (6.8), fallen away (4.3, 7.4) nor taken over by a BFU (4.1)."""
    fristliste(
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | afslutning
                B1     | S1     | 2020-09-01   | 2021-04-20     | afbrudt
                B2     | S1     | 2020-09-01   | 2021-04-21     | afbrudt
                B3     | S2     | 2020-12-01   |                |
                B4     | S4     | 2021-04-20   |                |
            """,
            "ventetider": """
                henvisning_id | sag_id | tilbud | henvist_dato | bortfaldet_dato
                H1            | S3     | t      | 2021-01-01   | 2021-04-20
                H2            | S3     | t      | 2021-01-01   | 2021-04-21
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | leverandoer_type | start_dato | afgoerelse_dato | bortfaldet_dato
                I1         | S3     | aflastning        |                  |            | 2021-01-01      | 2021-04-20
                I2         | S3     | aflastning        |                  |            | 2021-01-01      |
                I3         | S2     | forebyggende_11_3 | privat           | 2020-10-01 |                 |
                I4         | S3     | forebyggende_11_3 | privat           | 2020-10-01 |                 |
                I5         | S4     | forebyggende_11_3 | privat           | 2020-11-01 |                 |
            """,
        },
        """
            indikator_id | enhed_id | frist_dato | tilstand
            6.8          | B2       | 2021-01-01 | overskredet
            6.8          | B3       | 2021-04-01 | overskredet
            6.8          | B4       | 2021-08-20 | kommende
            4.3          | H2       | 2021-01-29 | overskredet
            7.4          | I2       | 2021-01-29 | overskredet
            4.1          | I4       | 2021-04-01 | overskredet
            4.5          | I4       | 2021-04-01 | overskredet
        """,
    )


def test_an_ended_early_measure_is_on_no_list_of_what_to_do(fristliste):
    """4.4 asks that nothing happens: it is never on the list."""
    fristliste(
        {
            "indsatser": """
                indsats_id | kategori          | start_dato | slut_dato
                I1         | forebyggende_11_3 | 2020-10-01 | 2021-03-01
                I2         | forebyggende_11_3 | 2021-03-01 |
            """
        },
        "indikator_id | enhed_id | frist_dato\n4.5 | I2 | 2021-09-01",
    )


def test_an_offer_to_parents_is_open_until_they_answer(fristliste):
    """7.6 is open without foraeldre_svar."""
    fristliste(
        {
            "handleplaner": """
                handleplan_id | type      | tilbudt_dato | foraeldre_svar
                P1            | foraeldre | 2021-03-23   |
                P2            | foraeldre | 2021-03-24   |
                P3            | foraeldre | 2021-03-23   | ja
                P4            | foraeldre | 2021-03-23   | nej
            """
        },
        """
            indikator_id | enhed_id | frist_dato | tilstand    | dage
            7.6          | P1       | 2021-04-20 | overskredet | 0
            7.6          | P2       | 2021-04-21 | kommende    | 1
        """,
    )


def test_every_measure_in_the_stock_has_its_next_meeting_on_the_list(fristliste):
    """7.7: overskredet only from the day after due; every unit of the stock is open."""
    fristliste(
        {
            "indsatser": """
                indsats_id | kategori   | start_dato | slut_dato
                I1         | aflastning | 2021-01-19 |
                I2         | aflastning | 2021-01-20 |
                I3         | aflastning | 2021-01-21 |
                I4         | aflastning | 2021-01-01 | 2021-04-20
                I5         | aflastning | 2021-01-01 |
            """,
            "opfoelgninger": "opfoelgning_id | indsats_id | dato | form\nO1 | I5 | 2021-02-01 | moede",
            "sagsfordeling": "fra_dato | team_id | raadgiver_id\n2021-01-01 | A | RA\n2021-04-21 | B | RB",
        },
        """
            indikator_id | enhed_id | startdato  | frist_dato | tilstand    | dage | team_id | raadgiver_id
            7.7          | I1       | 2021-01-19 | 2021-04-19 | overskredet | 1    | A       | RA
            7.7          | I2       | 2021-01-20 | 2021-04-20 | kommende    | 0    | A       | RA
            7.7          | I3       | 2021-01-21 | 2021-04-21 | kommende    | 1    | A       | RA
            7.7          | I5       | 2021-01-01 | 2021-08-01 | kommende    | 103  | A       | RA
        """,
    )


def test_who_holds_the_case_on_the_day_has_it_on_the_list(fristliste):
    """Team and caseworker are those who hold the case at opgjort_pr, whatever the deadline's own day."""
    fristliste(
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2021-01-01 | A       | RA
                S1     | 2021-04-20 | B       | RB
                S1     | 2021-04-21 | C       | RC
            """,
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | team_id | raadgiver_id
                U1              | S1     |         | 2021-03-01 10:00   | V       | RV
                U2              |        | B1      | 2021-03-01 10:00   | V       | RV
                U3              | S2     |         | 2021-03-01 10:00   |         |
            """,
        },
        """
            enhed_id | sag_id | team_id | raadgiver_id
            U1       | S1     | B       | RB
            U2       |        | V       | RV
            U3       | S2     | UKENDT  |
        """,
        indikator="5.1",
    )
