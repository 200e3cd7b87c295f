"""Reports: published results -> a self-contained page per team, for the department and the committee."""

from pipeline.reports.build import byg_rapporter, mappenavn, sammenfatter, side
from pipeline.reports.page.model import Linje, Sammenfatning, Side

__all__ = [
    "Linje",
    "Sammenfatning",
    "Side",
    "byg_rapporter",
    "mappenavn",
    "sammenfatter",
    "side",
]
