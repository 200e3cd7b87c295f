"""A name as somebody typed it, and the known one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pipeline.base.errors import UsageFault

MOST = 3
"""Names offered at most; with more the reader would rather have the whole list."""


def choose_team(written: str, known: Iterable[str], missing: str) -> str:
    """The id that is meant: T01 for t01, unless there is a t01 too.

    Raises:
        UsageFault: there is no such team; `missing` says what it has not, as in `har ingen mails`.
    """
    all_ = list(dict.fromkeys(known))
    alike = [id_ for id_ in all_ if id_.casefold() == written.casefold()]
    chosen = alike[0] if len(alike) == 1 else written
    if chosen not in all_:
        raise UsageFault(f"Teamet {written!r} {missing}: vælg en af {', '.join(all_)}.")
    return chosen


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question that names the known names nearest to this one, beginning with a blank; else nothing."""
    alike = name.casefold()
    all_ = list(dict.fromkeys(known))
    found = [k for k in all_ if len(alike) > 3 and alike in k] or get_close_matches(alike, all_, n=MOST)
    if not found:
        return ""
    *first, last = found[:MOST]
    return f" Mente du {', '.join(first)} eller {last}?" if first else f" Mente du {last}?"
