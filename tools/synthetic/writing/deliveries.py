"""From the made-up history to deliveries: what the register showed on a day, written in one dialect."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.base.errors import UsageFault
from pipeline.base.resources import resource
from pipeline.base.settings import read_settings
from tools.synthetic.craft.arrays import MISSING, NEVER
from tools.synthetic.craft.days import Era, day
from tools.synthetic.craft.table import Column, Table
from tools.synthetic.extracts import EXTRACTS
from tools.synthetic.history import world
from tools.synthetic.writing import dirt
from tools.synthetic.writing.dialect import Dialect, texts

SETTINGS = ("data_samples", "indstillinger.toml")
EARLIEST, LATEST = 2015, 2024
"""The years a history may begin: what the curves and the register's calendar hold."""
UNKNOWN_COLUMNS = {"sager": ("Oprettet i system", "Fagsystem"), "udgifter": ("Konto", "5.28.21.1")}
"""Columns of the municipality's own that the contract does not know: extract -> heading and value."""
_PER_PORTION = 100_000
_DIALECTS = (
    Dialect("utf-8-sig", ";", "\r\n", iso=False, yes="J", no="N", thousands=True),
    Dialect("utf-8", "\t", "\n", iso=False, yes="1", no="0"),
    Dialect("utf-8", ",", "\n", iso=True, yes="true", no="false", cpr_hyphen=False),
)
"""One for each third of a year, so that the deliveries of a year differ in every way the intake allows."""


def _own_dialect() -> Dialect:
    """Windows-1252 with the headings and values the sample settings file maps to the contract's."""
    settings = read_settings(resource(*SETTINGS))
    return Dialect(
        "cp1252", ";", "\r\n", iso=False, yes="ja", no="nej", own_words=True,
        headings={e: {k: o for o, k in pairs.items()} for e, pairs in settings.overskrifter.items()},
        values={
            e: {k: {code: own for own, code in words.items() if own != "*"} for k, words in columns.items()}
            for e, columns in settings.vaerdier.items()
        },
        extra=UNKNOWN_COLUMNS,
    )  # fmt: skip


def _values(column: Column, rows: NDArray[np.int64], today: int) -> NDArray[np.generic]:
    """The values of the shown rows, emptied where they were not yet known."""
    places = column.values if column.on_day is None else column.on_day(today)
    values = places[rows]
    if column.known is None:
        return values
    empty = NEVER if column.type in ("dato", "tid", "barn", "oere") else MISSING
    return np.where(column.known[rows] <= today, values, empty)


def _rows(table: Table, dialect: Dialect, today: int) -> Iterator[list[tuple[str, ...]]]:
    """The fields of every row the register showed on a day, some thousand rows at a time."""
    shown = table.registered <= today
    if table.replaced is not None:
        shown &= today < table.replaced
    places = np.flatnonzero(shown)
    for start in range(0, len(places), _PER_PORTION):
        rows = places[start : start + _PER_PORTION]
        columns = [
            texts(dialect, table.name, name, column, _values(column, rows, today))
            for name, column in table.columns.items()
        ]
        yield list(zip(*columns, strict=True))


def _with_unknown_column(table: Table, dialect: Dialect) -> Table:
    """The extract with the column that is the register's own business, where it has one."""
    if table.name not in dialect.extra:
        return table
    heading, value = dialect.extra[table.name]
    same = Column("kode", np.zeros(len(table), dtype=np.int64), codes=(value,))
    return replace(table, columns={**table.columns, heading: same})


@dataclass(frozen=True)
class _Leverance:
    """One delivery being written."""

    folder: Path
    when: date
    dialect: Dialect
    dirt: bool

    def write(self, table: Table, first_block: bool) -> None:
        """Append one block's rows to the extract; the first block begins the file and carries the faults."""
        mode, encoding = "a", self.dialect.encoding.removesuffix("-sig")
        if first_block:  # a byte order mark stands at the beginning of the file alone
            mode, encoding = "w", self.dialect.encoding
        with (self.folder / f"{table.name}.csv").open(mode, encoding=encoding, newline="") as file:
            for line in self._lines(table, first_block):
                file.write(line + self.dialect.newline)

    def _lines(self, table: Table, first_block: bool) -> Iterator[str]:
        """The header of a file that begins, then the rows; the faults lie among the first of them."""
        table = _with_unknown_column(table, self.dialect)
        join = self.dialect.separator.join
        if first_block:
            yield join(self.dialect.quoted(self.dialect.heading(table.name, k)) for k in table.columns)
        for nr, rows in enumerate(_rows(table, self.dialect, day(self.when))):
            if self.dirt and first_block and nr == 0:
                yield from dirt.add(table.name, list(table.columns), rows, self.dialect, self.when)
            else:
                yield from map(join, rows)


def write_leverancer(
    root: Path,
    *,
    dates: Sequence[date],
    scale: int = 1,
    seed: int = 2021,
    first_year: int = 2020,
    dirt: bool = True,
    own_words: Collection[date] = (),
) -> None:
    """Write one delivery of all 18 extracts for each date, in the folder `root/YYYY-MM-DD`.

    Args:
        root: where the folders are made; files already there are replaced.
        dates: the days the deliveries are drawn, within the history's four years.
        scale: how many municipalities of 80,000 the cases amount to; teams grow with its square root.
        seed: what all is drawn from; the same seed and scale give the same bytes on every platform.
        first_year: the year the history begins; each first year makes a history of its own.
        dirt: whether a few faulty rows of every kind the intake knows are mixed in.
        own_words: the dates whose delivery comes as Windows-1252 with the municipality's own
            headings and values, as `data_samples/indstillinger.toml` maps them.

    Raises:
        UsageFault: a date outside the made-up history, a first year out of bounds, or a scale below 1.
    """
    era = Era(first_year)
    _check(era, dates, scale)
    leverancer = [_begin(root, when, dirt, when in own_words) for when in dates]
    for block in range(scale):
        here = world.build(era, seed, block, scale)
        for extract in EXTRACTS:
            table = extract(here)
            for leverance in leverancer:
                leverance.write(table, block == 0)


def _check(era: Era, dates: Sequence[date], scale: int) -> None:
    if not EARLIEST <= era.first_year <= LATEST:
        raise UsageFault(f"Historien kan begynde i {EARLIEST} til {LATEST}, ikke i {era.first_year}.")
    years = f"{era.years[0]}-{era.years[-1]}"
    for when in dates:
        if not era.begin <= day(when) <= era.end:
            raise UsageFault(f"Datoen {when:%d-%m-%Y} ligger uden for den opdigtede historie ({years}).")
    if scale < 1:
        raise UsageFault(f"Skalaen {scale} kan ikke bruges: den skal være mindst 1.")


def _begin(root: Path, when: date, dirt: bool, own_words: bool) -> _Leverance:
    folder = root / f"{when}"
    folder.mkdir(parents=True, exist_ok=True)
    dialect = _own_dialect() if own_words else _DIALECTS[(when.month - 1) // 4]
    return _Leverance(folder, when, dialect, dirt)
