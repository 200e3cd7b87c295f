"""What a thread makes ahead: the same items in order, faults in their place, and an end when nobody asks."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import closing

import pytest

from pipeline.base.ahead import ahead


def numbers(until: int, closed: list[bool], fails_at: int | None = None) -> Generator[int]:
    try:
        for number in range(until):
            if number == fails_at:
                raise ValueError(number)
            yield number
    finally:
        closed.append(True)


def test_items_come_in_order_and_to_the_end():
    """However few may wait, and when there are none."""
    for count in (0, 1, 50):
        assert list(ahead(numbers(count, []), room=1)) == list(range(count))


def test_the_next_is_made_while_the_caller_works():
    """By another thread, without being asked for."""
    second_made, makers = threading.Event(), set[int]()

    def makes() -> Generator[int]:
        makers.add(threading.get_ident())
        yield 1
        second_made.set()
        yield 2

    made = ahead(makes())
    assert next(made) == 1
    assert second_made.wait(10)
    assert list(made) == [2]
    assert makers != {threading.get_ident()}


def test_a_fault_is_raised_where_its_item_is_asked_for():
    """What was made before it comes first; what was open is closed."""
    closed, made = list[bool](), list[int]()
    with pytest.raises(ValueError, match="3"):
        made.extend(ahead(numbers(9, closed, fails_at=3)))
    assert made == [0, 1, 2]
    assert closed == [True]


def test_who_stops_early_lets_the_making_end():
    """No thread waits for ever to hand over what nobody takes, and what was open is closed."""
    closed, before = list[bool](), threading.active_count()
    with closing(ahead(numbers(10**9, closed), room=1)) as made:
        assert next(made) == 0
    assert closed == [True]
    assert threading.active_count() == before
