"""Which columns of which extracts an indicator's SQL reads, found in its own text.

An indicator names extracts directly or through the shared views of `sql/kinds/enheder.sql`. A column
counts as read when its name stands in the text that reads the extract; one too many does no harm, since
this only chooses what to show a reader.
"""

from __future__ import annotations

import functools
import re

from pipeline.database import sql_fil
from pipeline.definitions.extracts import laes_extracts

_VISNING = re.compile(r"create temp view (\w+) as\b(.*?);", re.DOTALL)
_KOMMENTAR = re.compile(r"--[^\n]*")


def laeste_kolonner(sql_navn: str) -> dict[str, tuple[str, ...]]:
    """Extract -> the columns that a file in `sql/indicators` reads of it, in the extracts' own order."""
    sql = sql_fil("indicators", sql_navn).read_text(encoding="utf-8")
    ord_ = _ord_med_visninger(sql)
    return {
        navn: tuple(kolonne for kolonne in extract.kolonner if kolonne in ord_)
        for navn, extract in laes_extracts().items()
        if navn in ord_
    }


def _ord_med_visninger(sql: str) -> frozenset[str]:
    """The words of an SQL text and of the shared views it names, directly or through another."""
    fundne, rest = _ord(sql), dict(_faelles_visninger())
    while naevnte := [navn for navn in rest if navn in fundne]:
        fundne = fundne.union(*(_ord(rest.pop(navn)) for navn in naevnte))
    return fundne


def _ord(sql: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _KOMMENTAR.sub("", sql)))


@functools.cache
def _faelles_visninger() -> dict[str, str]:
    return dict(_VISNING.findall(sql_fil("kinds", "enheder").read_text(encoding="utf-8")))
