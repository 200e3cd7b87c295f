"""A workspace looked through from end to end: what is whole, and of what is not, what to do or restore.

Nothing is changed, but for what a run that was cut short left, which is mended as before any other command.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pipeline.base import audit
from pipeline.base.database import Database, open_database, open_file
from pipeline.base.durable import sha256
from pipeline.base.errors import LedelsestilsynError, UnreadableDatabase
from pipeline.base.released import MARK, Released, read_mark
from pipeline.base.saved_books import saved_by_somebody
from pipeline.base.text import count_of
from pipeline.call import Call
from pipeline.delivery.approval import outbox, read_published
from pipeline.delivery.ledger import Postbog
from pipeline.delivery.sender import read_file
from pipeline.stages.ingest import recognise_key
from pipeline.stages.previous import leverance_id_of


@dataclass(frozen=True)
class Verified:
    """What was looked at and found whole, and Danish lines on what was not, each with what to do."""

    whole: tuple[str, ...]
    faults: tuple[str, ...]


def verify(call: Call) -> Verified:
    """Look at key, deliveries, published file, reports, ledger, mails and reviews.

    Raises:
        UsageFault: the workspace has no delivery.
    """
    call.folder.newest_leverance()
    with call.step("eftersyn", "Efterser arbejdsmappen"):
        found = {name: tuple(_faults(look(call))) for name, look in _LOOKS.items()}
    whole = tuple(name for name, faults in found.items() if not faults)
    return Verified(whole, tuple(line for faults in found.values() for line in faults))


def _faults(found: Iterator[str]) -> Iterator[str]:
    try:
        yield from found
    except LedelsestilsynError as error:
        yield from error.lines


def _key(call: Call) -> Iterator[str]:
    recognise_key(call)
    yield from ()


def _deliveries(call: Call) -> Iterator[str]:
    files = call.folder.leverance_files()
    for file in files:
        if not _reads(file):
            yield (
                f"{file}: leverancen kan ikke læses. Hent filen fra sikkerhedskopien, eller slet den, og kør "
                "ingest med leverancen igen."
            )
    if call.folder.published.is_file() and _reads(call.folder.published):
        wanted = leverance_id_of(call.folder.published)[:10]
        if wanted not in {file.stem for file in files}:
            yield (
                f"{call.folder.leverancer}: leverancen af {wanted}, som det udgivne bygger på, mangler. Hent "
                "den fra sikkerhedskopien, eller kør ingest med den igen."
            )


def _published(call: Call) -> Iterator[str]:
    file = call.folder.published
    if not file.is_file():
        return
    if not _reads(file):
        raise UnreadableDatabase(file)
    with open_file(file) as database:
        periode = str(database.value("select periode from opgoerelse"))
    mark = read_mark(call.folder.reports / periode)
    if mark is None:
        yield (
            f"{call.folder.reports / periode}: rapporterne til det udgivne mangler, eller de er fra en "
            f"tidligere version. Kør check --periode {periode}, report og publish."
        )
    elif mark.database != sha256(file):
        yield (
            f"{file}: er ikke den database, rapporterne for {periode} er lavet med. Kør check --periode "
            f"{periode}, report og publish."
        )


def _reports(call: Call) -> Iterator[str]:
    for home in sorted(file.parent for file in call.folder.reports.glob(f"*/{MARK}")):
        if (mark := read_mark(home)) is None:
            yield f"{home / MARK}: filen kan ikke læses. {_again(home.name)}"
            continue
        gone = sum(not (home / name).is_file() for name in mark.files)
        changed = sum(_changed(home, name, mark) for name in mark.files)
        if gone or changed:
            yield (
                f"{home}: {count_of(gone, 'fil', 'filer')} mangler, og {changed} er ikke, som de blev "
                f"skrevet. {_again(home.name)}"
            )


def _again(periode: str) -> str:
    return f"Hent mappen fra sikkerhedskopien, eller kør check --periode {periode} og report."


def _changed(home: Path, name: str, mark: Released) -> bool:
    """Whether a file is another than was released; a workbook that a reader has saved is hers."""
    file = home / name
    if not file.is_file() or sha256(file) == mark.files[name]:
        return False
    return not (file.suffix == ".xlsx" and _whole_zip(file) and saved_by_somebody(file))


def _whole_zip(file: Path) -> bool:
    try:
        with ZipFile(file) as parts:
            return parts.testzip() is None
    except BadZipFile:
        return False


def _ledger(call: Call) -> Iterator[str]:
    with Postbog(call.folder.postbog) as book:
        book.require_whole()
    yield from ()


def _audit(call: Call) -> Iterator[str]:
    if call.folder.audit.is_file():
        audit.require_whole(call.folder.audit)
    yield from ()


def _mails(call: Call) -> Iterator[str]:
    """Those that wait, of the published period: the others are history, and their files may be gone.

    A run cut short between publishing and its mails leaves none, or those of what stood before.
    """
    if not call.folder.published.is_file():
        return
    published = read_published(call.folder.published, call.command)
    if not published.publication:  # by an earlier version, whose mails are never sent by this one
        return
    home = call.folder.outbox / published.periode
    with Postbog(call.folder.postbog) as book:
        waiting = [f for f in outbox(book, published, published.periode) if f.waiting]
    lost = sum(read_file(home, f) is None for f in waiting)
    if lost:
        yield (
            f"{home}: {count_of(lost, 'mail', 'mails')} mangler eller er ændret. Kør run for "
            f"{published.periode} igen, og se mails igennem på ny."
        )


def _reviews(call: Call) -> Iterator[str]:
    if call.folder.reviews.is_file() and not _reads(call.folder.reviews):
        raise UnreadableDatabase(call.folder.reviews)
    yield from ()


def _reads(file: Path) -> bool:
    """Whether every row of every table of a database can be read."""
    try:
        with open_database([file.parent]) as database:
            database.attach(file.resolve(), "fil")
            return database.error_in(lambda: _read_through(database)) is None
    except UnreadableDatabase:
        return False


def _read_through(database: Database) -> None:
    tables = "select schema_name, table_name from duckdb_tables() where database_name = 'fil' order by all"
    for row in database.fetch(tables):
        table = f"fil.{row['schema_name']}.{row['table_name']}"
        database.value("select max(hash(r)) from query_table($tabel) as r", tabel=table)


_LOOKS = {
    "nøglen": _key,
    "leverancerne": _deliveries,
    "det udgivne": _published,
    "rapporterne": _reports,
    "postbogen": _ledger,
    "revisionssporet": _audit,
    "de mails, der venter": _mails,
    "gennemgangene": _reviews,
}
