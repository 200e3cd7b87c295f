"""The oracle's grid, sources, milestones and baselines on paper."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle import Oracle
from tests.oracle.drawn import aimed, cell, d, drawn_plan, municipality, plans_for_children
from tests.oracle.plan import Milestone, milestones
from tests.oracle.targets import goals

Answers = list[dict[str, Any]]


def answers(question: str, *groups: tuple[str, str, int]) -> Answers:
    """Survey answers: team, day and how many."""
    return [
        {
            "svar_id": f"{team}{day}{n}",
            "team_id": team,
            "spoergsmaal": question,
            "besvaret_dato": day,
            "score": 4,
        }
        for team, day, count in groups
        for n in range(count)
    ]


def reviews(maalepunkt: str, *rows: dict[str, Any]) -> Answers:
    """Answers of the review to one målepunkt, on 1 April 2021 with ja unless they say otherwise."""
    plain = {"maalepunkt": maalepunkt, "team_id": "B", "gennemgaaet_dato": "2021-04-01", "svar": "ja"}
    return [plain | {"tilsyn_id": f"L{n}"} | row for n, row in enumerate(rows)]


def grid(o: Oracle, indikator_id: str, kilde: str, period: str, column: str = "naevner") -> dict[Any, Any]:
    """A month's teams and one column."""
    return {
        r["team_id"]: r[column]
        for r in o.resultat
        if (r["indikator_id"], r["kilde"], r["periode"], r["periodetype"])
        == (indikator_id, kilde, period, "maaned")
    }


TEAMS = [
    {"team_id": "A"},
    {"team_id": "B", "aktiv_til": "2021-03-31"},
    {"team_id": "C", "aktiv_fra": "2021-04-30"},
]


def test_the_grid_states_teams_without_cases_and_hides_small_surveys() -> None:
    """Active teams stand with no naevner; second sources only where rows exist; fewer than 5: ALLE."""
    groups = ("A", "2021-03-02", 5), ("A", "2021-04-02", 5), ("B", "2021-04-02", 4)
    o = municipality(
        period="2021-04",
        teams=TEAMS,
        spoergeskemasvar=answers("Løft", *groups),
        tilsynssvar=reviews("5.1", {}),
        indicators=["3.4", "5.1"],
    )
    assert grid(o, "5.1", "dubu", "2021-03") == {"A": 0, "B": 0, "ALLE": 0}
    assert grid(o, "5.1", "dubu", "2021-04") == {"A": 0, "C": 0, "ALLE": 0}
    assert grid(o, "5.1", "tilsyn", "2021-03") == {}
    assert grid(o, "5.1", "tilsyn", "2021-04") == {"B": 1, "ALLE": 1}
    assert grid(o, "3.4", "spoergeskema", "2021-02") == {"A": 0, "B": 0, "ALLE": 0}
    assert grid(o, "3.4", "spoergeskema", "2021-03") == {"A": 5, "B": 0, "ALLE": 5}
    assert grid(o, "3.4", "spoergeskema", "2021-04") == {"ALLE": 9}
    assert {r["team_id"] for r in o.raekke if r["indikator_id"] == "3.4"} == {None}
    # Over the quarter B has its 4 answers in April alone, over the rolling year too.
    assert cell(o, "3.4", "rullende12", "2021-04")["naevner"] == 14


def test_which_answers_of_the_review_count() -> None:
    """Not those by criteria, nor the second reader's; those of another plan are that plan's alone."""
    rows = reviews(
        "1.1",
        {},
        {"udvaelgelse": "tilfaeldig", "svar": "delvist"},
        {"udvaelgelse": "alle", "svar": "kan_ikke_ses"},
        {"udvaelgelse": "kriterier"},
        {"genlaesning": True},
        {"plan_id": "p", "svar": "ikke_relevant"},
    )
    plans = [replace(drawn_plan(["1.1"]), plan_id=name) for name in ("p", "q")]
    o = municipality(period="2021-04", plans=plans, tilsynssvar=rows)
    counts = {
        r["plan_id"]: (r["taeller"], r["naevner"], r["undtaget"], r["foerer"])
        for r in o.resultat
        if r["periodetype"] == "maaned" and r["periode"] == "2021-04" and r["team_id"] == "ALLE"
    }
    assert counts == {"p": (1, 3, 1, True), "q": (1, 3, 0, True)}
    assert {r["aarsag"] for r in o.raekke} == {None, "indhold", "mangler"}


def test_which_source_leads() -> None:
    """Five reviewed, not in a month, where the plan says review: then for every team, in the whole row."""
    teams = [{"team_id": "A"}, {"team_id": "B"}]

    def leading(indikator_id: str, count: int, periodetype: str, period: str) -> set[tuple[str, bool]]:
        o = municipality(
            period="2021-06",
            teams=teams,
            tilsynssvar=reviews(indikator_id, *[{}] * count),
            indicators=[indikator_id],
        )
        wanted = (periodetype, period)
        return {(r["kilde"], r["foerer"]) for r in o.resultat if (r["periodetype"], r["periode"]) == wanted}

    assert leading("3.1", 5, "kvartal", "2021-K2") == {("dubu", False), ("tilsyn", True)}
    assert leading("3.1", 4, "kvartal", "2021-K2") == {("dubu", True), ("tilsyn", False)}
    assert leading("3.1", 5, "maaned", "2021-04") == {("dubu", True), ("tilsyn", False)}
    assert leading("3.1", 5, "kvartal", "2021-K1") == {("dubu", True)}
    assert leading("5.1", 5, "kvartal", "2021-K2") == {("dubu", True), ("tilsyn", False)}


SERIES = tuple(
    milestones(
        [
            (d("2021-04-30"), 25, None),
            (d("2021-08-31"), 50, None),
            (d("2021-08-31"), 40, d("2021-06-01")),
            (d("2021-12-31"), 99, d("2021-12-01")),
        ]
    )
)


def test_a_period_is_judged_by_what_was_adopted_by_its_last_day() -> None:
    """Per date the latest entry adopted by then; one adopted later does not exist."""

    def seen(day: str) -> tuple[Any, Any]:
        g = goals(SERIES, d(day))
        return g.in_force and g.in_force[1], g.following and g.following[1]

    assert seen("2021-03-31") == (None, 25)
    assert seen("2021-04-30") == (25, 50)
    assert seen("2021-06-30") == (25, 40)
    assert seen("2021-08-31") == (40, None)
    assert seen("2021-12-31") == (99, None)
    assert not goals((), d("2021-12-31")).exist


@pytest.mark.parametrize(
    ("yes", "no", "rising", "status", "unsure"),
    [
        (8, 8, True, "foran", False),
        (4, 12, True, "naaet", True),
        (3, 13, True, "ikke_naaet", True),
        (0, 16, True, "ikke_naaet", False),
        (2, 2, True, "foran", True),
        (8, 8, False, "ikke_naaet", False),
        (4, 12, False, "naaet", True),
        (0, 16, False, "foran", False),
        (0, 0, True, "ingen_data", False),
    ],
)
def test_the_status_against_milestones(yes: int, no: int, rising: bool, status: str, unsure: bool) -> None:
    """25 % is in force and 50 % comes (falling: 10 %); reached at the percent itself; mirrored."""
    marks = (
        Milestone(d("2021-04-30"), Fraction(25)),
        Milestone(d("2021-08-31"), Fraction(50) if rising else Fraction(10)),
    )
    target = aimed("7.2", maaltype="milepaele", milestones=marks, rising=rising)
    o = municipality(period="2021-05", indicators=[target], **plans_for_children(yes, no))
    row = cell(o, "7.2", "maaned", "2021-05")
    assert (row["status"], row["usikker"]) == (status, unsure)
    assert row["milepael_procent"] == 25
    assert row["afstand_pp"] == (100 * yes / (yes + no) - 25 if yes + no else None)


def test_the_second_source_has_the_milestones_of_a_share_alone() -> None:
    """A median's milestone is in days; what review saw of the same indicator is a share of answers."""
    marks = (Milestone(d("2021-04-30"), Fraction(25)),)
    for indikator_id, status in (("7.2", "naaet"), ("5.8", "uden_milepael")):
        target = aimed(indikator_id, maaltype="milepaele", milestones=marks)
        o = municipality(period="2021-04", indicators=[target], tilsynssvar=reviews(indikator_id, {}))
        assert cell(o, indikator_id, "maaned", "2021-04", kilde="tilsyn")["status"] == status


def test_stock_and_waiting_units_count_at_a_periods_end_alone() -> None:
    """A quarter's judged units are its months'; its afventer and stock are its last month's."""
    placed = {"indsats_id": "I", "kategori": "anbringelse", "start_dato": "2021-01-01"}
    ended = {"indsats_id": "J", "sag_id": "T", "kategori": "anbringelse", "start_dato": "2021-01-01"}
    o = municipality(
        period="2021-06",
        sager=[{}, {"sag_id": "T"}],
        indsatser=[placed, ended | {"slut_dato": "2021-03-15"}],
        indicators=["7.5", "7.7"],
    )
    assert cell(o, "7.5", "maaned", "2021-02")["naevner"] == 2
    assert cell(o, "7.5", "kvartal", "2021-K1")["naevner"] == 1
    assert cell(o, "7.5", "rullende12", "2021-02")["naevner"] == 2
    assert cell(o, "7.7", "kvartal", "2021-K1")["afventer"] == 1
    assert cell(o, "7.7", "kvartal", "2021-K2")["naevner"] == 1
    assert cell(o, "7.7", "kvartal", "2021-K2")["afventer"] == 0


def test_the_months_before_the_first_give_their_judged_rows_to_rolling_years() -> None:
    """A deadline of June 2020 stands in the rows and the rolling years, and in no other period."""
    bfu = {"bfu_id": "B", "startet_dato": "2020-02-15"}
    o = municipality(period="2021-06", undersoegelser=[bfu], indicators=["6.8"])
    assert [(r["periode"], r["udfald"]) for r in o.raekke] == [("2020-06", "ikke_opfyldt")]
    counted = {r["periode"] for r in o.resultat if r["naevner"] and r["team_id"] == "ALLE"}
    assert counted == {f"2020-{m}" for m in (10, 11, 12)} | {f"2021-{m:02}" for m in range(1, 6)}


def test_a_plan_that_begins_after_the_reported_period_is_not_computed() -> None:
    """Beside one that has begun; the later one's own first month is its first."""
    plans = [drawn_plan(["5.1"]), replace(drawn_plan(["5.1"]), plan_id="ny", foerste_periode="2021-05")]
    o = municipality(period="2021-04", plans=plans, teams=[{"team_id": "A"}])
    assert {r["plan_id"] for r in o.resultat} == {plans[0].plan_id}
    o = municipality(period="2021-05", plans=plans, teams=[{"team_id": "A"}])
    of_new = {(r["periodetype"], r["periode"]) for r in o.resultat if r["plan_id"] == "ny"}
    assert of_new == {("maaned", "2021-05"), ("rullende12", "2021-05")}
