"""How large what a delivery holds may be; what is larger is refused by name before it fills the machine.

Far above what any municipality's system writes: a town's largest extract is tens of MB, its longest line some
thousand signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.intake.charset import bytes_in_blocks

LARGEST_FILE = 1 << 30
LONGEST_LINE = 1 << 20
"""Bytes of one line; a field that runs over several and is longer is an open quote: a malformed row."""
MOST_COLUMNS = 500
_TOO_LONG = f"fylder mere end {LONGEST_LINE >> 20} MB; se efter, om linjeskift mangler"


class TooLong(Exception):
    """A line is longer than any may be; which, is found by `long_line`."""


def too_large(path: Path) -> str | None:
    """Why a file is too large to be read; None where it is not."""
    if path.stat().st_size <= LARGEST_FILE:
        return None
    return f"filen fylder mere end {LARGEST_FILE >> 30} GB; er det det rette udtræk?"


def whole_lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The blocks as they come, as long as no line is too long.

    Raises:
        TooLong: one is.
    """
    begun = 0
    for block in blocks:
        ends = [block.find(b"\n"), block.find(b"\r")]
        first = min((end for end in ends if end >= 0), default=-1)
        if begun + (first if first >= 0 else len(block)) > LONGEST_LINE:
            raise TooLong
        last = max(block.rfind(b"\n"), block.rfind(b"\r"))
        begun = len(block) - last - 1 if last >= 0 else begun + len(block)
        yield block


def long_line(path: Path, charset: str) -> str:
    """Which line of a file is too long, and what to look for."""
    number, begun = 1, 0
    for block in bytes_in_blocks(path, charset):
        for part in block.replace(b"\r\n", b"\n").replace(b"\r", b"\n").splitlines(keepends=True):
            begun += len(part)
            if begun > LONGEST_LINE:
                return f"linje {number} {_TOO_LONG}"
            if part.endswith(b"\n"):
                number, begun = number + 1, 0
    return f"en linje {_TOO_LONG}"


def too_many_columns(count: int) -> str | None:
    """Why a first line is none of headings; None where there are not too many."""
    if count <= MOST_COLUMNS:
        return None
    return f"der er {count} overskrifter (forventet: højst {MOST_COLUMNS}); er det det rette udtræk?"
