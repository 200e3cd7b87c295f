"""What each type accepts, and what it becomes (contract, section 1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.database import Database, open_database
from tests.intake.conftest import Once
from tests.intake.delivery import Delivery


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    with open_database() as base:
        base.run_file("typed", "typer")
        base.run_file("typed", "tal")
        yield base


DAY = date(2021, 2, 1)
VALUES: dict[str, dict[str, object]] = {
    "som_dato": {
        "01-02-2021": date(2021, 2, 1),
        "2021-02-01": date(2021, 2, 1),
        "29-02-2020": date(2020, 2, 29),
        "01-02-2021 23:59": date(2021, 2, 1),
        "2021-02-01 23:59:59": date(2021, 2, 1),
        "2021-02-01T23:59": date(2021, 2, 1),
        "0001-01-01": date(1, 1, 1),
        "9999-12-31": date(9999, 12, 31),
        "29-02-2021": None,
        "31-04-2021": None,
        "2021-13-01": None,
        "1-2-2021": None,
        "01-02-21": None,
        "2021-2-1": None,
        "01/02/2021": None,
        "01.02.2021": None,
        "20210201": None,
        "0000-01-01": None,
        "01-02-2021T23:59": None,
        "01-02-2021 24:00": None,
        "01-02-2021 23:60": None,
        "01-02-2021  10:00": None,
        "01-02-2021x": None,
        "x01-02-2021": None,
        "2021-02-01Z": None,
        "٠١-٠٢-٢٠٢١": None,
    },
    "som_tidspunkt": {
        "01-02-2021 08:05": datetime.combine(DAY, time(8, 5)),
        "01-02-2021 08:05:09": datetime.combine(DAY, time(8, 5, 9)),
        "2021-02-01T08:05": datetime.combine(DAY, time(8, 5)),
        "2021-02-01 00:00": datetime.combine(DAY, time(0)),
        "01-02-2021": datetime.combine(DAY, time(0)),
        "01-02-2021T08:05": None,
        "31-02-2021 08:05": None,
        "2021-02-01 08:05:60": None,
        "2021-02-01 08:05+01:00": None,
        "2021-02-01T08:05:00Z": None,
        "01-02-2021 08.05:00": None,
        "01-02-2021 08:05 PM": None,
        "01-02-2021 8:5": None,
        "0000-02-01 08:05": None,
        "01-02-2021 08:05:09.5": datetime.combine(DAY, time(8, 5, 9, 500_000)),
        "01-02-2021 08.05.09,1234567": datetime.combine(DAY, time(8, 5, 9, 123_456)),
        **dict.fromkeys(
            (
                "01-02-2021 8:05",
                "2021-02-01 8.05",
                "01-02-2021 08.05.00",
                "2021-02-01T08:05:00.000",
                "01-02-2021 8:05:00",
                "01-02-2021 08.05.00.0000000",
            ),
            datetime.combine(DAY, time(8, 5)),
        ),
    },
    "som_bool": {
        **dict.fromkeys(
            ("J", "j", "Ja", "JA", "true", "TRUE", "1", "SAND", "Yes", "x", "X", "-1", "1.0", "-1,0"), True
        ),
        **dict.fromkeys(("N", "nej", "False", "0", "FALSK", "no", "0.0", "0,0"), False),
        **dict.fromkeys(("2", "j.", "11", "0.5", "-0", "xx", "måske"), None),
    },
    "som_heltal": {
        "0": 0,
        "007": 7,
        "-3": -3,
        "2147483647": 2147483647,
        "2147483648": None,
        "1,0": 1,
        "3.0": 3,
        "-3.00": -3,
        "3.5": None,
        "1.000": None,
        "+1": None,
        "1e3": None,
        "": None,
    },
    "som_decimal_komma": {
        "12": Decimal("12"),
        "12,5": Decimal("12.5"),
        "12.50": None,
        "98765.4": None,
        "0.500": None,
        "1.000": Decimal("1000"),
        "12.345.678": Decimal("12345678"),
        "1.234,50": Decimal("1234.5"),
        "1 234,50": Decimal("1234.5"),
        "1\u00a0234": Decimal("1234"),
        "1\u2009234,5": Decimal("1234.5"),
        "1 2345": None,
        "kr. 1.234,50": Decimal("1234.5"),
        "1.234,50 kr.": Decimal("1234.5"),
        "DKK 5": Decimal("5"),
        "kr. -5,25": Decimal("-5.25"),
        "-5,25 kr": Decimal("-5.25"),
        "5,25-": Decimal("-5.25"),
        "5,25 -": Decimal("-5.25"),
        "\u22125,25": Decimal("-5.25"),
        "-5,25-": None,
        "5,-": None,
        "krone 5": None,
        "-1.234.567,89": Decimal("-1234567.89"),
        "1234567,891": Decimal("1234567.891"),
        "1,234.50": None,
        "1.23,4": None,
        "1234.567,8": None,
        ",5": None,
        "5,": None,
        "123456789012345": None,
    },
    "som_decimal_punkt": {
        "12.50": Decimal("12.5"),
        "98765.4": Decimal("98765.4"),
        "10.727": Decimal("10.727"),
        "10 727.5": Decimal("10727.5"),
        "1.234.567": None,
        "12,5": None,
        "1,234.50": None,
        "kr. 12.50-": Decimal("-12.5"),
    },
    "som_maaned": {
        "2021-03": "2021-03",
        "1990-01": "1990-01",
        "2099-12": "2099-12",
        "1989-12": None,
        "2100-01": None,
        "2021-13": None,
        "2021-00": None,
        "2021-3": None,
        "0000-01": None,
    },
}


@pytest.mark.parametrize(
    ("macro", "text", "outcome"),
    [(macro, text, outcome) for macro, each in VALUES.items() for text, outcome in each.items()],
)
def test_each_type_parses_what_the_contract_writes_and_nothing_else(
    database: Database, macro: str, text: str, outcome: object
) -> None:
    """A value either is of its type or does not parse; nothing is guessed."""
    assert database.value("select " + macro + "($tekst)", tekst=text) == outcome


@settings(deadline=None, max_examples=200)
@given(st.dates())
def test_every_real_day_parses_both_ways_round(database: Database, day: date) -> None:
    """Day first or ISO, any four-digit year."""
    written = f"{day.day:02d}-{day.month:02d}-{day.year:04d}"
    assert database.value("select som_dato($t)", t=written) == day
    assert database.value("select som_dato($t)", t=day.isoformat()) == day


@settings(deadline=None, max_examples=200)
@given(st.from_regex(r"[0-9]{2}-[0-9]{2}-[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
def test_a_day_that_is_not_in_the_calendar_never_parses(database: Database, text: str) -> None:
    """The database and the standard library agree on which days there are."""
    parts = text.split("-")
    year, maaned, day = parts if len(parts[0]) == 4 else reversed(parts)
    try:
        outcome = date(int(year), int(maaned), int(day))
    except ValueError:
        outcome = None
    assert database.value("select som_dato($t)", t=text) == outcome


@settings(deadline=None, max_examples=200)
@given(st.integers(-(10**13), 10**13), st.integers(0, 4))
def test_a_number_is_the_same_however_it_is_written(database: Database, figures: int, decimals: int) -> None:
    """With a comma, thousands points or blanks, kroner; in a column of decimal points with a point."""
    value = Decimal(figures).scaleb(-decimals)
    written = f"{value:.{decimals}f}"
    danish = f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    shapes = [written.replace(".", ","), danish, danish.replace(".", " "), f"kr. {danish}"]
    assert {database.value("select som_decimal_komma($t)", t=form) for form in shapes} == {value}
    assert database.value("select som_decimal_punkt($t)", t=written) == value


def test_typed_columns_have_their_types(taken_in_once: Once) -> None:
    """Timestamps have a column for the clock; codes are text, but steps and scores are numbers."""
    udfald = taken_in_once.udfald
    types = {
        (row["table_name"], row["column_name"]): row["data_type"]
        for row in udfald.fetch("from information_schema.columns where table_schema = 'data'")
    }
    assert types["underretninger", "modtaget_tidspunkt"] == "TIMESTAMP"
    assert types["underretninger", "modtaget_tidspunkt_har_klokkeslaet"] == "BOOLEAN"
    assert types["underretninger", "genvurdering"] == "BOOLEAN"
    assert types["underretninger", "underretter_type"] == "VARCHAR"
    assert types["sager", "foedselsdato"] == "DATE"
    assert types["handleplaner", "antal_maal"] == "INTEGER"
    assert types["indsatser", "indsatstrin"] == "INTEGER"
    assert types["spoergeskemasvar", "score"] == "INTEGER"
    assert types["udgifter", "beloeb"] == "DECIMAL(18,4)"
    assert types["udgifter", "maaned"] == "VARCHAR"


def test_every_extract_is_stored_whether_or_not_it_came(delivery: Delivery) -> None:
    """All eighteen, with every column of the contract, also those the file did not have."""
    from pipeline.definitions.extracts import read_extracts

    udfald = delivery.rows("sager", [], without=["distrikt"]).take_in()
    kept: dict[str, list[str]] = {}
    for row in udfald.fetch(
        "from information_schema.columns where table_schema = 'data' order by table_name, ordinal_position"
    ):
        kept.setdefault(row["table_name"], []).append(row["column_name"])
    assert kept == {name: list(extract.meanings) for name, extract in read_extracts().items()}
