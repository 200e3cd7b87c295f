"""Words of mails and of what is said about them: sources, moments, texts out of the data made harmless."""

from __future__ import annotations

import unicodedata
from datetime import datetime

KILDER = {
    "dubu": "register",
    "sofus": "ventelister",
    "tilsyn": "sagsgennemgang",
    "spoergeskema": "spørgeskema",
}


def klokken(tidspunkt: str) -> str:
    """A moment out of the ledger as people write it: `05-03-2021 kl. 14.07`."""
    return f"{datetime.fromisoformat(tidspunkt):%d-%m-%Y kl. %H.%M}"


def enlinje(tekst: str) -> str:
    """A text out of the data as one line without control signs, fit for a header.

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
