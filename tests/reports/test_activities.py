"""Activities without a percent: what was reported, and what is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reports.blocks.activities import build_activities, count_due, status_for


@pytest.fixture
def status(file, plan):
    """Sign, words and elaboration of one activity."""

    def status(milepael_id: str) -> str:
        activity = next(a for a in plan.aktiviteter if a.id == milepael_id)
        v = status_for(file.facts(), activity)
        return f"{v.sign} {v.words} {v.elaboration}".strip()

    return status


def test_what_was_reported_is_shown(file, status):
    """An activity that is due in 2023 is not overdue, whatever its status."""
    file.calculate("2020-11")
    file.activity("A1.01", "i_gang", count=4, i_alt=12)
    file.activity("A1.02", "opfyldt")
    assert status("A1.01") == "▸ I gang 4 af 12"
    assert status("A1.02") == "✓ Opfyldt"
    assert status("A1.03") == "○ Ikke oplyst"


@pytest.mark.parametrize(("state", "word"), [("i_gang", "i gang"), ("ikke_startet", "ikke startet")])
def test_reported_as_not_done_is_overdue_from_its_last_day(file, status, state, word):
    """The last day of the month counts."""
    file.activity("A1.01", state)
    file.calculate("2020-12")
    assert status("A1.01") == f"✗ Overskredet {word}"
    file.calculate("2020-12", date(2020, 12, 30))
    assert status("A1.01").endswith(f" {word.capitalize()}")


def test_what_nobody_has_reported_is_never_overdue(file, status):
    """It is its own state: whether it was done is not known."""
    file.calculate("2021-12")
    assert status("A1.01") == "○ Ikke oplyst"


def test_done_is_never_overdue(file, status):
    """An activity reported done stays done after its date."""
    file.activity("A1.01", "opfyldt")
    assert status("A1.01") == "✓ Opfyldt"


def test_what_was_reported_later_was_not_known(file, status):
    """A status dated after the day of the report has not happened."""
    file.activity("A1.01", "opfyldt", day=date(2021, 5, 1))
    assert status("A1.01") == "○ Ikke oplyst"


def test_an_open_total_is_said_to_be_not_fixed(file, status):
    """The plan's "XX antal sager" is not fixed, never 0."""
    file.calculate("2020-11")
    file.activity("A1.01", "i_gang", count=4)
    assert status("A1.01") == "▸ I gang 4, i alt ikke fastsat"


def test_what_is_ongoing_is_late_only_where_it_has_not_begun(file, status, plan):
    """Under way is all it can be; not begun by the end of its first period is overdue."""
    ongoing = next(a for a in plan.aktiviteter if a.loebende_fra)
    file.calculate("2021-12")
    file.activity(ongoing.id, "i_gang")
    assert status(ongoing.id) == "▸ I gang"
    file.database.run("update milepaelsstatus set status = 'ikke_startet'")
    assert status(ongoing.id) == "✗ Overskredet ikke startet"


def test_a_recurring_one_tells_its_last_times_and_how_many_are_missing(file, status, plan):
    """Overdue by what was last reported: a time missed long ago cannot be made good."""
    monthly = next(a for a in plan.aktiviteter if a.gentages == "maaned" and a.gentages_fra == "2021-03")
    file.calculate("2021-07")
    for month, state in (("2021-03", "ikke_startet"), ("2021-05", "opfyldt"), ("2021-07", "opfyldt")):
        file.activity(f"{monthly.id}@{month}", state)
    assert status(monthly.id) == (
        "✓ Opfyldt 2021-07 opfyldt, 2021-06 ikke oplyst og 2021-05 opfyldt; 2 af 5 gange er ikke oplyst"
    )
    file.database.run("update milepaelsstatus set status = 'i_gang' where milepael_id like '%@2021-07'")
    assert status(monthly.id).startswith("✗ Overskredet i gang, 2021-07 i gang")


def test_due_ones_are_counted_by_state(file):
    """Five states add up to those that are due."""
    file.calculate("2020-12")
    file.activity("A1.01", "ikke_startet")
    due = count_due(file.facts())
    assert due == "1 af planens aktiviteter er forfaldet: 1 overskredet."


def test_those_without_a_date_come_last_and_say_so(file, plan):
    """The plan's "Md år" has no date and is never overdue."""
    lines = build_activities(file.facts(), 1)
    frister = [line.frist for line in lines]
    without = frister.index("ikke fastsat")
    assert without > 0
    assert set(frister[without:]) == {"ikke fastsat"}
    assert not any(line.verdict.words == "Overskredet" for line in lines[without:])
    assert len(lines) == sum(a.udviklingspunkt == 1 for a in plan.aktiviteter)


def test_of_times_nobody_has_told_of_only_their_number_is_said(file, status):
    """Two months of a monthly activity, neither told of, are no list of unstated months."""
    file.calculate("2021-04")
    recurring = next(a for a in file.plan.aktiviteter if a.gentages == "maaned")
    times = len(recurring.occurrences(date(2021, 4, 30)))
    assert times > 1
    assert status(recurring.id) == f"○ Ikke oplyst ingen af {times} gange"


def test_activities_without_a_time_are_never_about_to_be_due(file, plan):
    """What has no last day is not said to be not due yet."""
    open_ended = [a for a in plan.aktiviteter if not (a.frist or a.begun_by or a.gentages)]
    assert open_ended
    assert count_due(file.facts(), open_ended) == "Ingen af sporets aktiviteter har en frist."
