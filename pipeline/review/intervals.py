"""Exact intervals of what a whole frame would show, from the part of it that was read.

By inversion of the hypergeometric distribution (statistics.md, Samples from a finite frame; Wright 1991,
Exact Confidence Bounds when Sampling from Small Finite Universes): the two tails are tested apart, each at
2.5 %, so that the truth is covered at least 95 % of the time whatever it is. Whole numbers throughout: no
rounding can move a limit.
"""

from __future__ import annotations

from math import comb

PARTS = 40
"""A tail holds at most one part in so many: 2.5 %."""


def limits(yes: int, read: int, frame: int) -> tuple[int, int]:
    """How many yes there are in the whole frame, at least and at most, when `yes` of `read` objects were yes.

    The lower is the smallest M with P(X >= yes | M) > 0.025, the upper the largest with P(X <= yes | M) >
    0.025; everything read gives the number itself.

    Raises:
        ValueError: not 0 <= yes <= read <= frame.
    """
    if not 0 <= yes <= read <= frame:
        raise ValueError("yes, read and frame are out of order")
    lower = _smallest(yes, read, frame)
    return lower, frame - _smallest(read - yes, read, frame)


def limits_in_percent(yes: int, read: int, frame: int) -> tuple[float, float]:
    """As `limits`, in percent of the frame.

    Raises:
        ValueError: as `limits`, or the frame is empty.
    """
    if frame == 0:
        raise ValueError("an empty frame has no share")
    lower, upper = limits(yes, read, frame)
    return 100 * lower / frame, 100 * upper / frame


def _smallest(yes: int, read: int, frame: int) -> int:
    """The smallest M with P(X >= yes | M) > 0.025: found by halving, since the tail only grows with M."""
    low, high = yes, frame - (read - yes)  # with so many at most, what was read could be seen at all
    while low < high:
        middle = (low + high) // 2
        if _likely_enough(yes, read, frame, middle):
            high = middle
        else:
            low = middle + 1
    return low


def _likely_enough(yes: int, read: int, frame: int, true: int) -> bool:
    """Whether P(X >= yes) > 0.025 with `true` yes in the frame, counted in samples."""
    ways = comb(true, yes) * comb(frame - true, read - yes)
    least, total = comb(frame, read), 0
    for count in range(yes, read + 1):
        total += ways
        ways = ways * (true - count) * (read - count) // ((count + 1) * (frame - true - read + count + 1))
    return PARTS * total > least
