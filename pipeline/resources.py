"""Where the files that travel with the program lie: SQL, plans, expectations, templates, samples.

In a checkout they are top-level folders beside `pipeline/`; in an installed wheel the build puts
the same folders under `pipeline/_resources/`.
"""

from __future__ import annotations

from pathlib import Path

_PAKKE = Path(__file__).resolve().parent
_HJULET = _PAKKE / "_resources"


def ressource(*dele: str) -> Path:
    """Path of a shipped file or folder, e.g. ``ressource("sql", "indicators")``."""
    rod = _HJULET if _HJULET.is_dir() else _PAKKE.parent
    return rod.joinpath(*dele)
