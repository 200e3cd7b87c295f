"""Why a file's first line is no headings we know: lines above them, or another sign between the fields."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.intake.charset import open_bytes
from pipeline.intake.csv_lines import SEPARATOR, LineSource
from pipeline.intake.files import File

_OTHER_SIGNS = ("|", "^", "~", "¦", ":")
_LOOKED_AT = 40
ENOUGH = 2
"""A row may hold one value that is called as a column, but not two."""


def head_fault(file: File, recognised: Callable[[Sequence[str]], int]) -> str | None:
    """What is wrong with how the file begins, and what to do; None where no line has headings."""
    for number, line in enumerate(_lines(file), 1):
        if recognised(_within_quotes(line)) >= ENOUGH:
            return "hele linjer står i anførselstegn som ét felt; gem filen som CSV igen fra kilden"
        for sign in (*SEPARATOR, *_OTHER_SIGNS):
            if recognised(next(csv.reader([line], delimiter=sign), [])) < ENOUGH:
                continue
            if sign in _OTHER_SIGNS:
                return f"skilletegnet mellem felterne er {sign}; gem filen som CSV med semikolon"
            if number > 1:
                lines = "en linje" if number == 2 else f"{number - 1} linjer"
                return f"der står {lines} over overskrifterne, som er i linje {number}; slet det over dem"
    return None


def _within_quotes(line: str) -> list[str]:
    """The fields of a line that was wrapped in quotes as one: it was saved once too often."""
    fields = next(csv.reader([line]), [])
    return re.split("[;\t,]", fields[0]) if len(fields) == 1 and line.lstrip().startswith('"') else []


def _lines(file: File) -> Iterator[str]:
    charset = "cp1252" if file.charset == "cp1252" else "utf-8"
    with open_bytes(file.path, file.charset) as raw:
        source = LineSource(raw, charset, file.marks)
        for _ in range(_LOOKED_AT):
            if not (line := source.line_of_text()):
                return
            yield line
