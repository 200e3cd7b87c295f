"""The Excel workbook: a cover sheet with the definitions, then a sheet per table, view or answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from pipeline.base.database import Database
from pipeline.base.errors import UsageFault
from pipeline.base.text import count_of, number
from pipeline.economist.cells import head_cell, let_cell, shown, to_paper
from pipeline.economist.cover import COVER, write_cover
from pipeline.economist.published import Object, PublishedColumn
from pipeline.economist.selection import ROWS_AT_A_TIME, count_rows, query

MOST_ROWS = 1_048_575
"""Rows a sheet can hold below its header."""

SLOW = 100_000
"""Rows above which the user is told of faster formats."""


def write_workbook(
    database: Database, chosen: Sequence[Object], file: Path, progress: Callable[[str], None]
) -> None:
    """Write the workbook.

    Raises:
        UsageFault: a table, view or answer has more rows than a sheet can hold.
    """
    rows = [_require_place(object_, count_rows(database, object_)) for object_ in chosen]
    book = Workbook(write_only=True)
    periode = database.value("select periode from om")
    book.properties.title = f"Ledelsestilsyn {periode}"
    book.properties.creator = "ledelsestilsyn"
    sheet_names = _sheet_names(chosen)
    write_cover(book, database, sheet_names)
    for (name, object_), n in zip(sheet_names.items(), rows, strict=True):
        slow = "; parquet og csv er hurtigere" if n > SLOW else ""
        progress(f"Skriver {object_.name} ({count_of(n, 'række', 'rækker')}{slow})")
        _sheet(book, database, name, object_)
    book.save(file)


def _require_place(object_: Object, n: int) -> int:
    if n > MOST_ROWS:
        raise UsageFault(
            f"{object_.name} har {number(n)} rækker, og et regneark kan rumme {number(MOST_ROWS)}; "
            "vælg parquet eller csv."
        )
    return n


def _sheet_names(chosen: Sequence[Object]) -> dict[str, Object]:
    """Each under a sheet's name; two that would get the same are told apart by a number."""
    found: dict[str, Object] = {}
    used = {COVER.casefold()}
    for object_ in chosen:
        name, index = sheet_name(object_.name), count(2)
        while name.casefold() in used:
            name = f"{sheet_name(object_.name)[:27]} ({next(index)})"
        used.add(name.casefold())
        found[name] = object_
    return found


def sheet_name(name: str) -> str:
    """A sheet's name: at most 31 characters, none of those Excel refuses."""
    return re.sub(r"[\[\]:*?/\\']", "_", name)[:31]


def _sheet(book: Workbook, database: Database, name: str, object_: Object) -> None:
    sheet = book.create_sheet(name)
    to_paper(sheet)
    sheet.print_title_rows = "1:1"
    sheet.freeze_panes = "A2"
    result = database.run(query(object_))
    bundle = result.fetchmany(ROWS_AT_A_TIME)
    for index, column in enumerate(object_.columns):
        width = _width(column, (row[index] for row in bundle[:200]))
        sheet.column_dimensions[get_column_letter(index + 1)].width = width
    sheet.append([head_cell(sheet, column.name, column.meaning) for column in object_.columns])
    written = 0
    while bundle:
        written += len(bundle)
        for row in bundle:
            sheet.append([let_cell(sheet, value) for value in row])
        bundle = result.fetchmany(ROWS_AT_A_TIME)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(object_.columns))}{written + 1}"


def _width(column: PublishedColumn, values: Iterable[object]) -> int:
    longest = max([len(column.name) + 3, *(len(shown(v)) for v in values if v is not None)])
    return min(max(longest + 2, 10), 60)
