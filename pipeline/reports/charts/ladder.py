"""The ladder of measures as a staircase: a block per step with its count and its change."""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform

from pipeline.reports.charts.canvas import BLAA, GRAA, HVID, SORT, Etiketter
from pipeline.reports.page.model import Trappe
from pipeline.reports.words import MINUS, tal

BREDDE, HOEJDE = 400, 190
_BUND, _STIGNING, _LUFT = 24, 26, 6


def dele(trappe: Trappe) -> list[Artist]:
    """Everything of the picture, from the back to the front."""
    bredde = BREDDE / len(trappe.trin)
    blokke = [(bredde * i, _STIGNING * (i + 1), trin) for i, trin in enumerate(trappe.trin)]
    nu = [(x + (bredde - _LUFT) / 2, _BUND + h - 18, tal(antal)) for x, h, (_, antal, _) in blokke]
    siden = [
        (x + (bredde - _LUFT) / 2, _BUND + h + 6, _aendring(forskel)) for x, h, (_, _, forskel) in blokke
    ]
    navne = [(x + (bredde - _LUFT) / 2, 8.0, f"Trin {nr}") for x, _, (nr, _, _) in blokke]
    return [
        *(_blok(x, h, bredde) for x, h, _ in blokke),
        Etiketter(nu, HVID, "center", HOEJDE, fed=True),
        Etiketter(siden, SORT, "center", HOEJDE),
        Etiketter(navne, GRAA, "center", HOEJDE),
    ]


def _blok(x: float, hoejde: float, bredde: float) -> Artist:
    return Rectangle(
        (x, _BUND), bredde - _LUFT, hoejde, facecolor=BLAA, edgecolor="none", transform=IdentityTransform()
    )


def _aendring(forskel: int) -> str:
    """The change since a quarter ago, with its sign and its word."""
    if forskel == 0:
        return "uændret"
    return f"{'+' if forskel > 0 else MINUS}{tal(abs(forskel))}"
