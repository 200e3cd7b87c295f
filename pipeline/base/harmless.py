"""Others' texts made harmless, for a header, a terminal or a page."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """A text out of the data as one line without control signs, fit for a header and a terminal.

    Line breaks, also Unicode's own, become a blank; invisible signs that turn the reading direction
    are dropped: a team's name must not pretend to be a header or another name. What looks like the
    beginning of an encoded word is broken up: mail libraries decode it, line breaks and all.
    """
    clean = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    visible = "".join(t for t in clean if unicodedata.category(t) not in {"Cf", "Cs", "Co"})
    return " ".join(visible.replace("=?", "= ?").split())


_MUST_GO = frozenset({"Cc", "Cf", "Cs", "Co"})
_LINES = frozenset("\n\t")


def plain(text: str) -> str:
    """A text of any number of lines without control signs, escape sequences and signs that turn direction.

    A terminal obeys what stands in them; lines and tabulators are left.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(t for t in text if t in _LINES or unicodedata.category(t) not in _MUST_GO)


def shortened(text: str, length: int) -> str:
    """The text, cut with an ellipsis where it is longer than there is room for."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
