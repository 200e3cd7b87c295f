"""Reports: published results -> pages for teams, department and committee, and the mails' bodies."""

from pipeline.reports.build import Reports
from pipeline.reports.folders import FEEDBACK_FOLDER, WEEK_PAGE, folder_name

__all__ = ["FEEDBACK_FOLDER", "WEEK_PAGE", "Reports", "folder_name"]
