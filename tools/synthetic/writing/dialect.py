"""How a register writes: encoding, separators, dates, numbers, yes and no, and its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tools.synthetic.craft.arrays import NEVER, Ints
from tools.synthetic.craft.days import day
from tools.synthetic.craft.table import ROOM_PER_KIND, Column

_FIRST = date(1985, 1, 1)
_LAST = date(2031, 12, 31)
_NEVER_COMES = 1 << 39
"""From here on a day or minute never comes, whatever was added to or taken from it."""


@dataclass(frozen=True)
class Dialect:
    """One register's way of writing a CSV file."""

    encoding: str
    separator: str
    newline: str
    iso: bool
    yes: str
    no: str
    thousands: bool = False
    cpr_hyphen: bool = True
    headings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    own_words: bool = False
    extra: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Extract -> heading and constant value of a column the contract does not know."""

    @cached_property
    def _days(self) -> NDArray[np.object_]:
        count = (_LAST - _FIRST).days + 1
        dates = [self.date(_FIRST + timedelta(days=n)) for n in range(count)]
        return np.array([*dates, ""], dtype=object)

    @cached_property
    def _minutes(self) -> NDArray[np.object_]:
        before, end = ("T", ":00") if self.iso else (" ", "")
        return np.array(
            [f"{before}{m // 60:02d}:{m % 60:02d}{end}" for m in range(1440)] + [""], dtype=object
        )

    def date(self, when: date) -> str:
        """One date."""
        return when.isoformat() if self.iso else f"{when:%d-%m-%Y}"

    def quoted(self, text: str) -> str:
        """One field, quoted where it must be."""
        if any(sign in text for sign in (self.separator, '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text

    def heading(self, extract: str, column: str) -> str:
        """The heading of a column: the municipality's own, where it has one."""
        return self.headings.get(extract, {}).get(column, column)

    def words(self, extract: str, name: str, column: Column) -> list[str]:
        """What is written for each code, and the empty field last."""
        own = self.values.get(extract, {}).get(name, {})
        codes: Sequence[str] = (
            column.own if self.own_words and column.own else [own.get(k, k) for k in column.codes]
        )
        return [*map(self.quoted, codes), ""]

    def days(self, values: Ints) -> NDArray[np.object_]:
        """Dates of days; empty for a day that never comes."""
        place = np.where(values < _NEVER_COMES, values - day(_FIRST), len(self._days) - 1)
        return self._days[place]

    def times(self, values: Ints) -> NDArray[np.object_]:
        """Timestamps of minutes."""
        comes = values < _NEVER_COMES
        days = self.days(np.where(comes, values // 1440, NEVER))
        return np.asarray(days + self._minutes[np.where(comes, values % 1440, 1440)])

    def amount(self, oere: int) -> str:
        """An amount of money."""
        whole, rest = divmod(oere, 100)
        kroner = f"{whole:,}".replace(",", ".") if self.thousands else str(whole)
        return f"{kroner}{'.' if self.iso else ','}{rest:02d}"

    def barn(self, number: int) -> str:
        """A replacement CPR number; a number of the municipality's own for a child not born or unknown."""
        if number >= NEVER:
            return ""
        if number < 0:
            return f"UFOEDT-{-number:05d}"
        hyphen = "-" if self.cpr_hyphen else ""
        return f"{number // 10_000:06d}{hyphen}{number % 10_000:04d}"


def month(number: int) -> str:
    """A month as YYYY-MM."""
    return f"{1970 + number // 12}-{number % 12 + 1:02d}"


def texts(
    dialect: Dialect, extract: str, name: str, column: Column, values: NDArray[np.generic]
) -> list[str]:
    """The fields of one column."""
    match column.type:
        case "dato":
            return list(dialect.days(values.astype(np.int64)))
        case "tid":
            return list(dialect.times(values.astype(np.int64)))
        case "kode":
            return list(np.array(dialect.words(extract, name, column), dtype=object)[values.astype(np.int64)])
        case "bool":
            return list(np.array([dialect.no, dialect.yes, ""], dtype=object)[values.astype(np.int64)])
        case "tekst":
            return [dialect.quoted(str(v)) for v in values.tolist()]
    return _numbers(dialect, column, values.tolist())


def _numbers(dialect: Dialect, column: Column, values: Sequence[int]) -> list[str]:
    match column.type:
        case "id":
            write = column.codes[0].format
            return [write(v) if v >= 0 else "" for v in values]
        case "ids":
            kinds = [pattern.format for pattern in column.codes]
            return [kinds[v // ROOM_PER_KIND](v % ROOM_PER_KIND) if v >= 0 else "" for v in values]
        case "oere":
            return [dialect.amount(v) for v in values]
        case "barn":
            return [dialect.barn(v) for v in values]
        case "maaned":
            return [month(v) for v in values]
    return [str(v) if v >= 0 else "" for v in values]
