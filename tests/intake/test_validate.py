"""Great Expectations: what it refuses is told per value; what it cannot do is our fault, never the data's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from pipeline.errors import InternFejl
from pipeline.intake.validate import Afvist, Proeve, Validator

KENDT = "expect_column_values_to_be_in_set"
UDFYLDT = "expect_column_values_to_not_be_null"


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator()


def proeve(type_: str, par: Sequence[tuple[str | None, Any]], **kwargs: Any) -> Proeve:
    return Proeve("kolonne", type_, "karantaene", "aarsag", par, kwargs)


def raa(afviste: Sequence[Afvist]) -> set[str | None]:
    return {afvist.raa for afvist in afviste}


@pytest.mark.parametrize(
    ("type_", "par", "kwargs", "afviste"),
    [
        (KENDT, [("A", "a"), ("x", "x"), ("B", "b")], {"value_set": ["a", "b"]}, {"x"}),
        (KENDT, [("A", "a"), ("x", "x"), ("B", "b")], {"value_set": []}, {"A", "x", "B"}),
        (KENDT, [("A", "a"), (None, None)], {"value_set": ["a"]}, set()),
        (UDFYLDT, [("A", "a"), ("x", None)], {}, {"x"}),
        (UDFYLDT, [(None, None)], {}, {None}),
        (UDFYLDT, [("A", "a")], {}, set()),
        ("expect_column_values_to_be_between", [("0", 0), ("1", 1), ("x", None)], {"min_value": 1}, {"0"}),
        ("expect_column_values_to_match_regex", [("a1", "a1"), ("b", "b")], {"regex": r"^a\d\Z"}, {"b"}),
    ],
)
def test_what_is_refused_is_told_by_the_text_as_delivered(
    validator: Validator,
    type_: str,
    par: list[tuple[str | None, Any]],
    kwargs: dict[str, Any],
    afviste: set[str],
) -> None:
    """Every refused value once, and no other."""
    assert raa(validator.afviste("x", [proeve(type_, par, **kwargs)])) == afviste


def test_columns_of_different_lengths_are_judged_together(validator: Validator) -> None:
    """The shorter is filled up with its own last value, which is refused once or not at all."""
    lang = proeve(KENDT, [(str(nr), nr) for nr in range(20)], value_set=list(range(19)))
    kort = proeve(UDFYLDT, [("a", "a"), ("b", None)])
    assert [afvist.raa for afvist in validator.afviste("x", [kort, lang])] == ["b", "19"]


def test_a_column_of_very_many_values_is_judged_by_itself(validator: Validator) -> None:
    """Free text where a code should be: every value refused, the other columns as before."""
    mange = proeve(KENDT, [(str(nr), str(nr)) for nr in range(5000)], value_set=["7"])
    kort = proeve(UDFYLDT, [("a", "a"), ("b", None)])
    afviste = validator.afviste("x", [mange, kort])
    assert len(afviste) == 5000
    assert raa(afviste) == {str(nr) for nr in range(5000)} - {"7"} | {"b"}


def test_nothing_to_judge_is_nothing_refused(validator: Validator) -> None:
    """A column without values has nothing that could be refused."""
    assert validator.afviste("x", [proeve(UDFYLDT, [])]) == []


@pytest.mark.parametrize(
    ("type_", "kwargs"),
    [
        ("expect_column_values_to_be_lovely", {}),
        (KENDT, {"values": ["a"]}),
        (KENDT, {}),
        ("expect_column_values_to_match_regex", {"regex": "("}),
    ],
    ids=["unknown type", "unknown argument", "missing argument", "crash"],
)
def test_an_expectation_that_cannot_be_tried_is_our_fault(
    validator: Validator, type_: str, kwargs: dict[str, Any]
) -> None:
    """It never passes unseen, and never counts as a fault of the data; the value is not told."""
    with pytest.raises(InternFejl) as fanget:
        validator.afviste("x", [proeve(type_, [("hemmeligt", "hemmeligt")], **kwargs)])
    assert fanget.value.exit_kode == 1
    assert "hemmeligt" not in str(fanget.value)


def test_it_says_nothing_by_itself(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """No progress bar, no log line: it would quote values."""
    Validator().afviste("x", [proeve(KENDT, [("a", "a")], value_set=["b"])])
    assert capfd.readouterr() == ("", "")
    assert caplog.text == ""


def test_a_dropped_expectation_is_noticed(validator: Validator, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many answers as questions."""
    from great_expectations import ExpectationSuite

    class Tabende(ExpectationSuite):
        def __init__(self, name: str, expectations: list[Any]) -> None:
            super().__init__(name=name, expectations=expectations[1:])

    monkeypatch.setattr("great_expectations.ExpectationSuite", Tabende)
    with pytest.raises(InternFejl, match="blev ikke prøvet"):
        validator.afviste("x", [proeve(UDFYLDT, [("a", "a")])])
