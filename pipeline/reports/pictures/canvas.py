"""The canvas the reports' pictures are drawn on: one reused figure, a few artists placed in points.

A page holds some forty small charts, so they are drawn without axes, as SVG whose text stays text. A
figure with axes and layout for each chart took five times as long, and laid-out texts half of what was
left, so labels go straight to the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from math import isnan
from typing import Any, Literal, Self

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

FONT = 11.0
CHARACTER_WIDTH = 7.2
"""Room for one sign of a label, with air."""
BLUE, GREY, PALE, SORT, WHITE, ORANGE = "#0b5394", "#5f6368", "#dadce0", "#202124", "#ffffff", "#a84b00"
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "ledelsestilsyn",
    "path.simplify": False,
}
"""Ids that do not change from run to run, and points that stay where they are."""

_FONTS = "'DejaVu Sans', Arial, Helvetica, sans-serif"
_LINES, _TOPMOST = 2, 5
"""Labels stand in front of blocks and lines."""

Label = tuple[float, float, str]
"""Where a label stands, and what it says."""


class Canvas:
    """Draws one picture after the other on the same figure; deterministic, without pyplot.

    A context manager: matplotlib's settings are changed once and put back when the last picture is drawn.
    """

    def __init__(self) -> None:
        self._figure = Figure(dpi=72)
        self._settings = mpl.rc_context(_SETTINGS)

    def __enter__(self) -> Self:
        self._settings.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._settings.__exit__(None, None, None)

    def paint(self, width: float, height: float, parts: Iterable[Artist]) -> str:
        """Paint artists placed in points, from the back to the front; the SVG."""
        self._figure.clear()
        self._figure.set_size_inches(width / 72, height / 72)
        self._figure.patch.set_visible(False)
        for part in parts:
            self._figure.add_artist(part)
        return self._svg()

    def _svg(self) -> str:
        out = StringIO()
        # Not by savefig, which first looks up for every picture what of it is the same for all.
        canvas: Any = FigureCanvasSVG(self._figure)
        canvas.print_svg(out, metadata={"Date": None, "Creator": None})
        without_head = out.getvalue().partition("<svg")[2]
        without_meta = re.sub(r"\s*<metadata>.*?</metadata>", "", without_head, count=1, flags=re.DOTALL)
        return "<svg" + re.sub(r"\s*\n\s*", " ", without_meta)


class Labels(Artist):
    """Labels of one colour and alignment: a group that says so once, and a text element each.

    matplotlib's own way to a text repeats font, colour and a turn of 0 degrees in every label, which was a
    third of the time and half the bytes of a picture.
    """

    def __init__(
        self,
        labels: Iterable[Label],
        colour: str,
        horizontal: Literal["start", "middle", "end"],
        height: float,
        bold: bool = False,
    ) -> None:
        super().__init__()
        self.set_zorder(_TOPMOST)
        self._height = height
        self._labels = tuple(labels)
        font = f"{'bold ' if bold else ''}{FONT:g}px {_FONTS}"
        self._style = f"font: {font}; text-anchor: {horizontal}; fill: {colour}"

    def draw(self, renderer: RendererBase) -> None:
        """Write every label with the SVG's own writer, which escapes what it is given."""
        pen: Any = renderer.writer  # type: ignore[attr-defined]
        pen.start("g", style=self._style)
        for x, y, text in self._labels:
            pen.element("text", text, x=f"{x:.4g}", y=f"{self._height - y:.4g}")
        pen.end("g")


class Line(Artist):
    """A line through points, a path of the SVG's own; nan lifts the pen.

    matplotlib's own line works out again for each of a page's hundreds what is the same for all: clips,
    snapping, marks. That was half the time of a picture.
    """

    def __init__(
        self,
        x: Sequence[float],
        y: Sequence[float],
        colour: str,
        thickness: float,
        style: Literal["-", "--"] = "-",
    ) -> None:
        super().__init__()
        self.set_zorder(_LINES)
        self._points = tuple(zip(x, y, strict=True))
        self._style = f"fill: none; stroke-linejoin: round; stroke: {colour}; stroke-width: {thickness:g}"
        if style == "--":
            self._style += f"; stroke-dasharray: {3.7 * thickness:.4g} {1.6 * thickness:.4g}"

    def draw(self, renderer: RendererBase) -> None:
        """Write one path; nothing where there is no point to write."""
        pen: Any = renderer
        steps, lifted = list[str](), True
        for x, y in self._points:
            if not isnan(y) and not isnan(x):
                steps.append(f"{'M' if lifted else 'L'} {x:.4g} {pen.height - y:.4g}")
            lifted = isnan(y) or isnan(x)
        if steps:
            pen.writer.element("path", d=" ".join(steps), style=self._style)


class Dots(Artist):
    """Dots with a rim, filled or hollow on white: a group that says how they look, and a circle each."""

    def __init__(self, places: Sequence[tuple[float, float]], fill: str) -> None:
        super().__init__()
        self.set_zorder(_LINES)
        self._places = places
        self._style = f"fill: {fill}; stroke: {BLUE}; stroke-width: 1.4"

    def draw(self, renderer: RendererBase) -> None:
        """Write every dot."""
        pen: Any = renderer
        if self._places:
            pen.writer.start("g", style=self._style)
            for x, y in self._places:
                pen.writer.element("circle", cx=f"{x:.4g}", cy=f"{pen.height - y:.4g}", r="2.75")
            pen.writer.end("g")
