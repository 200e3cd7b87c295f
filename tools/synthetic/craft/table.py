"""An extract as columns that know from which day each value stood in the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from tools.synthetic.craft.arrays import MISSING, Ints

ROOM_PER_KIND = 1 << 40
"""Room for the numbers of one kind of id where a column holds several kinds."""


@dataclass(frozen=True)
class Column:
    """One column.

    `type` is one of id, ids, barn, dato, tid, bool, heltal, kode, oere, maaned, tekst. `known` is the day the
    value was registered (None: with its row). `codes` are the words of a kode or, for an id, its
    pattern, for ids one for each kind; `own` the municipality's own words for the same. `on_day` gives
    the values as of one day, for facts the register overwrites.
    """

    type: str
    values: Ints | NDArray[np.object_]
    known: Ints | None = None
    codes: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    on_day: Callable[[int], Ints] | None = None


@dataclass
class Table:
    """One extract of one block: the day each row was registered, and its columns in file order.

    `replaced` is the day another row took its place.
    """

    name: str
    registered: Ints
    columns: dict[str, Column] = field(default_factory=dict)
    replaced: Ints | None = None

    def __len__(self) -> int:
        return len(self.registered)

    def ident(self, name: str, pattern: str, values: Ints, known: Ints | None = None) -> None:
        """An id: `pattern` is a format of one number; below zero: missing."""
        self.columns[name] = Column("id", values, known, (pattern,))

    def ident_on_day(self, name: str, pattern: str, rule: Callable[[int], Ints]) -> None:
        """An id the register overwrites: `rule` gives it as of the delivery's day."""
        none = np.full(len(self), MISSING, dtype=np.int64)
        self.columns[name] = Column("id", none, codes=(pattern,), on_day=rule)

    def ident_of_kind(self, name: str, patterns: Sequence[str], kind: Ints, values: Ints) -> None:
        """Ids of several kinds in one column; a kind below zero: missing."""
        coded = np.where(kind >= 0, kind * ROOM_PER_KIND + values, MISSING)
        self.columns[name] = Column("ids", coded, codes=tuple(patterns))

    def date(self, name: str, days: Ints, delayed: Ints | int = 0) -> None:
        """A date, known when it has come and has been registered."""
        self.columns[name] = Column("dato", days, days + delayed)

    def time(self, name: str, minutes: Ints, delayed: Ints | int = 0) -> None:
        """A timestamp in minutes since 1970."""
        self.columns[name] = Column("tid", minutes, minutes // 1440 + delayed)

    def number(self, name: str, type_: str, values: Ints, known: Ints | None = None) -> None:
        """A number or a yes/no (1, 0), with MISSING for missing."""
        self.columns[name] = Column(type_, values, known)

    def code(self, name: str, codes: Sequence[str], values: Ints, known: Ints | None = None) -> None:
        """A code, given by its place in `codes`; below zero: missing."""
        self.columns[name] = Column("kode", values, known, tuple(codes))

    def text(self, name: str, values: Sequence[str]) -> None:
        """Text, written as it stands."""
        self.columns[name] = Column("tekst", np.array([*values, None], dtype=object)[:-1])


def stacked(parts: Sequence[Table], order: Ints) -> Table:
    """The rows of several tables of one extract as one, the row at place `order[0]` of them all first.

    Each part draws its columns with dice of its own, so that a new kind of row moves no other's values.
    """
    first, *_ = parts
    columns = {}
    for name, column in first.columns.items():
        every = [part.columns[name] for part in parts]
        known = np.concatenate(
            [part.registered if c.known is None else c.known for part, c in zip(parts, every, strict=True)]
        )
        values = np.concatenate([c.values for c in every])
        columns[name] = replace(column, values=values[order], known=known[order])
    return Table(first.name, np.concatenate([part.registered for part in parts])[order], columns)
