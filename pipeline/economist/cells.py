"""Cells of a workbook and how they look; what a register holds becomes what Excel can hold.

Numbers, days and times are real ones; text is always text, so that nothing out of a register runs as a
formula.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_767
BOLD = Font(bold=True)
HEADING = PatternFill("solid", fgColor="DCE6EE")
AMOUNT_FORMAT = "#,##0.00"
NUMBER_FORMAT = "0.0##"


def fit_to_paper(sheet: Any) -> None:
    """Printed lying down, as wide as the paper, with the header on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def head_cell(sheet: Any, text: str, meaning: str = "") -> WriteOnlyCell:
    """A column's heading, with its meaning as a comment."""
    new = cell(sheet, text, bold=True)
    new.fill = HEADING
    if meaning:
        new.comment = Comment(meaning, "ledelsestilsyn", height=120, width=320)
    return new


def cell(sheet: Any, content: object, *, bold: bool = False) -> WriteOnlyCell:
    """A cell with a value, in the format its type asks for."""
    new = WriteOnlyCell(sheet, value=as_excel(content))
    if isinstance(new.value, str):
        new.data_type = "s"  # a text that begins with = is no formula
    elif isinstance(new.value, Decimal):
        new.number_format = AMOUNT_FORMAT
    elif isinstance(new.value, float):
        new.number_format = NUMBER_FORMAT
    if bold:
        new.font = BOLD
    return new


def plain_cell(sheet: Any, content: object) -> Any:
    """A cell only where the bare value would not do: most would, and a cell costs far more."""
    if content is None or isinstance(content, int):
        return content
    if isinstance(content, str) and content[:1] not in ("=", "#") and content.isprintable():
        return content[:LONGEST_TEXT]
    return cell(sheet, content)


def as_excel(value: object) -> Any:
    """As Excel can hold it, else as text.

    Its calendar begins in 1900 and knows no time zones, it has no number that is endless or none, no lists,
    and no control characters.
    """
    if isinstance(value, str):
        return ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_TEXT]
    if isinstance(value, float | Decimal):
        return value if isfinite(value) else str(value)
    if isinstance(value, datetime):
        return value if value.year >= 1900 and value.tzinfo is None else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value if value.year >= 1900 else value.isoformat()
    return value if value is None or isinstance(value, int) else as_excel(str(value))


def shown(value: object) -> str:
    """A value about as its cell shows it; a number without room would show as nothing but #."""
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
