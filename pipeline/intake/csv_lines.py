"""A CSV file as numbered lines, and the rows they make: where quotes, newlines and blanks are judged.

A quote that is never closed would swallow the rows after it. So a row that runs over several lines must
be well-formed; where it is not, its first line alone is taken as a malformed row and reading goes on
with the next line. Nothing is lost, and every row is counted.
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from pipeline.base.cpr import number_of
from pipeline.intake.charset import decode
from pipeline.intake.limits import LONGEST_LINE
from pipeline.intake.marks import Marks
from pipeline.intake.tidy import unguarded

SEPARATOR = (";", ",", "\t")
BLOCK = 4 << 20
_MOST_LINES = 1 << 16
"""How many lines a block may have: rows that do not fit are kept one by one, however short they are."""

_LONGEST_HEAD = 500
"""How many lines headings with line breaks may take: every heading of the widest file, many times over."""
FIELD_SEPARATOR = "\x1f"
"""What values are joined by where rows and keys are compared: read as a blank, so never part of one."""

# NUL is no text either, nor is Ctrl-Z, with which old systems end a file.
_BLANKS = bytes.maketrans(b"\x00\x1a\x1f", b"   ")
_INVISIBLE_SIGNS = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
_INVISIBLE = re.compile(_INVISIBLE_SIGNS)
_DIGITS_APART = re.compile(f"[0-9]+(?:{_INVISIBLE_SIGNS}[0-9]+)+")
_SEP_LINE = re.compile(r"""(?i)["'\s]*sep=(\\t|.)["'\s;,]*""", re.DOTALL)
_UNDERLINE = re.compile(r"[-=]+")

csv.field_size_limit(LONGEST_LINE)


@dataclass(frozen=True)
class Record:
    """One row: the line it begins on and its fields; `whole` is False when a quote was not closed."""

    line: int
    fields: list[str]
    whole: bool = True


class LineSource:
    """A file as blocks of whole lines. `line` is the number of the next line to be read.

    `charset` is utf-8 or cp1252; `marks` say what may have to be taken out of the text.
    """

    def __init__(self, file: BinaryIO, charset: str, marks: Marks | None = None) -> None:
        self._file = file
        self._charset = charset
        self._marks = marks or Marks()
        self._back: deque[str] = deque()
        self._rest = b""
        self.line = self.heading_line = 1

    def block(self, size: int = BLOCK) -> str:
        """The next lines, at most about `size` bytes of them; '' at the end of the file."""
        if self._back:
            text = "".join(self._back)
            self._back.clear()
            return text
        raw = self._rest or (self._file.read(size) if size else b"") + self._file.readline()
        self._rest = b""
        if (count := raw.count(b"\n")) > _MOST_LINES:
            end = raw.find(b"\n", len(raw) * _MOST_LINES // count) + 1
            raw, self._rest = raw[:end], raw[end:]
        text = decode(raw.translate(_BLANKS), self._charset)
        if self._marks.invisible:
            return _INVISIBLE.sub("", _DIGITS_APART.sub(_with_hyphen, text))
        return text

    def head(self, recognised: Callable[[Sequence[str]], int]) -> tuple[str, list[str]]:
        """The separator and the headings: the first line that is not blank.

        The separator is the one that gives most of the headings `recognised` counts, then most headings,
        then the first of `SEPARATOR`; a line `sep=;` before them settles it. A file without such a line has
        no headings. A line of dashes below them is passed over.
        """
        lines, signs = self._first_lines(), list(SEPARATOR)
        if lines and (told := _SEP_LINE.fullmatch(lines[0])):
            sign = "\t" if told[1] == "\\t" else told[1]
            signs = [sign] if sign in SEPARATOR else signs
            self.line += 1
            self._back.extendleft(reversed(lines[1:]))
            lines = self._first_lines()
        suggestions = [(sign, *_first_record(lines, sign)) for sign in signs]
        sign, headings, used = max(suggestions, key=lambda f: (recognised(f[1]), len(f[1])))
        self.heading_line = self.line
        self.line += used
        self._back.extendleft(reversed(lines[used:]))
        self._pass_underline(sign)
        return sign, headings

    def _first_lines(self) -> list[str]:
        """The first line that is not blank, and those after it while a quote may be open."""
        while (text := self.line_of_text()) and not text.strip("".join(SEPARATOR) + ' \r\n\v\f\u00a0"'):
            self.line += 1
        lines = [text] if text else []
        quotes = text.count('"')
        while quotes % 2 and len(lines) < _LONGEST_HEAD and (more := self.line_of_text()):
            lines.append(more)
            quotes += more.count('"')
        return lines

    def line_of_text(self) -> str:
        """The next line, not counted yet; '' at the end of the file."""
        if not self._back:
            self._back.extend(split(self.block(0)))
        return self._back.popleft() if self._back else ""

    def _pass_underline(self, separator: str) -> None:
        """Pass over the dashes some databases write below the headings."""
        line = self.line_of_text()
        fields = line.split(separator)
        if len(fields) > 1 and all(_UNDERLINE.fullmatch(field.strip()) for field in fields):
            self.line += 1
        elif line:
            self._back.appendleft(line)

    def rows_at(
        self, lines: list[str], places: Iterable[int], separator: str
    ) -> tuple[list[int], list[Record]]:
        """The rows that begin at some places of a block's lines, and the places of the lines in none of them.

        A row that runs on past the block is read to its end; what follows it comes with the next block.
        Counts the lines.
        """
        count, end = len(lines), 0
        alone: list[int] = []
        rows: list[Record] = []
        for place in places:
            if place >= end:  # else it is a line of the row before
                alone += range(end, place)
                row, used = self._row_at(lines, place, separator)
                rows.append(row)
                end = place + used
        alone += range(end, count)
        end = max(end, count)
        self._back.extend(lines[end:])
        self.line += end
        return alone, rows

    def _row_at(self, lines: list[str], place: int, separator: str) -> tuple[Record, int]:
        """The row that begins at a place, and how many lines it has; more are read where it needs them."""
        drawn, ended = 0, False

        def draw() -> Iterator[str]:
            nonlocal drawn, ended
            while place + drawn < len(lines) or (more := self.block()):
                if place + drawn == len(lines):
                    lines.extend(split(more))
                drawn += 1
                yield lines[place + drawn - 1]
            ended = True  # asked for a line when there was none: a quote is still open

        try:
            fields = next(csv.reader(draw(), delimiter=separator), [])
            used = lines[place : place + drawn]
            if not ended and (drawn == 1 or _well_formed(used, separator)):
                return Record(self.line + place, fields), drawn
        except csv.Error:
            pass
        return Record(self.line + place, lines[place].split(separator), whole=False), 1


def _with_hyphen(digits: re.Match[str]) -> str:
    """Digits kept apart by signs nobody sees; a CPR number is given its hyphen."""
    number = number_of(digits[0])
    return f"{number[:6]}-{number[6:]}" if number else digits[0]


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
    fields = heading_fields(lines[:count], separator)
    # a heading alone between apostrophes is as likely a row's value: its last one stays, and tells so
    all_quoted = all(len(field) > 1 and field[0] == field[-1] == "'" for field in fields if field)
    return [_plain_heading(field, all_quoted) for field in fields], count


def _plain_heading(text: str, all_quoted: bool) -> str:
    if text.startswith('="') or all_quoted:
        return unguarded(text)
    return text.removeprefix("'")


def heading_fields(lines: list[str], separator: str) -> list[str]:
    """The fields of what may be headings; none where a line is longer than any heading."""
    try:
        return next(csv.reader(lines, delimiter=separator), [])
    except csv.Error:
        return []


def _well_formed(lines: Sequence[str], separator: str) -> bool:
    """Whether the lines are exactly one row whose quotes hold."""
    try:
        return len(list(csv.reader(lines, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False
