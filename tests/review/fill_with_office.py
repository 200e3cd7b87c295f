"""Fills a form in LibreOffice Calc, as its user would, and saves it there; run by the Python that has `uno`.

Arguments: the office program, the workbook, where to save it, and `id;number;answer;remark` for each answer.
After every other answer the sheet gets a row and a column of somebody's own, and a new name.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def properties(**values):
    """What the office calls a list of options."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(pipe):
    """The office's desktop, once it listens."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(200):
        try:
            far = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return far.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", far)
        except Exception:
            time.sleep(0.1)
    raise SystemExit("the office does not answer")


def filled(sheet):
    """Every filled cell of a sheet by its place."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    rows = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).getDataArray()
    return {(x, y): value for y, row in enumerate(rows) for x, value in enumerate(row) if value != ""}


def answer(book, object_id, number, reply, remark):
    """Write an answer and a remark in the row of a question, on the sheet of an object."""
    for sheet in book.Sheets:
        cells = filled(sheet)
        if {object_id, "Svar"} <= set(cells.values()):
            row = next(y for (_, y), value in cells.items() if value == number)
            for heading, text in (("Svar", reply), ("Bemærkning", remark)):
                column = next(x for (x, _), value in cells.items() if value == heading)
                sheet.getCellByPosition(column, row).String = text
            return sheet
    raise SystemExit(f"no sheet for {object_id}")


def main(office, source, target, *answers):
    """Open, fill in, save."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"skema{Path(profile).name}"
        program = subprocess.Popen([
            office, "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ])  # fmt: skip
        desktop = connect(pipe)
        book = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, properties(Hidden=True))
        for count, text in enumerate(answers):
            sheet = answer(book, *text.split(";"))
            if count % 2:
                sheet.Rows.insertByIndex(10, 1)
                sheet.Columns.insertByIndex(2, 1)
                sheet.Name = f"Omdøbt {count}"
        book.storeToURL(Path(target).as_uri(), properties(FilterName="Calc MS Excel 2007 XML"))
        book.close(True)
        desktop.terminate()
        program.wait(30)


if __name__ == "__main__":
    main(*sys.argv[1:])
