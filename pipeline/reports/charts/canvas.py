"""The canvas the reports' pictures are drawn on: one reused figure, a few artists placed in points.

A page holds some forty small charts, so they are drawn without axes, as SVG whose text stays text. A
figure with axes and layout for each chart took five times as long, and laid-out texts half of what was
left, so labels go straight to the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any, Literal, Self

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import IdentityTransform

SKRIFT = 11.0
TEGNBREDDE = 7.2
"""Room for one sign of a label, with air."""
BLAA, GRAA, BLEG, SORT, HVID, ORANGE = "#0b5394", "#5f6368", "#dadce0", "#202124", "#ffffff", "#a84b00"
_INDSTILLINGER: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "ledelsestilsyn",
    "path.simplify": False,
}
"""Ids that do not change from run to run, and points that stay where they are."""

_SKRIFTER = "'DejaVu Sans', Arial, Helvetica, sans-serif"
_OEVERST = 5
"""Labels stand in front of blocks and lines."""

Etiket = tuple[float, float, str]
"""Where a label stands, and what it says."""


class Laerred:
    """Draws one picture after the other on the same figure; deterministic, without pyplot.

    A context manager: matplotlib's settings are changed once and put back when the last picture is drawn.
    """

    def __init__(self) -> None:
        self._figur = Figure(dpi=72)
        self._indstillinger = mpl.rc_context(_INDSTILLINGER)

    def __enter__(self) -> Self:
        self._indstillinger.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._indstillinger.__exit__(None, None, None)

    def mal(self, bredde: float, hoejde: float, dele: Iterable[Artist]) -> str:
        """Paint artists placed in points, from the back to the front; the SVG."""
        self._figur.clear()
        self._figur.set_size_inches(bredde / 72, hoejde / 72)
        self._figur.patch.set_visible(False)
        for del_ in dele:
            self._figur.add_artist(del_)
        return self._svg()

    def _svg(self) -> str:
        ud = StringIO()
        self._figur.savefig(ud, format="svg", metadata={"Date": None, "Creator": None})
        uden_hoved = ud.getvalue().partition("<svg")[2]
        uden_meta = re.sub(r"\s*<metadata>.*?</metadata>", "", uden_hoved, count=1, flags=re.DOTALL)
        return "<svg" + re.sub(r"\s*\n\s*", " ", uden_meta)


class Etiketter(Artist):
    """Labels of one colour and alignment: a group that says so once, and a text element each.

    matplotlib's own way to a text repeats font, colour and a turn of 0 degrees in every label, which was a
    third of the time and half the bytes of a picture.
    """

    def __init__(
        self,
        etiketter: Iterable[Etiket],
        farve: str,
        vandret: Literal["start", "middle", "end"],
        hoejde: float,
        fed: bool = False,
    ) -> None:
        super().__init__()
        self.set_zorder(_OEVERST)
        self._hoejde = hoejde
        self._etiketter = tuple(etiketter)
        skrift = f"{'bold ' if fed else ''}{SKRIFT:g}px {_SKRIFTER}"
        self._stil = f"font: {skrift}; text-anchor: {vandret}; fill: {farve}"

    def draw(self, renderer: RendererBase) -> None:
        """Write every label with the SVG's own writer, which escapes what it is given."""
        pen: Any = renderer.writer  # type: ignore[attr-defined]
        pen.start("g", style=self._stil)
        for x, y, tekst in self._etiketter:
            pen.element("text", tekst, x=f"{x:.4g}", y=f"{self._hoejde - y:.4g}")
        pen.end("g")


def linje(
    x: Sequence[float], y: Sequence[float], farve: str, tykkelse: float, stil: Literal["-", "--"] = "-"
) -> Line2D:
    """A line through points; nan lifts the pen."""
    return Line2D(
        x,
        y,
        color=farve,
        linewidth=tykkelse,
        linestyle=stil,
        dash_capstyle="butt",
        transform=IdentityTransform(),
    )


def prikker(steder: Sequence[tuple[float, float]], fyld: str) -> Line2D:
    """Dots with a rim: filled, or hollow on white."""
    return Line2D(
        [x for x, _ in steder],
        [y for _, y in steder],
        linestyle="",
        marker="o",
        markersize=5.5,
        markerfacecolor=fyld,
        markeredgecolor=BLAA,
        markeredgewidth=1.4,
        transform=IdentityTransform(),
    )
