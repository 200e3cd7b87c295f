"""Rows on stdout for scripts: JSON, or CSV with a header and lower-case `true` and `false`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from pipeline.base.errors import ReaderGone


def write_data(columns: Sequence[str], rows: Iterable[Sequence[Any]], format_: str) -> None:
    """Write every row, as `json` or `csv`; numbers are unrounded.

    JSON has signs that the output's code page lacks as escapes, which every reader understands.

    Raises:
        ReaderGone: nobody reads the output any more.
    """
    try:
        (_write_json if format_ == "json" else _write_csv)(columns, rows)
    except BrokenPipeError:
        raise ReaderGone from None


def _write_json(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    escaped = not (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    json.dump(records, sys.stdout, ensure_ascii=escaped, indent=2, default=_json)
    sys.stdout.write("\n")


def _write_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv(value) for value in row] for row in rows)


def _json(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)


def _csv(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
