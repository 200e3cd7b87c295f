# ruff: noqa: E501 - a drawn table is not broken over several lines
"""The list of open deadlines on the reported day."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.drawn import table, typed
from pipeline.indicators.examples import shown
from tests.units.calculation import Measure, calculation

DAY = date(2021, 4, 20)
FOLLOWED = {
    "kategorier": ["aflastning"],
    "former": ["moede"],
    "hoejst_maaneder": 6,
    "foerste_maaneder": 3,
    "led": "alle",
}
MEASURES = {
    "partshoering": Measure("underretning_partshoering", {"fra_dato": "2020-10-01", "dage": 14}),
    "24_timer": Measure("underretning_24_timer", {"fra_dato": "2020-10-01"}),
    "bfu": Measure("bfu_rettidig", {"maaneder": 4, "fra_dato": None}),
    "ventetid": Measure("ventetid_igangsat", {"dage": 28}, kilde="sofus"),
    "igangsat": Measure("afgoerelse_igangsat", {"dage": 28}),
    "afsluttet": Measure("tidlig_indsats_afsluttet", {"leverandoer_type": None, "maaneder": 6}),
    "lukket": Measure("tidlig_indsats_lukket", {"maaneder": 6}),
    "uden_bfu": Measure("tidlig_indsats_uden_bfu", {"maaneder": 6}),
    "ja": Measure("foraeldrehandleplan_ja", {"dage": 28}),
    "opfoelgning": Measure("indsats_opfoelgning", FOLLOWED),
    "opfoelgning_foerste": Measure("indsats_opfoelgning", {**FOLLOWED, "led": "foerste"}),
    "opfoelgning_senere": Measure("indsats_opfoelgning", {**FOLLOWED, "led": "senere"}),
    "a_jour": Measure("indsats_a_jour", {"hoejst_maaneder": 6, "foerste_maaneder": 3}),
    "set": Measure(
        "indsats_foerste_opfoelgning", {"former": ["moede"], "dage": 45, "uden_tilbud": ["efterskole"]}
    ),
    "set_grundlag": Measure(
        "indsats_set_bekymringsgrundlag",
        {"kategorier": ["aflastning"], "undertyper": ["bekymringsgrundlag"], "dage": 28, "dage_foer": 28},
    ),
    "netvaerksmoede": Measure("netvaerksmoede_opfulgt", {"dage": 56}),
    "genanbragt": Measure("anbringelse_uden_genanbringelse", {"maaneder": 12, "skift_dage": 7}),
    "begrundet": Measure("underretning_24t_begrundet", {"fra_dato": "2020-10-01"}),
}


@pytest.fixture
def check():
    """Compare the list of the drawn extracts, in the columns drawn, with what it must be."""

    def compare(extracts, expected, *names, delivered=DAY, period="2021-04"):
        measures = {name: MEASURES[name] for name in names}
        with calculation(measures, typed(extracts), delivered, period) as database:
            database.run_file("results", "fristliste")
            rows = database.fetch("select * from ud.fristliste")
        columns = expected.strip().partition("\n")[0].replace(" ", "").split("|")
        found = [{column: shown(row[column]) for column in columns} for row in rows]
        by_value = lambda row: list(row.values())  # noqa: E731 - both are sorted alike
        assert sorted(found, key=by_value) == sorted(table(expected), key=by_value)

    return compare


def test_overdue_from_the_deadlines_own_day(check):
    """Overskredet when F <= opgjort_pr, else kommende; dage is the distance, never negative."""
    check(
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt
                U1 | 2021-04-05 10:00
                U2 | 2021-04-06 10:00
                U3 | 2021-04-07 10:00
                U4 | 2021-04-20 10:00
            """
        },
        """
            plan_id | indikator_id | enhed_id | startdato | frist_dato | tilstand | dage
            plan | partshoering | U1 | 2021-04-05 | 2021-04-19 | overskredet | 1
            plan | partshoering | U2 | 2021-04-06 | 2021-04-20 | overskredet | 0
            plan | partshoering | U3 | 2021-04-07 | 2021-04-21 | kommende | 1
            plan | partshoering | U4 | 2021-04-20 | 2021-05-04 | kommende | 14
        """,
        "partshoering",
    )


def test_what_is_done_late_or_closed_is_not_open(check):
    """Done (also late), a closed case whatever the reason, and what has not begun are left out."""
    check(
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1 | 2021-04-20 | andet
                S2 | 2021-04-21 | doed
            """,
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt | partshoering_dato
                U1              | S      |         | 2020-11-01 10:00   | 2021-04-20
                U2              | S      |         | 2020-11-01 10:00   | 2021-04-21
                U3              | S      |         | 2020-11-01 10:00   | 2020-10-31
                U4              | S1     |         | 2020-11-01 10:00   |
                U5              | S2     |         | 2020-11-01 10:00   |
                U6              |        | B       | 2020-11-01 10:00   |
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
        "partshoering",
    )


def test_what_is_done_too_late_by_the_clock_is_done(check):
    """5.4: an assessment after the 24 hours is late, but no longer something to do."""
    check(
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | vurderet_24t_tidspunkt
                U1 | 2021-04-12 10:00 | 2021-04-13 10:01
                U2 | 2021-04-12 10:00 |
            """
        },
        "enhed_id | frist_dato | tilstand\nU2 | 2021-04-13 | overskredet",
        "24_timer",
    )


def test_a_hearing_withheld_with_its_reason_is_not_open(check):
    """5.1's partshoering_undladt is left out, before the deadline and after it."""
    check(
        {
            "underretninger": """
                underretning_id | modtaget_tidspunkt | partshoering_undladt
                U1 | 2021-03-01 10:00 | ja
                U2 | 2021-03-01 10:00 | nej
                U3 | 2021-04-19 10:00 | ja
                U4 | 2021-04-19 10:00 |
            """
        },
        "enhed_id | tilstand\nU2 | overskredet\nU4 | kommende",
        "partshoering",
    )


def test_whatever_period_the_deadline_fell_in(check):
    """What is open at the reported period's opgjort_pr, however old; not at the delivery's date."""
    check(
        {
            "underretninger": "underretning_id | modtaget_tidspunkt\nU1 | 2020-10-01 10:00\nU2 | 2021-03-31 10:00"
        },
        """
            enhed_id | frist_dato | tilstand | dage
            U1 | 2020-10-15 | overskredet | 167
            U2 | 2021-04-14 | kommende | 14
        """,
        "partshoering",
        delivered=date(2021, 12, 31),
        period="2021-03",
    )


def test_broken_off_fallen_away_and_taken_over_are_not_open(check):
    """By opgjort_pr neither ended afbrudt (6.8), fallen away (4.3, 7.4) nor taken over by a BFU (4.1)."""
    check(
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | afslutning
                B1 | S1 | 2020-09-01 | 2021-04-20 | afbrudt
                B2 | S1 | 2020-09-01 | 2021-04-21 | afbrudt
                B3 | S2 | 2020-12-01 | |
                B4 | S4 | 2021-04-20 | |
                B5 | S1 | 2020-09-01 | | afbrudt
            """,
            "ventetider": """
                henvisning_id | sag_id | tilbud | henvist_dato | bortfaldet_dato
                H1            | S3     | t      | 2021-01-01   | 2021-04-20
                H2            | S3     | t      | 2021-01-01   | 2021-04-21
                H3            | S3     | t      | 2021-01-01   | 2020-12-31
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | afgoerelse_dato | bortfaldet_dato
                I1         | S3     | aflastning        |            | 2021-01-01      | 2021-04-20
                I2         | S3     | aflastning        |            | 2021-01-01      |
                I3         | S2     | forebyggende_11_3 | 2020-10-01 |                 |
                I4         | S3     | forebyggende_11_3 | 2020-10-01 |                 |
                I5         | S4     | forebyggende_11_3 | 2020-11-01 |                 |
                I6         | S3     | forebyggende_11_3 | 2020-11-01 |                 | 2021-04-20
            """,
        },
        """
            indikator_id | enhed_id | frist_dato | tilstand
            bfu          | B2       | 2021-01-01 | overskredet
            bfu          | B3       | 2021-04-01 | overskredet
            bfu          | B4       | 2021-08-20 | kommende
            bfu          | B5       | 2021-01-01 | overskredet
            ventetid     | H2       | 2021-01-29 | overskredet
            igangsat     | I2       | 2021-01-29 | overskredet
            afsluttet    | I4       | 2021-04-01 | overskredet
            lukket       | I3       | 2021-04-01 | overskredet
            lukket       | I4       | 2021-04-01 | overskredet
            lukket       | I5       | 2021-05-01 | kommende
        """,
        "bfu",
        "ventetid",
        "igangsat",
        "afsluttet",
        "lukket",
    )


def test_a_measure_that_ended_is_closed_whatever_it_became(check):
    """4.5 leaves out what has ended by opgjort_pr, also when a BFU took over and the deed is not done."""
    check(
        {
            "indsatser": """
                indsats_id | sag_id | kategori | start_dato | slut_dato
                I1 | S1 | forebyggende_11_3 | 2020-12-01 | 2021-04-20
                I2 | S2 | forebyggende_11_3 | 2020-12-01 | 2021-04-20
                I3 | S1 | forebyggende_11_3 | 2020-12-01 | 2021-04-21
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB1 | S1 | 2021-02-01",
        },
        "enhed_id | frist_dato | tilstand\nI3 | 2021-06-01 | kommende",
        "lukket",
    )


def test_an_ended_early_measure_is_on_no_list_of_what_to_do(check):
    """4.4 asks that nothing happens: it is never on the list."""
    check(
        {
            "indsatser": """
                indsats_id | kategori | start_dato | slut_dato
                I1 | forebyggende_11_3 | 2020-10-01 | 2021-03-01
                I2 | forebyggende_11_3 | 2021-03-01 |
            """
        },
        "indikator_id | enhed_id | frist_dato\nlukket | I2 | 2021-09-01",
        "uden_bfu",
        "lukket",
    )


def test_an_offer_to_parents_is_open_until_they_answer(check):
    """7.6 is open without foraeldre_svar."""
    check(
        {
            "handleplaner": """
                handleplan_id | type | tilbudt_dato | foraeldre_svar
                P1 | foraeldre | 2021-03-23 |
                P2 | foraeldre | 2021-03-24 |
                P3 | foraeldre | 2021-03-23 | ja
                P4 | foraeldre | 2021-03-24 | nej
                P5 | foraeldre | 2021-04-21 |
            """
        },
        """
            enhed_id | frist_dato | tilstand | dage
            P1 | 2021-04-20 | overskredet | 0
            P2 | 2021-04-21 | kommende | 1
        """,
        "ja",
    )


def test_every_base_in_force_has_its_next_follow_up_on_the_list(check):
    """Once per base in force, enhed_id the base: from its last follow-up, or its first day where none is."""
    check(
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS1 | |\nS2 | 2021-04-20 | afsluttet",
            "indsatser": """
                indsats_id | sag_id | kategori | start_dato | slut_dato | bortfaldet_dato
                I1 | S1 | aflastning | 2021-01-19 | |
                I2 | S1 | aflastning | 2021-01-20 | |
                I3 | S1 | aflastning | 2021-01-21 | |
                I4 | S1 | aflastning | 2021-01-01 | 2021-04-20 |
                I5 | S1 | aflastning | 2021-01-01 | |
                I6 | S1 | aflastning | 2021-04-21 | |
                I7 | S1 | aflastning | 2021-01-01 | 2021-04-21 |
                I8 | S1 | aflastning | 2021-01-01 | | 2021-04-20
                I9 | S2 | aflastning | 2021-01-01 | |
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I5         | 2021-02-01 | moede
                O2             | S1     | I5         | 2021-03-01 | moede
                O3             | S1     | I5         | 2021-04-21 | moede
            """,
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2021-01-01 | A       | RA
                S1     | 2021-04-21 | B       | RB
            """,
        },
        """
            enhed_id | sag_id | startdato  | frist_dato | tilstand    | dage | team_id | raadgiver_id
            I1       | S1     | 2021-01-19 | 2021-04-19 | overskredet | 1    | A       | RA
            I2       | S1     | 2021-01-20 | 2021-04-20 | overskredet | 0    | A       | RA
            I3       | S1     | 2021-01-21 | 2021-04-21 | kommende    | 1    | A       | RA
            I5       | S1     | 2021-03-01 | 2021-09-01 | kommende    | 134  | A       | RA
            I7       | S1     | 2021-01-01 | 2021-04-01 | overskredet | 19   | A       | RA
        """,
        "opfoelgning",
    )


def test_first_and_later_links_list_their_own_bases(check):
    """`foerste` lists the bases without a follow-up, `senere` those with one."""
    check(
        {
            "indsatser": """
                indsats_id | kategori | start_dato
                I1 | aflastning | 2021-01-19
                I2 | aflastning | 2021-01-19
            """,
            "opfoelgninger": "opfoelgning_id | indsats_id | dato | form\nO1 | I2 | 2021-04-20 | moede",
        },
        """
            indikator_id        | enhed_id | startdato  | frist_dato
            opfoelgning_foerste | I1       | 2021-01-19 | 2021-04-19
            opfoelgning_senere  | I2       | 2021-04-20 | 2021-10-20
        """,
        "opfoelgning_foerste",
        "opfoelgning_senere",
    )


def test_only_deadlines_and_chains_are_on_the_list(check):
    """What happens on a day, or is made up on one, has no deadline of its own, though 7.12 shows its due."""
    check(
        {
            "indsatser": "indsats_id | kategori | start_dato\nI1 | aflastning | 2020-01-01",
            "underretninger": "underretning_id | modtaget_tidspunkt\nU1 | 2021-04-20 10:00",
        },
        "indikator_id | enhed_id\npartshoering | U1",
        "partshoering",
        "a_jour",
        "begrundet",
    )


def test_who_holds_the_case_on_the_day_has_it_on_the_list(check):
    """Team and caseworker are those who hold the case at opgjort_pr, whatever the deadline's own day."""
    check(
        {
            "sagsfordeling": """
                sag_id | fra_dato | team_id | raadgiver_id
                S1 | 2021-01-01 | A | RA
                S1 | 2021-04-20 | B | RB
                S1 | 2021-04-21 | C | RC
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
        "partshoering",
    )


def test_a_deadline_of_a_measure_leaves_the_list_with_it(check):
    """(f): on the list while the measure is in force, overdue or not; none where it was not on the deadline."""
    check(
        {
            "sager": "sag_id | lukket_dato\nS4 | 2021-04-20",
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato
                I1         | S1     | aflastning | 2021-02-01 |
                I2         | S2     | aflastning | 2021-02-01 | 2021-04-20
                I3         | S3     | aflastning | 2021-04-01 | 2021-04-21
                I4         | S4     | aflastning | 2021-02-01 |
                I5         | S5     | aflastning | 2021-04-12 |
            """,
            "opfoelgninger": "opfoelgning_id | sag_id | indsats_id | dato | form\nO5 | S5 | I5 | 2021-03-01 | moede",
        },
        """
            indikator_id | enhed_id | frist_dato | tilstand    | dage
            set          | I1       | 2021-03-18 | overskredet | 33
            set          | I3       | 2021-05-16 | kommende    | 26
            set          | I5       | 2021-05-27 | kommende    | 37
        """,
        "set",
        "set_grundlag",
    )


def test_what_nobody_can_do_in_time_is_not_on_the_list(check):
    """A new placement, and a next network meeting, are no tasks that are due (S16, H7)."""
    check(
        {
            "indsatser": """
                indsats_id | kategori    | start_dato | slut_dato
                I1         | anbringelse | 2020-01-01 | 2020-12-01
                I2         | aflastning  | 2021-04-01 |
            """,
            "aktiviteter": "aktivitet_id | dato | type | undertype\nK1 | 2021-01-01 | moede | netvaerksmoede",
        },
        "indikator_id | enhed_id\nset | I2",
        "genanbragt",
        "netvaerksmoede",
        "set",
    )
