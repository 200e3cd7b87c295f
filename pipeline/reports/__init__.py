"""Reports: published results -> one self-contained page per team and one for the department."""

from pipeline.reports.build import byg_rapporter, mappenavn, sammenfatning
from pipeline.reports.page.model import Linje, Sammenfatning

__all__ = ["Linje", "Sammenfatning", "byg_rapporter", "mappenavn", "sammenfatning"]
