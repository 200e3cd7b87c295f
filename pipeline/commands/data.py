"""Rows on stdout for scripts: JSON, or CSV with a header and lower-case `true` and `false`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any


def write_data(columns: Sequence[str], rows: Iterable[Sequence[Any]], format_: str) -> None:
    """Write every row, as `json` or `csv`; numbers are unrounded."""
    if format_ == "json":
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        json.dump(records, sys.stdout, ensure_ascii=False, indent=2, default=_json)
        sys.stdout.write("\n")
    else:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_csv(value) for value in row] for row in rows)


def _json(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)


def _csv(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
