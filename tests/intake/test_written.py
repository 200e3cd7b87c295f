"""A value that cannot be read is told of by how it is written, in a whole column for one reason."""

from __future__ import annotations

import pytest

from pipeline.base.errors import DataRefused
from pipeline.definitions.column_models import Type
from pipeline.intake.written import NO_VALUE, by_shape
from tests.intake.delivery import Delivery, Udfald

SHAPES: list[tuple[Type, str, list[str]]] = [
    ("dato", "regnearkets tal for en dag", ["44316", "44316,5", "44316.25", "7"]),
    ("dato", "Måneden står før dagen", ["04/30/2021", "4/30/2021", "04-30-2021", "04-30-2021 10:05"]),
    ("dato", "to cifre", ["30-04-21", "30/04/21", "30.04.21", "30-04-21 10:05"]),
    ("dato", "skråstreg eller punktum", ["30/04/2021", "30.04.2021", "2021/04/30", "30. 4. 2021"]),
    ("dato", "ét ciffer", ["1-2-2021", "01-2-2021", "2021-2-1"]),
    ("dato", "uden bindestreger", ["20210430", "20210430101500"]),
    ("dato", "med ord", ["30-apr-2021", "30. april 2021", "fr 30-04-2021"]),
    ("dato", "for smal", ["########"]),
    ("dato", "en fejl i regnearket", ["#REFERENCE!", "#VÆRDI!", "#REF!"]),
    ("tidspunkt", "AM eller PM", ["01-02-2021 08:05 PM", "30/04/2021 1:05:00 am"]),
    (
        "tidspunkt",
        "Klokkeslættet kan ikke læses",
        ["01-02-2021 24:00", "01-02-2021T08:05", "01-02-2021 kl. 8"],
    ),
    ("tidspunkt", "regnearkets tal for en dag", ["44316,4201388889"]),
    ("maaned", "med bogstaver", ["mar-21", "marts 2021", "21-mar"]),
    ("maaned", "en hel dato", ["01-03-2021", "2021-03-01", "2021-03-01 00:00:00", "20210301"]),
    ("maaned", "på en anden måde", ["03-2021", "202103", "2021-3", "2021/03"]),
    ("maaned", "regnearkets tal for en dag", ["44256"]),
    ("decimal", "potens", ["1,5E+05", "1E5"]),
    ("decimal", "en procent", ["12 %", "12,5%"]),
    ("decimal", "en parentes", ["(1.234,50)", "kr. (5)"]),
    ("decimal", "(,-)", ["5,-", "kr. 1.234,-"]),
    ("decimal", "en valuta", ["€ 12", "+5", "1'234,50", "1.234,50 DKr"]),
    ("heltal", "decimaler eller tusindtegn", ["3,5", "1.000"]),
]
SAG = {"barn_id": "B4", "sagstype": "barn", "oprettet_dato": "01-01-2021"}


@pytest.mark.parametrize(
    ("type_", "told", "text"), [(type_, told, text) for type_, told, texts in SHAPES for text in texts]
)
def test_how_a_value_is_written_is_named(type_: Type, told: str, text: str) -> None:
    """And what to do about it; the first that is said of it is meant."""
    reason, _ = next(by_shape(type_, [text]))
    assert told in reason
    assert "; " in reason


def test_the_order_of_day_and_month_is_judged_by_the_whole_column() -> None:
    """One date that can only have its month first tells of those that could be either."""
    american, danish = ["04/30/2021", "03/04/2021"], ["30/04/2021", "03/04/2021"]
    assert next(by_shape("dato", american))[1] == set(american)
    assert all("USA" not in reason for reason, _ in by_shape("dato", [*american, *danish]))


def test_a_day_that_is_none_and_a_word_have_no_shape() -> None:
    """They may be one person's slip."""
    assert not list(by_shape("dato", ["31-04-2021", "ukendt", "-"]))


NOUGHTS = ["00-00-0000", "0000-00-00 00:00:00", "00-01-1900", "0", "00000000"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Udfald:
    """One delivery with rows for each of the tests below."""
    delivery = Delivery(tmp_path_factory.mktemp("skrevet"))
    delivery.add(
        "sager",
        SAG | {"sag_id": "S4", "lukket_dato": "44316"},
        SAG | {"sag_id": "S5", "lukket_dato": "None"},
        *(SAG | {"sag_id": f"X{n}", "lukket_dato": text} for n, text in enumerate(NOUGHTS)),
        SAG | {"sag_id": "S6", "oprettet_dato": "0000-00-00"},
        SAG | {"sag_id": "S7", "distrikt": "#REFERENCE!", "raadgiver_id": "-"},
        SAG | {"sag_id": "1,23457E+11", "familie_id": "#I/T", "raadgiver_id": "-"},
    )
    delivery.add(
        "aktiviteter", {"aktivitet_id": "A1", "sag_id": "S1", "dato": "4/30/2021", "type": "kontakt"}
    )
    return delivery.take_in()


def test_a_column_is_told_of_by_its_shape_and_a_word_with_the_setting_for_it(told: Udfald) -> None:
    """In quarantine, and as a cause of the delivery; what a word for nothing is, the settings may say."""
    (at, _, serial), (after, _, word), _ = told.karantaene("sager")
    assert (at, after) == (5, 6)
    assert serial.startswith("Værdien er regnearkets tal for en dag")
    assert word == f"Værdien er ikke en dato (dd-mm-åååå eller åååå-mm-dd){NO_VALUE}"
    assert told.karantaene("aktiviteter")[0][2].startswith("Måneden står før dagen")
    lines = [line for line in told.reply.messages if ": Værdien er" in line or ": Måneden" in line]
    assert [line.split(": ")[:2] for line in lines] == [
        ["sager.csv", "lukket_dato"],
        ["aktiviteter.csv", "dato"],
    ]


def test_a_day_of_noughts_is_a_word_for_nothing(told: Udfald) -> None:
    """As one before every day that can be meant: missing with a warning, or quarantined where it must be."""
    reason = "Datoen ligger før 1990 eller efter 2099 og regnes som manglende"
    found = [line for line, column, why in told.finding("sager") if (column, why) == ("lukket_dato", reason)]
    assert found == [7, 8, 9, 10, 11]
    assert told.karantaene("sager")[-1] == (12, "oprettet_dato", reason)


def test_texts_a_spreadsheet_spoiled_are_told_of(told: Udfald) -> None:
    """They stay, since nobody knows what stood there; which they are is not said."""
    lines = [line.split(", ") for line in told.reply.messages if line.startswith("sager.csv: ")]
    assert [line[:2] for line in lines if " felt" in line[0] and line[1].startswith("første")] == [
        ["sager.csv: sag_id: 1 felt", "første gang i linje 14"],
        ["sager.csv: distrikt: 1 felt", "første gang i linje 13"],
        ["sager.csv: raadgiver_id: 2 felter", "første gang i linje 13"],
    ]


@pytest.mark.parametrize(
    "name",
    [
        "udgifter_2021-04-30.csv",
        "Udgifter (1).csv",
        "udgifter.xlsx",
        "dbo.udgifter.csv",
        "udgifter - kopi.csv",
    ],
)
def test_an_optional_file_under_another_name_is_not_passed_over(delivery: Delivery, name: str) -> None:
    """Its rows would be lost without anybody's wish; a file about it is none."""
    delivery.files |= {"udgifter, vejledning.txt": b"x", name: b"x"}
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    (line,) = caught.value.lines
    assert line == (
        f"{name}: filen ligner udtrækket udgifter, men læses ikke under det navn; "
        "gem den som udgifter.csv, eller flyt den ud af mappen"
    )
