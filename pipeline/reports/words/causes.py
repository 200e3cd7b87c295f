"""What carries a share's change since the period before: one cause, or none. Pure functions on counts.

The rule. A change is looked into when it is 5 percentage points or more and its 95 % interval (Newcombe's
method 10, of the two Wilson intervals) excludes none. A cause carries it when at most a third of it would be
left without the cause: without one part (a team, a group, cases taken over late) that is the change of all
the others together; without a shift in who the units are, the change had each part weighed what it did before
(direct standardisation, as in Kitagawa 1955, "Components of a difference between two rates"). A part is named
when it and all the others rest on 5 units or more in both periods and it moved the same way as the whole. Of
several parts that would each do, none is named: then no single one carries the change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from pipeline.base.text import FEWEST

SMALLEST = 5.0
"""Percentage points: a smaller change is not looked into."""
LEFT_AT_MOST = 1 / 3
"""How much of a change may be left without what is said to carry it."""
_Z = 1.959963984540054


@dataclass(frozen=True)
class Counts:
    """Met of judged units in one period."""

    met: int
    units: int

    @property
    def share(self) -> float:
        """In percent; there must be units."""
        return 100 * self.met / self.units

    @property
    def enough(self) -> bool:
        """Whether a percent of it is shown."""
        return self.units >= FEWEST

    def less(self, other: Counts) -> Counts:
        """Those that are not in the other."""
        return Counts(self.met - other.met, self.units - other.units)


NONE = Counts(0, 0)


@dataclass(frozen=True)
class Move:
    """The same in two periods."""

    before: Counts
    now: Counts

    @property
    def points(self) -> float:
        """The change in percentage points."""
        return self.now.share - self.before.share

    @property
    def enough(self) -> bool:
        """Whether both percents are shown."""
        return self.before.enough and self.now.enough

    def less(self, other: Move) -> Move:
        """The move of those that are not in the other."""
        return Move(self.before.less(other.before), self.now.less(other.now))


@dataclass(frozen=True)
class Part:
    """One part that carries a change: its own move, and that of all the others."""

    key: str
    own: Move
    rest: Move


def is_large(move: Move) -> bool:
    """Whether a change is large enough to be told the reason of, whatever chance does."""
    return move.enough and abs(move.points) >= SMALLEST


def is_to_explain(move: Move) -> bool:
    """Whether a change is large, and more than chance."""
    return is_large(move) and beyond_chance(move)


def beyond_chance(move: Move) -> bool:
    """Whether Newcombe's hybrid interval of the difference excludes none (statistics: baseline).

    Both must have units.
    """
    (lower, upper), (lower0, upper0) = _wilson(move.now), _wilson(move.before)
    p, p0, d = move.now.share, move.before.share, move.points
    below = d - sqrt((p - lower) ** 2 + (upper0 - p0) ** 2)
    above = d + sqrt((upper - p) ** 2 + (p0 - lower0) ** 2)
    return below > 0 or above < 0


def _wilson(counts: Counts) -> tuple[float, float]:
    p, n = counts.met / counts.units, counts.units
    middle, width = p + _Z * _Z / (2 * n), _Z * sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
    below, above = (100 * (middle + side * width) / (1 + _Z * _Z / n) for side in (-1, 1))
    return below, above


def carries(whole: float, left: float) -> bool:
    """Whether at most a third of a change is left without a cause."""
    return abs(left) <= abs(whole) * LEFT_AT_MOST


def by_late_registration(shown_then: Counts, move: Move) -> bool:
    """Whether what a reader sees move since the last report is the period before that was put right."""
    seen = Move(shown_then, move.now)
    return is_large(seen) and move.before.enough and carries(seen.points, move.points)


def part_that_carries(whole: Move, parts: Mapping[str, Move]) -> Part | None:
    """The one part without which the change would hardly be there."""
    found = [Part(key, own, rest) for key, own in parts.items() if _does(whole, own, rest := whole.less(own))]
    return found[0] if len(found) == 1 else None


def _does(whole: Move, own: Move, rest: Move) -> bool:
    return own.enough and rest.enough and own.points * whole.points > 0 and carries(whole.points, rest.points)


def newcomers_carry(whole: Move, own: Move) -> Move | None:
    """The move of all the others, where hardly any change is left without a part that may be new."""
    rest = whole.less(own)
    does = own.now.enough and rest.enough and carries(whole.points, rest.points)
    return rest if does else None


def with_the_same_mix(whole: Move, parts: Sequence[Move]) -> float | None:
    """What the share would be had each part weighed what it did before, where that shift carries the change.

    Parts of fewer than five in either period are taken together.
    """
    large = [part for part in parts if part.enough]
    rest = whole
    for part in large:
        rest = rest.less(part)
    told = [*large, *([rest] if rest.before.units or rest.now.units else [])]
    if len(told) < 2:
        return None
    share = sum(one.before.units * _share_now(one) for one in told) / whole.before.units
    return share if carries(whole.points, share - whole.before.share) else None


def _share_now(part: Move) -> float:
    """A part that has no units now is taken to be as it was; one that had none then has no weight."""
    if part.now.units:
        return part.now.share
    return part.before.share if part.before.units else 0.0
