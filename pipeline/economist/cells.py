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

LAENGSTE_TEKST = 32_767
FED = Font(bold=True)
OVERSKRIFT = PatternFill("solid", fgColor="DCE6EE")
BELOEBSFORMAT = "#,##0.00"
TALFORMAT = "0.0##"


def til_papir(ark: Any) -> None:
    """Printed lying down, as wide as the paper, with the header on every page."""
    ark.page_setup.orientation = "landscape"
    ark.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    ark.page_setup.fitToHeight = 0  # as many pages as it takes
    ark.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def hovedcelle(ark: Any, tekst: str, betydning: str = "") -> WriteOnlyCell:
    """A column's heading, with its meaning as a comment."""
    ny = celle(ark, tekst, fed=True)
    ny.fill = OVERSKRIFT
    if betydning:
        ny.comment = Comment(betydning, "ledelsestilsyn", height=120, width=320)
    return ny


def celle(ark: Any, indhold: object, *, fed: bool = False) -> WriteOnlyCell:
    """A cell with a value, in the format its type asks for."""
    ny = WriteOnlyCell(ark, value=som_excel(indhold))
    if isinstance(ny.value, str):
        ny.data_type = "s"  # a text that begins with = is no formula
    elif isinstance(ny.value, Decimal):
        ny.number_format = BELOEBSFORMAT
    elif isinstance(ny.value, float):
        ny.number_format = TALFORMAT
    if fed:
        ny.font = FED
    return ny


def let_celle(ark: Any, indhold: object) -> Any:
    """A cell only where the bare value would not do: most would, and a cell costs far more."""
    if indhold is None or isinstance(indhold, int):
        return indhold
    if isinstance(indhold, str) and indhold[:1] not in ("=", "#") and indhold.isprintable():
        return indhold[:LAENGSTE_TEKST]
    return celle(ark, indhold)


def som_excel(vaerdi: object) -> Any:
    """As Excel can hold it, else as text.

    Its calendar begins in 1900 and knows no time zones, it has no number that is endless or none, no lists,
    and no control characters.
    """
    if isinstance(vaerdi, str):
        return ILLEGAL_CHARACTERS_RE.sub("", vaerdi)[:LAENGSTE_TEKST]
    if isinstance(vaerdi, float | Decimal):
        return vaerdi if isfinite(vaerdi) else str(vaerdi)
    if isinstance(vaerdi, datetime):
        return vaerdi if vaerdi.year >= 1900 and vaerdi.tzinfo is None else vaerdi.isoformat(sep=" ")
    if isinstance(vaerdi, date):
        return vaerdi if vaerdi.year >= 1900 else vaerdi.isoformat()
    return vaerdi if vaerdi is None or isinstance(vaerdi, int) else som_excel(str(vaerdi))


def vist(vaerdi: object) -> str:
    """A value about as its cell shows it; a number without room would show as nothing but #."""
    if isinstance(vaerdi, Decimal):
        return f"{vaerdi:,.2f}"
    return f"{vaerdi:.3f}" if isinstance(vaerdi, float) else str(vaerdi)
