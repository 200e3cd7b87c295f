"""The comparison itself must be able to fail."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.oracle.sammenligning import forskelle

LINJE: dict[str, Any] = {"indikator_id": "5.1", "enhed_id": "U", "frist_dato": date(2021, 4, 30), "dage": 3}


@pytest.mark.parametrize(
    ("maalt", "ord_i_svaret"),
    [
        ([LINJE | {"dage": 4}], "dage: measured 4, expected 3"),
        ([LINJE | {"dage": None}], "dage: measured None"),
        ([LINJE | {"dage": True}], "dage: measured True"),
        ([LINJE | {"frist_dato": None}], "frist_dato: measured None"),
        ([], "missing"),
        ([LINJE, LINJE | {"enhed_id": "V"}], "not expected"),
        ([LINJE, LINJE], "stands twice"),
    ],
)
def test_every_kind_of_difference_is_told(maalt: list[dict[str, Any]], ord_i_svaret: str) -> None:
    """A wrong cell, a missing row, a row too many and a row twice."""
    linjer = forskelle("fristliste", maalt, [LINJE])
    assert len(linjer) == 1
    assert ord_i_svaret in linjer[0]


def test_numbers_agree_to_the_order_of_their_arithmetic_and_no_further() -> None:
    """The last bits may differ; a thousandth of a percentage point may not."""
    ventet = [LINJE | {"dage": 100 / 3}]
    assert forskelle("fristliste", [LINJE | {"dage": 100 * (1 / 3)}], ventet) == []
    assert forskelle("fristliste", [LINJE | {"dage": Decimal("33.333")}], ventet) != []
    assert forskelle("fristliste", [LINJE | {"ekstra": 1}], [LINJE]) == []
