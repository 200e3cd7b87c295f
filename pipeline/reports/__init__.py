"""Reports: published results -> pages for teams, department and committee, and the mails' bodies."""

from pipeline.reports.build import Rapporter, mappenavn

__all__ = ["Rapporter", "mappenavn"]
