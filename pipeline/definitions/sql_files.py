"""Which `$parameters` an indicator's SQL file asks for, read without running it."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.resources import ressource

_LED = re.compile(
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


def indikatormappe() -> Path:
    """The folder of the indicators' SQL files."""
    return ressource("sql", "indicators")


def parametre_i(sql: str) -> frozenset[str]:
    """Names of the `$parameters` in an SQL text; those in comments and quoted text are not any."""
    return frozenset(led["navn"] for led in _LED.finditer(sql) if led["navn"])


def filens_parametre(fil: Path) -> frozenset[str]:
    """Names of the `$parameters` an SQL file asks for."""
    return parametre_i(fil.read_text(encoding="utf-8"))
