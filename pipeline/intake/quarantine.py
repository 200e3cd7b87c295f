"""Quarantined rows as files for whoever mends them: whole, but for CPR numbers, with line and reason."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.base.cpr import POSSIBLE, masked
from pipeline.base.database import Database, Expression, col, fn, lit, quote
from pipeline.base.durable import create, flush_folder
from pipeline.definitions.extract_models import Extract
from pipeline.intake.pseudonyms import each_once

_HEADING = ("linje", "kolonne", "aarsag")
_SURPLUS = "overskydende_felter"
_ROWS_AT_A_TIME = 10_000
_FORMULA = re.compile(r"(?![+-][\d.,]+\Z)[=+\-@\t\r]")
"""How a text begins that a spreadsheet would run as a formula; a signed number is none."""
_SUSPECT = r"^[=+\-@\t\r]"
"""A sieve for it in RE2's syntax, which knows no looking ahead."""


def folder_for(workspace: Path, udtraeksdato: date) -> Path:
    """Where one delivery's quarantined rows lie."""
    return workspace / "karantaene" / udtraeksdato.isoformat()


def clear(folder: Path) -> None:
    """Remove what an earlier run of the same date left: rows, and the account of the delivery."""
    for file in _left(folder):
        file.unlink()


def move(since: Path, until: Path) -> None:
    """Make the rows of a delivery taken in those of its date."""
    if since != until:
        clear(until)
        if since.is_dir():
            until.mkdir(mode=0o700, exist_ok=True)
            for file in _left(since):
                file.replace(until / file.name)
            since.rmdir()
    for folder in (until, until.parent):
        if folder.is_dir():
            flush_folder(folder)


def _left(folder: Path) -> list[Path]:
    return [*folder.glob("*.csv"), *folder.glob("*.html")]


def write(database: Database, extract: Extract, names: Sequence[str], folder: Path) -> None:
    """Write `<extract>.csv`: one line per quarantined row, as Excel opens it; no file where there is none.

    `names` are the raw columns in the file's order. A row with too many or too few fields has them as
    they came, and those beyond the last column in a column of their own. A field that a spreadsheet would
    run as a formula has an apostrophe in front: what a citizen wrote must not run on an analyst's machine.
    """
    database.run_file("intake", "quarantine_reasons")
    if not database.value("select count(*) from karantaeneaarsag"):
        return
    for part in (folder.parent, folder):
        part.mkdir(mode=0o700, parents=True, exist_ok=True)
    heading = (*_HEADING, *names, _SURPLUS)
    _write(folder / f"{extract.extract}.csv", heading, _quarantined(database, extract, names))


def _write(file: Path, heading: Sequence[str], batches: Iterable[Any]) -> None:
    with os.fdopen(create(file), "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow([_cell(name) for name in heading])
        for batch in batches:
            line, *texts = batch.columns
            columns = [line.to_pylist(), *(_cells(column).to_pylist() for column in texts)]
            writer.writerows(zip(*columns, strict=True))
        out.flush()
        os.fsync(out.fileno())


def _cells(column: Any) -> Any:
    """`_cell` of every text of an Arrow column; only what could be changed by it is looked at one by one."""
    import pyarrow.compute as pc

    return each_once(column, pc.match_substring_regex(column, f"{POSSIBLE}|{_SUSPECT}"), _cell)


def _cell(text: str) -> str:
    """A text without CPR numbers, and with an apostrophe in front of what would run as a formula."""
    text = masked(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _quarantined(database: Database, extract: Extract, names: Sequence[str]) -> Iterator[Any]:
    """Arrow batches by line: the line, column and reason, then as `_whole` and `_misshapen`."""
    connection = database.connection
    reasons = connection.table("karantaeneaarsag").project(
        col("linje").alias("·linje"), col("kolonne").alias("·kolonne"), col("aarsag").alias("·aarsag")
    )
    why = [col("·linje"), col("·kolonne"), col("·aarsag")]
    both = [
        connection.table(table).join(reasons, col("linje") == col("·linje")).project(*why, *selected)
        for table, selected in (
            (f"raa.{quote(extract.extract)}", _whole(names)),
            ("skaev", _misshapen(names)),
        )
    ]
    connection.register("karantaeneraekke", both[0].union(both[1]))
    yield from connection.sql("from karantaeneraekke order by all").to_arrow_reader(_ROWS_AT_A_TIME)


def _whole(names: Sequence[str]) -> Iterator[Expression]:
    """A row's own columns, and nothing beyond them."""
    yield from (col(name) for name in names)
    yield lit("").alias("·overskydende")


def _misshapen(names: Sequence[str]) -> Iterator[Expression]:
    """The fields as they came, and those beyond the last column in one."""
    fields, count = col("felter"), len(names)
    yield from (
        fn("list_extract", fields, lit(number)).alias(name) for number, name in enumerate(names, start=1)
    )
    beyond = fn("list_slice", fields, lit(count + 1), fn("len", fields))
    yield fn("array_to_string", beyond, lit(" | ")).alias("·overskydende")
