"""The trend of one indicator against the staircase of its milestones.

Colours are never alone: a filled point rests on five units or more, a hollow one on fewer, the milestones
are a dashed staircase, and the other source is a thin line without points.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, nan

from matplotlib.artist import Artist

from pipeline.danish import FAERREST
from pipeline.reports.charts.canvas import (
    BLAA,
    BLEG,
    GRAA,
    HVID,
    ORANGE,
    SORT,
    TEGNBREDDE,
    Etiketter,
    linje,
    prikker,
)
from pipeline.reports.page.pictures import Kurve, Punkt

BREDDE, HOEJDE = 400, 140
_VENSTRE, _HOEJRE, _BUND, _TOP = 40, 16, 44, 10
_LINJE_ANTAL, _LINJE_NAVNE = 24, 6


def dele(kurve: Kurve) -> list[Artist]:
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


def _gitter() -> list[Artist]:
    procenter = (0, 50, 100)
    x = [_VENSTRE, BREDDE - _HOEJRE, nan] * len(procenter)
    y = [hoejde for procent in procenter for hoejde in (_y(procent), _y(procent), nan)]
    navne = [(_VENSTRE - 5, _y(procent) - 4, f"{procent} %") for procent in procenter]
    return [linje(x, y, BLEG, 0.8), Etiketter(navne, GRAA, "end", HOEJDE)]


def _navne(alle: Sequence[Punkt], midter: Sequence[float], skridt: float) -> Artist:
    """As many names of periods as have room, counted back so that the newest always has one."""
    valgte = _med_plads(len(alle), max(len(punkt.navn) for punkt in alle), skridt)
    return Etiketter(((midter[i], _LINJE_NAVNE, alle[i].navn) for i in valgte), GRAA, "middle", HOEJDE)


def _med_plads(antal: int, tegn: int, skridt: float) -> range:
    """Places of the labels that have room for so many signs each, counted back from the last."""
    return range(antal - 1, -1, -max(1, ceil(tegn * TEGNBREDDE / skridt)))


def _trappe(alle: Sequence[Punkt], midter: Sequence[float], skridt: float) -> Artist:
    """The milestone each period is judged by, a step as wide as the period."""
    x = [round(kant, 1) for midte in midter for kant in (midte - skridt / 2, midte + skridt / 2)]
    y = [hoejde for punkt in alle for hoejde in (_y(punkt.milepael), _y(punkt.milepael))]
    return linje(x, y, ORANGE, 1.4, "--")


def _kurve(kurve: Kurve, midter: Sequence[float]) -> list[Artist]:
    """The share with its points; the other source as a thin line behind it."""
    punkter = list(zip(midter, kurve.punkter, strict=False))
    x = [midte for midte, _ in punkter]
    steder = [((midte, _y(p.procent)), p.naevner) for midte, p in punkter if p.procent is not None]
    return [
        linje(x, [_y(procent) for procent in kurve.anden], GRAA, 0.9),
        linje(x, [_y(p.procent) for _, p in punkter], BLAA, 1.8),
        prikker([sted for sted, n in steder if n >= FAERREST], BLAA),
        prikker([sted for sted, n in steder if n < FAERREST], HVID),
    ]


def _antal(punkter: Sequence[Punkt], midter: Sequence[float], skridt: float) -> list[Artist]:
    """How many units each point rests on, below the axis."""
    antal = [str(punkt.naevner) if punkt.naevner else "–" for punkt in punkter]
    valgte = _med_plads(len(punkter), max(map(len, antal)), skridt)
    return [
        Etiketter([(_VENSTRE - 5, _LINJE_ANTAL, "antal")], GRAA, "end", HOEJDE),
        Etiketter(((midter[i], _LINJE_ANTAL, antal[i]) for i in valgte), SORT, "middle", HOEJDE),
    ]
