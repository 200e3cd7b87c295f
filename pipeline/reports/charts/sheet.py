"""A sheet of small curves, two side by side so that a phone can show it; few artists for all of them."""

from __future__ import annotations

from math import ceil, nan

from matplotlib.artist import Artist

from pipeline.reports.charts.canvas import BLAA, BLEG, HVID, ORANGE, SORT, Etiketter, linje, prikker
from pipeline.reports.page.pictures import Billedark, Minikurve

BREDDE = 400
_SPALTER = 2
_CELLE, _KURVE, _LUFT = 74, 46, 12
_SPALTE = BREDDE / _SPALTER


def hoejde(ark: Billedark) -> int:
    """Height of the sheet in points."""
    return ceil(len(ark.kurver) / _SPALTER) * _CELLE


def dele(ark: Billedark) -> list[Artist]:
    """Everything of the sheet, from the back to the front; a kind of line is one artist for all curves."""
    samlet = _Samlet()
    h = hoejde(ark)
    for nr, kurve in enumerate(ark.kurver):
        samlet.laeg(kurve, _SPALTE * (nr % _SPALTER), h - _CELLE * (nr // _SPALTER + 1))
    return [
        linje(*samlet.gitter, BLEG, 0.8),
        linje(*samlet.trappe, ORANGE, 1.2, "--"),
        linje(*samlet.linjer, BLAA, 1.6),
        prikker(samlet.fyldte, BLAA),
        prikker(samlet.hule, HVID),
        Etiketter(samlet.navne, SORT, "start", h, fed=True),
        Etiketter(samlet.tekster, SORT, "start", h),
    ]


class _Samlet:
    """Points of all curves, kind by kind; nan lifts the pen between them."""

    def __init__(self) -> None:
        self.gitter: tuple[list[float], list[float]] = ([], [])
        self.trappe: tuple[list[float], list[float]] = ([], [])
        self.linjer: tuple[list[float], list[float]] = ([], [])
        self.fyldte: list[tuple[float, float]] = []
        self.hule: list[tuple[float, float]] = []
        self.navne: list[tuple[float, float, str]] = []
        self.tekster: list[tuple[float, float, str]] = []

    def laeg(self, kurve: Minikurve, x0: float, y0: float) -> None:
        """Add one curve with its lower left corner at a place."""
        skridt = (_SPALTE - _LUFT) / len(kurve.procenter)
        x = [round(x0 + skridt * (i + 0.5), 1) for i in range(len(kurve.procenter))]
        y = [_y(y0, procent) for procent in kurve.procenter]
        for procent in (0, 100):
            _tegn(self.gitter, [x0, x0 + _SPALTE - _LUFT], [_y(y0, procent)] * 2)
        _tegn(self.linjer, x, y)
        _tegn(
            self.trappe,
            [kant for midte in x for kant in (midte - skridt / 2, midte + skridt / 2)],
            [h for maal in kurve.milepaele for h in (_y(y0, maal),) * 2],
        )
        sidst = max(i for i, procent in enumerate(kurve.procenter) if procent is not None)
        (self.hule if kurve.faa[sidst] else self.fyldte).append((x[sidst], y[sidst]))
        self.navne.append((x0, y0 + _KURVE + 12, kurve.navn))
        self.tekster.append((x0 + 8 * len(kurve.navn) + 6, y0 + _KURVE + 12, kurve.tekst))


def _tegn(linjer: tuple[list[float], list[float]], x: list[float], y: list[float]) -> None:
    linjer[0].extend([*x, nan])
    linjer[1].extend([*y, nan])


def _y(y0: float, procent: float | None) -> float:
    return nan if procent is None else round(y0 + 6 + (_KURVE - 6) * procent / 100, 1)
