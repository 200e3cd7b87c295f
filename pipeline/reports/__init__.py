"""Reports: published results -> pages for teams, department and committee, and the mails' bodies."""

from pipeline.reports.build import Reports
from pipeline.reports.folders import folder_name

__all__ = ["Reports", "folder_name"]
