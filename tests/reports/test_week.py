"""The week's list: what a leader should see to first, and what is so old that it stands apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline.base.text import weekday
from pipeline.reports.blocks.week import ROWS_AT_MOST, build_week_list
from pipeline.reports.facts import week_of
from pipeline.reports.facts.week import FRESH_DAYS, FRESH_DAYS_OF_SAFETY, last_day

NOW = date(2021, 4, 30)
SAFETY, RIGHT, COURSE = "5.4", "5.1", "7.6"


@pytest.fixture
def week(file):
    """Open deadlines by indicator and days from now (below 0: passed) -> the team's week, and its list."""

    def week(*frister: tuple[str, int], team: str = "T1"):
        for n, (id_, ahead) in enumerate(frister):
            file.frist(id_, team, f"U{n}", NOW + timedelta(days=ahead), sag_id=f"S{n}")
        facts = file.facts()
        found = week_of([facts], "T1")
        return found, build_week_list(facts.run, found)

    return week


def ids(tasks):
    return [(t.indicator.id, t.frist.frist_dato.toordinal() - NOW.toordinal()) for t in tasks]


def test_the_gravest_comes_first_and_then_the_day(week):
    """A child's safety before a right, a right before what keeps a case on its way; each by day."""
    found, _ = week((COURSE, 1), (RIGHT, 4), (RIGHT, -2), (SAFETY, 1), (SAFETY, -20))
    assert ids(found.tasks) == [(SAFETY, -20), (SAFETY, 1), (RIGHT, -2), (RIGHT, 4), (COURSE, 1)]


@pytest.mark.parametrize(
    ("id_", "passed", "part"),
    [
        (SAFETY, FRESH_DAYS_OF_SAFETY, "tasks"), (SAFETY, FRESH_DAYS_OF_SAFETY + 1, "backlog"),
        (RIGHT, FRESH_DAYS, "tasks"), (RIGHT, FRESH_DAYS + 1, "backlog"), (RIGHT, 0, "tasks"),
    ],
)  # fmt: skip
def test_what_passed_long_ago_is_the_backlogs(week, id_, passed, part):
    """A passed deadline on a child's safety stands in the list for a month, others for a week."""
    found, _ = week((id_, -passed))
    assert ids(getattr(found, part)) == [(id_, -passed)]
    assert len(found.tasks) + len(found.backlog) + len(found.later) == 1


@pytest.mark.parametrize(
    ("drawn", "until"),
    [
        (date(2021, 12, 27), date(2022, 1, 2)),  # a Monday: its own week
        (date(2021, 12, 28), date(2022, 1, 2)),
        (date(2021, 12, 29), date(2022, 1, 9)),  # too little of the week is left
        (date(2021, 12, 31), date(2022, 1, 9)),
        (date(2022, 1, 2), date(2022, 1, 9)),
    ],
)
def test_the_list_reaches_to_a_sunday_most_of_a_week_away(drawn, until):
    """Drawn late in a week it is read in the next one."""
    assert last_day(drawn) == until


def test_what_falls_after_the_sunday_is_later(week):
    """From Friday 30 April the list reaches to Sunday 9 May."""
    found, shown = week((RIGHT, 9), (RIGHT, 10))
    assert (ids(found.tasks), ids(found.later)) == ([(RIGHT, 9)], [(RIGHT, 10)])
    assert shown.span == "Til og med søndag 9/5 (uge 18), pr. 30. april 2021"


def test_a_row_says_day_case_call_and_who(file, week):
    """Without caseworker's name her id stands; a day to come is a weekday, a passed one how long ago."""
    _, shown = week((SAFETY, -3), (RIGHT, 3))
    assert [(r.day, r.sag, r.what, r.who) for r in shown.rows] == [
        ("3 dage over", "S0", "Vurdér underretningen (24 timer) (U0)", "R1"),
        ("mandag 3/5", "S1", "Partshør (U1)", "R1"),
    ]
    assert weekday(date(2021, 5, 3)) == "mandag 3/5"


def test_a_notification_without_a_case_is_said_to_have_none(file, week):
    """A dash is explained where there is one, and nowhere else."""
    _, shown = week((RIGHT, 3))
    assert shown.explanation == ""
    file.frist(SAFETY, "T1", "U9", NOW, sag_id=None)
    shown = build_week_list(file.facts().run, week_of([file.facts()], "T1"))
    assert shown.explanation == "Streg under Sag: underretningen hører endnu ikke til en sag."


def test_what_passed_on_the_day_itself_says_its_day(week):
    """A deadline is passed from its last day on."""
    _, shown = week((RIGHT, 0))
    assert [(r.day, r.passed) for r in shown.rows] == [("udløb fredag 30/4", True)]


def test_the_first_screen_has_few_rows_and_the_whole_list_all(week):
    """The rest is counted, so that nobody believes the list to be whole."""
    _, shown = week(*((RIGHT, 1 + n % 9) for n in range(ROWS_AT_MOST + 3)))
    assert (len(shown.rows), shown.rest, len(shown.all_rows)) == (ROWS_AT_MOST, 3, ROWS_AT_MOST + 3)


def test_the_backlog_is_a_line_per_call_with_size_and_age(week):
    """Old deadlines on a child's safety first, each line with what to ask."""
    _, shown = week((RIGHT, -40), (SAFETY, -300), (RIGHT, -12), (SAFETY, -339), (SAFETY, 1))
    assert [(line.text, line.question) for line in shown.backlog] == [
        (
            "Vurdér underretningen (24 timer): 2 er 300–339 dage over",
            "Er den vurderet, men ikke skrevet ind?",
        ),
        ("Partshør: 2 er 12–40 dage over", "Er der partshørt, men ikke skrevet ind?"),
    ]
    told = "4 frister er overskredet: 1 inden for den seneste måned; den ældste er 339 dage over."
    assert shown.passed == told
    assert [row.sag for row in shown.backlog[0].rows] == ["S3", "S1"]


def test_another_teams_deadlines_are_not_ones_own(week):
    """A leader's list is the team's."""
    found, shown = week((SAFETY, 1), team="T2")
    assert (found.tasks, shown.rows) == ((), ())
    assert shown.empty.startswith("Ingen frist forfalder til og med søndag 9/5")


def test_a_unit_that_two_plans_ask_for_stands_once(file, week):
    """The list is made of the run's deadlines, where each duty stands once."""
    file.frist(SAFETY, "T1", "U9", NOW)
    facts = file.facts()
    assert len(week_of([facts, facts], "T1").tasks) == 1
