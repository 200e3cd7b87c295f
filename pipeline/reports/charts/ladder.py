"""The ladder of measures, the highest step at the top: a bar per step as long as it has children.

Drawn as a staircase, step 5 looked as if it held the most: only length may say how many there are.
"""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform

from pipeline.danish import MINUS, tal
from pipeline.reports.charts.canvas import BLAA, GRAA, SORT, Etiketter
from pipeline.reports.page.model import Trappe

BREDDE, HOEJDE = 400, 190
_RAEKKE, _BJAELKE, _START, _LAENGST, _LUFT = 36, 22, 46, 230, 8
_GRUNDLINJE = 7
"""From a bar's lower edge to the foot of its words."""


def dele(trappe: Trappe) -> list[Artist]:
    """Everything of the picture, from the back to the front."""
    flest = max(antal for _, antal, _ in trappe.trin) or 1
    raekker = [
        (_LUFT + _RAEKKE * nr, _LAENGST * trin[1] / flest, trin) for nr, trin in enumerate(trappe.trin)
    ]
    navne = [(0.0, y + _GRUNDLINJE, f"Trin {nr}") for y, _, (nr, _, _) in raekker]
    antal = [
        (_START + bredde + _LUFT, y + _GRUNDLINJE, f"{tal(nu)} ({_aendring(forskel)})")
        for y, bredde, (_, nu, forskel) in raekker
    ]
    return [
        *(_bjaelke(y, bredde) for y, bredde, _ in raekker),
        Etiketter(navne, GRAA, "start", HOEJDE),
        Etiketter(antal, SORT, "start", HOEJDE, fed=True),
    ]


def _bjaelke(y: float, bredde: float) -> Artist:
    return Rectangle(
        (_START, y), bredde, _BJAELKE, facecolor=BLAA, edgecolor="none", transform=IdentityTransform()
    )


def _aendring(forskel: int) -> str:
    """The change since a quarter ago, with its sign."""
    if forskel == 0:
        return "uændret"
    return f"{'+' if forskel > 0 else MINUS}{tal(abs(forskel))}"
