"""The workspace's log: which stage ran when and how long it took; never the content of a row.

An unexpected fault is logged by its type and the places in the code it passed, without its message:
messages of libraries may quote the value they stumbled on.
"""

from __future__ import annotations

import json
import os
import time
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

FILNAVN = "ledelsestilsyn.jsonl"


def skriv(mappe: Path, **felter: object) -> None:
    """Append one line to the log, readable by its owner alone."""
    fil = os.open(mappe / FILNAVN, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(fil, "a", encoding="utf-8") as log:
        tid = datetime.now().astimezone().isoformat(timespec="milliseconds")
        log.write(json.dumps({"tid": tid, **felter}, ensure_ascii=False) + "\n")


def skriv_fejl(mappe: Path, fejl: BaseException) -> None:
    """Log an unexpected fault without what its message says; a workspace not made yet has no log."""
    if not mappe.is_dir():
        return
    steder = [
        f"{Path(led.filename).name}:{led.lineno} {led.name}"
        for led in traceback.extract_tb(fejl.__traceback__)
    ]
    skriv(mappe, haendelse="fejl", type=type(fejl).__name__, steder=steder)


class Stopur:
    """Times one stage into the log, also when it fails."""

    def __init__(self, mappe: Path, trin: str) -> None:
        self._mappe, self._trin = mappe, trin

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(
        self, fejltype: type[BaseException] | None, fejl: BaseException | None, spor: TracebackType | None
    ) -> None:
        skriv(
            self._mappe,
            haendelse="trin",
            trin=self._trin,
            sekunder=round(time.perf_counter() - self._start, 3),
            fejl=fejltype.__name__ if fejltype else None,
        )
