"""A status beside a hidden count: told only where it says no more than "under 5" does."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pipeline.country.results import _status


@pytest.mark.parametrize(
    ("status", "of", "least", "most", "milepael", "next_", "told"),
    [
        ("naaet", 40, 30, 30, 50, 90, "naaet"),  # nothing is hidden
        ("ikke_naaet", 40, 1, 4, 50, 90, "ikke_naaet"),  # so would every count from 1 to 4
        ("naaet", 8, 1, 4, 25, 35, None),  # reached, not ahead: that is 2, and 2 alone
        ("foran", 40, 36, 39, 50, 80, "foran"),
        ("foran", 40, 36, 39, 50, 95, "naaet"),  # all of them reached it, not all are ahead
        ("ikke_naaet", 40, 36, 39, 100, None, "ikke_naaet"),
        ("uden_milepael", 8, 1, 4, None, None, "uden_milepael"),
        ("bedre", 8, 1, 4, None, None, None),
    ],
)
def test_a_status_says_no_more_of_a_hidden_count_than_its_bounds(
    status: str, of: int, least: int, most: int, milepael: float | None, next_: float | None, told: str | None
):
    """2 of 8 could be read off "reached, but not ahead" where 25 % and 35 % are asked."""
    result = SimpleNamespace(status=status, units=of, milepael_procent=milepael, naeste_procent=next_)
    series = SimpleNamespace(value=SimpleNamespace(falling=False))
    assert _status(series, result, least, most) == told


def test_where_less_is_better_it_is_mirrored():
    """1 to 4 of 40 are below 20 % whichever it is."""
    result = SimpleNamespace(status="naaet", units=40, milepael_procent=20, naeste_procent=5)
    assert _status(SimpleNamespace(value=SimpleNamespace(falling=True)), result, 1, 4) == "naaet"
