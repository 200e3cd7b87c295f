"""Where the files that travel with the program lie: SQL, plans, expectations, templates, samples.

In a checkout they are top-level folders beside `pipeline/`; in an installed wheel the build puts
the same folders under `pipeline/_resources/`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_WHEEL = _PACKAGE / "_resources"


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. ``resource("sql", "units")``."""
    root = _WHEEL if _WHEEL.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
