"""How a sample is drawn: a random order that anybody can make again, and how many of each stratum.

Pure functions. The order comes of a hash of the seed and the object's id, never of the order a database
happens to give its rows in, so that the same seed and frame give the same sample on every machine.
"""

from __future__ import annotations

import hashlib
import math
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

Name = TypeVar("Name")
Z = 1.959963984540054
"""The normal distribution's quantile for intervals of 95 % (statistics.md)."""

SEEDS = 10**12
"""So many seeds there are: enough that none can be sought out, few enough that one can be typed."""

SIZES = (5, 10, 20, 40)
"""The sample sizes whose precision is told."""


class Key(NamedTuple):
    """What an object of a frame is known by."""

    genstand_type: str
    genstand_id: str


def new_seed() -> int:
    """A seed of the system's randomness."""
    return secrets.randbelow(SEEDS)


def lot(seed: int, *names: str) -> bytes:
    """The lot a thing has drawn: they are taken in order of their lots."""
    return hashlib.sha256("\x1f".join((str(seed), *names)).encode()).digest()


def in_random_order(seed: int, objects: Iterable[Key], salt: str = "") -> list[Key]:
    """The objects in the order of their lots; every order is as likely as any other. `salt` makes another."""
    return sorted(objects, key=lambda key: lot(seed, salt, *key))


def allocate(count: int, sizes: Mapping[Name, int]) -> dict[Name, int]:
    """So many objects in all, by stratum, in proportion to the strata's sizes; none goes empty.

    Strata too small for one of their own get one; the others share what is left by largest remainder, a tie
    going to the first. With fewer objects than strata each still gets one. Whole numbers throughout.
    """
    whole = sum(sizes.values())
    if count >= whole:
        return dict(sizes)
    small: set[Name] = set()
    left, rest = count, whole
    while found := [name for name in sizes if name not in small and left * sizes[name] < rest]:
        small.update(found)
        left -= len(found)
        rest -= sum(sizes[name] for name in found)
    large = [name for name in sizes if name not in small]
    shares = {name: divmod(left * sizes[name], rest) for name in large}
    spare = left - sum(part for part, _ in shares.values())
    first = sorted(large, key=lambda name: -shares[name][1])[: max(spare, 0)]
    return {name: 1 if name in small else shares[name][0] + (name in first) for name in sizes}


def half_width(count: int, frame: int) -> float:
    """Half the width of the 95 % interval of a share near one half, in percentage points (statistics.md).

    The inversion of n = N z²/4 / ((N - 1) h² + z²/4) for a sample of `count` in a frame of `frame`.
    """
    if count >= frame:
        return 0.0
    return 100 * Z / 2 * math.sqrt((frame / count - 1) / (frame - 1))


def read_twice(seed: int, drawn: Sequence[Key], share: float) -> frozenset[Key]:
    """The objects a second leader reads too: such a share of those drawn, and at least one."""
    if not drawn or share <= 0:
        return frozenset()
    count = max(1, math.floor(share * len(drawn) + 0.5))
    return frozenset(in_random_order(seed, drawn, "genlaesning")[:count])
