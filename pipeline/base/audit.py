"""The audit trail: who ran, approved, sent, purged or took something out, when, and how it ended.

A file of its own in the workspace, which is only ever added to: the table refuses changes, and every row
carries a hash of itself and the row before, so that one taken out or altered from outside is seen. SQLite for
the ledger's reasons. It holds counts, periods and ids of deliveries: no case, no child, no leader's name.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.base.errors import UnreadableDatabase, UsageFault, UserError
from pipeline.base.interrupt import stopped
from pipeline.base.resources import resource

BEGUN, DONE, REFUSED, CUT_SHORT, FAILED = "begyndt", "gennemført", "afvist", "afbrudt", "fejl"
FIELDS = ("tidspunkt", "konto", "handling", "periode", "udfald", "hvad", "program_version")
"""What `history` tells of each thing done."""
_FIELDS = (
    "nr",
    "tidspunkt",
    "konto",
    "handling",
    "periode",
    "begyndt_nr",
    "udfald",
    "hvad",
    "program_version",
)


@dataclass
class Entry:
    """What is being done; `say` adds what is known of it only on the way."""

    handling: str
    periode: str | None = None
    words: list[str] = field(default_factory=list)

    def say(self, text: str, periode: str | None = None) -> None:
        """Add to what is written when it ends: counts, ids of deliveries, hashes."""
        self.words += [text] if text else []
        self.periode = periode or self.periode


@contextmanager
def recorded(file: Path, handling: str, periode: str | None = None) -> Iterator[Entry]:
    """Write that something is begun, and when the block ends how: the caller has the workspace to itself."""
    entry = Entry(handling, periode)
    begun = _append(file, entry, BEGUN)
    try:
        yield entry
    except BaseException as error:
        with suppress(sqlite3.Error, OSError):  # what stopped the work may stop this too: it has no end then
            _append(file, entry, _outcome(error), begun)
        raise
    _append(file, entry, DONE, begun)


def _outcome(error: BaseException) -> str:
    if stopped() or isinstance(error, KeyboardInterrupt):
        return CUT_SHORT
    return REFUSED if isinstance(error, UserError) else FAILED


def account() -> str:
    """The account of the operating system, which unlike an environment variable is not a matter of choice."""
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return getpass.getuser()


def history(file: Path) -> list[dict[str, Any]]:
    """What has been done, the oldest first; nothing where nothing has been written yet.

    Raises:
        UnreadableDatabase: the file is damaged.
    """
    if not file.is_file():
        return []
    with _open(file) as connection:
        return [dict(row) for row in connection.execute(_sql("history"))]


def require_whole(file: Path) -> None:
    """Refuse a trail in which something was changed or taken out.

    Raises:
        UsageFault: a row is not as it was written; it names the first.
        UnreadableDatabase: the file is damaged.
    """
    if not file.is_file():
        return
    with _open(file) as connection:
        rows = [dict(row) for row in connection.execute("select * from spor order by nr")]
    before = ""
    for number, row in enumerate(rows, start=1):
        if (row["nr"], row["kaede"]) != (number, _chained(before, row)):
            raise UsageFault(f"{file}: sporet er ændret uden om programmet, første gang i linje {number}.")
        before = row["kaede"]


def _append(file: Path, entry: Entry, outcome: str, begun: int | None = None) -> int:
    """Add one row, on disk when this returns; its number."""
    with _open(file) as connection:
        connection.execute("begin immediate")
        last = connection.execute("select nr, kaede from spor order by nr desc limit 1").fetchone()
        number, before = (last["nr"] + 1, last["kaede"]) if last else (1, "")
        row: dict[str, Any] = {
            "nr": number,
            "tidspunkt": datetime.now().astimezone().isoformat(timespec="seconds"),
            "konto": account(),
            "handling": entry.handling,
            "periode": entry.periode,
            "begyndt_nr": begun,
            "udfald": outcome,
            "hvad": "; ".join(entry.words) or None,
            "program_version": __version__,
        }
        connection.execute(_sql("write"), {**row, "kaede": _chained(before, row)})
        connection.execute("commit")
    return int(number)


def _chained(before: str, row: Mapping[str, Any]) -> str:
    text = "\0".join([before, *(str(row[name]) for name in _FIELDS)])
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def _open(file: Path) -> Iterator[sqlite3.Connection]:
    if not os.path.lexists(file):
        _make(file)
    with closing(sqlite3.connect(file, isolation_level=None, timeout=5)) as connection:
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("pragma synchronous = extra")
            yield connection
        except sqlite3.OperationalError:  # it cannot be reached: the machine's fault
            raise
        except sqlite3.DatabaseError:
            raise UnreadableDatabase(file) from None


def _make(file: Path) -> None:
    """Make an empty trail where nobody looks yet: a run cut short leaves none, never half of one."""
    new = file.with_name(f".{file.name}.ny")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(new)) as connection:
        connection.executescript(_sql("spor"))
    new.replace(file)


def _sql(name: str) -> str:
    return resource("sql", "audit", f"{name}.sql").read_text(encoding="utf-8")
