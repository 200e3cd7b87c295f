"""Cases that must stay out: a list of keyed hashes, so that a delivery that brings them again leaves them.

Nobody can read from the list which cases they are, nor try numbers against it without the workspace's key.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.base.durable import write
from pipeline.base.traces import MASK, Traces

FILE_NAME = "glemte"
COLUMNS = ("sag_id", "underretning_id")
"""The columns a row is known by: its case, or, of a notification about a child alone, itself."""

_WORD = re.compile(r"\w+")


@dataclass
class Forgotten:
    """The list, and how many rows of each extract it has kept out of a delivery."""

    key: bytes = b""
    marks: frozenset[str] = frozenset()
    rows: dict[str, int] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def keep(self, extract: str, names: Sequence[str], columns: Sequence[Any]) -> Any:
        """Which rows to take in, as an Arrow array of booleans; None where all of them."""
        import pyarrow as pa
        import pyarrow.compute as pc

        gone = None
        for name, column in zip(names, columns, strict=True):
            if not self.marks or name not in COLUMNS:
                continue
            encoded = column.dictionary_encode()
            hit = [mark(self.key, name, text) in self.marks for text in encoded.dictionary.to_pylist()]
            if any(hit):
                these = pa.array(hit).take(encoded.indices)
                gone = these if gone is None else pc.or_(gone, these)
        if gone is None:
            return None
        self._count(extract, pc.sum(gone).as_py())
        return pc.invert(gone)

    def masked(self, names: Sequence[str], columns: Sequence[Any]) -> list[Any]:
        """The columns with the number of a forgotten case masked where a text of another row names it."""
        import pyarrow as pa

        if not self.marks:
            return list(columns)
        new = []
        for name, column in zip(names, columns, strict=True):
            encoded = None if name.endswith("_id") else column.dictionary_encode()
            texts = [] if encoded is None else encoded.dictionary.to_pylist()
            clean = [_WORD.sub(self._word, text) for text in texts]
            new.append(column if encoded is None or clean == texts else pa.array(clean).take(encoded.indices))
        return new

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        if word not in self._known:
            self._known[word] = MASK if Traces(word, {}).is_a_word and self.has(word) else word
        return self._known[word]

    def drops(self, extract: str, fields: Iterable[str]) -> bool:
        """Whether a row whose columns nobody knows is of a forgotten case, by any of its fields."""
        marks = (mark(self.key, name, text) for text in fields for name in COLUMNS)
        found = bool(self.marks) and any(each in self.marks for each in marks)
        if found:
            self._count(extract, 1)
        return found

    def has(self, sag_id: str) -> bool:
        """Whether a case is on the list."""
        return mark(self.key, "sag_id", sag_id) in self.marks

    def _count(self, extract: str, rows: int) -> None:
        self.rows[extract] = self.rows.get(extract, 0) + rows

    def remarks(self) -> tuple[str, ...]:
        """How many rows were left out; they are in none of the delivery's counts."""
        if not self.rows:
            return ()
        told = ", ".join(f"{rows} i {extract}" for extract, rows in self.rows.items())
        return (f"Rækker om glemte sager, som er ladt ude og ikke talt med: {told}.",)


def mark(key: bytes, column: str, value: str) -> str:
    """How a value is known in the list."""
    return hmac.digest(key, f"glemt\0{column}\0{value}".encode(), "sha256").hex()


def read_forgotten(workspace: Path, key: bytes) -> Forgotten:
    """The workspace's list; empty where nothing has been forgotten."""
    file = workspace / FILE_NAME
    lines = file.read_text(encoding="ascii").split() if file.is_file() else []
    return Forgotten(key, frozenset(lines))


def remember(workspace: Path, key: bytes, columns: Mapping[str, Iterable[str]]) -> None:
    """Add a case to the list: on disk, whole, before anything of it is taken out."""
    known = read_forgotten(workspace, key).marks
    new = {mark(key, name, value) for name in COLUMNS for value in columns.get(name, ())}
    write(workspace / FILE_NAME, "".join(f"{line}\n" for line in sorted(known | new)))
