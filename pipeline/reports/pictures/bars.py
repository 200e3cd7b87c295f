"""Bars side by side, each as long as it has units: the ladder of measures, and distributions.

Drawn as a staircase, step 5 looked as if it held the most: only length may say how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform

from pipeline.base.harmless import shortened
from pipeline.base.text import MINUS, number
from pipeline.reports.pictures.canvas import BLUE, CHARACTER_WIDTH, GREY, SORT, Labels

WIDTH = 400
_ROW, _BAR, _AIR = 36, 22, 8
_NARROWEST, _WIDEST = 46, 150
"""Room for the names: a ladder's are short, a category's may be long and is cut."""
_LABEL = 110
_BASELINE = 7
"""From a bar's lower edge to the foot of its words."""

Bar = tuple[str, int, str]
"""Name, count, label."""


def height(bars: Sequence[Bar]) -> int:
    """Height of the picture in points."""
    return _AIR + _ROW * len(bars) + 2


def parts(bars: Sequence[Bar]) -> list[Artist]:
    """Everything of the picture, the first bar at the bottom."""
    most = max(count for _, count, _ in bars) or 1
    start = min(_WIDEST, max(_NARROWEST, _AIR + CHARACTER_WIDTH * max(len(name) for name, _, _ in bars)))
    longest, room = WIDTH - start - _LABEL - _AIR, int((start - _AIR) / CHARACTER_WIDTH)
    rows = [(_AIR + _ROW * place, longest * bar[1] / most, bar) for place, bar in enumerate(bars)]
    tall = height(bars)
    return [
        *(_bar(start, y, width) for y, width, _ in rows),
        Labels([(0.0, y + _BASELINE, shortened(bar[0], room)) for y, _, bar in rows], GREY, "start", tall),
        Labels(
            [(start + width + _AIR, y + _BASELINE, bar[2]) for y, width, bar in rows],
            SORT,
            "start",
            tall,
            bold=True,
        ),
    ]


def _bar(x: float, y: float, width: float) -> Artist:
    return Rectangle((x, y), width, _BAR, facecolor=BLUE, edgecolor="none", transform=IdentityTransform())


def with_change(now: int, change: int) -> str:
    """A count with its change since a quarter ago: `12 (+3)`."""
    if change == 0:
        return f"{number(now)} (uændret)"
    return f"{number(now)} ({'+' if change > 0 else MINUS}{number(abs(change))})"
