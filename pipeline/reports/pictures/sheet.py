"""A sheet of small curves, two side by side so that a phone can show it; few artists for all of them."""

from __future__ import annotations

from math import ceil, nan

from matplotlib.artist import Artist

from pipeline.reports.blocks.curves import MiniCurve, PictureSheet
from pipeline.reports.pictures.canvas import BLUE, ORANGE, PALE, SORT, WHITE, Dots, Labels, Line

WIDTH = 400
_COLUMNS = 2
_CELL, _CURVE, _AIR = 82, 42, 12
_LINE = 13
"""Between the name above a curve and what it says."""
_COLUMN = WIDTH / _COLUMNS


def height(sheet: PictureSheet) -> int:
    """Height of the sheet in points."""
    return ceil(len(sheet.curves) / _COLUMNS) * _CELL


def parts(sheet: PictureSheet) -> list[Artist]:
    """Everything of the sheet, from the back to the front; a kind of line is one artist for all curves."""
    collected = _Collected()
    h = height(sheet)
    for number, curve in enumerate(sheet.curves):
        collected.add(curve, _COLUMN * (number % _COLUMNS), h - _CELL * (number // _COLUMNS + 1))
    return [
        Line(*collected.grid, PALE, 0.8),
        Line(*collected.ladder, ORANGE, 1.2, "--"),
        Line(*collected.lines, BLUE, 1.6),
        Dots(collected.filled, BLUE),
        Dots(collected.hollow, WHITE),
        Labels(collected.names, SORT, "start", h, bold=True),
        Labels(collected.texts, SORT, "start", h),
    ]


class _Collected:
    """Points of all curves, kind by kind; nan lifts the pen between them."""

    def __init__(self) -> None:
        self.grid: tuple[list[float], list[float]] = ([], [])
        self.ladder: tuple[list[float], list[float]] = ([], [])
        self.lines: tuple[list[float], list[float]] = ([], [])
        self.filled: list[tuple[float, float]] = []
        self.hollow: list[tuple[float, float]] = []
        self.names: list[tuple[float, float, str]] = []
        self.texts: list[tuple[float, float, str]] = []

    def add(self, curve: MiniCurve, x0: float, y0: float) -> None:
        """Add one curve with its lower left corner at a place."""
        step = (_COLUMN - _AIR) / len(curve.values)
        x = [round(x0 + step * (i + 0.5), 1) for i in range(len(curve.values))]
        y = [_y(y0, value, curve.top) for value in curve.values]
        for edge in (0, curve.top):
            _draw(self.grid, [x0, x0 + _COLUMN - _AIR], [_y(y0, edge, curve.top)] * 2)
        _draw(self.lines, x, y)
        _draw(
            self.ladder,
            [edge for middle in x for edge in (middle - step / 2, middle + step / 2)],
            [h for target in curve.milepaele for h in (_y(y0, target, curve.top),) * 2],
        )
        last = max(i for i, value in enumerate(curve.values) if value is not None)
        (self.hollow if curve.few[last] else self.filled).append((x[last], y[last]))
        self.names.append((x0, y0 + _CURVE + 12 + _LINE, curve.name))
        self.texts.append((x0, y0 + _CURVE + 12, curve.text))


def _draw(lines: tuple[list[float], list[float]], x: list[float], y: list[float]) -> None:
    lines[0].extend([*x, nan])
    lines[1].extend([*y, nan])


def _y(y0: float, value: float | None, top: float) -> float:
    return nan if value is None else round(y0 + 6 + (_CURVE - 6) * value / top, 1)
