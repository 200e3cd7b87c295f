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

from pipeline.errors import ForkertBrug, IndstillingsFejl, OptagetFejl
from pipeline.settings import Rettigheder

GENNEMGANG = 0o710
"""Mode of a workspace whose publication and reports a group reads: it may pass through, and see nothing."""

BLOK = 1 << 20


@dataclass(frozen=True)
class Arbejdsmappe:
    """Paths inside one workspace; nothing is made before `opret`."""

    rod: Path

    @property
    def leverancer(self) -> Path:
        """One DuckDB file per delivery: raw and typed."""
        return self.rod / "leverancer"

    @property
    def beregning(self) -> Path:
        """What has been computed but not yet published."""
        return self.rod / "beregning"

    @property
    def kandidat(self) -> Path:
        """The database that `publish` would publish."""
        return self.beregning / "kandidat.duckdb"

    @property
    def tidligere(self) -> Path:
        """Results as published before the delivery in force, so that the reports can say what has changed."""
        return self.beregning / "tidligere.duckdb"

    @property
    def publiceret(self) -> Path:
        """The file the economist opens."""
        return self.rod / "publiceret" / "ledelsestilsyn.duckdb"

    @property
    def rapporter(self) -> Path:
        """Reports: `<periode>/<team_id>/rapport.html`."""
        return self.rod / "rapporter"

    @property
    def udbakke(self) -> Path:
        """Mails waiting for somebody to look at them: `<periode>/*.eml`."""
        return self.rod / "udbakke"

    @property
    def postbog(self) -> Path:
        """The ledger of mails: what is to be sent, what has been, and who released it."""
        return self.rod / "postbog.sqlite3"

    @property
    def log(self) -> Path:
        """What was done when: counts and rules, never the content of a row."""
        return self.rod / "log"

    def opret(self) -> None:
        """Make the workspace's own folders, closed to everybody else.

        Raises:
            IndstillingsFejl: the folder cannot be made or written to.
        """
        try:
            for mappe in (self.rod, self.leverancer, self.beregning, self.udbakke, self.log):
                mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
                if stat.S_IMODE(mappe.stat().st_mode) != GENNEMGANG:
                    mappe.chmod(0o700)
        except OSError:
            raise IndstillingsFejl(f"{self.rod}: arbejdsmappen kan ikke oprettes eller skrives i.") from None

    @contextlib.contextmanager
    def laast(self) -> Iterator[None]:
        """Keep every other run out while the block runs.

        Raises:
            OptagetFejl: another run is using the workspace.
        """
        import filelock

        self.opret()
        laas = filelock.FileLock(self.rod / "tilsyn.lock", mode=0o600)
        try:
            laas.acquire(timeout=0)
        except filelock.Timeout:
            raise OptagetFejl(f"{self.rod}: arbejdsmappen er i brug af en anden kørsel.") from None
        try:
            yield
        finally:
            laas.release()

    def leverancefiler(self) -> list[Path]:
        """Every delivery taken in, oldest first."""
        return sorted(self.leverancer.glob("????-??-??.duckdb"))

    def nyeste_leverance(self) -> Path:
        """The delivery in force: the one drawn last.

        Raises:
            ForkertBrug: none has been taken in.
        """
        filer = self.leverancefiler()
        if not filer:
            raise ForkertBrug(f"{self.rod}: der er ingen leverance i arbejdsmappen; kør først ingest.")
        return filer[-1]


def udtraeksdato(leverancefil: Path) -> date:
    """The day a delivery was drawn, from the name of its file in the workspace."""
    return date.fromisoformat(leverancefil.stem)


def erstat_fil(kilde: Path, maal: Path, rettigheder: Rettigheder) -> None:
    """Put a copy of a file in another's place at one stroke; who has the old one open keeps it.

    The copy is made beside the target, since only within one file system is the swap atomic.

    Raises:
        OptagetFejl: the old one may not be replaced: on Windows nothing may that a program has open.
    """
    _aabn_for_laesere(maal.parent, rettigheder)
    ny = maal.with_name(f".{maal.name}.ny")
    try:
        with kilde.open("rb") as fra, ny.open("wb") as til:
            shutil.copyfileobj(fra, til, BLOK)
            til.flush()
            os.fsync(til.fileno())  # Windows refuses it once the file is closed and opened for reading
        _luk_op(ny, rettigheder, rettigheder.fil_bits)
        with _kan_skiftes_ud(maal):
            ny.replace(maal)
    finally:
        ny.unlink(missing_ok=True)


def erstat_mappe(ny: Path, maal: Path, rettigheder: Rettigheder) -> None:
    """Put a whole folder in another's place; the old one is gone only when the new one stands there.

    Raises:
        OptagetFejl: the old one may not be replaced; on Windows because a file in it is open.
    """
    for sti in ny.rglob("*"):
        _luk_op(sti, rettigheder, rettigheder.mappe_bits if sti.is_dir() else rettigheder.fil_bits)
    _luk_op(ny, rettigheder, rettigheder.mappe_bits)
    _aabn_for_laesere(maal.parent, rettigheder)
    gammel = maal.with_name(f".{maal.name}.gammel")
    shutil.rmtree(gammel, ignore_errors=True)
    with _kan_skiftes_ud(maal):
        if maal.exists():
            maal.rename(gammel)
        ny.rename(maal)
    shutil.rmtree(gammel, ignore_errors=True)


@contextlib.contextmanager
def _kan_skiftes_ud(maal: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError:
        raise OptagetFejl(
            f"{maal}: kan ikke skiftes ud, fordi et andet program har den åben, eller du ikke må skrive i "
            "mappen. Luk programmet, og kør kommandoen igen; intet er gået tabt."
        ) from None


def _aabn_for_laesere(mappe: Path, rettigheder: Rettigheder) -> None:
    """Make a folder others may read; with a group of their own they may pass through the workspace to it."""
    mappe.mkdir(parents=True, exist_ok=True)
    _luk_op(mappe, rettigheder, rettigheder.mappe_bits)
    if rettigheder.gruppe:
        _luk_op(mappe.parent, rettigheder, GENNEMGANG)


def _luk_op(sti: Path, rettigheder: Rettigheder, bits: int) -> None:
    """Give a path its group and mode."""
    if rettigheder.gruppe:
        try:
            shutil.chown(sti, group=rettigheder.gruppe)
        except (LookupError, PermissionError):
            raise IndstillingsFejl(
                f"rettigheder.gruppe: gruppen {rettigheder.gruppe!r} findes ikke, eller du er ikke med i den."
            ) from None
    sti.chmod(bits)
