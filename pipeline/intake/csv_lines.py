"""A CSV file as numbered lines, and the rows they make: where quotes, newlines and blanks are judged.

A quote that is never closed would swallow the rows after it. So a row that runs over several lines must
be well-formed; where it is not, its first line alone is taken as a malformed row and reading goes on
with the next line. Nothing is lost, and every row is counted.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

SEPARATOR = (";", ",", "\t")
BLOCK = 4 << 20

LARGEST_FIELD = 1 << 24
_LONGEST_HEAD = 20
FIELD_SEPARATOR = "\x1f"
"""What values are joined by where rows and keys are compared: read as a blank, so never part of one."""

# NUL is no text either.
_BLANKS = bytes.maketrans(b"\x00\x1f", b"  ")

csv.field_size_limit(LARGEST_FIELD)


@dataclass(frozen=True)
class Record:
    """One row: the line it begins on and its fields; `whole` is False when a quote was not closed."""

    line: int
    fields: list[str]
    whole: bool = True


class LineSource:
    """A file as blocks of whole lines. `line` is the number of the next line to be read."""

    def __init__(self, file: BinaryIO, charset: str) -> None:
        self._file = file
        self._charset = charset
        self._back: deque[str] = deque()
        self.line = 1

    def block(self, size: int = BLOCK) -> str:
        """The next lines, about `size` bytes of them; '' at the end of the file."""
        if self._back:
            text = "".join(self._back)
            self._back.clear()
            return text
        raw = (self._file.read(size) if size else b"") + self._file.readline()
        text = raw.translate(_BLANKS).decode(self._charset)
        if self._charset == "utf-8-sig" and raw:
            self._charset = "utf-8"
            return text or self.block(size)
        return text

    def head(self, recognised: Callable[[Sequence[str]], int]) -> tuple[str, list[str]]:
        """The separator and the headings: the first line that is not blank.

        The separator is the one that gives most of the headings `recognised` counts, then most headings,
        then the first of `SEPARATOR`. A file without such a line has no headings.
        """
        lines = self._first_lines()
        suggestions = [(sign, *_first_record(lines, sign)) for sign in SEPARATOR]
        sign, headings, used = max(suggestions, key=lambda f: (recognised(f[1]), len(f[1])))
        self.line += used
        self._back.extend(lines[used:])
        return sign, headings

    def _first_lines(self) -> list[str]:
        """The first line that is not blank, and those after it while a quote may be open."""
        while (text := self.block(0)) and not text.strip("".join(SEPARATOR) + ' \r\n\v\f\u00a0"'):
            self.line += len(split(text))
        lines = split(text)
        while lines and _uneven("".join(lines)) and len(lines) < _LONGEST_HEAD and (more := self.block(0)):
            lines += split(more)
        return lines

    def records(self, text: str, separator: str) -> Iterator[Record]:
        """The rows of a block, read on past its end where its last row does; counts the lines."""
        queue = deque(split(text))
        while queue:
            record, used = self._one_record(queue, separator)
            yield record
            self.line += used

    def _one_record(self, queue: deque[str], separator: str) -> tuple[Record, int]:
        used: list[str] = []
        ended = False

        def draw() -> Iterator[str]:
            nonlocal ended
            while queue or (more := self.block()):
                if not queue:
                    queue.extend(split(more))
                used.append(queue.popleft())
                yield used[-1]
            ended = True  # asked for a line when there was none: a quote is still open

        try:
            fields = next(csv.reader(draw(), delimiter=separator), [])
            whole = not ended and (len(used) == 1 or _well_formed(used, separator))
        except csv.Error:
            fields, whole = [], False
        if whole:
            return Record(self.line, fields), len(used)
        queue.extendleft(reversed(used[1:]))
        return Record(self.line, used[0].split(separator), whole=False), 1


def split(text: str) -> list[str]:
    """A text's lines with their ends: CR LF, LF or CR, as the csv module counts them."""
    return list(io.StringIO(text, newline=""))


def fields_in(line: str, separator: str) -> list[str]:
    """The fields of one well-formed line."""
    return next(csv.reader([line], delimiter=separator), [])


def _first_record(lines: list[str], separator: str) -> tuple[list[str], int]:
    """The first row's fields, and how many lines it takes."""
    if not lines:
        return [], 0
    count = len(lines) if _well_formed(lines, separator) else 1
    return next(csv.reader(lines[:count], delimiter=separator), []), count


def _well_formed(lines: Sequence[str], separator: str) -> bool:
    """Whether the lines are exactly one row whose quotes hold."""
    try:
        return len(list(csv.reader(lines, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False


def _uneven(text: str) -> bool:
    return text.count('"') % 2 == 1
