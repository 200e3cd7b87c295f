"""Quarantined rows as files for whoever mends them: whole, but for CPR numbers, with line and reason."""

from __future__ import annotations

import csv
import heapq
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.base.cpr import masked
from pipeline.base.database import Database, col, lit, quote
from pipeline.base.durable import create, flush_folder
from pipeline.definitions.extract_models import Extract

_HEADING = ("linje", "kolonne", "aarsag")
_SURPLUS = "overskydende_felter"
_FORMULA = re.compile(r"(?![+-][\d.,]+\Z)[=+\-@\t\r]")
"""How a text begins that a spreadsheet would run as a formula; a signed number is none."""


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
    misshapen_rows = list(
        _misshapen_rows(database, len(names))
    )  # all of them first: one query at a time can be read from
    rows = heapq.merge(_whole(database, extract, names), misshapen_rows, key=lambda row: row[0])
    _write(folder / f"{extract.extract}.csv", (*_HEADING, *names, _SURPLUS), rows)


def _write(file: Path, heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with os.fdopen(create(file), "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow([_cell(name) for name in heading])
        writer.writerows([_cell(field) for field in row] for row in rows)
        out.flush()
        os.fsync(out.fileno())


def _cell(field: Any) -> Any:
    """A field without CPR numbers, and with an apostrophe in front of what would run as a formula."""
    if not isinstance(field, str):
        return field
    text = masked(field)
    return f"'{text}" if _FORMULA.match(text) else text


def _whole(database: Database, extract: Extract, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Line, column, reason, the row's own columns, and nothing beyond them."""
    connection = database.connection
    reasons = connection.table("karantaeneaarsag").project(
        col("linje").alias("·linje"), col("kolonne").alias("·kolonne"), col("aarsag").alias("·aarsag")
    )
    rows = connection.table(f"raa.{quote(extract.extract)}").join(reasons, col("linje") == col("·linje"))
    selected = [col("·linje"), col("·kolonne"), col("·aarsag"), *(col(name) for name in names)]
    selected.append(lit("").alias("·overskydende"))
    connection.register("karantaeneraekke", rows.project(*selected))
    reply = database.run("from karantaeneraekke order by all")
    while chunk := reply.fetchmany(10_000):
        yield from chunk


def _misshapen_rows(database: Database, count: int) -> Iterator[tuple[Any, ...]]:
    for row in database.rows("intake", "quarantined_misshapen"):
        fields = [*row["felter"], *[""] * count][: max(count, len(row["felter"]))]
        fixed = (row["linje"], row["kolonne"], row["aarsag"])
        yield (*fixed, *fields[:count], " | ".join(fields[count:]))
