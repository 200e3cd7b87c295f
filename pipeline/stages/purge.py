"""What is old and about single caseworkers and readers, out of the workspace: store, workbooks and pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.base.database import open_database
from pipeline.base.durable import flush_folder, put
from pipeline.base.errors import UsageFault
from pipeline.base.log import write
from pipeline.base.periods import add_months, read_periode
from pipeline.base.readers import write_for_readers
from pipeline.base.released import MARK, as_text, read_mark, without_gone
from pipeline.base.text import count_of, dato, number
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.definitions.form_sheets import FORM, is_form
from pipeline.reports import FEEDBACK_FOLDER
from pipeline.review.purge import Personal, delete_personal, find_personal, old_files
from pipeline.review.store import NAME, attach_store, writing


@dataclass(frozen=True)
class Purge:
    """What a purge takes: everything from before `before` that is about single persons."""

    before: date
    months: int
    personal: Personal
    returned: tuple[Path, ...]
    pages: tuple[Path, ...]

    def lines(self, *, done: bool) -> tuple[str, ...]:
        """What goes, or has gone, and what stays."""
        verb, p = "Slettet" if done else "Slettes", self.personal
        head = f"{verb}: det, der er fra før {dato(self.before)} (ældre end {self.months} måneder)."
        if not (p or self.returned or self.pages):
            return (f"Intet at slette fra før {dato(self.before)} (ældre end {self.months} måneder).",)
        counts = (
            (p.tekster, "svar mister bemærkning og aftale", "svar mister bemærkning og aftale"),
            (p.laesere + p.indmeldinger, "navn på en læser", "navne på læsere"),
            (p.aftaler, "lukket aftale", "lukkede aftaler"),
            (len(self.returned), "udfyldt arbejdsbog", "udfyldte arbejdsbøger"),
            (
                len(self.pages),
                "feedbackside eller skema i rapporterne",
                "feedbacksider og skemaer i rapporterne",
            ),
        )
        told = [f"  {count_of(*count)}" for count in counts if count[0]]
        if p.genstande:
            rounds = count_of(p.runder, "runde", "runder")
            told.insert(0, f"  rådgiveren bag {number(p.genstande)} læste og mulige i {rounds}")
        kept = "Svarene selv og alle regnskaber bevares. Den udgivne database følger med ved næste run."
        return (head, *told, kept)


def find(call: Call, day: date) -> Purge:
    """What a purge on a day takes; nothing is deleted.

    Raises:
        UsageFault: the workspace has no store of reviews.
    """
    folder, months = call.folder, call.settings.gennemgang.gemmes_maaneder
    if not folder.reviews.is_file():
        raise UsageFault(f"{folder.root}: der er ikke trukket eller læst nogen sager endnu.")
    before = add_months(day, -months)
    with open_database([folder.root]) as database:
        attach_store(database, folder)
        personal, names = find_personal(database, before), old_files(database, before)
    returned = tuple(f for f in _files(folder.returned, "*.xlsx") if f.name in names)
    return Purge(before, months, personal, returned, tuple(_pages(folder, before)))


def purge(call: Call, day: date) -> Purge:
    """Delete what `find` finds; raises as it."""
    found, folder = find(call, day), call.folder
    with call.step("sletning", "Sletter det gamle om enkelte rådgivere og læsere"):
        if found.personal:
            _purge_store(folder, found.before)
        gone = (*found.returned, *found.pages)
        for path in gone:
            path.unlink()
        for home in {path.parent for path in gone}:
            flush_folder(home)
        _remove_empty(found)
        _mark_anew(call, found)
    files = len(found.returned) + len(found.pages)
    write(folder.log, haendelse="sletning", foer=found.before.isoformat(), filer=files)
    return found


def _mark_anew(call: Call, found: Purge) -> None:
    """What is gone on purpose is no damage to the reports."""
    top = call.folder.reports
    for home in {top / page.relative_to(top).parts[0] for page in found.pages}:
        if mark := read_mark(home):
            text = as_text(without_gone(mark, home)).encode()
            write_for_readers(home / MARK, text, top, call.settings.rettigheder)


def _purge_store(folder: Workspace, before: date) -> None:
    """Delete, and write the store anew: a database file keeps deleted rows until their place is needed."""
    new = folder.reviews.with_suffix(".ny")
    new.unlink(missing_ok=True)
    with open_database([folder.root]) as database:
        attach_store(database, folder)
        with writing(database):
            delete_personal(database, before)
        database.attach(new, "ny", writable=True)
        new.chmod(0o600)
        database.run(f"copy from database {NAME} to ny")
        database.detach("ny")
    put(new, folder.reviews)


def _pages(folder: Workspace, before: date) -> Iterator[Path]:
    """Caseworkers' pages and readers' forms in the reports on periods that ended before the day."""
    for home in folder.reports.iterdir() if folder.reports.is_dir() else ():
        if _ended_before(home.name, before):
            yield from _files(home, f"*/{FEEDBACK_FOLDER}/*.html")
            yield from (f for f in _files(home, f"*/{FORM}-*.xlsx") if is_form(f.name))


def _ended_before(name: str, before: date) -> bool:
    try:
        return read_periode(name).last < before
    except UsageFault:
        return False


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(f for f in folder.rglob(pattern) if f.is_file()) if folder.is_dir() else []


def _remove_empty(found: Purge) -> None:
    """Folders of caseworkers' pages that hold none any more."""
    for home in {path.parent for path in found.pages if path.parent.name == FEEDBACK_FOLDER}:
        if not any(home.iterdir()):
            shutil.rmtree(home)
