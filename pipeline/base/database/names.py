"""Names and texts as SQL writes them, and where the shipped SQL lies."""

from __future__ import annotations

from pathlib import Path

from pipeline.base.resources import resource


def sql_file(*parts: str) -> Path:
    """Path of a shipped SQL file: ``sql_file("units", "bfu_rettidig")``."""
    *folders, name = parts
    return resource("sql", *folders, f"{name}.sql")


def quote(name: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """A text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"
