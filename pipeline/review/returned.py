"""A workbook that has come back -> its rows, found by labels and headings wherever they stand.

Rows may be in another order, on other sheets and between rows of somebody's own; sheets and columns may have
been added, and sheets renamed. Nothing is judged here but whether a cell can be read as what it is for.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from pipeline.base.sheets import Fill, SheetColumn, Value
from pipeline.base.text import folded
from pipeline.definitions.form_sheets import LABELS, PERIODE, READER, ROUND, SUBJECT, TABS, TEAM
from pipeline.review.fields import Field, Mask, Place, Unreadable, text_of

if TYPE_CHECKING:  # loaded with the first workbook: most months have none
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_SHEETS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".csv", ".numbers"})
_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a workbook begins that is locked with a password, or is of the Excel before 2007."""
MOST_BYTES = 16 << 20
"""A workbook that unpacks to more is none that a leader filled in."""


class NotASheet(Unreadable):
    """A file of another kind, such as a scanned page; it may be an answer all the same."""


@dataclass(frozen=True)
class Row:
    """One row of a table: the head it stands under, by label, and its own cells, by column."""

    table: str
    place: Place
    head: Mapping[str, Field]
    cells: Mapping[str, Field]

    def field(self, name: str) -> Field:
        """A cell of the row; an empty one where the sheet lacks the column."""
        return self.cells.get(name) or Field(None, self.place)

    def labelled(self, label: str) -> Field:
        """A value of the row's head; an empty one where it is not there."""
        return self.head.get(label) or Field(None, self.place)

    def read(self, column: SheetColumn, mask: Mask) -> Value:
        """A cell as what its column is for.

        Raises:
            Unreadable: it does not hold that.
        """
        cell = self.field(column.name)
        if column.fill is Fill.CHOICE:
            return cell.choice(column.words)
        if column.fill in (Fill.DAY, Fill.NUMBER):
            return cell.day() if column.fill is Fill.DAY else cell.number()
        return cell.text(mask)


@dataclass(frozen=True)
class Book:
    """One workbook: its rows, every head on it, the day it was saved, and the hash of its bytes."""

    file: str
    sha256: str
    rows: tuple[Row, ...]
    heads: tuple[Mapping[str, Field], ...]
    saved: date

    @property
    def is_ours(self) -> bool:
        """Whether anything on it says that it is one of those that were handed out."""
        whose = ({ROUND}, {PERIODE, READER}, {PERIODE, TEAM})
        return bool(self.rows) or any(labels <= head.keys() for labels in whose for head in self.heads)


def read_book(file: Path, name: str, tables: Mapping[str, Sequence[SheetColumn]]) -> Book:
    """Every row of the tables named; `name` is what messages call the file.

    Raises:
        Unreadable: it is no workbook.
    """
    from openpyxl import load_workbook

    _require_workbook(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what we do not read: pictures, rules, styles
            book = load_workbook(file, data_only=True)
    except Exception:  # the library raises whatever it stumbles on
        raise Unreadable("filen kan ikke læses; åbn den, og gem den igen som Excel-projektmappe") from None
    needed = {table: _needed(columns) for table, columns in tables.items()}
    names = {table: {folded(c.heading): c.name for c in columns} for table, columns in tables.items()}
    readers = [
        _SheetReader(Place(name, _shown(sheet, number)), needed, names).read(sheet)
        for number, sheet in enumerate(book.worksheets, start=1)
    ]
    saved = book.properties.modified or datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    return Book(
        name,
        hashlib.sha256(file.read_bytes()).hexdigest(),
        tuple(row for reader in readers for row in reader.rows),
        tuple(head for reader in readers for head in reader.heads if head),
        saved.date(),
    )


def objects_in(file: Path) -> frozenset[tuple[str, str]]:
    """The objects that a workbook has forms of, each by its round and id; none where it cannot be read."""
    try:
        book = read_book(file, file.name, {})
    except Unreadable:
        return frozenset()
    pairs = [(head.get(ROUND), head.get(SUBJECT)) for head in book.heads]
    return frozenset((text_of(r.content), text_of(o.content)) for r, o in pairs if r and o)


def _require_workbook(file: Path) -> None:
    if file.suffix.lower() not in _SHEETS:
        raise NotASheet("er ikke et regneark og er ikke læst; er det et svar, så skriv det i skemaet (.xlsx)")
    if file.suffix.lower() != ".xlsx":
        raise Unreadable(
            "skemaer læses kun som .xlsx; åbn filen, vælg Gem som og Excel-projektmappe (.xlsx), "
            "læg den her, og fjern denne"
        )
    if _begins(file) == _LOCKED:
        raise Unreadable(
            "filen er låst med en adgangskode eller gemt i det gamle Excel; gem den uden, som .xlsx"
        )
    try:
        with ZipFile(file) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except Exception:  # a damaged zip file fails in many ways
        raise Unreadable("filen er ikke et helt regneark; gem den igen") from None
    if size > MOST_BYTES:
        raise Unreadable("filen er for stor til at være et udfyldt skema")


def _begins(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(len(_LOCKED))
    except OSError:
        raise Unreadable("filen kan ikke læses; er den åben i et andet program, så luk den") from None


def _needed(columns: Sequence[SheetColumn]) -> set[str]:
    """The headings by which a table is known: what its rows are about, and the first thing to fill in."""
    key = next(c for c in columns if c.key)
    fill = next(c for c in columns if c.fill is not Fill.SHOWN)
    return {folded(key.heading), folded(fill.heading)}


def _shown(sheet: Worksheet, number: int) -> str:
    """A tab's name as messages show it; one that somebody chose could be a child's name."""
    ours = sheet.title in TABS or re.fullmatch(r"\d\d [\w.-]+", sheet.title, re.ASCII)
    return sheet.title if ours else f"nr. {number}"


@dataclass
class _SheetReader:
    """Reads one sheet from the top: a label begins or goes on with a head, headings begin a table."""

    place: Place
    needed: Mapping[str, set[str]]
    names: Mapping[str, Mapping[str, str]]
    rows: list[Row] = field(default_factory=list)
    heads: list[dict[str, Field]] = field(default_factory=lambda: [{}])
    _table: str = ""
    _columns: dict[int, str] = field(default_factory=dict)

    def read(self, sheet: Worksheet) -> _SheetReader:
        """Read every row."""
        for cells in sheet.iter_rows():
            filled = [cell for cell in cells if text_of(cell.value)]
            if filled and not self._headings(filled) and not self._row(cells, filled[0]):
                self._labels(filled)
        return self

    def _headings(self, cells: Sequence[Cell]) -> bool:
        found: dict[str, int] = {}
        for cell in cells:
            found.setdefault(folded(str(cell.value)), cell.column)
        table = next((table for table, needed in self.needed.items() if needed <= found.keys()), None)
        if table is None:
            return False
        self._table = table
        names = self.names[table]
        self._columns = {column: names[heading] for heading, column in found.items() if heading in names}
        return True

    def _row(self, cells: Sequence[Cell], first: Cell) -> bool:
        """A row of the table; one that is no row of it may be the next head's labels."""
        own = [cell for cell in cells if cell.column in self._columns]
        if not any(text_of(cell.value) for cell in own) or folded(str(first.value)) in _LABELS:
            return False
        fields = {self._columns[cell.column]: self._field(cell) for cell in own}
        self.rows.append(Row(self._table, self._at(first), self.heads[-1], fields))
        return True

    def _labels(self, cells: Sequence[Cell]) -> None:
        """Each label's value is the next filled cell, unless that is a label too."""
        pairs = [(_LABELS.get(folded(str(cell.value))), cell) for cell in cells]
        if self._table and any(label for label, _ in pairs):
            self._table, self._columns = "", {}
            self.heads.append({})
        for (label, _), (following, cell) in pairwise(pairs):
            if label and not following:
                self.heads[-1].setdefault(label, self._field(cell))

    def _field(self, cell: Cell) -> Field:
        return Field(cell.value, self._at(cell))

    def _at(self, cell: Cell) -> Place:
        return Place(self.place.file, self.place.sheet, cell.coordinate)


_LABELS = {folded(label): label for label in LABELS}


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, but for those that programs keep for themselves."""
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
        if not hidden and file.is_file() and file.name.lower() not in {"thumbs.db", "desktop.ini"}:
            yield file
