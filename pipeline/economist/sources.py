"""Which columns of which extracts an indicator's SQL reads, found in its own text.

An indicator names extracts directly or through the shared views and macros of `sql/kinds`. A column
counts as read when its name stands in the text that reads the extract; one too many does no harm, since
this only chooses what to show a reader.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from pipeline.base.database import sql_file
from pipeline.definitions.extracts import read_extracts

SHARED = ("indsatser", "sager", "undersoegelser", "ansvar", "raadgivere")
"""The files of `sql/kinds` that make the views and macros that units are stated with."""

_MADE = re.compile(r"create temp (?:view|macro) (\w+)(?:\([^)]*\))? as\b(.*?);", re.DOTALL)
_COMMENT = re.compile(r"--[^\n]*")


def read_columns(file: Path) -> dict[str, tuple[str, ...]]:
    """Extract -> the columns that a file which states units reads of it, in the extracts' own order."""
    word = _words_with_views(file.read_text(encoding="utf-8"))
    return {
        name: columns
        for name, extract in read_extracts().items()
        if name in word and (columns := tuple(column for column in extract.kolonner if column in word))
    }


def _words_with_views(sql: str) -> frozenset[str]:
    """The words of an SQL text and of the shared views it names, directly or through another."""
    found, rest = _words(sql), dict(_shared_views())
    while named := [name for name in rest if name in found]:
        found = found.union(*(_words(rest.pop(name)) for name in named))
    return found


def _words(sql: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _COMMENT.sub("", sql)))


@functools.cache
def _shared_views() -> dict[str, str]:
    texts = [sql_file("kinds", file).read_text(encoding="utf-8") for file in SHARED]
    return {name: body for text in texts for name, body in _MADE.findall(text)}
