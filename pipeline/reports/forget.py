"""A case out of the reports kept: the rows of pages and workbooks that are about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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


def forget_in_reports(
    folder: Path, traces: Traces, write: Write, about_to: Callable[[Sequence[Path]], None] = lambda _: None
) -> Cleaned:
    """Take the case's rows out of the pages and of workbooks somebody has filled in; delete other workbooks.

    The next run writes those of its own period anew. `about_to` is told of every file before any is touched.
    """
    pages = tuple(file for file in sorted(folder.rglob("*.html")) if _without_case(file, traces) is not None)
    naming = [file for file in sorted(folder.rglob("*.xlsx")) if _names(file, traces)]
    filled = tuple(file for file in naming if saved_by_somebody(file))
    deleted = tuple(file for file in naming if file not in filled)
    about_to((*pages, *naming))
    for file in pages:
        write(file, _without_case(file, traces) or b"")
    for file in filled:
        write(file, _without_rows(file, traces))
    for file in deleted:
        file.unlink()
    return Cleaned(pages, filled, deleted)


def _without_case(file: Path, traces: Traces) -> bytes | None:
    """A page without the rows that name the case, its number masked elsewhere; None where nothing does."""
    before = file.read_bytes().decode()
    after = _ROW.sub(lambda row: "" if _shows(row[0], traces) else row[0], before)
    after = _TEXT.sub(lambda text: f">{_masked(text[1], traces)}<", after)
    if traces.is_a_word:  # also where no reader sees it: a link's target, a picture's description
        after = re.sub(rf"(?<!\w){re.escape(escape(traces.sag_id))}(?!\w)", MASK, after)
    return None if after == before else after.encode()


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
