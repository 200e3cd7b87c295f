"""The reports' pictures: the only importer of matplotlib, itself imported when a report is written."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TypeAlias

import matplotlib as mpl
import resvg_py
from matplotlib.artist import Artist

from pipeline.reports.blocks.curves import Bars, Curve, Ladder, PictureSheet
from pipeline.reports.pictures import bars, sheet, trend
from pipeline.reports.pictures.canvas import BLUE, GREY, ORANGE, PALE, SORT, WHITE, Canvas

_FONTS = [
    str(Path(mpl.get_data_path(), "fonts", "ttf", f"{name}.ttf"))
    for name in ("DejaVuSans", "DejaVuSans-Bold")
]
"""Shipped with matplotlib, so that a picture is the same on every machine."""
_DENSITY = 2
"""Pixels per point: sharp on a phone."""

Picture: TypeAlias = Curve | PictureSheet | Bars | Ladder


def _parts(picture: Picture) -> list[Artist]:
    if isinstance(picture, Curve):
        return trend.parts(picture)
    return sheet.parts(picture) if isinstance(picture, PictureSheet) else bars.parts(_rows(picture))


def _rows(picture: Bars | Ladder) -> list[bars.Bar]:
    """From the bottom up: a distribution as it is read, the ladder with its highest step at the top."""
    if isinstance(picture, Bars):
        return list(reversed(picture.bars))
    return [
        (_step(step, name), now, bars.with_change(now, change)) for step, name, now, change in picture.step
    ]


def _step(step: int, name: str) -> str:
    return f"{step} {name}" if name else f"Trin {step}"


_ON_ANY_GROUND = {
    BLUE: "#3d85c6", GREY: "#757575", PALE: "#9aa0a6", SORT: "#757575", ORANGE: "#c8640a", WHITE: "none",
}  # fmt: skip
"""Each colour for paper, and the one that can be told from white and from a dark mail alike."""


def _on_any_ground(svg: str) -> str:
    """A picture without a ground of its own, in colours that stand out on light and on dark."""
    for paper, any_ in _ON_ANY_GROUND.items():
        svg = svg.replace(paper, any_)
    return svg


class Painter(Canvas):
    """Draws every picture a report asks for."""

    def draw(self, picture: Picture) -> str:
        """The picture as the address of an `img`: an SVG as a data URI."""
        svg = self._svg_of(picture).encode()
        return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")

    def size(self, picture: Picture) -> tuple[int, int]:
        """Width and height of a picture in points."""
        if isinstance(picture, Curve):
            return trend.WIDTH, trend.HEIGHT
        if isinstance(picture, PictureSheet):
            return sheet.WIDTH, sheet.height(picture)
        return bars.WIDTH, bars.height(_rows(picture))

    def png(self, picture: PictureSheet | Ladder) -> bytes:
        """The same picture as a transparent PNG twice as dense, for mail programs, which show no SVG."""
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=_on_any_ground(self._svg_of(picture)),
                dpi=72,
                zoom=_DENSITY,
                font_files=_FONTS,
                skip_system_fonts=True,
                sans_serif_family="DejaVu Sans",
            )
        )

    def _svg_of(self, picture: Picture) -> str:
        return self.paint(*self.size(picture), _parts(picture))
