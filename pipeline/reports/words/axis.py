"""How far up a picture's axis reaches, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import floor, log10


@dataclass(frozen=True)
class Axis:
    """From 0 to `top`, with a label for each of a few heights."""

    top: float
    ticks: tuple[tuple[float, str], ...]


def round_axis(values: Iterable[float | None], label: Callable[[float], str]) -> Axis:
    """An axis whose top is the next round number above all values: 1, 2 or 5 times a power of ten."""
    most = max((value for value in values if value is not None), default=0.0)
    top = _round_up(most) if most > 0 else 1.0
    return Axis(top, tuple((height, label(height)) for height in (0.0, top / 2, top)))


def _round_up(value: float) -> float:
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in (1, 2, 4, 6, 8, 10, 20) if step * power >= value)
