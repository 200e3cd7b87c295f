"""Trend charts: the only importer of matplotlib, itself imported when a report is written and not before.

A page holds some forty small charts, so they are drawn without axes: a few artists placed in points on one
reused figure, as SVG whose text stays text. A figure with axes and layout for each chart took five times
as long, and a hundred laid-out texts half of what was left, so labels go straight to the renderer.
Colours are never alone: a filled point rests on five units or more, a hollow one on fewer, the milestones
are a dashed staircase, and the other source is a thin line without points.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from math import ceil, nan
from typing import Any, Literal, Self

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from pipeline.reports.page.model import Kurve, Punkt
from pipeline.reports.page.verdict import FAERREST

BREDDE, HOEJDE = 400, 164
_VENSTRE, _HOEJRE, _BUND, _TOP = 40, 16, 44, 10
_LINJE_ANTAL, _LINJE_NAVNE = 24, 6
_SKRIFT = 11.0
_TEGNBREDDE = 7.2
"""Room for one sign of a label, with air."""
_BLAA, _GRAA, _BLEG, _SORT, _HVID, _ORANGE = "#0b5394", "#5f6368", "#dadce0", "#202124", "#ffffff", "#a84b00"
_INDSTILLINGER: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "ledelsestilsyn",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Arial", "Helvetica"],
    "path.simplify": False,
}
"""Text as text in a common font, and ids that do not change from run to run."""

Etiket = tuple[float, float, str]
"""Where a label stands, and what it says."""


class Tegner:
    """Draws one chart after the other on the same figure; deterministic, without pyplot.

    A context manager: matplotlib's settings are changed once and put back when the last chart is drawn.
    """

    def __init__(self) -> None:
        self._figur = Figure(figsize=(BREDDE / 72, HOEJDE / 72), dpi=72)
        self._indstillinger = mpl.rc_context(_INDSTILLINGER)

    def __enter__(self) -> Self:
        self._indstillinger.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._indstillinger.__exit__(None, None, None)

    def tegn(self, kurve: Kurve) -> str:
        """The chart as a data URI for an `img`."""
        self._figur.clear()
        self._figur.patch.set_visible(False)
        for del_ in _dele(kurve):
            self._figur.add_artist(del_)
        return "data:image/svg+xml;base64," + base64.b64encode(self._svg().encode()).decode("ascii")

    def _svg(self) -> str:
        ud = StringIO()
        self._figur.savefig(ud, format="svg", metadata={"Date": None, "Creator": None})
        uden_hoved = ud.getvalue().partition("<svg")[2]
        uden_meta = re.sub(r"\s*<metadata>.*?</metadata>", "", uden_hoved, count=1, flags=re.DOTALL)
        return "<svg" + re.sub(r"\s*\n\s*", " ", uden_meta)


class _Etiketter(Artist):
    """Labels of one colour and alignment, written without the layout that a `Text` each would cost."""

    def __init__(self, etiketter: Iterable[Etiket], farve: str, vandret: Literal["center", "right"]) -> None:
        super().__init__()
        self._etiketter = tuple(etiketter)
        self._proeve = Text(
            color=farve, fontsize=_SKRIFT, horizontalalignment=vandret, transform=IdentityTransform()
        )

    def draw(self, renderer: RendererBase) -> None:
        """Write every label; the one text lends its place, alignment and font to each in turn."""
        stift = renderer.new_gc()
        stift.set_foreground(self._proeve.get_color())
        skrift = self._proeve.get_fontproperties()
        for x, y, tekst in self._etiketter:
            self._proeve.set_position((x, y))
            renderer.draw_text(stift, x, HOEJDE - y, tekst, skrift, 0, mtext=self._proeve)


def _dele(kurve: Kurve) -> list[Artist]:
    """Everything of a chart, from the back to the front."""
    alle = (*kurve.punkter, *kurve.kommende)
    skridt = (BREDDE - _VENSTRE - _HOEJRE) / len(alle)
    midter = [round(_VENSTRE + skridt * (i + 0.5), 1) for i in range(len(alle))]
    return [
        *_gitter(),
        _navne(alle, midter, skridt),
        _trappe(alle, midter, skridt),
        *_kurve(kurve, midter),
        *_antal(kurve.punkter, midter, skridt),
    ]


def _y(procent: float | None) -> float:
    """Height of a percent; a missing one is nan, which breaks a line: it is a gap and not 0 %."""
    return nan if procent is None else round(_BUND + (HOEJDE - _BUND - _TOP) * procent / 100, 1)


def _linje(
    x: Sequence[float], y: Sequence[float], farve: str, tykkelse: float, stil: Literal["-", "--"] = "-"
) -> Line2D:
    return Line2D(
        x,
        y,
        color=farve,
        linewidth=tykkelse,
        linestyle=stil,
        dash_capstyle="butt",
        transform=IdentityTransform(),
    )


def _prikker(steder: Sequence[tuple[float, float]], fyld: str) -> Line2D:
    return Line2D(
        [x for x, _ in steder],
        [y for _, y in steder],
        linestyle="",
        marker="o",
        markersize=5.5,
        markerfacecolor=fyld,
        markeredgecolor=_BLAA,
        markeredgewidth=1.4,
        transform=IdentityTransform(),
    )


def _gitter() -> list[Artist]:
    procenter = (0, 50, 100)
    x = [_VENSTRE, BREDDE - _HOEJRE, nan] * len(procenter)
    y = [hoejde for procent in procenter for hoejde in (_y(procent), _y(procent), nan)]
    navne = [(_VENSTRE - 5, _y(procent) - 4, f"{procent} %") for procent in procenter]
    return [_linje(x, y, _BLEG, 0.8), _Etiketter(navne, _GRAA, "right")]


def _navne(alle: Sequence[Punkt], midter: Sequence[float], skridt: float) -> Artist:
    """As many names of periods as have room, counted back so that the newest always has one."""
    valgte = _med_plads(len(alle), max(len(punkt.navn) for punkt in alle), skridt)
    return _Etiketter(((midter[i], _LINJE_NAVNE, alle[i].navn) for i in valgte), _GRAA, "center")


def _med_plads(antal: int, tegn: int, skridt: float) -> range:
    """Places of the labels that have room for so many signs each, counted back from the last."""
    return range(antal - 1, -1, -max(1, ceil(tegn * _TEGNBREDDE / skridt)))


def _trappe(alle: Sequence[Punkt], midter: Sequence[float], skridt: float) -> Artist:
    """The milestone each period is judged by, a step as wide as the period."""
    x = [round(kant, 1) for midte in midter for kant in (midte - skridt / 2, midte + skridt / 2)]
    y = [hoejde for punkt in alle for hoejde in (_y(punkt.milepael), _y(punkt.milepael))]
    return _linje(x, y, _ORANGE, 1.4, "--")


def _kurve(kurve: Kurve, midter: Sequence[float]) -> list[Artist]:
    """The share with its points; the other source as a thin line behind it."""
    punkter = list(zip(midter, kurve.punkter, strict=False))
    x = [midte for midte, _ in punkter]
    steder = [((midte, _y(p.procent)), p.naevner) for midte, p in punkter if p.procent is not None]
    return [
        _linje(x, [_y(procent) for procent in kurve.anden], _GRAA, 0.9),
        _linje(x, [_y(p.procent) for _, p in punkter], _BLAA, 1.8),
        _prikker([sted for sted, n in steder if n >= FAERREST], _BLAA),
        _prikker([sted for sted, n in steder if n < FAERREST], _HVID),
    ]


def _antal(punkter: Sequence[Punkt], midter: Sequence[float], skridt: float) -> list[Artist]:
    """How many units each point rests on, below the axis."""
    antal = [str(punkt.naevner) if punkt.naevner else "–" for punkt in punkter]
    valgte = _med_plads(len(punkter), max(map(len, antal)), skridt)
    return [
        _Etiketter([(_VENSTRE - 5, _LINJE_ANTAL, "antal")], _GRAA, "right"),
        _Etiketter(((midter[i], _LINJE_ANTAL, antal[i]) for i in valgte), _SORT, "center"),
    ]
