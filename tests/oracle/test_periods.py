"""The oracle's calendar and periods on paper."""

from __future__ import annotations

import pytest

from tests.oracle.days import add_months, is_years_old
from tests.oracle.drawn import d
from tests.oracle.periods import limits, months, periods


def test_the_calendar_clamps_months_and_counts_years() -> None:
    """31 August + 6 months is 28 February; a child of 29 February 2012 is 9 on 28 February 2021."""
    assert add_months(d("2020-08-31"), 6) == d("2021-02-28")
    assert add_months(d("2021-08-31"), -6) == d("2021-02-28")
    assert add_months(d("2020-02-29"), 12) == d("2021-02-28")
    assert is_years_old(d("2012-02-29"), 8, d("2020-02-29"))
    assert not is_years_old(d("2012-02-29"), 8, d("2020-02-28"))
    assert is_years_old(d("2012-02-29"), 9, d("2021-02-28"))
    assert limits("2021-T2") == (d("2021-05-01"), d("2021-08-31"))
    assert limits("2021-K4") == (d("2021-10-01"), d("2021-12-31"))
    assert limits("2020") == (d("2020-01-01"), d("2020-12-31"))


def names(first: str, reported: str, delivery: str, *periodetyper: str) -> list[str]:
    """The periods of these types."""
    found = periods(first, reported, d(delivery))
    return [p.name for p in found if p.periodetype in periodetyper]


def test_the_periods_of_a_quarter_reported_in_its_middle() -> None:
    """The months begun by the delivery, their rolling years and the quarter itself; nothing to come."""
    begun = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02"]
    assert names("2020-10", "2021-K1", "2021-02-10", "maaned") == begun
    assert names("2020-10", "2021-K1", "2021-02-10", "rullende12") == begun
    assert names("2020-10", "2021-K1", "2021-02-10", "kvartal") == ["2020-K4", "2021-K1"]
    assert names("2020-10", "2021-K1", "2021-02-10", "tertial", "aar") == []
    with pytest.raises(ValueError, match="begins after the delivery"):
        periods("2020-10", "2021-03", d("2021-02-28"))


def test_a_longer_period_is_there_when_it_lies_within_the_first_and_the_reported() -> None:
    """2020 begins before the first month; the year 2021 comes with December, or when asked for."""
    assert names("2020-10", "2021-11", "2022-03-01", "tertial", "aar") == ["2021-T1", "2021-T2"]
    assert names("2020-10", "2021-12", "2022-03-01", "tertial") == ["2021-T1", "2021-T2", "2021-T3"]
    assert names("2020-10", "2021-12", "2022-03-01", "aar") == ["2021"]
    assert names("2020-10", "2021", "2021-06-15", "kvartal") == ["2020-K4", "2021-K1", "2021-K2"]
    assert names("2020-10", "2021", "2021-06-15", "tertial") == ["2021-T1", "2021-T2"]
    assert names("2020-10", "2021", "2021-06-15", "aar") == ["2021"]


def test_the_months_of_a_period() -> None:
    """A rolling year reaches before the first month; a preliminary year ends with its last computed month."""
    by_name = {(p.periodetype, p.name): p for p in periods("2020-10", "2021", d("2021-06-15"))}
    rolling = by_name["rullende12", "2020-10"]
    assert (rolling.months[0], rolling.months[-1], len(rolling.months)) == ("2019-11", "2020-10", 12)
    year = by_name["aar", "2021"]
    assert (year.months[-1], year.opgjort_pr, year.foreloebig) == ("2021-06", d("2021-06-15"), True)
    assert year.days == 166
    assert months("2020-10", "2021", d("2021-06-15"))[0].name == "2019-11"
