"""A database file that cannot be read or is in use, told as the user's to mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.base.errors import BusyError, UnreadableDatabase

_DAMAGED = ("not a valid duckdb database", "could not read enough bytes", "corrupt", "version number")


@contextmanager
def readable(file: Path) -> Iterator[None]:
    """While a file is read. The reason stands only in the message, whose words on locks are the system's."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        reason = str(error).replace(str(file), "").lower()
        if any(word in reason for word in ("set lock", "being used by another process")):
            raise BusyError(f"{file.name}: databasen er åben i et andet program.") from None
        if any(word in reason for word in _DAMAGED):
            raise UnreadableDatabase(file) from None
        raise
