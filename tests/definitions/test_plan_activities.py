"""When what a plan promises to do is due: once, on and on, or again and again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.definitions.occurrences import read_span
from pipeline.definitions.plan_parts import Activity
from pipeline.definitions.plans import read_plan_file
from tests.definitions.plan_file import write


def activity(**when: object) -> Activity:
    fixed = {"udviklingspunkt": 1, "emne": "E", "titel": "T", "ansvarlig": "Leder", "kolonne": "aktivitet"}
    return Activity.model_validate({"id": "A12", **fixed, **when})


# how often | from | to | up to | what is due, as milepaelsstatus names it, with the last day
DRAWN = (
    ("maaned", "2021-03", None, date(2021, 5, 30), ["2021-03 31-03", "2021-04 30-04"]),
    ("maaned", "2021-03", None, date(2021, 5, 31), ["2021-03 31-03", "2021-04 30-04", "2021-05 31-05"]),
    ("maaned", "2021-12", "2022-02", date(2025, 1, 1), ["2021-12 31-12", "2022-01 31-01", "2022-02 28-02"]),
    ("kvartal", "2021-K2", None, date(2021, 12, 31), ["2021-K2 30-06", "2021-K3 30-09", "2021-K4 31-12"]),
    ("kvartal", "2021-02", None, date(2021, 6, 29), ["2021-K1 31-03"]),
    ("halvaar", "2021-H2", "2022-K1", date(2023, 12, 31), ["2021-H2 31-12", "2022-H1 30-06"]),
    ("halvaar", "2021", "2021", date(2023, 12, 31), ["2021-H1 30-06", "2021-H2 31-12"]),
    ("aar", "2021", None, date(2022, 12, 30), ["2021 31-12"]),
    ("aar", 2021, 2022, date(2024, 1, 1), ["2021 31-12", "2022 31-12"]),
    ("maaned", "2021-03", None, date(2021, 3, 30), []),
)  # fmt: skip


@pytest.mark.parametrize(("often", "first", "last", "until", "due"), DRAWN)
def test_a_recurring_activity_is_due_on_the_last_day_of_each_of_its_periods(
    often: str, first: object, last: object, until: date, due: list[str]
):
    """One status each, `<id>@<periode>`; a period that has not ended is not due, nor one after the end."""
    found = activity(gentages=often, gentages_fra=first, gentages_til=last).occurrences(until)
    assert [f"{o.periode} {o.frist:%d-%m}" for o in found] == due
    assert [o.milepael_id for o in found] == [f"A12@{o.periode}" for o in found]


def test_only_a_recurring_activity_has_occurrences():
    """A dated one is due once, an ongoing one is to have begun, and an undated one is never due."""
    dated, ongoing, undated = activity(kvartal="2021-K1"), activity(loebende_fra="2021-K2"), activity()
    assert [a.occurrences(date(2023, 12, 31)) for a in (dated, ongoing, undated)] == [(), (), ()]
    assert [a.frist for a in (dated, ongoing, undated)] == [date(2021, 3, 31), None, None]
    assert [a.begun_by for a in (dated, ongoing, undated)] == [None, date(2021, 6, 30), None]


def test_nothing_recurs_after_the_plans_end(folder: Path):
    """What has no end of its own ends with the plan, however late the day asked about."""
    again = ("kolonne: maal}", "kolonne: maal, gentages: kvartal, gentages_fra: 2021-K3}")
    plan = read_plan_file(write(folder, again))
    assert [o.milepael_id for o in plan.occurrences(date(2030, 1, 1))] == ["A1.03@2021-K3", "A1.03@2021-K4"]
    assert [o.milepael_id for o in plan.occurrences(date(2021, 9, 30))] == ["A1.03@2021-K3"]


@pytest.mark.parametrize("name", ["2021-13", "2021-K5", "2021-H3", "21", "2021-01-01", "2021-T1", "", "٢٠٢١"])
def test_a_span_of_another_form_is_none(name: str):
    """Half-years are named as the plan names them; periods of four months are no rhythm of an activity."""
    with pytest.raises(ValueError, match=f"^{name}$"):
        read_span(name)
