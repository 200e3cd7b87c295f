"""From a file's bytes to columns of trimmed text, with the line each row begins on.

Rows are read in blocks of whole lines, so that a file of any length needs a bounded amount of memory.
Lines that are well-formed rows of their own are split by Arrow; a row with a field that runs over several, or
a stray quote, by the csv module. Both give the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.intake.charset import open_bytes
from pipeline.intake.csv_lines import LineSource, Record, fields_in, split
from pipeline.intake.furniture import Furniture
from pipeline.intake.marks import Marks

_MANY = 1000
"""Blank lines in a block from which on it pays to take them out."""


@dataclass(frozen=True)
class Misshapen:
    """A row that does not fit the headings: its line, its trimmed fields, and a Danish reason."""

    line: int
    fields: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file: their lines, and one Arrow text array per heading; a missing value is ''."""

    lines: Any
    columns: list[Any]
    misshapen_rows: list[Misshapen]


@dataclass(frozen=True)
class Shape:
    """How many fields a file's rows have, and how few may stand for them: headings may end in empty ones."""

    count: int
    fewest: int


class CsvFile:
    """One open CSV file: its headings, then its rows once through."""

    def __init__(self, source: LineSource, separator: str, headings: list[str]) -> None:
        self._source = source
        self.separator = separator
        self.headings = headings
        self.heading_line = source.heading_line
        self.furniture = Furniture(headings, separator)

    def chunks(self) -> Iterator[Chunk]:
        """All rows block by block. Lines whose fields are all empty may be among them (see raw.py)."""
        shape = Shape(len(self.headings), self.furniture.fewest_fields)
        while text := self._source.block():
            yield self._rows(_read_block(self._source, text, shape, self.separator))

    def _rows(self, chunk: Chunk) -> Chunk:
        """The chunk without what is no row."""
        import pyarrow as pa
        import pyarrow.compute as pc

        misshapen_rows = [row for row in chunk.misshapen_rows if not self.furniture.is_furniture(row.fields)]
        if len(misshapen_rows) < len(chunk.misshapen_rows):
            kept = {row.line for row in misshapen_rows}
            self.furniture.lines.extend(row.line for row in chunk.misshapen_rows if row.line not in kept)
            chunk = replace(chunk, misshapen_rows=misshapen_rows)
        if not chunk.columns or not len(chunk.lines):
            return chunk
        possible = pc.indices_nonzero(pc.match_substring_regex(chunk.columns[0], self.furniture.pattern))
        near = [column.take(possible).to_pylist() for column in (chunk.lines, *chunk.columns)]
        gone = list(self.furniture.rows_without(near[0], near[1:]))
        if not gone:
            return chunk
        keep = pc.invert(pc.is_in(chunk.lines, pa.array([near[0][place] for place in gone], pa.int64())))
        return Chunk(chunk.lines.filter(keep), [c.filter(keep) for c in chunk.columns], misshapen_rows)


@contextmanager
def open_csv(
    path: Path, charset: str, recognised: Callable[[Sequence[str]], int], marks: Marks | None = None
) -> Iterator[CsvFile]:
    """Open a file and read its headings; `recognised` counts those it knows (see `LineSource.head`)."""
    with open_bytes(path, charset) as file:
        source = LineSource(file, "cp1252" if charset == "cp1252" else "utf-8", marks)
        yield CsvFile(source, *source.head(recognised))


def _read_block(source: LineSource, text: str, shape: Shape, separator: str) -> Chunk:
    """The rows of a block; the source is past them afterwards, and past the end of a row that runs on."""
    import numpy as np
    import pyarrow as pa

    begun = source.line
    text, places, apart = _lines_alone(source, text, separator)
    columns, misfits = _split_of_arrow(text, shape, separator)
    count = len(columns[0]) + len(misfits)
    if places is None:
        source.line += count
    lines = begun + (np.arange(count) if places is None else np.asarray(places, np.int64))
    others = [*apart, *(Record(int(lines[place]), fields) for place, fields in misfits.items())]
    read = Chunk(pa.array(np.delete(lines, [*misfits])), [_trimmed(column) for column in columns], [])
    return _joined(read, _as_chunk(others, shape)) if others else read


def _lines_alone(
    source: LineSource, text: str, separator: str
) -> tuple[str, Sequence[int] | None, Sequence[Record]]:
    """A block without what is no line of its own: its text, its lines' places, and the rows taken out.

    Blank lines are taken out too where they are many: where they are few they are as good as any, and cost
    less than to look for. Without places the text is the whole block, and the source is not past it yet.
    """
    if (ill_formed := _ill_formed(text, separator)).size:
        lines = split(text)
        places, apart = source.rows_at(lines, ill_formed.tolist(), separator)
    elif text.count("\n\n") + text.count("\n\r\n") >= _MANY:
        lines, apart = split(text), []
        places = [place for place, line in enumerate(lines) if line.strip("\r\n")]
        source.line += len(lines)
    else:
        return text, None, ()
    return "".join(lines[place] for place in places), places, apart


def _ill_formed(text: str, separator: str) -> Any:
    """The places of the lines where quotes do not open and close around whole fields."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if '"' not in text and text.count("\r") == text.count("\r\n"):
        return np.empty(0, np.int64)
    field = rf'(?:"(?:[^"]|"")*"|="[^"{separator}\r\n]*"|[^"{separator}\r\n]*)'
    whole = pc.match_substring_regex(pa.array(split(text)), rf"^{field}(?:{separator}{field})*(?:\r?\n)?$")
    return pc.indices_nonzero(pc.invert(whole)).to_numpy()


def _split_of_arrow(text: str, shape: Shape, separator: str) -> tuple[list[Any], dict[int, list[str]]]:
    """Well-formed lines as one array per heading, and the fields of those that do not fit, by their place."""
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    misfits: dict[int, list[str]] = {}
    if not text:
        return [pa.array((), pa.string())] * shape.count, misfits

    def set_aside(row: Any) -> str:
        misfits[row.number - 1] = fields_in(row.text, separator)
        return "skip"

    names = [str(number) for number in range(shape.count)]
    raw = text.encode()
    table = arrow_csv.read_csv(
        pa.BufferReader(raw),
        # One thread and one block: only then does a row that is set aside know its number.
        read_options=arrow_csv.ReadOptions(column_names=names, block_size=len(raw) + 1, use_threads=False),
        parse_options=arrow_csv.ParseOptions(
            delimiter=separator, ignore_empty_lines=False, invalid_row_handler=set_aside
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=False
        ),
    )
    return [column.combine_chunks() for column in table.columns], misfits


def _as_chunk(records: Sequence[Record], shape: Shape) -> Chunk:
    import pyarrow as pa

    whole = [record for record in records if _fits(record, shape)]
    empty = [""] * (shape.count - shape.fewest)
    rows = ([*record.fields, *empty][: shape.count] for record in whole)
    columns = list(zip(*rows, strict=True)) or [()] * shape.count
    return Chunk(
        pa.array([record.line for record in whole], pa.int64()),
        [_trimmed(pa.array(column, pa.string())) for column in columns],
        _misshapen_rows(records, shape),
    )


def _joined(first: Chunk, second: Chunk) -> Chunk:
    import pyarrow as pa

    if not len(second.lines):
        return Chunk(first.lines, first.columns, second.misshapen_rows)
    return Chunk(
        pa.concat_arrays([first.lines, second.lines]),
        [pa.concat_arrays(pair) for pair in zip(first.columns, second.columns, strict=True)],
        second.misshapen_rows,
    )


def _fits(record: Record, shape: Shape) -> bool:
    """Whether a row has a field for each heading; empty ones beyond them are the export's, and no fields."""
    surplus = record.fields[shape.count :]
    return record.whole and len(record.fields) >= shape.fewest and not any(f.strip() for f in surplus)


def _trimmed(column: Any) -> Any:
    import pyarrow.compute as pc

    return pc.utf8_trim_whitespace(column)


def _misshapen_rows(records: Sequence[Record], shape: Shape) -> list[Misshapen]:
    return [misshapen for record in records if (misshapen := _misshapen(record, shape))]


def _misshapen(record: Record, shape: Shape) -> Misshapen | None:
    """The row as one that does not fit; None when it does, or is blank."""
    fields = tuple(field.strip() for field in record.fields)
    if _fits(record, shape) or not any(fields):
        return None
    if not record.whole:
        return Misshapen(record.line, fields, "Et anførselstegn er ikke lukket")
    number = "ét felt" if len(fields) == 1 else f"{len(fields)} felter"
    return Misshapen(record.line, fields, f"Rækken har {number}, overskriften har {shape.count}")
