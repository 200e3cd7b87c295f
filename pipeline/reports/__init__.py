"""Reports: published results -> pages for teams, department and committee, and the mails' bodies."""

from pipeline.reports.build import Reports
from pipeline.reports.folders import FEEDBACK_FOLDER, folder_name

__all__ = ["FEEDBACK_FOLDER", "Reports", "folder_name"]
