"""The action list as an Excel workbook: real dates, filters, one sheet per kind.

Text is always text, so that nothing out of a register runs as a formula.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.reports.page.tasks import Ark

DATOFORMAT = "dd-mm-yyyy"
TALFORMAT = "0_W_W"
"""Room to the right of a number, or 417 days and indicator 5.3 beside it read as one figure."""
_BREDDER = {"Titel": 42, "Navn": 26, "Enhed": 18, "Indikator": 10, "Dage": 8}
_BREDDE = 13
_UR = re.compile(rb"(?<=W3CDTF\">)[^<]+")
_ZIPTID = (1980, 1, 1, 0, 0, 0)
_FED = Font(bold=True)


def skriv_regneark(ark: tuple[Ark, ...], fil: Path, dag: date) -> None:
    """Write the workbook; `dag` is the day it says it was made, so that the same rows give the same file."""
    bog = Workbook(write_only=True)
    bog.properties.creator = "ledelsestilsyn"
    bog.properties.language = "da-DK"
    for et in ark:
        _skriv(bog.create_sheet(et.navn), et)
    raa = BytesIO()
    bog.save(raa)
    with ZipFile(raa) as gammel, ZipFile(fil, "w", ZIP_DEFLATED) as ny:
        for navn in gammel.namelist():
            ny.writestr(ZipInfo(navn, _ZIPTID), _uden_ur(gammel.read(navn), dag), ZIP_DEFLATED)


def _uden_ur(indhold: bytes, dag: date) -> bytes:
    """The same part with every clock reading of the writing set to midnight of `dag`."""
    return _UR.sub(f"{dag.isoformat()}T00:00:00Z".encode(), indhold)


def _skriv(blad: WriteOnlyWorksheet, ark: Ark) -> None:
    for nr, navn in enumerate(ark.kolonner, start=1):
        blad.column_dimensions[get_column_letter(nr)].width = _BREDDER.get(navn, _BREDDE)
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = f"A1:{get_column_letter(len(ark.kolonner))}{len(ark.raekker) + 1}"
    _paa_papir(blad)
    overskrifter = [_celle(blad, navn) for navn in ark.kolonner]
    for celle in overskrifter:
        celle.font = _FED
    blad.append(overskrifter)
    for raekke in ark.raekker:
        blad.append([_celle(blad, felt) for felt in raekke])


def _paa_papir(blad: WriteOnlyWorksheet) -> None:
    """Every column on one A4 across, the heads on every sheet."""
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _celle(blad: WriteOnlyWorksheet, felt: str | int | date | None) -> WriteOnlyCell:
    if isinstance(felt, str):
        celle = WriteOnlyCell(blad, ILLEGAL_CHARACTERS_RE.sub("", felt))
        celle.data_type = "s"
        return celle
    celle = WriteOnlyCell(blad, felt)
    if felt is not None:
        celle.number_format = DATOFORMAT if isinstance(felt, date) else TALFORMAT
    return celle
