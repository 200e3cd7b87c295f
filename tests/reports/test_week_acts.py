"""One deed that keeps several deadlines of a unit is one row of the week's list, under its severity."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline.definitions.plan_models import Indicator, Plan
from pipeline.definitions.plans import all_plans
from pipeline.reports.blocks import decisions
from pipeline.reports.blocks.week import HEADINGS, build_week_list
from pipeline.reports.facts.cases import Frist
from pipeline.reports.facts.week import WeekTask, build_week
from pipeline.reports.words.safety import headline

NOW = date(2021, 4, 30)
PLANS = {plan.plan_id: plan for plan in all_plans()}
SLAGELSE, LAW, SPOR = (PLANS[id_] for id_ in ("slagelse_2021_2023", "barnets_lov_2024", "varige_spor"))
BFU, MEETING, ASSESSMENT = "6.8", "7.7", "5.4"


def task(plan: Plan, id_: str, unit: str, ahead: int, **changed: object) -> WeekTask:
    """An open deadline of an indicator, so many days from now; `changed` is what its call says otherwise."""
    indicator: Indicator = plan.indicator(id_)
    if changed:
        action = indicator.handling.model_copy(update=changed)
        indicator = indicator.model_copy(update={"handling": action})
    day = NOW + timedelta(days=ahead)
    state = "overskredet" if ahead <= 0 else "kommende"
    frist = Frist(plan.plan_id, id_, unit, "S1", "T1", "R1", day, state, abs(ahead))
    return WeekTask(frist, indicator)


def told(file, *tasks: WeekTask):
    week = build_week(tasks, NOW)
    return week, build_week_list(file.facts().run, week)


SAME = [
    pytest.param(
        [task(SLAGELSE, BFU, "BFU1", 3), task(LAW, "B8", "BFU1", 6)],
        [("mandag 3/5", "Også torsdag 6/5 (B8)")],
        id="the same call with another day: the earliest, the other named",
    ),
    pytest.param(
        [task(LAW, "B8", "BFU1", 60), task(SLAGELSE, BFU, "BFU1", 3)],
        [("mandag 3/5", "Også tirsdag 29/6 (B8)")],
        id="four months beside three: the later one is not of this week, and is named",
    ),
    pytest.param(
        [task(SLAGELSE, ASSESSMENT, "U1", -2), task(LAW, "B1", "U1", -2)],
        [("2 dage over", "")],
        id="the same call with the same day: nothing more to say",
    ),
    pytest.param(
        [task(SLAGELSE, MEETING, "I1@2021-01-04", 4), task(SPOR, "V12", "I1@2021-02-01", 1)],
        [("lørdag 1/5", "Også tirsdag 4/5 (7.7)")],
        id="links of two chains of one measure",
    ),
    pytest.param(
        [task(LAW, "B16", "I1@2021-01-04", 3), task(SLAGELSE, MEETING, "I1@2021-01-04", 3)],
        [("mandag 3/5", "Også Følg op som aftalt: mandag 3/5 (B16)")],
        id="one deed by two calls: the other call stands too",
    ),
    pytest.param(
        [task(SLAGELSE, MEETING, "I1@2020-06-01", -90), task(SPOR, "V12", "I1@2021-02-01", 3)],
        [("mandag 3/5", "Også 90 dage over (7.7)")],
        id="an old one beside one of this week: the row is the week's",
    ),
    pytest.param(
        [task(SLAGELSE, MEETING, "I1@2021-01-04", 3), task(SPOR, "V12", "I2@2021-02-01", 3)],
        [("mandag 3/5", ""), ("mandag 3/5", "")],
        id="two measures of one case are two meetings",
    ),
    pytest.param(
        [task(SLAGELSE, "5.1", "U1", 3), task(SLAGELSE, "5.2", "U1", 3)],
        [("mandag 3/5", ""), ("mandag 3/5", "")],
        id="a hearing and an assessment of one notification are two deeds",
    ),
    pytest.param(
        [task(SLAGELSE, BFU, "BFU1", 3), task(LAW, "B8", "BFU1", 6, goer="Luk undersøgelsen")],
        [("mandag 3/5", ""), ("torsdag 6/5", "")],
        id="other words without a common deed are not taken to be the same",
    ),
]


@pytest.mark.parametrize(("tasks", "rows"), SAME)
def test_a_case_and_an_act_are_one_row(file, tasks, rows):
    """Its day is the earliest that belongs to the week; what else the same deed keeps stands beside it."""
    _, shown = told(file, *tasks)
    assert [(row.day, row.also) for row in shown.all_rows] == rows
    assert shown.due + sum(row.passed for row in shown.all_rows) == len(rows)


def test_an_act_is_as_grave_as_the_gravest_that_asks_for_it(file):
    """A promise to a family does not become less because another plan has an earlier day for it."""
    grave = task(SLAGELSE, MEETING, "I1@2021-01-04", 4, alvor="barnets_sikkerhed")
    week, shown = told(file, grave, task(SPOR, "V12", "I1@2021-02-01", 1), task(SLAGELSE, BFU, "BFU1", 1))
    assert [t.indicator.id for t in week.tasks] == ["V12", BFU]
    assert [(g.heading, len(g.rows)) for g in shown.groups] == [(HEADINGS[0], 1), (HEADINGS[1], 1)]


def test_the_order_is_said_by_headings(file):
    """Each severity there is has one heading, the gravest first; none stands without a row."""
    course, unspoken = task(SLAGELSE, "4.3", "H1", 1), task(PLANS["herning_2015"], "H7", "S1@2021-03-01", 1)
    _, shown = told(file, course, task(SLAGELSE, ASSESSMENT, "U1", 1), unspoken)
    assert [group.heading for group in shown.groups] == [HEADINGS[0], HEADINGS[2], HEADINGS[3]]
    assert [row for group in shown.all_groups for row in group.rows] == list(shown.all_rows)


def test_a_lack_two_plans_name_is_told_once():
    """The first sentence counts notifications, not the plans that ask for them."""
    week = build_week([task(SLAGELSE, ASSESSMENT, "U1", -2), task(LAW, "B1", "U2", -3)], NOW)
    assert headline(week) == "2 underretninger mangler 24-timers vurdering."


def test_the_departments_line_on_a_lack_adds_up_over_plans(file, monkeypatch):
    """The teams beside it have together as many as it says, whichever plans ask for them."""
    week = build_week([task(SLAGELSE, ASSESSMENT, "U1", -2), task(LAW, "B1", "U2", -3)], NOW)
    monkeypatch.setattr(decisions, "week_of_every_team", lambda _: week)
    line = decisions.build_decisions([facts := file.facts()], facts, 0, "")[0]
    assert line.text == "2 underretninger mangler 24-timers vurdering."
    assert [title.rpartition(" ")[2] for title, _ in line.ways] == ["(2)"]


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS.keys())
def test_every_task_a_plan_names_is_asked_for_by_another_call_too(plan):
    """A name nothing else shares would be a slip of the pen."""
    deeds = [
        i.handling.opgave for p in PLANS.values() for i in p.indikatorer if i.handling and i.handling.opgave
    ]
    own = {i.handling.opgave for i in plan.indikatorer if i.handling and i.handling.opgave}
    assert [deed for deed in own if deeds.count(deed) < 2] == []
