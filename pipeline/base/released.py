"""The mark among a period's reports: which database they were made with, and each file's fingerprint.

It goes with the reports when they are put in place, so that it never says anything of others. It holds names
and fingerprints alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.base.durable import sha256, write

MARK = ".udgivelse"


@dataclass(frozen=True)
class Released:
    """Reports as they were released.

    `database` is the fingerprint of the database they were made with, `leverance` whether its delivery could
    be read, since their comments stand in that. `files` are fingerprints by path within the period's folder.
    """

    periode: str
    database: str
    leverance: bool
    files: Mapping[str, str]


def fingerprints(top: Path) -> dict[str, str]:
    """Every file's, by path."""
    files = (path for path in sorted(top.rglob("*")) if path.is_file() and path.name != MARK)
    return {file.relative_to(top).as_posix(): sha256(file) for file in files}


def write_mark(folder: Path, released: Released) -> None:
    """Write the mark of a period's reports."""
    write(folder / MARK, as_text(released))


def as_text(released: Released) -> str:
    """The mark as it is written."""
    return json.dumps(asdict(released), ensure_ascii=False, indent=0)


def read_mark(folder: Path) -> Released | None:
    """The mark of a period's reports; None where there is none that can be read."""
    try:
        return Released(**json.loads((folder / MARK).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
