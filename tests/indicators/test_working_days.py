"""Public holidays for deadlines in working days."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pipeline.base.errors import InternalError
from pipeline.indicators.working_days import danish_holidays, lay_holidays
from tests.units.calculation import Measure, calculation

COUNTS_WORKING_DAYS = Measure(
    "underretning_kvittering_frist", {"arbejdsdage": 6, "fra_dato": date(2021, 1, 1)}
)


def received(day: date) -> dict[str, list[dict[str, object]]]:
    """One underretning received on a day."""
    moment = datetime(day.year, day.month, day.day, 10)  # noqa: DTZ001 - the extracts know no time zones
    row = {"underretning_id": "U", "sag_id": "S", "underretter_type": "privat", "modtaget_tidspunkt": moment}
    return {"underretninger": [row]}


def test_the_danish_year():
    """The ten days of 2024, and no other: 5 June, 24 and 31 December are working days."""
    assert danish_holidays(2024, 2024) == [
        date(2024, 1, 1),
        date(2024, 3, 28),
        date(2024, 3, 29),
        date(2024, 3, 31),
        date(2024, 4, 1),
        date(2024, 5, 9),
        date(2024, 5, 19),
        date(2024, 5, 20),
        date(2024, 12, 25),
        date(2024, 12, 26),
    ]


def test_store_bededag_ended_after_2023():
    """The fourth Friday after Easter was a holiday until 2023."""
    assert date(2023, 5, 5) in danish_holidays(2023, 2023)
    assert date(2024, 4, 26) not in danish_holidays(2024, 2024)


@pytest.mark.parametrize("years", [(1700, 2024), (2024, 3000)])
def test_years_the_package_does_not_know_are_a_fault(years):
    """Better no figures than deadlines that take every weekday for a working day."""
    with pytest.raises(InternalError, match="Helligdagene kendes kun fra"):
        danish_holidays(*years)


def test_holidays_are_laid_from_the_first_underretning_to_the_year_after_the_delivery():
    """Deadlines to come lie in the next year; before the first underretning there are none."""
    rows = received(date(2019, 6, 1))
    with calculation({"b2": COUNTS_WORKING_DAYS}, rows, date(2021, 5, 1), "2021-04") as database:
        years = database.fetch("select distinct year(dato) as aar from helligdag order by aar")
    assert [row["aar"] for row in years] == [2019, 2020, 2021, 2022]


def test_no_holidays_are_laid_where_nothing_counts_working_days():
    """Most plans do not; the package is not even loaded for them."""
    other = Measure("underretning_kvittering", {"dage": 28})
    with calculation({"h3": other}, received(date(2021, 4, 1)), date(2021, 5, 1), "2021-04") as database:
        lay_holidays(database, {other.file}, date(2021, 5, 1))
        assert database.count("helligdag") == 0
