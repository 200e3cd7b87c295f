"""Chunks of a file on their way into the database: some at a time, in pieces that its threads share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.intake.read_csv import Misshapen
from pipeline.intake.typed import LINE

MOST_CHUNKS = 8
"""How many chunks are taken in together, and may wait to be: some 32 MB of file."""
_MANY_MISFITS = 10_000
_PIECE = 1 << 14


@dataclass(frozen=True)
class RawChunk:
    """Some rows of a file: their lines, and an Arrow text array per column as delivered and as stored."""

    lines: Any
    delivered: Sequence[Any]
    cleaned: Sequence[Any]
    misshapen_rows: Sequence[Misshapen]


def together(chunks: Iterable[RawChunk]) -> Iterator[list[RawChunk]]:
    """Chunks as many at a time as memory allows: the database works on many rows at once with every core."""
    waiting: list[RawChunk] = []
    for chunk in chunks:
        waiting.append(chunk)
        if len(waiting) == MOST_CHUNKS or len(chunk.misshapen_rows) > _MANY_MISFITS:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def table(chunks: Sequence[RawChunk]) -> Any:
    """The chunks' rows as one Arrow table, cut into pieces that several threads can take."""
    import pyarrow as pa

    def of(chunk: RawChunk) -> Any:
        columns = {LINE: chunk.lines}
        columns |= {f"d{number}": column for number, column in enumerate(chunk.delivered)}
        columns |= {f"r{number}": column for number, column in enumerate(chunk.cleaned)}
        return pa.table(columns)

    whole = pa.concat_tables(map(of, chunks))
    return pa.Table.from_batches(whole.to_batches(max_chunksize=_PIECE), whole.schema)
