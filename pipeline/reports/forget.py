"""A case out of the reports kept: the rows of pages and workbooks that are about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from pipeline.base.saved_books import saved_by_somebody, text_in
from pipeline.base.traces import MASK, Traces

_ROW = re.compile(r"[ \t]*<tr\b(?:(?!<tr\b).)*?</tr>\n?", re.DOTALL)
_TEXT = re.compile(r">([^<]+)<")


Write = Callable[[Path, bytes], None]
"""How a file is put in the place of what it was."""


@dataclass(frozen=True)
class Cleaned:
    """The pages and filled-in workbooks that were changed, and the other workbooks, which were deleted."""

    pages: tuple[Path, ...]
    filled: tuple[Path, ...]
    deleted: tuple[Path, ...]


def forget_in_reports(folder: Path, traces: Traces, write: Write) -> Cleaned:
    """Take the case's rows out of the pages and of workbooks somebody has filled in; delete other workbooks.

    The next run writes those of its own period anew.
    """
    pages = tuple(file for file in sorted(folder.rglob("*.html")) if _clean_page(file, traces, write))
    naming = [file for file in sorted(folder.rglob("*.xlsx")) if _names(file, traces)]
    filled = tuple(file for file in naming if saved_by_somebody(file))
    deleted = tuple(file for file in naming if file not in filled)
    for file in filled:
        write(file, _without_rows(file, traces))
    for file in deleted:
        file.unlink()
    return Cleaned(pages, filled, deleted)


def _clean_page(file: Path, traces: Traces, write: Write) -> bool:
    """Take the rows that name the case out of a page, and mask its number elsewhere; whether any did."""
    before = file.read_bytes().decode()
    after = _ROW.sub(lambda row: "" if _shows(row[0], traces) else row[0], before)
    after = _TEXT.sub(lambda text: f">{_masked(text[1], traces)}<", after)
    if traces.is_a_word:  # also where no reader sees it: a link's target, a picture's description
        after = re.sub(rf"(?<!\w){re.escape(escape(traces.sag_id))}(?!\w)", MASK, after)
    if after == before:
        return False
    write(file, after.encode())
    return True


def _shows(html: str, traces: Traces) -> bool:
    return any(traces.holds(unescape(text)) for text in _TEXT.findall(html))


def _masked(text: str, traces: Traces) -> str:
    return escape(traces.masked(unescape(text)), quote=False) if traces.holds(unescape(text)) else text


def _names(file: Path, traces: Traces) -> bool:
    return any(traces.holds(text) for text in text_in(file.read_bytes()))


def _without_rows(file: Path, traces: Traces) -> bytes:
    """A workbook with the rows that name the case emptied; the rest, and what somebody wrote in it, stays."""
    book, out = load_workbook(file), BytesIO()
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if any(cell.value is not None and traces.holds(str(cell.value)) for cell in row):
                for cell in row:
                    cell.value = None
    book.save(out)
    return out.getvalue()
