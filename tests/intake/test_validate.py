"""Great Expectations: what it refuses is told per value; what it cannot do is our fault, never the data's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NoReturn

import pytest

from pipeline.base.errors import InternalError
from pipeline.intake.validate import Refused, Trial, Validator, refused

KNOWN = "expect_column_values_to_be_in_set"
FILLED = "expect_column_values_to_not_be_null"


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator()


def trial(type_: str, pair: Sequence[tuple[str | None, Any]], **kwargs: Any) -> Trial:
    return Trial("kolonne", type_, "karantaene", "aarsag", pair, kwargs)


def raw(refused: Sequence[Refused]) -> set[str | None]:
    return {refusal.raa for refusal in refused}


@pytest.mark.parametrize(
    ("type_", "pair", "kwargs", "refused"),
    [
        (KNOWN, [("A", "a"), ("x", "x"), ("B", "b")], {"value_set": ["a", "b"]}, {"x"}),
        (KNOWN, [("A", "a"), ("x", "x"), ("B", "b")], {"value_set": []}, {"A", "x", "B"}),
        (KNOWN, [("A", "a"), (None, None)], {"value_set": ["a"]}, set()),
        (FILLED, [("A", "a"), ("x", None)], {}, {"x"}),
        (FILLED, [(None, None)], {}, {None}),
        (FILLED, [("A", "a")], {}, set()),
        ("expect_column_values_to_be_between", [("0", 0), ("1", 1), ("x", None)], {"min_value": 1}, {"0"}),
        ("expect_column_values_to_match_regex", [("a1", "a1"), ("b", "b")], {"regex": r"^a\d\Z"}, {"b"}),
    ],
)
def test_what_is_refused_is_told_by_the_text_as_delivered(
    validator: Validator,
    type_: str,
    pair: list[tuple[str | None, Any]],
    kwargs: dict[str, Any],
    refused: set[str],
) -> None:
    """Every refused value once, and no other."""
    assert raw(validator.refused("x", [trial(type_, pair, **kwargs)])) == refused


def test_columns_of_different_lengths_are_judged_together(validator: Validator) -> None:
    """The shorter is filled up with its own last value, which is refused once or not at all."""
    long = trial(KNOWN, [(str(number), number) for number in range(20)], value_set=list(range(19)))
    short = trial(FILLED, [("a", "a"), ("b", None)])
    assert [refused.raa for refused in validator.refused("x", [short, long])] == ["b", "19"]


def test_a_column_of_very_many_values_is_judged_by_itself(validator: Validator) -> None:
    """Free text where a code should be: every value refused, the other columns as before."""
    many = trial(KNOWN, [(str(number), str(number)) for number in range(5000)], value_set=["7"])
    short = trial(FILLED, [("a", "a"), ("b", None)])
    refused = validator.refused("x", [many, short])
    assert len(refused) == 5000
    assert raw(refused) == {str(number) for number in range(5000)} - {"7"} | {"b"}


def test_nothing_to_judge_is_nothing_refused(validator: Validator) -> None:
    """A column without values has nothing that could be refused."""
    assert validator.refused("x", [trial(FILLED, [])]) == []


@pytest.mark.parametrize(
    ("type_", "kwargs"),
    [
        ("expect_column_values_to_be_lovely", {}),
        (KNOWN, {"values": ["a"]}),
        (KNOWN, {}),
        ("expect_column_values_to_match_regex", {"regex": "("}),
    ],
    ids=["unknown type", "unknown argument", "missing argument", "crash"],
)
def test_an_expectation_that_cannot_be_tried_is_our_fault(
    validator: Validator, type_: str, kwargs: dict[str, Any]
) -> None:
    """It never passes unseen, and never counts as a fault of the data; the value is not told."""
    with pytest.raises(InternalError) as caught:
        validator.refused("x", [trial(type_, [("hemmeligt", "hemmeligt")], **kwargs)])
    assert caught.value.exit_code == 1
    assert "hemmeligt" not in str(caught.value)


def test_it_says_nothing_by_itself(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """No progress bar, no log line: it would quote values."""
    Validator().refused("x", [trial(KNOWN, [("a", "a")], value_set=["b"])])
    assert capfd.readouterr() == ("", "")
    assert caplog.text == ""


def test_a_dropped_expectation_is_noticed(validator: Validator, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many answers as questions."""
    from great_expectations import ExpectationSuite

    class Losing(ExpectationSuite):
        def __init__(self, name: str, expectations: list[Any]) -> None:
            super().__init__(name=name, expectations=expectations[1:])

    monkeypatch.setattr("great_expectations.ExpectationSuite", Losing)
    with pytest.raises(InternalError, match="blev ikke prøvet"):
        validator.refused("x", [trial(FILLED, [("a", "a")])])


def test_nothing_is_asked_of_any_other_machine(validator: Validator, monkeypatch: pytest.MonkeyPatch) -> None:
    """No socket is opened while values are judged, which a second process does in a month's work."""

    def forbidden(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a socket was opened")

    for name in ("socket.socket.connect", "socket.create_connection", "socket.getaddrinfo"):
        monkeypatch.setattr(name, forbidden)
    Validator()
    assert raw(validator.refused("x", [trial(FILLED, [("a", None)])])) == {"a"}


def test_the_validator_of_the_second_process_answers_the_same() -> None:
    """Values, reasons and errors come across whole."""
    asked = [trial(KNOWN, [("A", date(2021, 1, 1)), (None, None)], value_set=[date(2021, 1, 2)])]
    assert refused("x", asked) == [Refused("kolonne", "A", "karantaene", "aarsag")]
    with pytest.raises(InternalError, match="kendes ikke"):
        refused("x", [trial("expect_column_values_to_be_lovely", [("hemmeligt", "hemmeligt")])])
