# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Which months are made up, and which months' rows each period holds."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.drawn import table
from pipeline.indicators.examples import shown
from tests.units.calculation import calculation


@pytest.fixture
def months():
    """Rows of a calendar table, as drawn, for a plan from `first` to `last`."""

    def fetch(name, columns, *, last, first="2020-10", delivered="2022-12-31", where="true"):
        with calculation({}, {}, date.fromisoformat(delivered), last, first) as database:
            rows = database.fetch(f"select {columns} from {name} where {where} order by all")  # noqa: S608
        return [{column: shown(value) for column, value in row.items()} for row in rows]

    return fetch


def test_the_months_made_up_and_the_eleven_before(months):
    """From the plan's first month to the reported one; of the eleven before it only judged rows are made."""
    found = months("raekkemaaned", "periode, opgjort_pr, opgoeres", last="2020-12", first="2020-11")
    expected = """
        periode | opgjort_pr | opgoeres
        2019-12 | 2019-12-31 | False
        2020-01 | 2020-01-31 | False
        2020-02 | 2020-02-29 | False
        2020-03 | 2020-03-31 | False
        2020-04 | 2020-04-30 | False
        2020-05 | 2020-05-31 | False
        2020-06 | 2020-06-30 | False
        2020-07 | 2020-07-31 | False
        2020-08 | 2020-08-31 | False
        2020-09 | 2020-09-30 | False
        2020-10 | 2020-10-31 | False
        2020-11 | 2020-11-30 | True
        2020-12 | 2020-12-31 | True
    """
    assert found == table(expected)


def test_a_period_holds_its_months_and_ends_with_the_last(months):
    """Quarter, four months and year hold theirs; `er_sidste` marks the one whose open and stock rows count."""
    found = months(
        "periodemaaned",
        "periodetype, periode, maaned, er_sidste",
        first="2021-01",
        last="2021-06",
        where="periodetype in ('kvartal', 'tertial', 'aar') or (periodetype = 'maaned' and maaned > '2021-04')",
    )
    expected = """
        periodetype | periode | maaned | er_sidste
        kvartal | 2021-K1 | 2021-01 | False
        kvartal | 2021-K1 | 2021-02 | False
        kvartal | 2021-K1 | 2021-03 | True
        kvartal | 2021-K2 | 2021-04 | False
        kvartal | 2021-K2 | 2021-05 | False
        kvartal | 2021-K2 | 2021-06 | True
        maaned | 2021-05 | 2021-05 | True
        maaned | 2021-06 | 2021-06 | True
        tertial | 2021-T1 | 2021-01 | False
        tertial | 2021-T1 | 2021-02 | False
        tertial | 2021-T1 | 2021-03 | False
        tertial | 2021-T1 | 2021-04 | True
    """
    assert found == table(expected)


def test_a_year_holds_its_twelve_months(months):
    """A year that has been reported in full; one that began before the plan's first month is none."""
    found = months(
        "periodemaaned",
        "periode, count(*) as antal, min(maaned) as foerste, max(maaned) filter (where er_sidste) as sidste",
        last="2021-12",
        where="periodetype = 'aar' group by periode",
    )
    assert found == table("periode | antal | foerste | sidste\n2021 | 12 | 2021-01 | 2021-12")


def test_a_rolling_year_reaches_before_the_first_month(months):
    """Named from the first month on, it holds the twelve months that end with it."""
    found = months(
        "periodemaaned",
        "periode, min(maaned) as foerste, max(maaned) as sidste, count(*) as antal",
        last="2021-11",
        where="periodetype = 'rullende12' and periode in ('2020-10', '2021-09', '2021-10', '2021-11') "
        "group by periode",
    )
    expected = """
        periode | foerste | sidste | antal
        2020-10 | 2019-11 | 2020-10 | 12
        2021-09 | 2020-10 | 2021-09 | 12
        2021-10 | 2020-11 | 2021-10 | 12
        2021-11 | 2020-12 | 2021-11 | 12
    """
    assert found == table(expected)


def test_a_preliminary_period_ends_with_the_deliverys_month(months):
    """Months after the delivery are not there; the last that is has the period's own opgjort_pr."""
    found = months(
        "periodemaaned",
        "periode, maaned, er_sidste",
        last="2021-06",
        delivered="2021-05-09",
        where="periode in ('2021-K2', '2021-05', '2021-06') and periodetype <> 'rullende12'",
    )
    expected = """
        periode | maaned | er_sidste
        2021-05 | 2021-05 | True
        2021-K2 | 2021-04 | False
        2021-K2 | 2021-05 | True
    """
    assert found == table(expected)


def test_a_delivery_on_a_months_last_day_closes_a_period_that_goes_on(months):
    """The month is whole and the quarter preliminary, and both are made up on the same day."""
    found = months(
        "periodemaaned",
        "periode, maaned, er_sidste",
        last="2021-06",
        delivered="2021-05-31",
        where="periode = '2021-K2'",
    )
    assert found == table("periode | maaned | er_sidste\n2021-K2 | 2021-04 | False\n2021-K2 | 2021-05 | True")
