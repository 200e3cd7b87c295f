"""The comparison itself must be able to fail."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.oracle.comparison import differences

LINE: dict[str, Any] = {
    "plan_id": "p",
    "indikator_id": "5.1",
    "enhed_id": "U",
    "frist_dato": date(2021, 4, 30),
    "dage": 3,
}


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        ([LINE | {"dage": 4}], "dage: measured 4, expected 3"),
        ([LINE | {"dage": None}], "dage: measured None"),
        ([LINE | {"dage": True}], "dage: measured True"),
        ([LINE | {"frist_dato": None}], "frist_dato: measured None"),
        ([{k: v for k, v in LINE.items() if k != "dage"}], "no such column"),
        ([], "missing"),
        ([LINE, LINE | {"enhed_id": "V"}], "not expected"),
        ([LINE, LINE | {"plan_id": "q"}], "not expected"),
        ([LINE, LINE], "stands twice"),
    ],
)
def test_every_kind_of_difference_is_told(measured: list[dict[str, Any]], words: str) -> None:
    """A wrong cell, a missing row or column, a row too many (also of another plan) and a row twice."""
    lines = differences("fristliste", measured, [LINE])
    assert len(lines) == 1
    assert words in lines[0]


def test_numbers_agree_to_the_order_of_their_arithmetic_and_no_further() -> None:
    """The last bits may differ; a thousandth of a percentage point may not; a limit to one in a million."""
    expected = [LINE | {"dage": 100 / 3, "ki_nedre": 40.0}]
    third = LINE | {"dage": 100 * (1 / 3)}
    assert differences("fristliste", [third | {"ki_nedre": 40.00003}], expected) == []
    assert differences("fristliste", [third | {"ki_nedre": 40.0001}], expected) != []
    assert differences("fristliste", [LINE | {"dage": Decimal("33.333"), "ki_nedre": 40.0}], expected) != []
    assert differences("fristliste", [LINE | {"ekstra": 1}], [LINE]) == []
