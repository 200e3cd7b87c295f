"""The workspace's log: which stage ran when and how long it took; never the content of a row.

An unexpected fault is logged by its type and the places in the code it passed, without its message:
messages of libraries may quote the value they stumbled on.
"""

from __future__ import annotations

import json
import os
import time
from datetime import datetime
from pathlib import Path
from types import TracebackType

from pipeline.base.cpr import masked_line
from pipeline.base.durable import flush, flush_folder
from pipeline.base.errors import kind, places

FILE_NAME = "ledelsestilsyn.jsonl"


def write(folder: Path, **fields: object) -> None:
    """Append one line to the log, readable by its owner alone."""
    file = os.open(folder / FILE_NAME, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(file, "a", encoding="utf-8") as log:
        elapsed = datetime.now().astimezone().isoformat(timespec="milliseconds")
        shown = {n: masked_line(f) if isinstance(f, str) else f for n, f in fields.items()}
        log.write(json.dumps({"tid": elapsed, **shown}, ensure_ascii=False) + "\n")


def flush_log(folder: Path) -> None:
    """Have what was logged on the disk; once, when a call has done its work."""
    if (file := folder / FILE_NAME).is_file():
        flush(file)
        flush_folder(folder)


def write_error(folder: Path, error: BaseException) -> None:
    """Log an unexpected fault without what its message says; a workspace not made yet has no log."""
    if not folder.is_dir():
        return
    write(folder, haendelse="fejl", type=kind(error), steder=places(error))


class Stopwatch:
    """Times one stage into the log, also when it fails."""

    def __init__(self, folder: Path, step: str) -> None:
        self._folder, self._step = folder, step

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(
        self, error_type: type[BaseException] | None, error: BaseException | None, track: TracebackType | None
    ) -> None:
        write(
            self._folder,
            haendelse="trin",
            trin=self._step,
            sekunder=round(time.perf_counter() - self._start, 3),
            fejl=error_type.__name__ if error_type else None,
        )
