"""Whole-number dice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.synthetic.craft.arrays import Bools, Ints


class Dice:
    """One numpy Generator per subject and block, so that one subject's draws never move another's."""

    def __init__(self, *seed: int) -> None:
        self._generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed)))

    def ints(self, low: int | Ints, high: int | Ints, count: int) -> Ints:
        """Whole numbers from `low` to `high`, both included; where `high` is below `low`, `low`."""
        raw = self._generator.integers(0, 1 << 32, count, dtype=np.int64)
        span = np.maximum(np.asarray(high) - np.asarray(low) + 1, 1)
        return np.asarray(low + ((raw * span) >> 32), dtype=np.int64)

    def succeeds(self, per_mille: int | Ints, count: int) -> Bools:
        """True with the given chance in thousand."""
        return np.asarray(self.ints(0, 999, count) < per_mille)

    def choose(self, weights: Sequence[int], count: int) -> Ints:
        """Positions 0, 1, .. drawn by weight."""
        edges = np.cumsum(np.asarray(weights, dtype=np.int64))
        return np.searchsorted(edges, self.ints(0, int(edges[-1]) - 1, count), side="right").astype(np.int64)

    def sample(self, who: Ints, count: int) -> Ints:
        """`count` different members of `who` (all of them when there are fewer), in order."""
        key = self.ints(0, (1 << 31) - 1, len(who))
        return np.sort(who[np.argsort(key, kind="stable")[:count]])

    def delay(self, count: int) -> Ints:
        """Days from a deed until it stands in the register: mostly at once, now and then after weeks."""
        kind = self.choose((820, 130, 35, 15), count)
        start, end = np.array((0, 1, 7, 25)), np.array((0, 4, 24, 70))
        return self.ints(start[kind], end[kind], count)
