"""A case out of the reports kept: the rows of pages and workbooks that are about it."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from openpyxl import load_workbook

from pipeline.base.traces import MASK, Traces
from pipeline.base.workbooks import saved_by_somebody, text_in

_ROW = re.compile(r"[ \t]*<tr\b(?:(?!<tr\b).)*?</tr>\n?", re.DOTALL)
_TEXT = re.compile(r">([^<]+)<")


@dataclass(frozen=True)
class Cleaned:
    """How many pages and filled-in workbooks were changed, and how many other workbooks deleted."""

    pages: int
    filled: int
    deleted: int


def forget_in_reports(folder: Path, traces: Traces) -> Cleaned:
    """Take the case's rows out of the pages and of workbooks somebody has filled in; delete other workbooks.

    The next run writes those of its own period anew.
    """
    pages = [file for file in sorted(folder.rglob("*.html")) if _clean_page(file, traces)]
    naming = [file for file in sorted(folder.rglob("*.xlsx")) if _names(file, traces)]
    filled = [file for file in naming if saved_by_somebody(file)]
    for file in naming:
        if file in filled:
            _clean_workbook(file, traces)
        else:
            file.unlink()
    return Cleaned(len(pages), len(filled), len(naming) - len(filled))


def _clean_page(file: Path, traces: Traces) -> bool:
    """Take the rows that name the case out of a page, and mask its number elsewhere; whether any did."""
    before = file.read_text(encoding="utf-8")
    after = _ROW.sub(lambda row: "" if _shows(row[0], traces) else row[0], before)
    after = _TEXT.sub(lambda text: f">{_masked(text[1], traces)}<", after)
    if traces.is_a_word:  # also where no reader sees it: a link's target, a picture's description
        after = re.sub(rf"(?<!\w){re.escape(escape(traces.sag_id))}(?!\w)", MASK, after)
    if after == before:
        return False
    new = file.with_name(f".{file.name}.ny")
    new.write_text(after, encoding="utf-8", newline="")
    _replace(new, file)
    return True


def _shows(html: str, traces: Traces) -> bool:
    return any(traces.holds(unescape(text)) for text in _TEXT.findall(html))


def _masked(text: str, traces: Traces) -> str:
    return escape(traces.masked(unescape(text)), quote=False) if traces.holds(unescape(text)) else text


def _names(file: Path, traces: Traces) -> bool:
    return any(traces.holds(text) for text in text_in(file.read_bytes()))


def _clean_workbook(file: Path, traces: Traces) -> None:
    """Empty the rows that name the case; the rest, and what somebody wrote in it, stays."""
    book = load_workbook(file)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if any(cell.value is not None and traces.holds(str(cell.value)) for cell in row):
                for cell in row:
                    cell.value = None
    new = file.with_name(f".{file.name}.ny")
    book.save(new)
    _replace(new, file)


def _replace(new: Path, file: Path) -> None:
    """Put a file in another's place, with its group and mode; on disk when this returns."""
    shutil.copymode(file, new)
    with suppress(PermissionError, AttributeError):  # a group one is no member of; Windows has none
        os.chown(new, -1, file.stat().st_gid)
    with new.open("r+b") as written:
        os.fsync(written.fileno())
    new.replace(file)
