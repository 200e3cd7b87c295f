"""What the ledger and the outbox hold of periods long past: who got which mail when, and the mails."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pipeline.delivery.ledger import Postbog

TABLES = ("forsendelse", "haendelse", "godkendelse", "udbakke")
"""The tables of the ledger; each row is of a period."""


@dataclass(frozen=True)
class OldMails:
    """Periods of the ledger that are too old, how many mails they hold, and folders of the outbox."""

    periods: tuple[str, ...]
    mails: int
    folders: tuple[Path, ...]

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.periods or self.folders)


def find_old_mails(postbog: Path, outbox: Path, is_old: Callable[[str], bool]) -> OldMails:
    """Those of periods that are old; nothing is deleted.

    Raises:
        BusyError, UnreadableDatabase, UsageFault: as the ledger says.
    """
    folders = [folder for folder in outbox.glob("*") if folder.is_dir() and is_old(folder.name)]
    periods: list[str] = []
    mails = 0
    if postbog.is_file():
        with Postbog(postbog) as book:
            counted = book.periods()
        periods = [periode for periode in counted if is_old(periode)]
        mails = sum(counted[periode] for periode in periods)
    return OldMails(tuple(periods), mails, tuple(sorted(folders)))


def delete_old_mails(postbog: Path, found: OldMails) -> None:
    """Delete them, and write the ledger anew, so that no free page of it holds them."""
    if found.periods:
        with closing(sqlite3.connect(postbog, isolation_level=None, timeout=5)) as connection:
            connection.execute("pragma secure_delete = on")
            connection.execute("begin immediate")
            for table in TABLES:
                for periode in found.periods:
                    connection.execute(f"delete from {table} where periode = ?", (periode,))  # noqa: S608 - ours
            connection.execute("commit")
            connection.execute("vacuum")
    for folder in found.folders:
        shutil.rmtree(folder)
