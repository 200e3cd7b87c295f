"""What was published before: what the reports compare with, and what `publish` replaces.

Figures of earlier periods change when something is registered late. To say so, the reports compare with the
last publication of another delivery: the published file itself while it still is that one, else the results
kept of it when it was replaced. Publishing the same delivery twice therefore changes nothing.

Only what is measured as before can be compared: where a plan or the program now defines an indicator
otherwise, its earlier figures are another thing's.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.base.database import Database, open_database, open_file
from pipeline.base.durable import put
from pipeline.base.errors import UnreadableDatabase
from pipeline.base.workspace import Workspace

PREVIOUS = "tidligere"


def previous_for(folder: Workspace, leverance_id: str) -> Path | None:
    """Where the last results of another delivery than this stand."""
    if (file := published(folder)) and leverance_id_of(file) != leverance_id:
        return file
    return folder.earlier if folder.earlier.is_file() else None


def attach_previous(database: Database, file: Path) -> None:
    """Show what of earlier results can be compared as `tidligere.main.indikator_resultat`.

    The candidate must be attached as `kandidat`. Columns that the earlier file lacks are empty.
    `tidligere.main.anderledes` are the indicators that it measured otherwise. Nothing is attached where it
    does not say what it measured: an earlier version kept only counts.
    """
    database.attach(file.resolve(), "gammel")
    if "indikator" in database.tables("gammel"):
        database.attach_memory(PREVIOUS)
        database.run_file("published", "previous")


def keep_earlier(folder: Workspace, leverance_id: str) -> None:
    """Before the publication is replaced by one of another delivery: keep its results, and no more of it."""
    file = published(folder)
    if file is None or leverance_id_of(file) == leverance_id:
        return
    new = folder.computation / "ny_tidligere.duckdb"
    new.unlink(missing_ok=True)
    with open_database([folder.root, file.parent]) as database:
        database.attach(file.resolve(), "gammel")
        database.attach(new, "gemt", writable=True)
        new.chmod(0o600)
        database.run_file("reports", "keep_earlier")
        database.detach("gemt")
    put(new, folder.earlier)


def published(folder: Workspace) -> Path | None:
    """The published file so far; one that cannot be read is none, so that the next one can replace it.

    Raises:
        BusyError: another program holds it open for writing.
    """
    if not folder.published.is_file():
        return None
    try:
        with open_file(folder.published) as database:
            unreadable = database.error_in(lambda: _read_through(database))
    except UnreadableDatabase:
        return None
    return None if unreadable else folder.published


def _read_through(database: Database) -> None:
    """All that the next publication is compared with: damage may lie anywhere in the file."""
    database.fetch("select leverance_id from opgoerelse")
    database.fetch("select max(hash(r)) from indikator_resultat as r")
    database.fetch("select max(hash(r)) from indikator as r")


def leverance_id_of(file: Path, table: str = "opgoerelse") -> str:
    """The delivery a published file was computed from; of a delivery's own file (`leverance`) which it is."""
    with open_file(file) as database:
        return str(database.value("select leverance_id from query_table($tabel)", tabel=table))
