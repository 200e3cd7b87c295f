"""The reports' pictures: the only importer of matplotlib, itself imported when a report is written."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TypeAlias

import matplotlib as mpl
import resvg_py
from matplotlib.artist import Artist

from pipeline.reports.charts import ladder, sheet, trend
from pipeline.reports.charts.canvas import HVID, Laerred
from pipeline.reports.page.model import Trappe
from pipeline.reports.page.pictures import Billedark, Kurve

__all__ = ["Tegner", "stoerrelse"]

_SKRIFTER = [
    str(Path(mpl.get_data_path(), "fonts", "ttf", f"{navn}.ttf"))
    for navn in ("DejaVuSans", "DejaVuSans-Bold")
]
"""Shipped with matplotlib, so that a picture is the same on every machine."""
_TAETHED = 2
"""Pixels per point: sharp on a phone."""


Billede: TypeAlias = Kurve | Billedark | Trappe


def stoerrelse(billede: Billede) -> tuple[int, int]:
    """Width and height of a picture in points."""
    if isinstance(billede, Kurve):
        return trend.BREDDE, trend.HOEJDE
    if isinstance(billede, Billedark):
        return sheet.BREDDE, sheet.hoejde(billede)
    return ladder.BREDDE, ladder.HOEJDE


def _dele(billede: Billede) -> list[Artist]:
    if isinstance(billede, Kurve):
        return trend.dele(billede)
    return sheet.dele(billede) if isinstance(billede, Billedark) else ladder.dele(billede)


class Tegner(Laerred):
    """Draws every picture a report asks for."""

    def tegn(self, billede: Billede) -> str:
        """The picture as the address of an `img`: an SVG as a data URI."""
        svg = self._svg_af(billede).encode()
        return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")

    def png(self, billede: Billedark | Trappe) -> bytes:
        """The same picture as a PNG twice as dense, for mail programs, which show no SVG."""
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=self._svg_af(billede),
                dpi=72,
                zoom=_TAETHED,
                background=HVID,
                font_files=_SKRIFTER,
                skip_system_fonts=True,
                sans_serif_family="DejaVu Sans",
            )
        )

    def _svg_af(self, billede: Billede) -> str:
        return self.mal(*stoerrelse(billede), _dele(billede))
