"""What a mistyped name was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

MOST = 3
"""Names offered at most; with more the reader would rather have the whole list."""

_COLUMN = re.compile(r"Referenced column \"(.+?)\" not found")
_UNKNOWN = {
    re.compile(r"(?:Table|View) with name (\S+) does not exist!"): "Der er ingen tabel eller visning {}.",
    _COLUMN: "Der er ingen kolonne {}.",
    re.compile(r"Function with name (\S+) does not exist!"): "Der er ingen funktion eller makro {}.",
}


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question that names the known names nearest to this one, beginning with a blank; else nothing."""
    alike = name.casefold()
    all_ = list(dict.fromkeys(known))
    found = [k for k in all_ if len(alike) > 3 and alike in k] or get_close_matches(alike, all_, n=MOST)
    if not found:
        return ""
    *first, last = found[:MOST]
    return f" Mente du {', '.join(first)} eller {last}?" if first else f" Mente du {last}?"


def in_danish(message: str, objects: Iterable[str], columns: Iterable[str]) -> str:
    """The database's complaint about a name it does not know, in Danish; others as the database has them."""
    for pattern, text in _UNKNOWN.items():
        if found := pattern.search(message):
            known = columns if pattern is _COLUMN else objects
            return text.format(found[1]) + did_you_mean(found[1], known)
    return message
