"""Without a target nothing is judged."""

from __future__ import annotations

import pytest

from tests.values.world import World


@pytest.mark.parametrize(
    ("kilde", "vaerditype", "maaltype", "status"),
    [
        ("dubu", "andel", "milepaele", "naaet"),
        ("tilsyn", "andel", "milepaele", "naaet"),
        ("tilsyn", "antal", "milepaele", "uden_milepael"),
        ("tilsyn", "andel", "baseline", "uden_milepael"),
        ("tilsyn", "andel", "ingen", "uden_milepael"),
    ],
)
def test_a_review_has_the_milestones_only_where_they_are_percents(kilde, vaerditype, maaltype, status):
    """And never a baseline; the main source of these indicators is the register."""
    world = World(
        vaerditype,
        maaltype=maaltype,
        baseline="2021-11",
        milepaele="dato | procent\n2021-06-30 | 50",
        rows="periode | kilde\n2021-12 | dubu\n2021-12 | tilsyn\n2021-11 | tilsyn",
    )
    assert world.result(kilde=kilde)["status"] == status


def test_nothing_to_measure_is_said_and_not_doubted():
    """ingen_data is never usikker."""
    assert World(maaltype="ingen").figures("status usikker") == ("ingen_data", False)


def test_the_columns_of_targets_are_empty():
    """No milestone, no distance, no change."""
    row = World(maaltype="ingen", rows="periode\n2021-12").result()
    empty = ("milepael_", "naeste_", "afstand", "baseline_", "forskel")
    assert {value for name, value in row.items() if name.startswith(empty)} == {None}
