"""Names of extracts and columns as Danish words: leaders' papers know no tables."""

from __future__ import annotations

import functools
import re

from pipeline.definitions.extracts import read_extracts


def in_words(text: str) -> str:
    """A text of the intake with names of extracts and columns as Danish words: `foedselsdato` is fødselsdato.

    Only what is such a name, whole, is rewritten: the words around it are Danish already, and an ae or oe
    in them ("datoen") is no letter of its own.
    """
    return re.sub(r"\w+", lambda word: _danish(word[0]) if word[0] in _names() else word[0], text)


def _danish(name: str) -> str:
    """A name of letters a to z in Danish ones; aa first, for `gennemgaaet` holds an ae that is none."""
    letters = name.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    return re.sub("_id$", "-id", letters).replace("_", " ")


@functools.cache
def _names() -> frozenset[str]:
    extracts = read_extracts()
    return frozenset(extracts).union(*(extract.kolonner for extract in extracts.values()))
