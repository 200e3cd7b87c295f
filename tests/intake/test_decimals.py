"""A column of amounts is read one way for all its values, by the signs in them (contract, section 1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from pipeline.base.database import Database, col, open_database
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.decimals import MISFIT, THOUSANDS, misfits, with_readings
from pipeline.intake.lookups import Lookup
from pipeline.intake.typed import as_type
from tests.intake.delivery import OPENED_GATES, Delivery

Value = Decimal | None


@dataclass(frozen=True)
class Column:
    """What is drawn: a column's texts, what each is read as, and what is said of those that are warned of."""

    story: str
    texts: Sequence[str]
    values: Sequence[Value | str]
    said: str = ""


def numbers(*texts: str) -> list[Value | str]:
    return [Decimal(text) for text in texts]


COLUMNS = [
    Column("commas are decimal", ["12,5", "1000", "-3,25"], numbers("12.5", "1000", "-3.25")),
    Column("points are decimal", ["12.50", "1000", "10.727"], numbers("12.5", "1000", "10.727")),
    Column(
        "beside a comma a point parts thousands",
        ["10.727", "55.300,00", "1.234.567"],
        numbers("10727", "55300", "1234567"),
    ),
    Column(
        "beside a comma blanks part thousands",
        ["10 727", "55\u00a0300,00", "1\u2009234\u2009567,5"],
        numbers("10727", "55300", "1234567.5"),
    ),
    Column(
        "points that all stand before three digits are thousands, with a word",
        ["10.727", "500", "1.234.567"],
        numbers("10727", "500", "1234567"),
        THOUSANDS,
    ),
    Column(
        "a point before other than three digits makes every point decimal",
        ["10.727", "500.5"],
        numbers("10.727", "500.5"),
    ),
    Column(
        "a number that does not fit is missing",
        ["98765.4", "1.000,50"],
        [None, Decimal("1000.5")],
        MISFIT["komma"],
    ),
    Column(
        "thousands do not stand after a point that is decimal",
        ["1.234.567", "0.5"],
        [None, Decimal("0.5")],
        MISFIT["punkt"],
    ),
    Column(
        "a nought before three digits is no thousand",
        ["0.125", "10.727"],
        [None, Decimal("10727")],
        MISFIT["tusind"],
    ),
    Column("English thousands do not fit", ["1,234.50", "5"], [None, Decimal("5")], MISFIT["komma"]),
    Column(
        "kroner and a minus behind are understood",
        ["kr. 10.727,50", "DKK 5", "5,25-", "kr. -1.000", "10 kr."],
        numbers("10727.5", "5", "-5.25", "-1000", "10"),
    ),
    Column(
        "the point of kr. is none of the number's",
        ["kr. 10.5", "kr. 7"],
        numbers("10.5", "7"),
    ),
    Column("what is no number at all is refused", ["ca. 5", "5"], ["refused", Decimal("5")]),
]


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    with open_database() as base:
        base.run_file("typed", "typer")
        base.run_file("typed", "tal")
        yield base


@pytest.mark.parametrize("drawn", COLUMNS, ids=[column.story for column in COLUMNS])
def test_a_column_of_amounts_is_read_one_way(database: Database, drawn: Column) -> None:
    """What each text is read as; a number that is none of the column's is told apart from no number."""
    udgifter = read_extracts()["udgifter"]
    database.run(
        "create or replace table raekke as select unnest($t) as budget, null as beloeb", t=drawn.texts
    )
    lookup = with_readings(database, Lookup(udgifter, {}, {}, ()))
    reading = lookup.readings["budget"]
    value = as_type(udgifter.kolonner["budget"], col("budget"), reading)
    rows = database.connection.table("raekke").project(col("budget"), value.alias("tal")).fetchall()
    misfit = misfits(database, lookup, "budget", [text for text, number in rows if number is None])
    found = {text: "refused" if number is None and text not in misfit else number for text, number in rows}
    assert [found[text] for text in drawn.texts] == list(drawn.values)
    assert drawn.said in {"", MISFIT[reading], THOUSANDS if reading == "tusind" else ""}


def udgift(number: int, beloeb: str, budget: str = "") -> dict[str, str]:
    fixed = {"postering_id": f"P{number}", "sag_id": "S1", "maaned": "2021-03"}
    return {**fixed, "beloeb": beloeb, "budget": budget}


def test_what_does_not_fit_is_quarantined_or_missing_with_a_word(delivery: Delivery) -> None:
    """`beloeb` must be filled, `budget` need not be; the message names column, count and first line."""
    rows = [udgift(1, "1.000,50", "1.000,5"), udgift(2, "98765.4", "7"), udgift(3, "5", "98765.4")]
    udfald = delivery.rows("udgifter", rows).take_in()
    assert udfald.karantaene("udgifter") == [(3, "beloeb", MISFIT["komma"])]
    assert udfald.finding("udgifter") == [(4, "budget", MISFIT["komma"])]
    assert udfald.data("udgifter", "budget") == [None, Decimal("1000.5")]
    for name, line in (("beloeb", 3), ("budget", 4)):
        told = f"udgifter.csv: {name}: {MISFIT['komma']} (1 række, første gang i linje {line})."
        assert told in udfald.reply.messages


def test_points_read_as_thousands_are_said_so(delivery: Delivery) -> None:
    """Each row with one has a warning, and one line of the message tells of them all."""
    rows = [udgift(1, "10.727"), udgift(2, "5"), udgift(3, "1.234.567")]
    udfald = delivery.rows("udgifter", rows).take_in()
    assert udfald.data("udgifter", "beloeb") == [Decimal("10727"), Decimal("1234567"), Decimal("5")]
    assert udfald.finding("udgifter") == [(2, "beloeb", THOUSANDS), (4, "beloeb", THOUSANDS)]
    told = f"udgifter.csv: beloeb: {THOUSANDS} (2 rækker, første gang i linje 2)."
    assert [message for message in udfald.reply.messages if "beloeb" in message] == [told]


def test_each_column_is_read_by_its_own_signs_and_after_own_words(delivery: Delivery) -> None:
    """One column's commas say nothing of another's points; a mapped word is read as what it stands for."""
    own = {"udgifter": {"budget": {"intet": "0.5"}}}
    delivery.settings = OPENED_GATES.model_copy(update={"vaerdier": own})
    rows = [udgift(1, "1.000,5", "10.727"), udgift(2, "2", "Intet")]
    udfald = delivery.rows("udgifter", rows).take_in()
    assert udfald.data("udgifter", "beloeb") == [Decimal("1000.5"), Decimal("2")]
    assert udfald.data("udgifter", "budget") == [Decimal("0.5"), Decimal("10.727")]
