"""The Excel workbook: a cover sheet with the definitions, then a sheet per table, view or answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from pipeline.base.database import Database
from pipeline.base.errors import UsageFault
from pipeline.base.text import count_of, number
from pipeline.economist.cells import cell, fit_to_paper, head_cell, plain_cell, shown
from pipeline.economist.published import Object, PublishedColumn
from pipeline.economist.selection import ROWS_AT_A_TIME, count_rows, query

COVER = "Forside"
WIDEST = 100
LINE_HEIGHT = 15
TOPMOST = Alignment(horizontal="left", vertical="top")
WRAPPED = Alignment(wrap_text=True, vertical="top")
ABOUT_NAMES = {
    "organisation": "Organisation",
    "plan_titel": "Plan",
    "periode": "Periode",
    "opgjort_pr": "Opgjort pr.",
    "foreloebig": "Foreløbig",
    "udtraeksdato": "Data trukket",
    "indlaest_tidspunkt": "Indlæst",
    "leverance_id": "Leverance",
    "program_version": "Version",
    "antal_forbehold": "Antal forbehold",
}
TYPES = {
    "VARCHAR": "tekst",
    "INTEGER": "heltal",
    "BIGINT": "heltal",
    "HUGEINT": "heltal",
    "DOUBLE": "tal",
    "DECIMAL": "tal",
    "DATE": "dato",
    "TIMESTAMP": "dato og tid",
    "BOOLEAN": "sand eller falsk",
}
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
    _cover(book, database, sheet_names)
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


def _cover(book: Workbook, database: Database, sheet_names: Mapping[str, Object]) -> None:
    """The first sheet: what the file is, what must be said with it, and what every column means."""
    sheet = book.create_sheet(COVER)
    fit_to_paper(sheet)
    for letter, width in zip("ABCD", (30, 30, 18, WIDEST), strict=True):
        sheet.column_dimensions[letter].width = width
    for row, line in enumerate(_cover_lines(sheet, database, sheet_names), start=1):
        for field in line:
            field.alignment = TOPMOST
        for long in line[3:]:
            long.alignment = WRAPPED
            # LibreOffice does not find the height itself, and rows would lie over each other
            sheet.row_dimensions[row].height = LINE_HEIGHT * max(1, -(-len(long.value or "") // WIDEST))
        sheet.append(line)


def _cover_lines(
    sheet: Any, database: Database, sheet_names: Mapping[str, Object]
) -> Iterator[list[WriteOnlyCell]]:
    about = database.fetch("from om")[0]
    yield [cell(sheet, f"Ledelsestilsyn {about['periode']}", bold=True)]
    for name, title in ABOUT_NAMES.items():
        if name in about:
            yield [cell(sheet, title), cell(sheet, about[name])]
    for r in database.fetch("select nr, tekst from bemaerkning order by nr"):
        yield [cell(sheet, field) for field in (f"Forbehold {r['nr']}", None, None, r["tekst"])]
    yield []
    yield [head_cell(sheet, text) for text in ("Ark", "Kolonne", "Type", "Betydning")]
    for name, object_ in sheet_names.items():
        yield [_reference(sheet, name), *(cell(sheet, field) for field in (None, None, object_.meaning))]
        for column in object_.columns:
            fields = (None, column.name, danish_type(column.type), column.meaning)
            yield [cell(sheet, field) for field in fields]


def _reference(sheet: Any, name: str) -> WriteOnlyCell:
    reference = cell(sheet, name, bold=True)
    reference.hyperlink = f"#'{name}'!A1"
    return reference


def danish_type(type_: str) -> str:
    """What a column holds, in the words of a spreadsheet's reader."""
    return TYPES.get(type_.partition("(")[0], type_)


def _sheet(book: Workbook, database: Database, name: str, object_: Object) -> None:
    sheet = book.create_sheet(name)
    fit_to_paper(sheet)
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
            sheet.append([plain_cell(sheet, value) for value in row])
        bundle = result.fetchmany(ROWS_AT_A_TIME)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(object_.columns))}{written + 1}"


def _width(column: PublishedColumn, values: Iterable[object]) -> int:
    longest = max([len(column.name) + 3, *(len(shown(v)) for v in values if v is not None)])
    return min(max(longest + 2, 10), 60)
