"""What the parameters of the shipped SQL files are, so that a plan's mistake is told where it stands.

The database takes a text for a number, and an empty table takes anything: without this a plan would be found
in order and stop the month. SQL of a plan's own may call what it asks for as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pipeline.base.resources import resource
from pipeline.definitions.places import Fault, Place

HIGHEST = 36_500
"""A hundred years of days; a number beyond it is a slip of the finger."""

_WHOLE = frozenset((
    "arbejdsdage", "besoeg", "dage", "dage_foer", "foerste_dage", "foerste_maaneder", "hoejst",
    "hoejst_maaneder", "laengere_maaneder", "maaneder", "mindst", "mindste_alder", "mindste_score",
    "nye_maaneder", "senere_dage", "senere_maaneder", "skift_dage", "under_alder",
))  # fmt: skip
_DAYS = frozenset(("fra_dato", "modtaget_fra"))
_TRUTHS = frozenset(("almenomraade", "efterslaeb", "kun_paakraevet", "kun_under_bfu", "overgreb"))
_TEXT = frozenset((
    "gruppe", "laengere_kategori", "led", "leverandoer_type", "maalepunkt", "paragraf", "spoergsmaal", "type",
))  # fmt: skip
_TEXTS = frozenset(("former", "kategorier", "paragraffer", "steder", "typer", "uden_tilbud", "undertyper"))
KNOWN = _WHOLE | _DAYS | _TRUTHS | _TEXT | _TEXTS
"""Every parameter of a shipped file that a plan gives."""

_EMPTY_AS_NONE = frozenset((
    "foerste_dage", "foerste_maaneder", "hoejst_maaneder", "laengere_kategori", "laengere_maaneder",
    "senere_dage", "senere_maaneder", "under_alder",
))  # fmt: skip
"""Those that may be null though the file does not ask whether they are; of others its first lines say so."""


def parameter_faults(place: Place, file: Path, given: Mapping[str, object]) -> Iterator[Fault]:
    """What is wrong with the values a plan gives a file's parameters; nothing of a file of the plan's own."""
    if not file.is_relative_to(resource("sql")):
        return
    sql = file.read_text(encoding="utf-8")
    for name, value in given.items():
        if value is None:
            if not _may_be_null(name, sql):
                yield Fault((*place, name), f"må ikke være null: {_expected(name)}")
        elif name in KNOWN and not _fits(name, value):
            yield Fault((*place, name), _expected(name))


def _may_be_null(name: str, sql: str) -> bool:
    asked = re.search(rf"\${name}\b(::\w+(\[\])?)? is (not )?null|\b{name} null\b", sql)
    return name in _EMPTY_AS_NONE or name not in KNOWN or asked is not None


def _fits(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return name in _TRUTHS
    if name in _WHOLE:
        return isinstance(value, int) and 0 <= value <= HIGHEST
    if name in _DAYS:
        return isinstance(value, date)
    if name in _TEXTS:
        return isinstance(value, list) and all(isinstance(one, str | int) for one in value)
    return name in _TEXT and isinstance(value, str | int)


def _expected(name: str) -> str:
    if name in _WHOLE:
        return f"skal være et helt tal fra 0 til {HIGHEST}"
    if name in _DAYS:
        return "skal være en dato (åååå-mm-dd)"
    if name in _TRUTHS:
        return "skal være true eller false"
    if name in _TEXTS:
        return "skal være en liste af tekster, fx ['48', '50']"
    return "skal være tekst i anførselstegn, fx '6.10'"
