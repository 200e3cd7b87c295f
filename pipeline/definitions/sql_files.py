"""The SQL files that state units: where they lie and what they ask for, read without running them."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.base.errors import InternalError
from pipeline.base.resources import resource

OWN_FOLDER = "sql"
"""Beside a plan file: the folder of SQL that the plan brings itself."""

FRAMES = "rammer"
"""The folder of the frames that case reviews draw from."""

_PART = re.compile(
    r"""
      --[^\n]*                              # comment to the end of the line
    | /\*.*?\*/                             # block comment
    | '(?:[^']|'')*'                        # text
    | "(?:[^"]|"")*"                        # quoted name
    | \$(?P<maerke>[a-z_]*)\$.*?\$(?P=maerke)\$  # dollar-quoted text
    | (?<!\w)\$(?P<navn>\w+)                # the parameter itself
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def unit_folder() -> Path:
    """The folder of the shipped unit files."""
    return resource("sql", "units")


def find_unit_file(name: str, plan_folder: Path | None) -> Path | None:
    """The file of this name: in `sql` beside the plan first, then among the shipped; None when in neither."""
    return _find(name, plan_folder and plan_folder / OWN_FOLDER, unit_folder())


def frame_folder() -> Path:
    """The folder of the shipped frames of case reviews."""
    return resource("sql", "review", FRAMES)


def find_frame_file(name: str, plan_folder: Path | None) -> Path | None:
    """As `find_unit_file`, for a frame of a case review; a plan's own lies in `sql/rammer` beside it."""
    return _find(name, plan_folder and plan_folder / OWN_FOLDER / FRAMES, frame_folder())


def _find(name: str, *folders: Path | None) -> Path | None:
    files = [folder / f"{name}.sql" for folder in folders if folder]
    return next((file for file in files if file.is_file()), None)


def unit_file(name: str, plan_folder: Path | None) -> Path:
    """As `find_unit_file`, for a name that is known to exist.

    Raises:
        InternalError: it does not.
    """
    if found := find_unit_file(name, plan_folder):
        return found
    raise InternalError(f"sql/units/{name}.sql findes ikke")


def parameters_in(sql: str) -> frozenset[str]:
    """Names of the `$parameters` in an SQL text; those in comments and quoted text are not any."""
    return frozenset(part["navn"] for part in _PART.finditer(sql) if part["navn"])


def parameters_of(file: Path) -> frozenset[str]:
    """Names of the `$parameters` an SQL file asks for."""
    return parameters_in(file.read_text(encoding="utf-8"))


def names_in(file: Path) -> frozenset[str]:
    """Every word of an SQL file but those of comments, texts and parameters: tables, columns, functions."""
    return frozenset(re.findall(r"\w+", _PART.sub(" ", file.read_text(encoding="utf-8"))))


def states_group(file: Path) -> bool:
    """Whether the file gives its units a `gruppe`."""
    return "gruppe" in names_in(file)


def frames_type(file: Path) -> str | None:
    """What kind of object a frame consists of: the text it selects as `genstand_type`, if any."""
    found = re.search(r"'(\w+)'\s+as\s+genstand_type\b", file.read_text(encoding="utf-8"), re.IGNORECASE)
    return found[1] if found else None
