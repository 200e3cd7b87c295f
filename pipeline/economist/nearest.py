"""What a mistyped name was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

MEST = 3
"""Names offered at most; with more the reader would rather have the whole list."""

_KOLONNE = re.compile(r"Referenced column \"(.+?)\" not found")
_UKENDT = {
    re.compile(r"(?:Table|View) with name (\S+) does not exist!"): "Der er ingen tabel eller visning {}.",
    _KOLONNE: "Der er ingen kolonne {}.",
    re.compile(r"Function with name (\S+) does not exist!"): "Der er ingen funktion eller makro {}.",
}


def mente_du(navn: str, kendte: Iterable[str]) -> str:
    """A question that names the known names nearest to this one, beginning with a blank; else nothing."""
    ens = navn.casefold()
    alle = list(dict.fromkeys(kendte))
    fundne = [k for k in alle if len(ens) > 3 and ens in k] or get_close_matches(ens, alle, n=MEST)
    if not fundne:
        return ""
    *foerst, sidst = fundne[:MEST]
    return f" Mente du {', '.join(foerst)} eller {sidst}?" if foerst else f" Mente du {sidst}?"


def paa_dansk(besked: str, objekter: Iterable[str], kolonner: Iterable[str]) -> str:
    """The database's complaint about a name it does not know, in Danish; others as the database has them."""
    for moenster, tekst in _UKENDT.items():
        if fundet := moenster.search(besked):
            kendte = kolonner if moenster is _KOLONNE else objekter
            return tekst.format(fundet[1]) + mente_du(fundet[1], kendte)
    return besked
