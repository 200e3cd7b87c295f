"""One file into the raw layer: text as delivered, but without CPR numbers, and a fingerprint per row."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pipeline.base.ahead import ahead
from pipeline.base.cpr import masked, number_of
from pipeline.base.database import Database, Expression, col, fn, lit, quote
from pipeline.definitions.extract_models import Extract
from pipeline.intake.csv_lines import FIELD_SEPARATOR
from pipeline.intake.forgotten import Forgotten
from pipeline.intake.marks import Marks
from pipeline.intake.odd_texts import OddTexts
from pipeline.intake.pseudonyms import (
    child_column,
    column_without_cpr,
    duplicate_key,
    numbered_by_child,
    pseudonymise_cpr,
    pseudonymise_id,
)
from pipeline.intake.raw_chunks import MOST_CHUNKS, RawChunk, table, together
from pipeline.intake.read_csv import CsvFile, Misshapen
from pipeline.intake.tidy import Tidier
from pipeline.intake.typed import LINE

_SHORTEST, _SHORT = 7, 9
"""How many digits may be left of a CPR number whose zeros are lost."""
_AMOUNT = re.compile("[-+]?[0-9]{1,9}[.,](?!0*$)[0-9]+")


@dataclass(frozen=True)
class Doubtful:
    """Numbers of a column that may have been CPR numbers: how many, and the first line."""

    column: str
    count: int
    line: int


@dataclass(frozen=True)
class TakenIn:
    """A file in the raw layer: how many rows it has, which of its lines repeat an earlier row, what fits not.

    `duplicates` is an Arrow table of `linje`, `misfits` one of `linje`, `felter` and `aarsag`.
    """

    rows: int
    duplicates: Any
    misfits: Any


@dataclass
class RawLayer:
    """Writes raw rows; one for a whole delivery, since pseudonyms are the same in all its files."""

    key: bytes
    nothing: Sequence[str]
    forgotten: Forgotten = field(default_factory=Forgotten)
    doubtful: dict[str, Doubtful] = field(default_factory=dict)
    passed_over: dict[str, Sequence[int]] = field(default_factory=dict)
    odd: OddTexts = field(default_factory=OddTexts)
    _child: dict[str, str] = field(default_factory=dict)
    _own: set[str] = field(default_factory=set)

    def remarks(self) -> Iterator[str]:
        """A word on lines that are no rows, odd texts, forgotten cases, and lost zeros of CPR numbers."""
        if self.passed_over:
            where = [f"{name}.csv (linje {min(lines)})" for name, lines in self.passed_over.items()]
            yield (
                f"{', '.join(where)}: gentagne overskrifter, streger og linjer om udtrækket "
                "(rækkernes antal, hvornår det er dannet) er ingen rækker og læses ikke."
            )
        yield from self.odd.remarks()
        yield from self.forgotten.remarks()
        if self.doubtful and any(map(number_of, self._child)):
            for name, found in self.doubtful.items():
                yield (
                    f"{name}.csv: {found.column}: {found.count} tal på 7 til 9 cifre står blandt CPR-numre, "
                    f"første gang i linje {found.line}; har de mistet nuller foran, så ret udtrækket, for "
                    "børnene genkendes ikke."
                )

    def take_in(
        self, database: Database, file: CsvFile, extract: Extract, names: Sequence[str], marks: Marks
    ) -> TakenIn:
        """Fill `raa.<extract>`; lines whose fields are all empty are no rows.

        `names` are the raw columns' names in the file's order, `marks` what its values may need.
        """
        described = ", ".join([f"{LINE} bigint not null", *(f"{quote(name)} varchar" for name in names)])
        database.run_file("intake", "fingerprints")
        database.run("begin")
        database.run(f"create table raa.{quote(extract.extract)} ({described})")
        with closing(ahead(self._read(file, extract, names, marks), MOST_CHUNKS)) as chunks:
            for some in together(chunks):
                self._rows(database, some, extract)
                self._misfits(database, [row for chunk in some for row in chunk.misshapen_rows], extract)
        database.run("commit")
        database.run_file("intake", "duplicates")
        duplicates = database.connection.table("dublet").to_arrow_table()
        misfits = database.connection.table("skaev").to_arrow_table()
        return TakenIn(database.count("aftryk"), duplicates, misfits)

    def _read(
        self, file: CsvFile, extract: Extract, names: Sequence[str], marks: Marks
    ) -> Generator[RawChunk]:
        """The rows of a file as they are stored."""
        tidier = Tidier(extract, marks, self.nothing)
        for chunk in file.chunks():
            columns = [tidier.column(*pair) for pair in zip(names, chunk.columns, strict=True)]
            for name, column in zip(names, columns, strict=True):
                self._doubt(name, column, chunk.lines, extract)
            if marks.odd:
                self.odd.look(extract, names, columns, chunk.lines)
            self._own |= _numbered_by_child(dict(zip(names, columns, strict=True)), extract)
            cleaned = [
                self._without_cpr(column, extract, name) for column, name in zip(columns, names, strict=True)
            ]
            yield self._without_forgotten(
                RawChunk(chunk.lines, columns, cleaned, chunk.misshapen_rows), extract.extract, names
            )
        if file.furniture.lines:
            self.passed_over[extract.extract] = file.furniture.lines

    def _without_forgotten(self, chunk: RawChunk, extract: str, names: Sequence[str]) -> RawChunk:
        """Without the rows of forgotten cases, and without their numbers in the texts of others."""
        if not self.forgotten.marks:
            return chunk
        import pyarrow as pa

        lines, columns = pa.array(chunk.lines), [*chunk.delivered, *chunk.cleaned]
        keep = self.forgotten.keep(extract, names, chunk.cleaned)
        if keep is not None:
            lines, columns = lines.filter(keep), [column.filter(keep) for column in columns]
        delivered, cleaned = columns[: len(names)], columns[len(names) :]
        misshapen = [row for row in chunk.misshapen_rows if not self.forgotten.drops(extract, row.fields)]
        return RawChunk(lines, delivered, self.forgotten.masked(names, cleaned), misshapen)

    def _rows(self, database: Database, chunks: Sequence[RawChunk], extract: Extract) -> None:
        # The row as delivered (d0, d1 ...) lives in memory only, for as long as it takes to fingerprint it.
        count = len(chunks[0].delivered)
        connection = database.connection
        connection.register("bid", table(chunks))
        split = [col(f"d{number}") for number in range(count)]
        rows = connection.table("bid").filter(fn("concat", *split) != lit(""))
        selected = [fn("nullif", col(f"r{number}"), lit("")) for number in range(count)]
        rows.project(col(LINE), *selected).insert_into(f"raa.{quote(extract.extract)}")
        rows.project(col(LINE), self._fingerprint("hel", split)).insert_into("aftryk")
        connection.unregister("bid")

    def _doubt(self, name: str, values: Any, lines: Any, extract: Extract) -> None:
        """Remember numbers that a CPR number without its zeros may have become."""
        import pyarrow.compute as pc

        described = extract.kolonner.get(name)
        if not (described and described.pseudonym):
            return
        short = pc.less_equal(pc.utf8_length(values), _SHORT)
        if not pc.any(short).as_py():
            return
        pairs = zip(pc.filter(values, short).to_pylist(), pc.filter(lines, short).to_pylist(), strict=True)
        at = [line for text, line in pairs if _may_be_short(text)]
        if at:
            before = self.doubtful.get(extract.extract, Doubtful(name, 0, min(at)))
            self.doubtful[extract.extract] = Doubtful(name, before.count + len(at), min(before.line, *at))

    def _without_cpr(self, column: Any, extract: Extract, name: str) -> Any:
        described = extract.kolonner.get(name)
        if described and described.pseudonym:
            return child_column(column, self.key, self._child)
        if described and described.is_id:
            return column_without_cpr(column, partial(pseudonymise_id, self.key, self._own))
        if described and name.endswith("_id"):
            return column_without_cpr(column, partial(pseudonymise_cpr, self.key))
        amounts = described is not None and described.type == "decimal"
        return column_without_cpr(column, _masked_but_amounts if amounts else masked)

    def _misfits(self, database: Database, misshapen: Sequence[Misshapen], extract: Extract) -> None:
        if not misshapen:
            return
        import pyarrow as pa

        fields = [[masked(text) for text in row.fields] for row in misshapen]
        columns = {
            LINE: pa.array([row.line for row in misshapen], pa.int64()),
            "felter": pa.array(fields, pa.list_(pa.string())),
            "aarsag": pa.array([row.reason for row in misshapen], pa.string()),
            "samlet": pa.array([FIELD_SEPARATOR.join(row.fields) for row in misshapen], pa.string()),
        }
        connection = database.connection
        connection.register("bid", pa.table(columns))
        rows = connection.table("bid")
        described = lit(extract.extract).alias("extract"), col(LINE), col("felter")
        rows.project(*described).insert_into("raa.skaeve_raekker")
        rows.project(col(LINE), col("felter"), col("aarsag")).insert_into("skaev")
        rows.project(col(LINE), self._fingerprint("skaev", [col("samlet")])).insert_into("aftryk")
        connection.unregister("bid")

    def _fingerprint(self, kind: str, fields: Sequence[Expression]) -> Expression:
        """A keyed fingerprint of the values as delivered: masking must not make two rows look alike.

        MD5 serves as a hash of 128 bits that the database computes itself; the key keeps it from being
        tried against guessed rows.
        """
        secret = lit(duplicate_key(self.key) + kind)
        return fn("md5_number", fn("concat_ws", lit(FIELD_SEPARATOR), secret, *fields))


def _numbered_by_child(columns: Mapping[str, Any], extract: Extract) -> set[str]:
    """The CPR numbers by which rows with a child of their own are numbered."""
    children = [name for name, column in extract.kolonner.items() if column.pseudonym and name in columns]
    if not children or len(extract.key) != 1 or extract.key[0] not in columns:
        return set()
    return numbered_by_child(columns[extract.key[0]], columns[children[0]])


def _may_be_short(text: str) -> bool:
    """Whether a text of at most nine signs may be a CPR number that lost its zeros."""
    return text.isdecimal() and len(text) >= _SHORTEST and not number_of(text)


def _masked_but_amounts(text: str) -> str:
    """Masked, but for a plain amount whose decimals are none of a person's."""
    return text if _AMOUNT.fullmatch(text) else masked(text)
