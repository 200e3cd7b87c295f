# ruff: noqa: E501 - a drawn table is not broken over several lines
"""What a row of a measured unit shows, whichever kind judged it."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.drawn import table, typed
from pipeline.indicators.examples import shown
from tests.units.calculation import Measure, calculation

ADVICE = {"type": None, "undertyper": ["familieraadslagning"]}
MEASURES = {
    "antal": Measure("aktivitet", ADVICE, vaerditype="antal"),
    "rate": Measure("aktivitet", ADVICE, vaerditype="rate"),
    "median": Measure("tidlig_indsats_varighed", vaerditype="median"),
    "andel": Measure("bfu_mundtlig_partshoering"),
    "svar": Measure("spoergeskemasvar", {"spoergsmaal": "loeft", "mindste_score": 4}, kilde="spoergeskema"),
    "frist": Measure("underretning_partshoering", {"fra_dato": "2020-10-01", "dage": 14}),
    "beholdning": Measure("indsats_a_jour", {"hoejst_maaneder": 6, "foerste_maaneder": 3}),
}
EXTRACTS = {
    "aktiviteter": "aktivitet_id | dato | type | undertype\nK1 | 2021-04-12 | moede | familieraadslagning",
    "indsatser": """
        indsats_id | sag_id | kategori | start_dato | slut_dato
        I1 | S | forebyggende_11_3 | 2021-04-01 | 2021-04-12
        I2 | T | aflastning | 2020-04-01 |
    """,
    "undersoegelser": """
        bfu_id | startet_dato | afsluttet_dato | partshoering_form
        B1     | 2021-04-01   | 2021-04-12     | mundtlig
    """,
    "underretninger": "underretning_id | modtaget_tidspunkt\nU1 | 2021-04-16 10:00\nU2 | 2021-04-17 10:00",
    "spoergeskemasvar": """
        svar_id | team_id | spoergsmaal | besvaret_dato | score
        V1      | A       | loeft       | 2021-04-12    | 5
    """,
}

ANSWERS = {
    "tilsynssvar": """
        tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | svar
        T1        | antal      | A       | 2021-04-12       | ja
        T1        | beholdning | A       | 2021-04-12       | nej
    """,
}


@pytest.fixture
def rows():
    """Columns of the rows that measures give in April 2021."""

    def fetch(relation, columns, *names, extracts=EXTRACTS):
        measures = {name: MEASURES[name] for name in names}
        with calculation(measures, typed(extracts), date(2022, 12, 31), "2021-04") as database:
            found = database.fetch(
                f"select {columns} from {relation} where periode = '2021-04' order by all"  # noqa: S608
            )
        return [{column: shown(value) for column, value in row.items()} for row in found]

    return fetch


def test_what_is_counted_has_the_value_one(rows):
    """A value of 1 for antal and rate, the number itself where one is measured, and none for a share."""
    found = rows(
        "ud.indikator_raekke", "indikator_id, enhed_id, udfald, vaerdi", "antal", "rate", "median", "andel"
    )
    expected = """
        indikator_id | enhed_id | udfald | vaerdi
        andel | B1 | opfyldt |
        antal | K1 | opgjort | 1
        median | I1 | opgjort | 11
        rate | K1 | opgjort | 1
    """
    assert found == table(expected)


def test_rows_are_of_months_alone(rows):
    """Any other period's units are its months' (contract, section 3)."""
    found = rows("ud.indikator_raekke", "distinct plan_id, kilde, periodetype", "antal", "andel")
    assert found == table("plan_id | kilde | periodetype\nplan | dubu | maaned")


def test_a_survey_answer_keeps_its_team_only_for_the_count(rows):
    """The published row shows no team; the one that is counted has it."""
    assert rows("ud.indikator_raekke", "enhed_id, team_id", "svar") == table("enhed_id | team_id\nV1 | ")
    assert rows("raekke", "enhed_id, team_id", "svar") == table("enhed_id              | team_id\nV1 | A")


def test_what_is_open_and_what_is_in_stock_counts_only_at_a_periods_end(rows):
    """`ved_slut`: afventer and stock rows count in the periods that end with their month; judged rows in all."""
    found = rows("raekke", "indikator_id, enhed_id, udfald, ved_slut", "frist", "beholdning", "andel")
    expected = """
        indikator_id | enhed_id | udfald | ved_slut
        andel | B1 | opfyldt | False
        beholdning | I2 | ikke_opfyldt | True
        frist | U1 | ikke_opfyldt | False
        frist | U2 | afventer | True
    """
    assert found == table(expected)


def test_the_review_stands_beside_the_register_as_a_share(rows):
    """Answers under an indicator's own id are a second source: judged, without a number, and never in stock."""
    columns = "indikator_id, kilde, enhed_id, udfald, vaerdi, ved_slut"
    expected = """
        indikator_id | kilde | enhed_id | udfald | vaerdi | ved_slut
        antal | dubu | K1 | opgjort | 1 | False
        antal | tilsyn | T1 | opfyldt | | False
        beholdning | dubu | I2 | ikke_opfyldt | | True
        beholdning | tilsyn | T1 | ikke_opfyldt | | False
    """
    assert rows("raekke", columns, "antal", "beholdning", extracts=EXTRACTS | ANSWERS) == table(expected)


OWN_SQL = """
insert into enhed_haendelse by name
select sag_id as enhed_id, sag_id, oprettet_dato as dato from sager;

insert into enhed_eksponering by name
select enhed_id, sag_id, opgjort_pr
from (
    select sager.sag_id as enhed_id, sager.sag_id, opgoerelsesdag.opgjort_pr
    from sager
    inner join opgoerelsesdag on sager.oprettet_dato <= opgoerelsesdag.opgjort_pr
)
"""


def test_what_a_rate_is_held_against_is_counted_by_month_and_team(tmp_path):
    """Units exposed on each month's opgjort_pr, at the team that holds their case that day."""
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "sager_pr_sag.sql").write_text(OWN_SQL)
    extracts = {
        "sager": "sag_id | oprettet_dato\nS1 | 2020-01-01\nS2 | 2020-11-20\nS3 | 2020-01-01",
        "sagsfordeling": """
            sag_id | fra_dato | team_id
            S1 | 2020-01-01 | A
            S1 | 2020-11-30 | B
            S2 | 2020-11-20 | B
        """,
    }
    measures = {"rate": Measure("sager_pr_sag", vaerditype="rate", folder=tmp_path)}
    with calculation(measures, typed(extracts), date(2020, 12, 31), "2020-11") as database:
        found = database.fetch(
            "select indikator_id, kilde, periode, team_id, antal from eksponering order by all"
        )
    expected = """
        indikator_id | kilde | periode | team_id | antal
        rate         | dubu  | 2020-10 | A       | 1
        rate         | dubu  | 2020-10 | UKENDT  | 1
        rate         | dubu  | 2020-11 | B       | 2
        rate         | dubu  | 2020-11 | UKENDT  | 1
    """
    assert [{column: shown(value) for column, value in row.items()} for row in found] == table(expected)
