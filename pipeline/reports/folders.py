"""Names of the reports' folders and files, safe whatever the ids they are made from."""

from __future__ import annotations

import hashlib
import re

from pipeline.reports.facts import ALL

DEPARTMENT_FOLDER = "afdeling"
COMMITTEE_FOLDER = "udvalg"
LEADERS_FOLDER = "ledermoede"
FEEDBACK_FOLDER = "feedback"
WEEK_PAGE = "uge.html"
_OWN_FOLDERS = {DEPARTMENT_FOLDER, COMMITTEE_FOLDER, LEADERS_FOLDER}
_LONGEST = 80


def folder_name(team_id: str) -> str:
    """The folder of a team's report: its id, or where that is no safe name, what is safe of it and a hash.

    The hash keeps two ids apart that look alike once their unsafe signs are gone, and keeps a team away
    from the department's folder, the committee's and the leaders'.
    """
    return DEPARTMENT_FOLDER if team_id == ALL else safe_name(team_id)


def safe_name(id_: str) -> str:
    """A name of a file or folder that no two ids share."""
    safe = re.sub(r"[^\w-]+", "_", id_).strip("_")[:_LONGEST]
    if id_ and safe == id_ and safe.casefold() not in _OWN_FOLDERS:
        return id_
    return f"{safe}-{hashlib.sha256(id_.encode()).hexdigest()[:8]}"
