"""The workspace to one run at a time, mended first of what those that were cut short left behind.

Only whoever has it to itself may mend it, whatever the period: to others a run under way looks the same.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pipeline.base.durable import flush_folder, remove
from pipeline.base.errors import BusyError, UnreadableDatabase
from pipeline.base.switch import finish_switch, restore
from pipeline.base.workspace import LOCK, Workspace

_ASIDE = re.compile(r"\.(.+)\.gammel")


@contextmanager
def locked(folder: Workspace) -> Iterator[tuple[str, ...]]:
    """Keep every other run out while the block runs, and mend first what a run that was cut short left.

    Yields what was mended, as Danish lines.

    Raises:
        BusyError: another run is using the workspace.
        SettingsError: as `Workspace.create`.
    """
    import filelock

    folder.create()
    lock = filelock.FileLock(folder.root / LOCK, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise BusyError(f"{folder.root}: arbejdsmappen er i brug af en anden kørsel.") from None
    before = tempfile.tempdir
    try:
        told = _settle(folder)
        tempfile.tempdir = str(folder.temporary)
        yield told
    finally:
        tempfile.tempdir = before
        lock.release()


def _settle(folder: Workspace) -> tuple[str, ...]:
    """Finish a switch, put back what was moved aside, clear the rest away; Danish lines on what was done."""
    told = []
    if cut := finish_switch(folder):
        told.append(
            f"En tidligere kørsel blev afbrudt, mens {cut.periode} blev udgivet; udgivelsen er gjort færdig."
        )
    told += _put_back(folder)
    for rest in _leftovers(folder):
        remove(rest)
    folder.temporary.mkdir(mode=0o700, exist_ok=True)
    return (*told, *_set_aside(folder))


def _put_back(folder: Workspace) -> Iterator[str]:
    """Reports whose only copy is the one moved aside; others there are outdated."""
    for old in folder.reports.glob(".*.gammel") if folder.reports.is_dir() else ():
        name = _ASIDE.fullmatch(old.name)
        if name and restore(old.with_name(name[1])):
            yield f"Rapporterne for {name[1]} er hentet tilbage efter en kørsel, der blev afbrudt."
        else:
            remove(old)


def _leftovers(folder: Workspace) -> Iterator[Path]:
    """What was being written and is nobody's any more; made names, that no file of the user's has."""
    for depth in ("", "*/", "*/*/", "*/*/*/"):  # a forgotten case is taken out of pages where they stand
        yield from folder.reports.glob(f"{depth}.*.ny")
        yield from folder.returned.glob(f"{depth}.*.ny")
    yield from folder.published.parent.glob(".*.ny")
    yield from folder.root.glob(".*.ny")
    yield from folder.root.glob("gennemgang.ny*")
    yield from folder.outbox.glob("*/.*.ny")
    yield from folder.leverancer.glob(".*.ny*")
    for karantaene in folder.karantaener:
        yield from karantaene.glob("*/.*.ny")
    yield from week_leftovers(folder)
    for name in ("ny.duckdb*", "ny_tidligere.duckdb*", ".*.ny", "spild", "midlertidig", "rapporter"):
        yield from folder.computation.glob(name)


def week_leftovers(folder: Workspace) -> Iterator[Path]:
    """All of a week's place but the rows in quarantine: a delivery's rows, and what was made of them."""
    yield from (path for path in sorted(folder.week.glob("*")) if path not in folder.karantaener)


def _set_aside(folder: Workspace) -> Iterator[str]:
    """Files that other programs left beside the publication; a journal of theirs would make it unreadable.

    One that has the database open to write is left alone: it is alive.
    """
    file = folder.published
    found = sorted(file.parent.glob(f"{file.name}.*"))
    if not found or _open_elsewhere(file):
        return
    folder.foreign.mkdir(mode=0o700, exist_ok=True)
    for path in found:
        target = folder.foreign / f"{path.name}.{datetime.now():%Y%m%dT%H%M%S%f}"  # noqa: DTZ005 - a name
        shutil.move(path, target)
        yield (
            f"{path}: filen er fra et andet program, der har haft databasen åben for at skrive i den. Den er "
            f"flyttet til {folder.foreign}; databasen er til at læse i."
        )
    flush_folder(file.parent)


def _open_elsewhere(file: Path) -> bool:
    from pipeline.base.database import open_read_only

    try:
        if file.is_file():
            open_read_only(file).close()
    except BusyError:
        return True
    except UnreadableDatabase:
        return False
    return False
