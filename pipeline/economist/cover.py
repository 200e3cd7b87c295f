"""The workbook's cover: what the file is, what must be said with it, and what every column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment

from pipeline.base.database import Database
from pipeline.economist.cells import cell, head_cell, to_paper
from pipeline.economist.published import Object

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


def write_cover(book: Workbook, database: Database, sheet_names: Mapping[str, Object]) -> None:
    """The first sheet, for the sheets that follow."""
    sheet = book.create_sheet(COVER)
    to_paper(sheet)
    for letter, width in zip("ABCD", (30, 30, 18, WIDEST), strict=True):
        sheet.column_dimensions[letter].width = width
    for number, line in enumerate(_lines(sheet, database, sheet_names), start=1):
        for field in line:
            field.alignment = TOPMOST
        for long in line[3:]:
            long.alignment = WRAPPED
            # LibreOffice does not find the height itself, and rows would lie over each other
            sheet.row_dimensions[number].height = LINE_HEIGHT * max(1, -(-len(long.value or "") // WIDEST))
        sheet.append(line)


def _lines(
    sheet: Any, database: Database, sheet_names: Mapping[str, Object]
) -> Iterator[list[WriteOnlyCell]]:
    about = database.fetch("from om")[0]
    yield [cell(sheet, f"Ledelsestilsyn {about['periode']}", bold=True)]
    for name, title in ABOUT_NAMES.items():
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
