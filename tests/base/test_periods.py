"""Months, quarters, tertials, years and rolling years: edges, and what holds for every date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.base.errors import UsageFault
from pipeline.base.periods import (
    add_months,
    end_of_month,
    is_week,
    kvartal,
    latest_whole_month,
    maaned,
    mail_periode,
    perioder,
    read_periode,
    require_begun,
    rolling12,
    shifted,
    week_name,
)

FIRST = date(2020, 10, 1)
ONE_DAY = timedelta(days=1)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
without_ur = settings(deadline=None)


@pytest.mark.parametrize(
    ("day", "count", "outcome"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 10, 31), 6, date(2021, 4, 30)),
        (date(2021, 8, 31), -6, date(2021, 2, 28)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 2, 29), 48, date(2024, 2, 29)),
        (date(2021, 12, 15), 1, date(2022, 1, 15)),
        (date(2021, 1, 15), -1, date(2020, 12, 15)),
        (date(2021, 4, 30), 1, date(2021, 5, 30)),
    ],
)
def test_months_clamp_to_the_last_day(day: date, count: int, outcome: date):
    """Calendar months, clamped to the month's last day; the 30th does not become the 31st again."""
    assert add_months(day, count) == outcome


@without_ur
@given(DAYS, st.integers(-300, 300))
def test_adding_months_lands_in_that_month(day: date, count: int):
    """The month is exactly so many months away, on the same day or the month's last."""
    new = add_months(day, count)
    assert (new.year * 12 + new.month) - (day.year * 12 + day.month) == count
    assert new.day == min(day.day, end_of_month(new).day)


@without_ur
@given(DAYS)
def test_the_last_day_of_a_month_is_followed_by_a_first(day: date):
    """Leap years and the century rule included."""
    last = end_of_month(day)
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + ONE_DAY).day == 1


@pytest.mark.parametrize(
    ("text", "periodetype", "name", "first", "last"),
    [
        ("2021-04", "maaned", "2021-04", date(2021, 4, 1), date(2021, 4, 30)),
        ("2020-02", "maaned", "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-12", "maaned", "2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("2021-K1", "kvartal", "2021-K1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2021-K4", "kvartal", "2021-K4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-k2", "kvartal", "2021-K2", date(2021, 4, 1), date(2021, 6, 30)),
    ],
)
def test_a_period_is_read_by_its_name(text: str, periodetype: str, name: str, first: date, last: date):
    """Month 2021-04 and quarter 2021-K2, both ends included."""
    p = read_periode(text)
    assert (p.periodetype, p.periode, p.first, p.last) == (periodetype, name, first, last)


WRONG = (
    "", "2021-4", "2021-00", "2021-13", "2021-K0", "2021-K5", "21-04", "2021-04 ", "2021-04\n",
    "2021/04", "2021-04-01", "April 2021", "٢٠٢١-٠٤", "0000-01", "0000-K1",
)  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_anything_else_is_no_period(text: str):
    """Wrong use (exit 2), with both forms shown; also years and digits that only look right."""
    with pytest.raises(UsageFault, match=r"2021-04.*2021-K2"):
        read_periode(text)


@without_ur
@given(DAYS)
def test_a_period_has_the_name_it_is_read_by(day: date):
    """Reading a period's name gives the period."""
    assert read_periode(maaned(day.replace(day=1)).periode) == maaned(day.replace(day=1))
    first = day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)
    assert read_periode(kvartal(first).periode) == kvartal(first)


@without_ur
@given(DAYS)
def test_a_rolling_year_is_twelve_whole_months(day: date):
    """It ends with its month, and the year before ends the day before it begins."""
    p = rolling12(day.replace(day=1))
    assert p.periode == f"{day:%Y-%m}"
    assert p.last == end_of_month(day)
    assert p.first.day == 1
    assert add_months(p.first, 11) == day.replace(day=1)


def test_the_day_a_period_is_made_up_on():
    """The period's last day, or the delivery's date if earlier: then it is preliminary."""
    april = read_periode("2021-04")
    for extract, per, preliminary in (
        (date(2021, 4, 29), date(2021, 4, 29), True),
        (date(2021, 4, 30), date(2021, 4, 30), False),
        (date(2021, 5, 1), date(2021, 4, 30), False),
    ):
        assert (april.opgjort_pr(extract), april.preliminary(extract)) == (per, preliminary)


@pytest.mark.parametrize(
    ("extract", "outcome"),
    [
        (date(2021, 4, 30), "2021-04"),
        (date(2021, 4, 29), "2021-03"),
        (date(2021, 5, 1), "2021-04"),
        (date(2021, 1, 30), "2020-12"),
        (date(2020, 2, 28), "2020-01"),
        (date(2020, 2, 29), "2020-02"),
    ],
)
def test_the_last_whole_month_up_to_a_delivery(extract: date, outcome: str):
    """A delivery of the month's last day holds the whole month."""
    assert latest_whole_month(extract).periode == outcome


def test_the_periods_of_a_reported_month():
    """Months, rolling years and ended quarters from the baseline quarter on."""
    found = perioder(read_periode("2021-04"), date(2021, 4, 30), FIRST)
    maaneder = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03", "2021-04"]
    assert [p.periode for p in found if p.periodetype == "maaned"] == maaneder
    assert [p.periode for p in found if p.periodetype == "rullende12"] == maaneder
    assert [p.periode for p in found if p.periodetype == "kvartal"] == ["2020-K4", "2021-K1"]


def test_the_periods_of_a_quarter_under_way():
    """The quarter itself, and its months so far; a month that has not begun is not computed."""
    found = perioder(read_periode("2021-K2"), date(2021, 5, 1), FIRST)
    names = {(p.periodetype, p.periode) for p in found}
    assert ("kvartal", "2021-K2") in names
    assert {n for t, n in names if t == "maaned" and n >= "2021-04"} == {"2021-04", "2021-05"}
    assert ("rullende12", "2021-06") not in names


@without_ur
@given(
    st.dates(date(2020, 10, 1), date(2026, 12, 31)),
    st.booleans(),
    st.dates(date(2020, 10, 1), date(2026, 12, 31)),
)
def test_every_period_computed_may_be_computed(day: date, as_kvartal: bool, extract: date):
    """Each once; begun by the delivery; ended by the reported period's end; and the reported one is there."""
    reported = (
        kvartal(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1))
        if as_kvartal
        else maaned(day.replace(day=1))
    )
    assume(reported.first <= extract)
    found = perioder(reported, extract, FIRST)
    assert reported in found
    assert len({(p.periodetype, p.periode) for p in found}) == len(found)
    for p in found:
        assert p.last <= reported.last
        assert (p.last.replace(day=1) if p.periodetype == "rullende12" else p.first) <= extract
        assert p.periodetype == "rullende12" or p.first >= FIRST
    maaneder = sum(p.periodetype == "maaned" for p in found)
    until = min(reported.last, extract)
    assert maaneder == (until.year - 2020) * 12 + until.month - 9
    assert maaneder == sum(p.periodetype == "rullende12" for p in found)


@pytest.mark.parametrize(
    ("name", "extract"),
    [
        ("2021-05", date(2021, 4, 30)),
        ("2021-K3", date(2021, 6, 30)),
        ("2021-T2", date(2021, 4, 30)),
        ("2022", date(2021, 12, 31)),
    ],
)
def test_a_period_that_begins_after_the_delivery_is_wrong_use(name: str, extract: date):
    """No day of the delivery lies in it: exit 2, naming the period and the delivery's date."""
    with pytest.raises(UsageFault, match=f"{name}.*{extract:%d-%m-%Y}"):
        require_begun(read_periode(name), extract)
    require_begun(read_periode(name), read_periode(name).first)


@pytest.mark.parametrize(
    ("name", "periodetype", "first", "last"),
    [
        ("2021-T1", "tertial", date(2021, 1, 1), date(2021, 4, 30)),
        ("2021-T3", "tertial", date(2021, 9, 1), date(2021, 12, 31)),
        ("2020", "aar", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_tertials_and_years(name: str, periodetype: str, first: date, last: date):
    """Four months from January, May and September; the calendar year."""
    found = read_periode(name)
    assert (found.periodetype, found.periode, found.first, found.last) == (periodetype, name, first, last)


def test_a_tertial_and_a_year_are_computed_once_they_have_ended():
    """As a quarter is: reported in their last month, and not in the month before."""
    in_november = {p.periode for p in perioder(read_periode("2021-11"), date(2021, 12, 31), date(2021, 1, 1))}
    in_december = {p.periode for p in perioder(read_periode("2021-12"), date(2021, 12, 31), date(2021, 1, 1))}
    assert {"2021-T1", "2021-T2"} <= in_november
    assert in_december - in_november == {"2021-12", "2021-K4", "2021-T3", "2021"}


@pytest.mark.parametrize(
    ("name", "count", "outcome"),
    [
        ("2021-01", -1, "2020-12"),
        ("2021-K4", 1, "2022-K1"),
        ("2021-T1", -1, "2020-T3"),
        ("2021", -2, "2019"),
        ("2021-04", 0, "2021-04"),
    ],
)
def test_periods_of_the_same_kind_before_and_after(name: str, count: int, outcome: str):
    """Counted in the period's own length."""
    assert shifted(read_periode(name), count) == read_periode(outcome)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 5, 9), "2021-U18"),
        (date(2022, 1, 2), "2021-U52"),  # a Sunday of the old year's last week
        (date(2020, 12, 31), "2020-U53"),
        (date(2024, 12, 30), "2025-U01"),  # a Monday of the new year's first
    ],
)
def test_a_week_is_named_by_its_own_year(day: date, name: str):
    """The ISO year: that of the Thursday, whatever year the day is in."""
    assert week_name(day) == name
    assert is_week(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("2021-u18", "2021-U18"), (" 2021-U01 ", "2021-U01"), ("2021-04", "2021-04"), ("2021-K2", "2021-K2")],
)
def test_mails_are_about_a_week_or_a_period(text: str, name: str):
    """A week is no period, but mails are released and sent by its name."""
    assert mail_periode(text) == name


@pytest.mark.parametrize("text", ["2021-U00", "2021-U54", "2021-U1", "U18", "uge 18", ""])
def test_what_is_neither_is_refused(text: str):
    """No week 0 or 54, and nothing written otherwise."""
    assert not is_week(text)
    with pytest.raises(UsageFault):
        mail_periode(text)
