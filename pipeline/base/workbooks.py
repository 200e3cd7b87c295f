"""Excel workbooks: text that never runs as a formula, A4 pages, and the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date
from io import BytesIO
from math import ceil
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.base.cell_rules import Lists, cell_rule
from pipeline.base.saved_books import CLOCK
from pipeline.base.sheets import Fill, FormSheet, Labelled, SheetColumn, Value, tab_name

CREATOR = "ledelsestilsyn"
DATE_FORMAT = "dd-mm-yyyy"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_FACE = "Calibri"
_BOLD, _TITLE = Font(name=_FACE, size=11, bold=True), Font(name=_FACE, size=14, bold=True)
_PLAIN, _QUIET = Font(name=_FACE, size=11), Font(name=_FACE, size=11, color="595959")
_LINE = Side(style="thin", color="A6A6A6")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TO_FILL, _HEAD = PatternFill("solid", fgColor="FFF9E5"), PatternFill("solid", fgColor="E7ECEF")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LINE_HEIGHT, _PER_LINE = 15.0, 1.15
_MARGINS = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5, header=0.25, footer=0.25)


def new_book() -> Workbook:
    """An empty workbook in Danish, without the sheet that new workbooks have."""
    book = Workbook()
    book.remove(book.worksheets[0])
    mark(book)
    return book


def mark(book: Workbook) -> None:
    """Say who made the workbook, and in which language."""
    book.properties.creator = CREATOR
    book.properties.language = "da-DK"


def as_bytes(book: Workbook, day: date) -> bytes:
    """The workbook as a file, made on `day`, as it says: the same rows give the same file."""
    raw, out = BytesIO(), BytesIO()
    book.save(raw)
    with ZipFile(raw) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = CLOCK.sub(f"{day.isoformat()}T00:00:00Z".encode(), old.read(name))
            new.writestr(ZipInfo(name, _ZIP_TIME), content, ZIP_DEFLATED)
    return out.getvalue()


def write_forms(sheets: Sequence[FormSheet], day: date) -> bytes:
    """A workbook of sheets to fill in."""
    book = new_book()
    lists = Lists()
    for sheet in sheets:
        _Writer(book.create_sheet(tab_name(sheet.tab)), sheet, lists).write()
    lists.write(book)
    return as_bytes(book, day)


def put(cell: Cell, value: Value) -> None:
    """A value in a cell; a text stays a text, whatever it looks like."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value
    if value is not None:
        cell.number_format = _format(value)


def _format(value: Value) -> str:
    """How a filled cell is shown."""
    return DATE_FORMAT if isinstance(value, date) else "@" if isinstance(value, str) else "0"


class _Writer:
    """Writes one sheet, row by row."""

    def __init__(self, paper: Worksheet, sheet: FormSheet, lists: Lists) -> None:
        self._paper, self._sheet, self._row = paper, sheet, 0
        self._looks: dict[tuple[str, Fill], Any] = {}
        self._rules = {column.name: rule for column in sheet.columns if (rule := cell_rule(column, lists))}
        for rule in self._rules.values():
            paper.add_data_validation(rule)

    def write(self) -> None:
        """Title, how to fill it in, head, table."""
        self._line(self._sheet.title, _TITLE)
        for line in self._sheet.lines:
            self._line(line, _QUIET)
        self._row += 1
        for first in range(0, len(self._sheet.head), 2):
            self._head(self._sheet.head[first : first + 2])
        self._row += 1
        if self._sheet.columns:
            self._table()
        self._on_paper()

    def _line(self, text: str, font: Font) -> None:
        self._row += 1
        put(cell := self._paper.cell(self._row, 1), text)
        cell.font = font

    def _head(self, pairs: Sequence[Labelled]) -> None:
        """Two labelled values to a row; each value stands two columns right of its label."""
        self._row += 1
        for column, pair in zip((1, 5), pairs, strict=False):
            put(label := self._paper.cell(self._row, column), pair.label)
            label.font = _BOLD
            put(value := self._paper.cell(self._row, column + 2), pair.value)
            value.alignment = Alignment(horizontal="left")
            if pair.fill is not Fill.SHOWN:
                value.border, value.fill = _BOX, _TO_FILL
                value.number_format = DATE_FORMAT if pair.fill is Fill.DAY else "@"

    def _table(self) -> None:
        self._row += 1
        headings = self._row
        for number, column in enumerate(self._sheet.columns, start=1):
            put(cell := self._paper.cell(headings, number), column.heading)
            cell.font, cell.fill, cell.border, cell.alignment = _BOLD, _HEAD, _BOX, _WRAPPED
            self._paper.column_dimensions[get_column_letter(number)].width = column.width
            self._paper.column_dimensions[get_column_letter(number)].hidden = column.hidden
        for row in self._sheet.rows:
            self._row += 1
            if isinstance(row, str):
                put(cell := self._paper.cell(self._row, 2), row)
                cell.font = _BOLD
                continue
            for number, column in enumerate(self._sheet.columns, start=1):
                self._field(self._paper.cell(self._row, number), column, row.get(column.name))
            self._paper.row_dimensions[self._row].height = self._height()
        if not self._sheet.one_page:
            self._paper.freeze_panes = f"A{headings + 1}"
            self._paper.print_title_rows = f"{headings}:{headings}"

    def _field(self, cell: Cell, column: SheetColumn, value: Value) -> None:
        shown = column.words.get(value, value) if isinstance(value, str) else value
        if isinstance(shown, str):
            cell.value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", shown), "s"
        else:
            cell.value = shown
        number = {Fill.DAY: DATE_FORMAT, Fill.NUMBER: "0"}.get(column.fill, "@")
        self._look(cell, _format(value) if value is not None else number, column.fill)
        if column.name in self._rules:
            # Not the rule's own way to add a cell, which first looks through all that it has.
            place = CellRange(None, cell.column, cell.row, cell.column, cell.row)
            self._rules[column.name].sqref.ranges.add(place)

    def _look(self, cell: Cell, number: str, fill: Fill) -> None:
        """Give a field its looks: those of the first cell that has them, since to look them up is slow."""
        if (number, fill) not in self._looks:
            cell.style = self._style(number, fill)
            self._looks[number, fill] = cell._style
        else:
            cell._style = copy(self._looks[number, fill])

    def _style(self, number: str, fill: Fill) -> str:
        """The name of a field's looks, made once for the workbook."""
        to_fill = fill is not Fill.SHOWN
        name = f"skema {number} {'udfyldes' if to_fill else 'vises'}"
        if name not in self._paper.parent.named_styles:
            style = NamedStyle(name, _PLAIN, border=_BOX, alignment=_WRAPPED, number_format=number)
            if to_fill:
                style.fill = _TO_FILL
            self._paper.parent.add_named_style(style)
        return name

    def _height(self) -> float:
        """High enough for the longest text: not every program fits a row to wrapped text by itself."""
        cells = (self._paper.cell(self._row, n) for n in range(1, len(self._sheet.columns) + 1))
        pairs = zip(cells, self._sheet.columns, strict=True)
        lines = max(_lines(cell.value, column.width) for cell, column in pairs if not column.hidden)
        return max(self._sheet.lowest, lines * _LINE_HEIGHT + 3)

    def _on_paper(self) -> None:
        paper = self._paper
        paper.page_setup.orientation, paper.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
        paper.page_setup.fitToWidth, paper.page_setup.fitToHeight = 1, int(self._sheet.one_page)
        paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        paper.page_margins = _MARGINS
        paper.oddFooter.left.text = "Fortroligt: rummer sagsnumre"
        paper.oddFooter.right.text = "&A, side &P af &N"


def _lines(value: object, width: float) -> int:
    """How many lines a text takes in a column."""
    per_line = max(1, int(width * _PER_LINE))
    return sum(max(1, ceil(len(part) / per_line)) for part in str(value or "").split("\n"))
