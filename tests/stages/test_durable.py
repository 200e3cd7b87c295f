"""After success nothing waits in the machine's memory: a power cut takes nothing that a run has told of."""

from __future__ import annotations

from pathlib import Path

from tests.stages.conftest import Seen, seen

OWN = {"tilsyn.lock", "postbog.sqlite3", "revisionsspor.sqlite3"}
"""The lock has no content; ledger and audit trail are flushed by their database at every commit."""


def test_every_file_and_folder_of_a_month_was_flushed_as_it_stands(month_done: Path, flushed: set[Seen]):
    """Reports, key, fingerprint, mails, quarantine, marks, log, the published file, and all their folders."""
    left = [month_done, *month_done.rglob("*")]
    names = {path: path.relative_to(month_done).as_posix() for path in left}
    empty = {name for path, name in names.items() if path.is_dir() and not any(path.iterdir())}
    waiting = {name for path, name in names.items() if seen(path.stat()) not in flushed} - OWN - empty
    assert waiting == set()
    assert {"noegle", "noegle.fingeraftryk", "publiceret/ledelsestilsyn.duckdb"} <= set(names.values())
    assert sum(name.endswith(".html") for name in names.values()) > 5
