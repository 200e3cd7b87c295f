"""The trend of one indicator against the staircase of its milestones.

Colours are never alone: a filled point rests on five units or more, a hollow one on fewer, the milestones
are a dashed staircase, the other source is a thin line without points, and a published figure is a thin
straight line with its name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, nan

from matplotlib.artist import Artist

from pipeline.base.harmless import shortened
from pipeline.reports.blocks.curves import Curve, Point
from pipeline.reports.pictures.canvas import (
    BLUE,
    CHARACTER_WIDTH,
    GREY,
    ORANGE,
    PALE,
    SORT,
    WHITE,
    Dots,
    Labels,
    Line,
)
from pipeline.reports.words.axis import Axis

WIDTH, HEIGHT = 400, 140
_NARROWEST, _RIGHT, _BOTTOM, _TOP = 40, 16, 44, 10
_LINE_COUNT, _LINE_NAMES = 24, 6
_LONGEST_NAME = 44
"""Signs a published figure's name may take above its line."""

Height = Callable[[float | None], float]


def parts(curve: Curve) -> list[Artist]:
    """Everything of a chart, from the back to the front."""
    all_ = (*curve.points, *curve.coming)
    left = max(_NARROWEST, ceil(CHARACTER_WIDTH * max(len(name) for _, name in curve.axis.ticks)) + 7)
    step = (WIDTH - left - _RIGHT) / len(all_)
    middles = [round(left + step * (i + 0.5), 1) for i in range(len(all_))]
    y = _height(curve.axis)
    return [
        *_grid(curve.axis, y, left),
        *_references(curve, y, left),
        _names(all_, middles, step),
        _ladder(all_, middles, step, y),
        *_curve(curve, middles, y),
        *_count(curve.points, middles, step, left),
    ]


def _height(axis: Axis) -> Height:
    """Height of a value; a missing one is nan, which breaks a line: it is a gap and not 0."""

    def y(value: float | None) -> float:
        return nan if value is None else round(_BOTTOM + (HEIGHT - _BOTTOM - _TOP) * value / axis.top, 1)

    return y


def _grid(axis: Axis, y: Height, left: float) -> list[Artist]:
    heights = [y(value) for value, _ in axis.ticks]
    x = [left, WIDTH - _RIGHT, nan] * len(heights)
    names = [(left - 5, height - 4, name) for height, (_, name) in zip(heights, axis.ticks, strict=True)]
    lines = [end for height in heights for end in (height, height, nan)]
    return [Line(x, lines, PALE, 0.8), Labels(names, GREY, "end", HEIGHT)]


def _references(curve: Curve, y: Height, left: float) -> list[Artist]:
    """Published figures: a thin line each, its name at the left above it."""
    if not curve.references:
        return []
    names = [(left + 2, y(value) + 3, shortened(name, _LONGEST_NAME)) for value, name in curve.references]
    x = [left, WIDTH - _RIGHT, nan] * len(curve.references)
    heights = [end for value, _ in curve.references for end in (y(value), y(value), nan)]
    return [Line(x, heights, GREY, 0.7), Labels(names, GREY, "start", HEIGHT)]


def _names(all_: Sequence[Point], middles: Sequence[float], step: float) -> Artist:
    """As many names of periods as have room, counted back so that the newest always has one."""
    chosen = _with_place(len(all_), max(len(point.name) for point in all_), step)
    return Labels(((middles[i], _LINE_NAMES, all_[i].name) for i in chosen), GREY, "middle", HEIGHT)


def _with_place(count: int, signs: int, step: float) -> range:
    """Places of the labels that have room for so many signs each, counted back from the last."""
    return range(count - 1, -1, -max(1, ceil(signs * CHARACTER_WIDTH / step)))


def _ladder(all_: Sequence[Point], middles: Sequence[float], step: float, y: Height) -> Artist:
    """The milestone each period is judged by, a step as wide as the period."""
    x = [round(edge, 1) for middle in middles for edge in (middle - step / 2, middle + step / 2)]
    heights = [height for point in all_ for height in (y(point.milepael), y(point.milepael))]
    return Line(x, heights, ORANGE, 1.4, "--")


def _curve(curve: Curve, middles: Sequence[float], y: Height) -> list[Artist]:
    """The value with its points; the other source as a thin line behind it."""
    points = list(zip(middles, curve.points, strict=False))
    x = [middle for middle, _ in points]
    places = [((middle, y(p.value)), p.few) for middle, p in points if p.value is not None]
    return [
        Line(x, [y(value) for value in curve.other], GREY, 0.9),
        Line(x, [y(p.value) for _, p in points], BLUE, 1.8),
        Dots([place for place, few in places if not few], BLUE),
        Dots([place for place, few in places if few], WHITE),
    ]


def _count(points: Sequence[Point], middles: Sequence[float], step: float, left: float) -> list[Artist]:
    """How many units each point rests on, below the axis."""
    count = [point.count or "–" for point in points]
    chosen = _with_place(len(points), max(map(len, count)), step)
    return [
        Labels([(left - 5, _LINE_COUNT, "antal")], GREY, "end", HEIGHT),
        Labels(((middles[i], _LINE_COUNT, count[i]) for i in chosen), SORT, "middle", HEIGHT),
    ]
