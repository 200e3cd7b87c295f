# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Several plans in one publication, every kind of value, and what a figure is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from pipeline.definitions.plan_models import Milepael
from pipeline.economist.examples import answer_to
from pipeline.economist.published import open_publication
from tests.economist.example_replies import TEAMS
from tests.economist.publication_made import (
    PLANS,
    SLAGELSE,
    drawn_delivery,
    outcome,
    plan_with,
    publish,
    sign,
)

COUNTED = ("taeller", "naevner", "undtaget", "afventer")


def answer(folder: Path, extracts: Mapping[str, str], sql: str, **options) -> list[dict[str, str]]:
    """An answer of the published file of drawn tables, as it is drawn."""
    file = publish(drawn_delivery(extracts), folder / "ledelsestilsyn.duckdb", **options)
    with open_publication(file) as database:
        return sign(answer_to(database, sql))


def test_macros_give_every_plan_or_the_one_asked_for(several: Path):
    """Without a plan all of them, the leading one first; with one, that one alone."""
    calls = ("status('ALLE', '2021-08'{})", "udvikling('5.1'{})", "frister('T1'{})", "grundlag('5.1'{})")
    ids = [plan.plan_id for plan in PLANS]
    with open_publication(several) as database:
        for call in calls:
            every = [r["plan_id"] for r in database.fetch(f"from {call.format('')}")]
            assert set(every) == set(ids), call
            for plan_id in ids:
                one = database.fetch(f"from {call.format(', plan := ' + repr(plan_id))}")
                assert {r["plan_id"] for r in one} == {plan_id}, call
                assert len(one) == every.count(plan_id), call
        status = [r["plan_id"] for r in database.fetch("from status('ALLE', '2021-08')")]
    assert list(dict.fromkeys(status)) == ids


def test_a_plan_is_compared_with_its_own_periods_alone(several: Path):
    """The second plan begins in February: its first quarter is the second, and nothing stands before it."""
    with open_publication(several) as database:
        assert answer_to(
            database,
            "select plan_id, min(periode) from periode where periodetype = 'kvartal' group by plan_id order by 1",
        ).rows == (("aaa_egen_plan", "2021-K2"), ("slagelse_2021_2023", "2020-K4"))
        doubled = database.value(
            "select count(*) from (select maaned, team_id from sagstal group by all having count(*) > 1)"
        )
        months = database.fetch("select maaned from indsatstrappe group by maaned having count(*) <> 5")
    assert (doubled, months) == (0, [])


@pytest.mark.parametrize("indicator", [i.id for i in SLAGELSE.indikatorer])
def test_what_a_figure_is_made_of_adds_up_to_it(several: Path, indicator: str):
    """The units of `grundlag`, counted here, are the published counts of every period, team and plan."""
    with open_publication(several) as database:
        units = database.fetch(f"from grundlag('{indicator}') where kilde <> 'spoergeskema'")
        results = database.fetch(
            "from resultater() where indikator_id = $i and kilde <> 'spoergeskema' and vaerditype = 'andel'",
            i=indicator,
        )
    counted: dict[tuple[object, ...], dict[str, int]] = {}
    for unit in units:
        outcome = {"opfyldt": ("taeller", "naevner"), "ikke_opfyldt": ("naevner",)}
        for team in (unit["team_id"], "ALLE"):
            key = (unit["plan_id"], unit["kilde"], unit["periodetype"], unit["periode"], team)
            counts = counted.setdefault(key, dict.fromkeys(COUNTED, 0))
            for count in outcome.get(unit["udfald"], (unit["udfald"],)):
                counts[count] = counts.get(count, 0) + 1
    nothing = dict.fromkeys(COUNTED, 0)
    for result in results:
        key = tuple(result[k] for k in ("plan_id", "kilde", "periodetype", "periode", "team_id"))
        assert {k: result[k] for k in COUNTED} == counted.pop(key, nothing), key
    if SLAGELSE.indicator(indicator).vaerditype == "andel":
        assert not counted


def test_results_with_titles_are_the_results(several: Path):
    """`resultater` gives every result once, with the numbers of indikator_resultat."""
    with open_publication(several) as database:
        columns = ", ".join(database.columns("indikator_resultat"))
        for first, second in (("indikator_resultat", "resultater()"), ("resultater()", "indikator_resultat")):
            left = f"(select {columns} from {first} except all select {columns} from {second})"  # noqa: S608
            assert database.value(f"select count(*) from {left}") == 0  # noqa: S608


KINDS = {
    "teams": TEAMS,
    "raadgivere": "raadgiver_id | team_id\nR1 | T1\nR2 | T1\nR3 | T2",
    "sager": "sag_id | team_id | raadgiver_id\n"
    + "\n".join(f"S{n} | T1 | R1" for n in range(15))
    + "\nS15 | T1 | R2\nS16 | T2 | R3",
    "indsatser": """
        indsats_id | sag_id | kategori           | leverandoer_type | start_dato | slut_dato
        I1         | S1     | forebyggende_11_3  | privat           | 2021-11-01 | 2021-12-01
        I2         | S2     | forebyggende_11_3  | familiehus       | 2021-12-01 | 2021-12-11
    """,
    "underretninger": """
        underretning_id | team_id | underretter_type | barn_id | modtaget_tidspunkt | tilbagemelding_dato
        U1              | T1      | fagperson        | B1      | 2021-12-01 10:00   | 2021-12-05
        U2              | T1      | fagperson        | B2      | 2021-12-01 10:00   | 2021-12-11
    """,
    "aktiviteter": """
        aktivitet_id | sag_id | type  | undertype            | dato
        A1           | S1     | moede | familieraadslagning  | 2021-12-05
    """,
    "tilsynssvar": """
        tilsyn_id | maalepunkt | sag_id | team_id | gennemgaaet_dato | svar
        G1        | 5.8        | S1     | T1      | 2021-12-06       | ja
    """,
}


def test_a_value_says_what_it_is_a_number_of(tmp_path: Path):
    """Percent, a count, days; a distribution has no value; a second source is a share whatever the first is."""
    assert answer(
        tmp_path,
        KINDS,
        "select indikator_id, kilde, foerer, vaerditype, vaerdienhed, taeller, naevner, vaerdi from status_nu "
        "where team_id = 'ALLE' and indikator_id in ('3.6', '4.6', '4.8', '5.3', '5.8')",
    ) == outcome(
        """
        indikator_id | kilde  | foerer | vaerditype | vaerdienhed | taeller | naevner | vaerdi
        3.6          | dubu   | ja     | antal      | antal       | 1       |         | 1
        4.6          | dubu   | ja     | gennemsnit | dage        |         | 2       | 20
        4.8          | dubu   | ja     | fordeling  |             |         | 3       |
        5.3          | dubu   | ja     | andel      | procent     | 2       | 2       | 100
        5.8          | dubu   | ja     | median     | dage        |         | 2       | 7
        5.8          | tilsyn | nej    | andel      | procent     | 1       | 1       | 100
        """
    )


def test_a_distribution_shows_every_category_in_the_plans_order(tmp_path: Path):
    """Caseworkers by their open cases; also the steps where nobody stands."""
    assert answer(
        tmp_path,
        KINDS,
        "select team_id, tekst, antal, round(andel, 1) as andel from fordeling_nu where team_id in ('ALLE', 'T2')",
    ) == outcome(
        """
        team_id | tekst         | antal | andel
        ALLE    | 1-14 sager    | 2     | 66.7
        ALLE    | 15-19 sager   | 1     | 33.3
        ALLE    | 20-25 sager   | 0     | 0
        ALLE    | 26-30 sager   | 0     | 0
        ALLE    | Over 30 sager | 0     | 0
        T2      | 1-14 sager    | 1     | 100
        T2      | 15-19 sager   | 0     | 0
        T2      | 20-25 sager   | 0     | 0
        T2      | 26-30 sager   | 0     | 0
        T2      | Over 30 sager | 0     | 0
        """
    )


def test_groups_stand_beside_each_other_in_their_own_unit(tmp_path: Path):
    """A mean's groups are days; each group with units, none without."""
    assert answer(
        tmp_path,
        KINDS,
        "select indikator_id, gruppe, vaerdienhed, naevner, vaerdi from gruppe_nu "
        "where team_id = 'ALLE' and indikator_id in ('4.6', '5.3')",
    ) == outcome(
        """
        indikator_id | gruppe     | vaerdienhed | naevner | vaerdi
        4.6          | familiehus | dage        | 1       | 10
        4.6          | privat     | dage        | 1       | 30
        5.3          | genvurdering | procent   | 2       | 100
        """
    )


def test_a_reference_stands_beside_the_years_own_figure(tmp_path: Path):
    """The plan's half year beside the mean of the twelve months; it is no milestone."""
    assert answer(
        tmp_path,
        KINDS,
        "select indikator_id, vaerdienhed, reference_vaerdi, vaerdi_12_maaneder, naevner_12_maaneder from reference_nu "
        "where indikator_id = '4.6'",
    ) == outcome(
        """
        indikator_id | vaerdienhed | reference_vaerdi | vaerdi_12_maaneder | naevner_12_maaneder
        4.6          | dage        | 183              | 20                 | 2
        """
    )


def test_where_a_deadline_is_taken_from_is_counted(tmp_path: Path):
    """The day the municipality became aware, else that of the assessment, else the start; judged units alone."""
    extracts = {
        "underretninger": """
            underretning_id | sag_id | modtaget_tidspunkt | faglig_vurdering_dato | faglig_vurdering_udfald
            U1              | S2     | 2021-07-20 10:00   | 2021-07-28            | paragraf_50
        """,
        "undersoegelser": """
            bfu_id | sag_id | opmaerksom_dato | startet_dato
            B1     | S1     | 2021-08-02      | 2021-08-05
            B2     | S2     |                 | 2021-08-05
            B3     | S3     |                 | 2021-08-05
            B4     | S4     |                 | 2021-08-06
            B5     | S5     |                 | 2021-12-06
        """,
        "sager": "sag_id\nS1\nS2\nS3\nS4\nS5",
    }
    assert answer(
        tmp_path,
        extracts,
        "select periode, start_fra, antal, round(andel, 1) as andel from frist_start where periodetype = 'kvartal'",
        periode="2021-K4",
    ) == outcome(
        """
        periode | start_fra             | antal | andel
        2021-K4 | faglig_vurdering_dato | 1     | 25
        2021-K4 | opmaerksom_dato       | 1     | 25
        2021-K4 | startet_dato          | 2     | 50
        """
    )


def _meetings(month: str, came: int, not_: int) -> list[str]:
    return [
        f"{month}-{n:02} | S{n} | {month}-05 | moede | {'ja' if n <= came else 'nej'}"
        for n in range(1, came + not_ + 1)
    ]


def test_a_baseline_says_how_much_it_has_changed(tmp_path: Path):
    """From 1 of 20 to 16 of 20 is better beyond chance; limits and status are those of the results."""
    plan = plan_with(SLAGELSE, {"3.2": {"maaltype": "baseline", "milepaele": (), "baseline": "2021-03"}})
    extracts = {
        "sager": "sag_id\n" + "\n".join(f"S{n}" for n in range(1, 21)),
        "opfoelgninger": "opfoelgning_id | sag_id | dato | form | barn_deltog\n"
        + "\n".join(_meetings("2021-03", 1, 19) + _meetings("2021-12", 16, 4)),
    }
    assert answer(
        tmp_path,
        extracts,
        "select periode, vaerdienhed, vaerdi, baseline_periode, baseline_vaerdi, baseline_naevner, forskel, "
        "forskel_nedre > 0 as sikker, status, usikker from baseline_nu where team_id = 'ALLE'",
        plans=[plan],
    ) == outcome(
        """
        periode | vaerdienhed | vaerdi | baseline_periode | baseline_vaerdi | baseline_naevner | forskel | sikker | status | usikker
        2021-12 | procent     | 80     | 2021-03          | 5               | 20               | 75      | ja     | bedre  | nej
        """
    )


def test_a_falling_milestone_is_reached_from_above(tmp_path: Path):
    """The median of 4 and 10 days is 7: at most 8 is reached, at most 5 is not; the milestones are days."""
    falling = (
        Milepael(dato=date(2021, 11, 30), procent=9),
        Milepael(dato=date(2021, 12, 31), procent=8),
        Milepael(dato=date(2022, 4, 30), procent=5),
    )
    plan = plan_with(
        SLAGELSE, {"5.8": {"maaltype": "milepaele", "retning": "faldende", "milepaele": falling}}
    )
    assert answer(
        tmp_path,
        KINDS,
        "select dato, procent, vaerdienhed, retning, vaerdi, afstand_pp, status from milepaele_status where indikator_id = '5.8'",
        plans=[plan],
    ) == outcome(
        """
        dato       | procent | vaerdienhed | retning  | vaerdi | afstand_pp | status
        2021-11-30 | 9       | dage        | faldende |        |            | ingen_data
        2021-12-31 | 8       | dage        | faldende | 7      | -1         | naaet
        2022-04-30 | 5       | dage        | faldende |        |            | kommende
        """
    )


def test_overdue_deadlines_of_a_case_are_the_leading_plans(tmp_path: Path):
    """Two plans that hold one deed to one deadline do not make the case twice as late."""
    extracts = {
        "underretninger": """
            underretning_id | sag_id | underretter_type | modtaget_tidspunkt | vurderet_24t_tidspunkt | faglig_vurdering_dato
            U1              | S1     | privat           | 2021-11-01 10:00   | 2021-11-01 11:00       | 2021-11-02
        """
    }
    sql = "select overskredne_frister, (select count(*) from forsinkede_sager) as i_alt from sager_nu"
    assert answer(tmp_path, extracts, sql, plans=PLANS) == outcome("overskredne_frister | i_alt\n1 | 2")


def test_a_measure_begins_here_with_the_case(tmp_path: Path):
    """A family that moved in with a placement was not placed by us before; the ladder and the nights say so too."""
    extracts = {
        "sager": "sag_id | barn_id | oprettet_dato\nS1 | B1 | 2021-12-10",
        "indsatser": """
            indsats_id | sag_id | kategori    | indsatstrin | anbringelsessted | start_dato | slut_dato
            I1         | S1     | anbringelse | 4           | institution      | 2021-10-01 | 2021-12-20
            I2         | S1     | anbringelse | 4           | institution      |            |
        """,
    }
    assert answer(
        tmp_path,
        extracts,
        "select begin_dato, ende_dato, (select sum(indsatser) from indsatstrappe) as paa_trappen, "
        "(select max(dato) from indsatstrappe_skift where retning = 'begyndt') as skift, "
        "(select sum(doegn) from anbringelser_kvartal) as doegn from indsatsforloeb()",
    ) == outcome(
        """
        begin_dato | ende_dato  | paa_trappen | skift      | doegn
        2021-12-10 | 2021-12-20 | 0           | 2021-12-10 | 10
        """
    )


def test_the_spells_of_a_case_follow_each_other(tmp_path: Path):
    """Whoever held it last answers for it, the first from the beginning; without rows the case's own team does."""
    extracts = {
        "teams": TEAMS,
        "raadgivere": "raadgiver_id | team_id | rolle\nR1 | T1 | leder\nR2 | T2 |",
        "sager": "sag_id | team_id | raadgiver_id\nS1 | T2 |\nS2 | T2 | R2\nS3 | | R2",
        "sagsfordeling": """
            sag_id | fra_dato   | til_dato   | team_id | raadgiver_id
            S1     | 2021-02-01 | 2021-02-10 | T1      | R1
            S1     | 2021-03-01 |            | T2      |
        """,
    }
    assert answer(tmp_path, extracts, "from sagsansvar() order by sag_id, fra_dato nulls first") == outcome(
        """
        sag_id | fra_dato   | til_dato   | team_id | raadgiver_id
        S1     |            | 2021-03-01 | T1      | R1
        S1     | 2021-03-01 |            | T2      |
        S2     |            |            | T2      | R2
        S3     |            |            | UKENDT  |
        """
    )


def test_leaders_have_no_caseload(tmp_path: Path):
    """Their cases are open cases of the team, but they are no caseworkers to share them out among."""
    extracts = {
        "teams": TEAMS,
        "raadgivere": "raadgiver_id | team_id | rolle\nR1 | T1 | leder\nR2 | T1 | raadgiver\nR3 | T1 |",
        "sager": "sag_id | team_id | raadgiver_id\nS1 | T1 | R1\nS2 | T1 | R2\nS3 | T1 | R3\nS4 | T1 | R3",
    }
    assert answer(
        tmp_path,
        extracts,
        "select aabne_sager, raadgivere, sager_pr_raadgiver from sagstal where team_id = 'T1' and maaned = '2021-12'",
    ) == outcome("aabne_sager | raadgivere | sager_pr_raadgiver\n4 | 2 | 1.5")
