"""The reports' pictures: the only importer of matplotlib, itself imported when a report is written."""

from __future__ import annotations

import base64
from pathlib import Path

import matplotlib as mpl
import resvg_py

from pipeline.reports.charts import ladder, sheet, trend
from pipeline.reports.charts.canvas import HVID, Laerred
from pipeline.reports.page.model import Trappe
from pipeline.reports.page.pictures import Billedark, Kurve

__all__ = ["Tegner"]

_SKRIFTER = [
    str(Path(mpl.get_data_path(), "fonts", "ttf", f"{navn}.ttf"))
    for navn in ("DejaVuSans", "DejaVuSans-Bold")
]
"""Shipped with matplotlib, so that a picture is the same on every machine."""
_TAETHED = 2
"""Pixels per point: sharp on a phone."""


class Tegner(Laerred):
    """Draws every picture a report asks for."""

    def tegn(self, billede: Kurve | Billedark | Trappe) -> str:
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

    def _svg_af(self, billede: Kurve | Billedark | Trappe) -> str:
        if isinstance(billede, Kurve):
            return self.mal(trend.BREDDE, trend.HOEJDE, trend.dele(billede))
        if isinstance(billede, Billedark):
            return self.mal(sheet.BREDDE, sheet.hoejde(billede), sheet.dele(billede))
        return self.mal(ladder.BREDDE, ladder.HOEJDE, ladder.dele(billede))
