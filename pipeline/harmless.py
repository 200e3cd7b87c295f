"""Texts that others chose (a team's name, a file's, a heading) as one line that can pretend nothing."""

from __future__ import annotations

import unicodedata


def enlinje(tekst: str) -> str:
    """A text out of the data as one line without control signs, fit for a header and a terminal.

    Line breaks, also Unicode's own, become a blank; invisible signs that turn the reading direction
    are dropped: a team's name must not pretend to be a header or another name. What looks like the
    beginning of an encoded word is broken up: mail libraries decode it, line breaks and all.
    """
    rene = (" " if unicodedata.category(tegn) in {"Cc", "Zl", "Zp"} else tegn for tegn in tekst)
    synlige = "".join(t for t in rene if unicodedata.category(t) not in {"Cf", "Cs", "Co"})
    return " ".join(synlige.replace("=?", "= ?").split())


def forkortet(tekst: str, laengde: int) -> str:
    """The text, cut with an ellipsis where it is longer than there is room for."""
    return tekst if len(tekst) <= laengde else tekst[: laengde - 1].rstrip() + "…"
