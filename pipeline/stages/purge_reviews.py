"""What is old and about single caseworkers and readers, out of the workspace: store, workbooks and pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline.base.database import open_database
from pipeline.base.durable import flush_folder, sha256
from pipeline.base.errors import UsageFault
from pipeline.base.periods import last_day_of
from pipeline.base.readers import write_for_readers
from pipeline.base.released import MARK, Released, as_text, read_mark
from pipeline.base.settings import Permissions
from pipeline.base.text import count_of
from pipeline.base.workspace import Workspace
from pipeline.definitions.form_sheets import FORM, is_form
from pipeline.reports import FEEDBACK_FOLDER
from pipeline.review.purge import Personal, delete_personal, find_personal, old_files
from pipeline.review.store import attach_store, rewrite_store


@dataclass(frozen=True)
class OldReviews:
    """What a purge takes of the reviews: everything from before `before` that is about single persons."""

    before: date
    personal: Personal
    returned: tuple[Path, ...]
    pages: tuple[Path, ...]

    @property
    def counts(self) -> tuple[tuple[int, str, str], ...]:
        """How much of what there is, in the singular and the plural."""
        p = self.personal
        of = f"i {count_of(p.runder, 'runde', 'runder')}"
        return (
            (
                p.genstande,
                f"læst eller mulig {of} mister sin rådgiver",
                f"læste og mulige {of} mister deres rådgiver",
            ),
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


def find_reviews(folder: Workspace, before: date) -> OldReviews:
    """What is from before a day; nothing is deleted."""
    personal, names = Personal(0, 0, 0, 0, 0, 0), frozenset[str]()
    if folder.reviews.is_file():
        with open_database([folder.root]) as database:
            attach_store(database, folder)
            personal, names = find_personal(database, before), old_files(database, before)
    returned = tuple(
        f for f in _files(folder.returned, "*.xlsx") if f.name in names or _changed_before(f, before)
    )
    return OldReviews(before, personal, returned, tuple(_pages(folder, before)))


def purge_reviews(folder: Workspace, permissions: Permissions, found: OldReviews) -> None:
    """Delete what `find_reviews` found; the store last, which tells what is old when this is cut short."""
    unmark(folder, permissions, found.pages)
    gone = (*found.returned, *found.pages)
    for path in gone:
        path.unlink()
    for home in {path.parent for path in gone}:
        flush_folder(home)
    _remove_empty(found)
    if found.personal:
        rewrite_store(folder, lambda database: delete_personal(database, found.before))


def unmark(folder: Workspace, permissions: Permissions, files: Iterable[Path]) -> None:
    """Take files out of the marks of their reports before they go or are changed on purpose.

    Wherever that is cut short, none of them looks damaged.
    """
    names: dict[Path, set[str]] = {}
    for file in files:
        home = folder.reports / file.relative_to(folder.reports).parts[0]
        names.setdefault(home, set()).add(file.relative_to(home).as_posix())
    for home, going in names.items():
        if (mark := read_mark(home)) and going & mark.files.keys():
            left = {name: known for name, known in mark.files.items() if name not in going}
            _write_mark(folder, permissions, home, replace(mark, files=left))


def mark_anew(folder: Workspace, permissions: Permissions) -> None:
    """Put the reports' files that their marks lack into them, as they are now."""
    for home in sorted(file.parent for file in folder.reports.glob(f"*/{MARK}")):
        if mark := read_mark(home):
            there = (file for file in home.rglob("*") if file.is_file() and not file.name.startswith("."))
            names = {f.relative_to(home).as_posix() for f in there if not is_form(f.name)}
            if new := {name: sha256(home / name) for name in names - mark.files.keys()}:
                known = dict(sorted({**mark.files, **new}.items()))
                _write_mark(folder, permissions, home, replace(mark, files=known))


def _write_mark(folder: Workspace, permissions: Permissions, home: Path, mark: Released) -> None:
    write_for_readers(home / MARK, as_text(mark).encode(), folder.reports, permissions)


def _pages(folder: Workspace, before: date) -> Iterator[Path]:
    """Caseworkers' pages and readers' forms in the reports on periods that ended before the day."""
    for home in folder.reports.iterdir() if folder.reports.is_dir() else ():
        if ended_before(home.name, before):
            yield from _files(home, f"*/{FEEDBACK_FOLDER}/*.html")
            yield from (f for f in _files(home, f"*/{FORM}-*.xlsx") if is_form(f.name))


def ended_before(name: str, before: date) -> bool:
    """Whether a name is a period's, or a week's, that ended before a day."""
    try:
        return last_day_of(name) < before
    except UsageFault:
        return False


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(f for f in folder.rglob(pattern) if f.is_file()) if folder.is_dir() else []


def _changed_before(file: Path, day: date) -> bool:
    """Whether a file is older than a day: nothing in one that was never read can be newer."""
    return date.fromtimestamp(file.stat().st_mtime) < day  # noqa: DTZ012 - the house's own calendar


def _remove_empty(found: OldReviews) -> None:
    """Folders of caseworkers' pages that hold none any more."""
    for home in {path.parent for path in found.pages if path.parent.name == FEEDBACK_FOLDER}:
        if not any(home.iterdir()):
            shutil.rmtree(home)
