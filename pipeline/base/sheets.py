"""Sheets that people fill in: what stands on one, told to whoever writes it and to whoever reads it back.

A sheet has a head of labelled values and a table under headings. It is read back by its labels, headings and
keys, never by where a cell stands, so that rows may be moved and columns and sheets added.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | date | None

_LONGEST_TAB = 31
_REFUSED = re.compile(r"[\[\]:*?/\\']")
UNCHANGED = "aftryk"
"""Name of the hidden column that tells a row which nobody has changed from one that says something."""


def tab_name(text: str) -> str:
    """A sheet's name: at most 31 characters, none of those Excel refuses."""
    return _REFUSED.sub("_", text)[:_LONGEST_TAB]


class Fill(StrEnum):
    """What a cell is for: shown only, or to be filled in with a text, a day, a number or a choice."""

    SHOWN = "vist"
    TEXT = "tekst"
    DAY = "dato"
    NUMBER = "tal"
    CHOICE = "valg"


@dataclass(frozen=True)
class SheetColumn:
    """One column: what it is called in code and on the sheet, and what may be filled in.

    `words` are a choice's codes with the words that stand for them. `key`: it names what the row is about.
    """

    name: str
    heading: str
    width: float
    fill: Fill = Fill.SHOWN
    words: Mapping[str, str] = field(default_factory=dict)
    key: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Labelled:
    """One value of a sheet's head, beside its label."""

    label: str
    value: Value
    fill: Fill = Fill.SHOWN


Cells: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True)
class FormSheet:
    """One sheet; a row that is a text alone is a heading between rows.

    `lines` say how to fill it in. `one_page`: all of it is printed on one page, however long.
    """

    tab: str
    title: str
    lines: Sequence[str]
    head: Sequence[Labelled]
    columns: Sequence[SheetColumn] = ()
    rows: Sequence[Cells | str] = ()
    one_page: bool = False
    lowest: float = 18.0
    """Least height of a row, in points: on paper there must be room to write."""


def fingerprint(columns: Sequence[SheetColumn], cells: Cells) -> str:
    """Fingerprint of what can be filled in on a row: the same for a row as it was handed out."""
    filled = [cells.get(column.name) for column in columns if column.fill is not Fill.SHOWN]
    text = "\0".join("" if value is None else " ".join(str(value).split()) for value in filled)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
