"""Copies of published tables, views and answers for other programs: Parquet, CSV and Excel.

Files are readable by their owner alone and appear under their name only when they are whole.
"""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, count
from pathlib import Path
from typing import Any

from pipeline.base import durable
from pipeline.base.database import Database
from pipeline.base.errors import UsageFault
from pipeline.economist.published import Object
from pipeline.economist.questions import require_readable
from pipeline.economist.selection import ROWS_AT_A_TIME, choose, query

ENDINGS = ("parquet", "csv", "xlsx")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would run as a formula."""


def export(
    database: Database,
    names: Sequence[str],
    format_: str,
    until: Path,
    progress: Callable[[str], None],
    *,
    book: str = "ledelsestilsyn",
) -> tuple[Path, ...]:
    """Write what is named, or every view, into a folder; the files written.

    Parquet and CSV get a file each and replace the one before: other programs refresh from them. Excel gets
    one workbook with a sheet each, beside any there is: somebody may have worked on in that one. When `until`
    ends as the format does, it is the file itself, and is replaced. `book` is what a workbook's name begins
    with.

    Raises:
        UsageFault: a name is unknown, a question cannot be answered, the place cannot be written to or does
            not fit the format, or a sheet would be too long.
    """
    require_readable(database, names)
    chosen = choose(database, names)
    try:
        named = _is_file(until, format_, chosen)
        target = [until] if named else _in_folder(database, until, format_, chosen, book)
        target[0].parent.mkdir(parents=True, exist_ok=True)
        if format_ == "xlsx":
            _excel(database, chosen, target[0], progress)
        else:
            write = {"parquet": write_parquet, "csv": write_csv}[format_]
            for object_, file in zip(chosen, target, strict=True):
                progress(f"Skriver {object_.name}")
                with _whole_file(file) as new:
                    write(database, object_, new)
    except OSError:
        raise UsageFault(f"{until}: der kan ikke skrives her.") from None
    return tuple(target)


def _is_file(until: Path, format_: str, chosen: Sequence[Object]) -> bool:
    """Whether the user names the file itself and not its folder."""
    ending = until.suffix.lower().removeprefix(".")
    if ending not in ENDINGS or until.is_dir():
        return False
    if ending != format_:
        raise UsageFault(f"{until}: filens endelse er {ending}, men --format er {format_}.")
    if format_ != "xlsx" and len(chosen) > 1:
        raise UsageFault(f"{until}: kun ét svar kan ligge i en {format_}-fil; angiv en mappe.")
    return True


def _in_folder(
    database: Database, folder: Path, format_: str, chosen: Sequence[Object], book: str
) -> list[Path]:
    if format_ != "xlsx":
        return [folder / f"{object_.name}.{format_}" for object_ in chosen]
    periode = database.value("select periode from om")
    supplement = chain([""], (f" ({number})" for number in count(2)))
    return [next(file for t in supplement if not (file := folder / f"{book}-{periode}{t}.xlsx").exists())]


def _excel(
    database: Database, chosen: Sequence[Object], target: Path, progress: Callable[[str], None]
) -> None:
    from pipeline.economist.workbook import write_workbook

    with _whole_file(target) as new, _own_temporary(target):
        write_workbook(database, chosen, new, progress)


@contextmanager
def _own_temporary(target: Path) -> Iterator[None]:
    """A folder beside the target for the worksheets under way: case ids never lie in the system's own."""
    folder, before = target.with_name(f".{target.name}.ark"), tempfile.tempdir
    durable.remove(folder)  # an export that was killed left it
    folder.mkdir(mode=0o700)
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        durable.remove(folder)


@contextmanager
def _whole_file(target: Path) -> Iterator[Path]:
    """A file of its own beside the target, put in its place when all has gone well."""
    new = durable.beside(target)
    os.close(durable.create(new))
    try:
        yield new
        durable.flush(new)
        _replace(new, target)
    finally:
        new.unlink(missing_ok=True)


def _replace(new: Path, target: Path) -> None:
    try:
        new.replace(target)
        durable.flush_folder(target.parent)
    except PermissionError:  # Windows, where a file that is open elsewhere cannot be replaced
        raise UsageFault(
            f"{target}: filen kan ikke erstattes. Luk den, hvis den er åben i et andet program."
        ) from None


def write_parquet(database: Database, object_: Object, file: Path) -> None:
    """One Parquet file with the meanings as metadata.

    The file carries `betydning` and, as JSON by column name, `kolonner`; each field its `betydning`.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    reads = database.connection.sql(query(object_)).to_arrow_reader(ROWS_AT_A_TIME)
    meanings = {column.name: column.meaning for column in object_.columns}
    fields = [field.with_metadata({"betydning": meanings[field.name]}) for field in reads.schema]
    schema = pa.schema(
        fields,
        metadata={
            "betydning": object_.meaning,
            "kolonner": json.dumps(meanings, ensure_ascii=False),
        },
    )
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for bundle in reads:
            writer.write_batch(bundle.cast(schema))


def write_csv(database: Database, object_: Object, file: Path) -> None:
    """One CSV file as a Danish spreadsheet reads it: semicolon, decimal comma, days as åååå-mm-dd.

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    result = database.run(query(object_))
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        writer.writerow([column.name for column in object_.columns])
        while bundle := result.fetchmany(ROWS_AT_A_TIME):
            writer.writerows([[_csv_text(value) for value in row] for row in bundle])


def _csv_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float | Decimal):
        return f"{Decimal(repr(value) if isinstance(value, float) else value):f}".replace(".", ",")
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_SIGNS) else text
