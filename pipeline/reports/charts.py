"""Trend charts: the only importer of matplotlib.

A page holds some forty small charts, so they are drawn without axes: plain artists placed in points on one
reused figure, as SVG whose text stays text. One figure with its own axes and layout per chart took five
times as long. Colours are never alone: a filled point rests on five units or more, a hollow one on fewer,
and the milestones are a dashed staircase.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from io import StringIO
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Any, Literal, Self

from pipeline.reports.page.model import Kurve, Punkt
from pipeline.reports.page.verdict import FAERREST

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BREDDE, HOEJDE = 400, 164
_VENSTRE, _HOEJRE, _BUND, _TOP = 40, 16, 44, 10
_SKRIFT = 11.0
_TEGNBREDDE = 7.2
"""Room for one digit, with air."""
_BLAA, _GRAA, _BLEG, _SORT = "#0b5394", "#5f6368", "#dadce0", "#202124"
_ORANGE = "#a84b00"

Punktpar = tuple[float, float]


class Tegner:
    """Draws one chart after the other on the same figure; deterministic, without pyplot.

    A context manager: matplotlib's settings are changed once and put back when the last chart is drawn.
    """

    def __init__(self) -> None:
        from matplotlib.figure import Figure

        self._figur: Figure = Figure(figsize=(BREDDE / 72, HOEJDE / 72), dpi=72)
        self._indstillinger = _svg_indstillinger()

    def __enter__(self) -> Self:
        self._indstillinger.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._indstillinger.__exit__(None, None, None)

    def tegn(self, kurve: Kurve) -> str:
        """The chart as a data URI for an `img`."""
        self._figur.clear()
        self._figur.patch.set_visible(False)
        _tegn(self._figur, kurve)
        return "data:image/svg+xml;base64," + base64.b64encode(self._svg().encode()).decode("ascii")

    def _svg(self) -> str:
        ud = StringIO()
        self._figur.savefig(ud, format="svg", metadata={"Date": None, "Creator": None})
        uden_hoved = ud.getvalue().partition("<svg")[2]
        uden_meta = re.sub(r"\s*<metadata>.*?</metadata>", "", uden_hoved, count=1, flags=re.DOTALL)
        return "<svg" + re.sub(r"\s*\n\s*", " ", uden_meta)


def _svg_indstillinger() -> AbstractContextManager[None]:
    """Text as text in a common font, and ids that do not change from run to run."""
    import matplotlib as mpl

    valg: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "ledelsestilsyn",
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans", "Arial", "Helvetica"],
        "path.simplify": False,
    }
    return mpl.rc_context(valg)


def _tegn(figur: Figure, kurve: Kurve) -> None:
    alle = (*kurve.punkter, *kurve.kommende)
    skridt = (BREDDE - _VENSTRE - _HOEJRE) / len(alle)
    midter = [_VENSTRE + skridt * (i + 0.5) for i in range(len(alle))]
    _gitter(figur)
    _maanedsnavne(figur, alle, midter, skridt)
    _trappe(figur, alle, midter, skridt)
    _kurve(figur, kurve, midter)
    _naevnere(figur, kurve.punkter, midter, skridt)


def _y(procent: float) -> float:
    return round(_BUND + (HOEJDE - _BUND - _TOP) * procent / 100, 1)


def _linje(
    figur: Figure, punkter: Sequence[Punktpar], farve: str, tykkelse: float, stil: Literal["-", "--"] = "-"
) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.transforms import IdentityTransform

    x, y = [round(p[0], 1) for p in punkter], [p[1] for p in punkter]
    figur.add_artist(
        Line2D(x, y, color=farve, linewidth=tykkelse, linestyle=stil, transform=IdentityTransform())
    )


def _prikker(figur: Figure, punkter: Sequence[Punktpar], fyld: str) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.transforms import IdentityTransform

    if punkter:
        figur.add_artist(
            Line2D(
                [round(p[0], 1) for p in punkter],
                [p[1] for p in punkter],
                linestyle="",
                marker="o",
                markersize=5.5,
                markerfacecolor=fyld,
                markeredgecolor=_BLAA,
                markeredgewidth=1.4,
                transform=IdentityTransform(),
            )
        )


def _tekst(
    figur: Figure, x: float, y: float, tekst: str, farve: str, vandret: Literal["center", "right"] = "center"
) -> None:
    from matplotlib.text import Text
    from matplotlib.transforms import IdentityTransform

    figur.add_artist(
        Text(
            round(x, 1),
            y,
            tekst,
            color=farve,
            fontsize=_SKRIFT,
            horizontalalignment=vandret,
            verticalalignment="baseline",
            transform=IdentityTransform(),
            parse_math=False,
        )
    )


def _gitter(figur: Figure) -> None:
    for procent in (0, 50, 100):
        _linje(figur, [(_VENSTRE, _y(procent)), (BREDDE - _HOEJRE, _y(procent))], _BLEG, 0.8)
        _tekst(figur, _VENSTRE - 5, _y(procent) - 4, f"{procent} %", _GRAA, "right")


def _maanedsnavne(figur: Figure, alle: Sequence[Punkt], midter: Sequence[float], skridt: float) -> None:
    """As many names as have room, counted back from the last so that the newest always has one."""
    for i in _hver_med_plads(len(alle), max(len(punkt.navn) for punkt in alle), skridt):
        _tekst(figur, midter[i], 6, alle[i].navn, _GRAA)


def _hver_med_plads(antal: int, tegn: int, skridt: float) -> range:
    """Places of the labels that have room for so many signs each, counted back from the last."""
    return range(antal - 1, -1, -max(1, ceil(tegn * _TEGNBREDDE / skridt)))


def _trappe(figur: Figure, alle: Sequence[Punkt], midter: Sequence[float], skridt: float) -> None:
    """The milestone each period is judged by, a step as wide as the period; the last height is written."""
    trin: list[Punktpar] = []
    for midte, punkt in zip(midter, alle, strict=True):
        if punkt.milepael is not None:
            trin += [(midte - skridt / 2, _y(punkt.milepael)), (midte + skridt / 2, _y(punkt.milepael))]
    if trin:
        _linje(figur, trin, _ORANGE, 1.4, "--")


def _kurve(figur: Figure, kurve: Kurve, midter: Sequence[float]) -> None:
    """The share with its points; the other source as a thin line behind it."""
    _streger(figur, [(m, v) for m, v in zip(midter, kurve.anden, strict=False)], _GRAA, 0.9)
    punkter = list(zip(midter, kurve.punkter, strict=False))
    _streger(figur, [(m, punkt.procent) for m, punkt in punkter], _BLAA, 1.8)
    steder = [((m, _y(p.procent)), p.naevner) for m, p in punkter if p.procent is not None]
    _prikker(figur, [sted for sted, n in steder if n >= FAERREST], _BLAA)
    _prikker(figur, [sted for sted, n in steder if n < FAERREST], "#ffffff")


def _streger(
    figur: Figure, punkter: Sequence[tuple[float, float | None]], farve: str, tykkelse: float
) -> None:
    """A line broken where a period has no cases, for that is a gap and not 0 %."""
    for er_tom, gruppe in groupby(punkter, key=lambda punkt: punkt[1] is None):
        stykke = [(midte, _y(procent)) for midte, procent in gruppe if procent is not None]
        if not er_tom and len(stykke) > 1:
            _linje(figur, stykke, farve, tykkelse)


def _naevnere(figur: Figure, punkter: Sequence[Punkt], midter: Sequence[float], skridt: float) -> None:
    """How many units each point rests on, below the axis."""
    antal = [str(punkt.naevner) if punkt.naevner else "–" for punkt in punkter]
    _tekst(figur, _VENSTRE - 5, _BUND - 20, "antal", _GRAA, "right")
    for i in _hver_med_plads(len(punkter), max(map(len, antal)), skridt):
        _tekst(figur, midter[i], _BUND - 20, antal[i], _SORT)
