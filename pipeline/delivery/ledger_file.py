"""The ledger's file: opened, made where there never was one, recognised, and never begun anew.

A mark stands beside it from its first day on. With it, a ledger that is gone is missed before anything is
published; without a ledger nobody knows who has been sent what.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from pipeline.base.durable import beside, create, put, write
from pipeline.base.errors import BusyError, UnreadableDatabase, UsageFault, UserError
from pipeline.base.resources import resource

VERSION = 1
"""Of the tables; kept in the file, so that a program never misreads a ledger it does not know."""
MARK = "postbog.begyndt"
"""Stands beside the ledger from its first day on: with it, a ledger that is gone is never begun anew."""
_MARKED = (
    "Denne fil siger, at der er ført en postbog (postbog.sqlite3). Er postbogen væk, så hent den fra\n"
    "sikkerhedskopien: begynder den forfra, får alle deres mails igen. Slet kun denne fil, hvis der\n"
    "aldrig er sendt en mail.\n"
)
_TABLES = frozenset({"udbakke", "forsendelse", "godkendelse", "haendelse"})


class LedgerGone(UserError):
    """The ledger is gone: begun anew, everybody would get every mail again."""

    def __init__(self, file: Path, mark: Path) -> None:
        super().__init__(
            f"{file}: postbogen mangler, men er ført før. Hent den fra sikkerhedskopien; begyndte den "
            f"forfra, fik alle deres mails igen. Er der aldrig sendt en mail, så slet {mark}."
        )


def open_ledger(file: Path) -> sqlite3.Connection:
    """A connection to the ledger; where there never was one, it is made whole, for its owner alone.

    Raises:
        BusyError: another program keeps it locked.
        LedgerGone: there was one, and it is gone.
        UnreadableDatabase: it is damaged, or was emptied: begun anew, every mail would be sent again.
        UsageFault: another version of the program made it.
    """
    mark = file.with_name(MARK)
    if not os.path.lexists(file):
        if os.path.lexists(mark):
            raise LedgerGone(file, mark)
        _make(file)
    connection = sqlite3.connect(file, isolation_level=None, timeout=5)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("pragma journal_mode = delete")
        connection.execute("pragma synchronous = extra")
        _recognise(connection, file)
    except sqlite3.DatabaseError as error:
        connection.close()
        if "locked" in str(error):
            raise BusyError(f"{file.name}: postbogen er åben i et andet program.") from None
        if isinstance(error, sqlite3.OperationalError):  # it cannot be reached: the machine's fault
            raise
        raise UnreadableDatabase(file) from None
    if not mark.is_file():
        write(mark, _MARKED)
    return connection


def require_whole(connection: sqlite3.Connection, file: Path) -> None:
    """Look at every page: damage may lie anywhere, and is to be found before anything is published.

    Raises:
        UnreadableDatabase: some of it is damaged.
    """
    try:
        found = [str(row[0]) for row in connection.execute("pragma quick_check(1)")]
        names = {str(row[0]) for row in connection.execute("select name from sqlite_schema")}
    except sqlite3.DatabaseError:
        raise UnreadableDatabase(file) from None
    if found != ["ok"] or not names >= _TABLES:
        raise UnreadableDatabase(file)


def _recognise(connection: sqlite3.Connection, file: Path) -> None:
    (version,) = connection.execute("pragma user_version").fetchone()
    if version == VERSION:
        return
    tables = connection.execute("select 1 from sqlite_schema").fetchone()
    connection.close()
    if not tables:
        raise UnreadableDatabase(file)
    raise UsageFault(f"{file.name}: postbogen er lavet af en anden version af programmet.")


def _make(file: Path) -> None:
    """Make an empty ledger where nobody looks yet: a run cut short leaves none, never half of one."""
    tables = resource("sql", "outbox", "postbog.sql").read_text(encoding="utf-8")
    new = beside(file)
    os.close(create(new))
    connection = sqlite3.connect(new)
    try:
        connection.executescript(f"{tables}\npragma user_version = {VERSION};")
    finally:
        connection.close()
    put(new, file)
