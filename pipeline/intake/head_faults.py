"""Why a file's first line is no headings we know: lines above them, or another sign between the fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.intake.charset import open_bytes
from pipeline.intake.csv_lines import SEPARATOR, LineSource, heading_fields
from pipeline.intake.files import File

_OTHER_SIGNS = ("|", "^", "~", "¦", ":", "¤", "§", "#", "\x01", "\x1c", "\x1d", "\x1e")
_LOOKED_AT = 40
ENOUGH = 2
"""A row may hold one value that is called as a column, but not two."""


def head_fault(file: File, recognised: Callable[[Sequence[str]], int]) -> str | None:
    """What is wrong with how the file begins, and what to do; None where no line has headings."""
    for number, line in enumerate(_lines(file), 1):
        if recognised(_within_quotes(line)) >= ENOUGH:
            return "hele linjer står i anførselstegn som ét felt; gem filen som CSV igen fra kilden"
        if any(recognised(_quoted_after_blanks(line, sign)) >= ENOUGH for sign in SEPARATOR):
            return (
                "anførselstegnene er krøllede eller har et blanktegn foran; gem filen som CSV igen fra kilden"
            )
        for sign in (*SEPARATOR, *_OTHER_SIGNS):
            if recognised(heading_fields([line], sign)) < ENOUGH:
                continue
            if sign in _OTHER_SIGNS:
                shown = sign if sign.isprintable() else "et usynligt styretegn"
                return f"skilletegnet mellem felterne er {shown}; gem filen som CSV med semikolon"
            if number > 1:
                lines = "en linje" if number == 2 else f"{number - 1} linjer"
                return f"der står {lines} over overskrifterne, som er i linje {number}; slet det over dem"
        if recognised(line.split()) >= ENOUGH:
            return "der er blanktegn og intet skilletegn mellem felterne; gem filen som CSV med semikolon"
    return None


def _within_quotes(line: str) -> list[str]:
    """The fields of a line that was wrapped in quotes as one: it was saved once too often."""
    fields = heading_fields([line], ",")
    return re.split("[;\t,]", fields[0]) if len(fields) == 1 and line.lstrip().startswith('"') else []


def _quoted_after_blanks(line: str, sign: str) -> list[str]:
    """The fields of a line whose quotes stand after a blank, so that they count as text."""
    bare = [field.strip() for field in line.split(sign)]
    quoted = all(field[:1] in {'"', "”", "“"} and field[-1:] in {'"', "”", "“"} for field in bare if field)
    return [field.strip('”“"') for field in bare] if quoted else []


def _lines(file: File) -> Iterator[str]:
    charset = "cp1252" if file.charset == "cp1252" else "utf-8"
    with open_bytes(file.path, file.charset) as raw:
        source = LineSource(raw, charset, file.marks)
        for _ in range(_LOOKED_AT):
            if not (line := source.line_of_text()):
                return
            yield line
