"""A case's number is found where it is meant, and nowhere else."""

from __future__ import annotations

import pytest

from pipeline.base.traces import Traces


@pytest.mark.parametrize(
    ("sag_id", "text", "masked"),
    [
        ("S0012", "S0012", "xxxx"),
        ("S0012", " S0012 ", "xxxx"),
        ("S0012", "Se S0012, og ring.", "Se xxxx, og ring."),
        ("S0012", "S00123 og AS0012", "S00123 og AS0012"),
        ("S0012", "S0012/2021-03-01", "xxxx/2021-03-01"),
        ("12", "12", "xxxx"),
        ("12", "Den 12. marts", "Den 12. marts"),
        ("123456", "Sag 123456.", "Sag xxxx."),
        ("S.1+", "S.1+ og SX1", "xxxx og SX1"),
    ],
)
def test_a_number_is_masked_as_a_word(sag_id: str, text: str, masked: str):
    """A short number of digits alone is known only where it stands alone: within a text it may be a day."""
    traces = Traces(sag_id, {})
    assert traces.masked(text) == masked
    assert traces.holds(text) == (text != masked)


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [("bfu_id", "7", True), ("bfu_id", " 7 ", True), ("indsats_id", "7", False), ("bfu_id", None, False)],
)
def test_a_unit_is_known_by_its_own_column(column: str, value: str | None, expected: bool):
    """The same number in another column is another thing."""
    assert Traces("S1", {"bfu_id": frozenset({"7"})}).is_of_it(column, value) is expected
