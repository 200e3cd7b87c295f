"""Who reads what."""

from __future__ import annotations

import pytest

from pipeline.base.errors import UsageFault
from pipeline.review.readers import Readers, seated

CIRCLE = ("T1", "T2", "T3")


@pytest.mark.parametrize(
    ("across", "team", "reader", "second"),
    [
        (False, "T1", "T1", "T2"),
        (False, "T3", "T3", "T1"),
        (True, "T1", "T2", "T3"),
        (True, "T3", "T1", "T2"),
        (False, "UKENDT", "T1", "T2"),
        (True, "LUKKET", "T1", "T2"),
    ],
)
def test_a_case_is_read_by_one_leader_and_again_by_another(across: bool, team: str, reader: str, second: str):
    """The team's own leader; read across the next in the circle, and never the team's own the second time."""
    readers = Readers(CIRCLE, across)
    assert (readers.reader_of(team), readers.second_reader_of(team)) == (reader, second)


def test_two_leaders_read_each_others():
    """Where there is no third, the team's own leader is the second reader."""
    readers = Readers(("T1", "T2"), across=True)
    assert (readers.reader_of("T1"), readers.second_reader_of("T1")) == ("T2", "T1")


def test_one_leader_alone_reads_all_and_nobody_again():
    """There is nobody to read blind."""
    readers = Readers(("T1",), across=True)
    assert (readers.reader_of("T1"), readers.second_reader_of("T1")) == ("T1", None)


def test_the_circle_changes_with_the_seed():
    """So that no two leaders only ever read each other's cases."""
    circles = {seated(CIRCLE, seed, across=True).circle for seed in range(50)}
    assert len(circles) == 6
    assert seated(CIRCLE, 3, across=True) == seated(tuple(reversed(CIRCLE)), 3, across=True)


def test_without_a_leader_nobody_can_read():
    """It is said before anything is drawn."""
    with pytest.raises(UsageFault, match="har en leder"):
        seated((), 1, across=False)
