"""Rows on stdout for scripts: JSON, or CSV with a header and lower-case `true` and `false`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any


def skriv_data(kolonner: Sequence[str], raekker: Iterable[Sequence[Any]], format_: str) -> None:
    """Write every row, as `json` or `csv`; numbers are unrounded."""
    if format_ == "json":
        poster = [dict(zip(kolonner, raekke, strict=True)) for raekke in raekker]
        json.dump(poster, sys.stdout, ensure_ascii=False, indent=2, default=_json)
        sys.stdout.write("\n")
    else:
        skriver = csv.writer(sys.stdout, lineterminator="\n")
        skriver.writerow(kolonner)
        skriver.writerows([_csv(vaerdi) for vaerdi in raekke] for raekke in raekker)


def _json(vaerdi: object) -> float | str:
    return float(vaerdi) if isinstance(vaerdi, Decimal) else str(vaerdi)


def _csv(vaerdi: object) -> object:
    return str(vaerdi).lower() if isinstance(vaerdi, bool) else vaerdi
