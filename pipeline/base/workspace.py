"""The workspace: where everything lies, who may read it, and that only one run uses it at a time.

Folders are 0700 and files 0600, but for `publiceret/` and `rapporter/`, which others read: their
group and modes come from the settings.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.base.errors import BusyError, SettingsError, UsageFault
from pipeline.base.log import FILE_NAME
from pipeline.base.periods import today
from pipeline.base.settings import Permissions
from pipeline.base.surroundings import require_folders, require_writable

REVIEW = 0o710
"""Mode of a workspace whose publication and reports a group reads: it may pass through, and see nothing."""

BLOCK = 1 << 20


@dataclass(frozen=True)
class Workspace:
    """Paths inside one workspace; nothing is made before `create`.

    With `som_af` it is seen as on that day: later deliveries are not there, and what is made lies in `home`.
    """

    root: Path
    som_af: date | None = None

    @property
    def home(self) -> Path:
        """Where what is computed and published lies; of a day in the past in a folder of its own."""
        return self.root / "som-af" / str(self.som_af) if self.som_af else self.root

    @property
    def leverancer(self) -> Path:
        """One DuckDB file per delivery: raw and typed."""
        return self.root / "leverancer"

    @property
    def computation(self) -> Path:
        """What has been computed but not yet published."""
        return self.home / "beregning"

    @property
    def candidate(self) -> Path:
        """The database that `publish` would publish."""
        return self.computation / "kandidat.duckdb"

    @property
    def earlier(self) -> Path:
        """Results as published before the delivery in force, so that the reports can say what has changed."""
        return self.computation / "tidligere.duckdb"

    @property
    def published(self) -> Path:
        """The file the economist opens."""
        return self.home / "publiceret" / "ledelsestilsyn.duckdb"

    @property
    def reports(self) -> Path:
        """Reports: `<periode>/<team_id>/rapport.html`."""
        return self.home / "rapporter"

    @property
    def outbox(self) -> Path:
        """Mails waiting for somebody to look at them: `<periode>/*.eml`."""
        return self.root / "udbakke"

    @property
    def postbog(self) -> Path:
        """The ledger of mails: what is to be sent, what has been, and who released it."""
        return self.root / "postbog.sqlite3"

    @property
    def audit(self) -> Path:
        """The audit trail: who did what when; it is only ever added to."""
        return self.root / "revisionsspor.sqlite3"

    @property
    def reviews(self) -> Path:
        """The store of the leaders' reviews: rounds drawn, answers, agreements."""
        return self.home / "gennemgang.duckdb"

    @property
    def returned(self) -> Path:
        """Where workbooks that leaders have filled in are put, for the next run to read."""
        return self.root / "besvarelser"

    @property
    def plans(self) -> Path:
        """The municipality's own plans, which go before those that come along; their SQL lies in `sql`."""
        return self.root / "planer"

    @property
    def log(self) -> Path:
        """What was done when: counts and rules, never the content of a row."""
        return self.root / "log"

    def create(self) -> None:
        """Make the workspace's own folders, closed to everybody else.

        Raises:
            SettingsError: the folder cannot be made or written to.
        """
        try:
            for folder in (
                self.root,
                self.leverancer,
                self.computation,
                self.outbox,
                self.returned,
                self.log,
            ):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if stat.S_IMODE(folder.stat().st_mode) != REVIEW:
                    folder.chmod(0o700)
        except OSError:
            raise SettingsError(f"{self.root}: arbejdsmappen kan ikke oprettes eller skrives i.") from None
        # What a run writes to at its end is asked for at its beginning, so that none stops half-way.
        require_folders(self.published.parent, self.reports, self.root / "karantaene")
        require_writable(self.postbog, self.audit, self.log / FILE_NAME)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other run out while the block runs.

        Raises:
            BusyError: another run is using the workspace.
        """
        import filelock

        self.create()
        lock = filelock.FileLock(self.root / "tilsyn.lock", mode=0o600)
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            raise BusyError(f"{self.root}: arbejdsmappen er i brug af en anden kørsel.") from None
        try:
            yield
        finally:
            lock.release()

    def leverance_files(self) -> list[Path]:
        """Every delivery taken in, oldest first, but those dated after today: they were dated wrongly."""
        until = str(min(today(), self.som_af or today()))
        return [file for file in self._dated() if file.stem <= until]

    def misdated(self) -> list[Path]:
        """Deliveries dated after today, which an earlier version took in."""
        return [file for file in self._dated() if file.stem > str(today())]

    def _dated(self) -> list[Path]:
        return sorted(self.leverancer.glob("????-??-??.duckdb"))

    def newest_leverance(self) -> Path:
        """The delivery in force: the one drawn last.

        Raises:
            UsageFault: none has been taken in.
        """
        files = self.leverance_files()
        if not files:
            raise UsageFault(f"{self.root}: der er ingen leverance i arbejdsmappen; kør først ingest.")
        return files[-1]


def udtraeksdato(leverance_file: Path) -> date:
    """The day a delivery was drawn, from the name of its file in the workspace."""
    return date.fromisoformat(leverance_file.stem)


def replace_file(source: Path, target: Path, permissions: Permissions) -> None:
    """Put a copy of a file in another's place at one stroke; who has the old one open keeps it.

    The copy is made beside the target, since only within one file system is the swap atomic.

    Raises:
        BusyError: the old one may not be replaced: on Windows nothing may that a program has open.
    """
    _open_for_readers(target.parent, permissions)
    new = target.with_name(f".{target.name}.ny")
    try:
        with source.open("rb") as since, new.open("wb") as until:
            shutil.copyfileobj(since, until, BLOCK)
            until.flush()
            os.fsync(until.fileno())  # Windows refuses it once the file is closed and opened for reading
        _open_up(new, permissions, permissions.file_bits)
        with _replaceable(target):
            new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def write_for_readers(file: Path, content: bytes, top: Path, permissions: Permissions) -> None:
    """Write a file in a folder of `top` that others may read, at one stroke.

    Raises:
        BusyError: the old one may not be replaced; on Windows because a program has it open.
    """
    _open_for_readers(top, permissions)
    file.parent.mkdir(parents=True, exist_ok=True)
    for folder in (file.parent, *file.parent.parents):
        if folder == top:
            break
        _open_up(folder, permissions, permissions.folder_bits)
    new = file.with_name(f".{file.name}.ny")
    try:
        with new.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        _open_up(new, permissions, permissions.file_bits)
        with _replaceable(file):
            new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def replace_folder(new: Path, target: Path, permissions: Permissions) -> None:
    """Put a whole folder in another's place; the old one is gone only when the new one stands there.

    Raises:
        BusyError: the old one may not be replaced; on Windows because a file in it is open.
    """
    for path in new.rglob("*"):
        _open_up(path, permissions, permissions.folder_bits if path.is_dir() else permissions.file_bits)
    _open_up(new, permissions, permissions.folder_bits)
    _open_for_readers(target.parent, permissions)
    old = target.with_name(f".{target.name}.gammel")
    _remove(old)
    with _replaceable(target):
        if target.exists() or target.is_symlink():
            target.rename(old)
        new.rename(target)
    _remove(old)


def _remove(path: Path) -> None:
    """Remove a folder with all in it; of a link to one the link alone."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def _replaceable(target: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError:
        raise BusyError(
            f"{target}: kan ikke skiftes ud, fordi et andet program har den åben, eller du ikke må skrive i "
            "mappen. Luk programmet, og kør kommandoen igen; intet er gået tabt."
        ) from None


def _open_for_readers(folder: Path, permissions: Permissions) -> None:
    """Make a folder others may read; with a group of their own they may pass through the workspace to it."""
    folder.mkdir(parents=True, exist_ok=True)
    _open_up(folder, permissions, permissions.folder_bits)
    if permissions.gruppe:
        _open_up(folder.parent, permissions, REVIEW)


def _open_up(path: Path, permissions: Permissions, bits: int) -> None:
    """Give a path its group and mode."""
    if permissions.gruppe:
        try:
            shutil.chown(path, group=permissions.gruppe)
        except (LookupError, PermissionError):
            raise SettingsError(
                f"rettigheder.gruppe: gruppen {permissions.gruppe!r} findes ikke, eller du er ikke med i den."
            ) from None
    path.chmod(bits)
