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
from pipeline.base.periods import read_periode
from pipeline.base.readers import write_for_readers
from pipeline.base.released import MARK, as_text, read_mark, without_gone
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
    returned = tuple(f for f in _files(folder.returned, "*.xlsx") if f.name in names)
    return OldReviews(before, personal, returned, tuple(_pages(folder, before)))


def purge_reviews(folder: Workspace, permissions: Permissions, found: OldReviews) -> None:
    """Delete what `find_reviews` found."""
    if found.personal:
        rewrite_store(folder, lambda database: delete_personal(database, found.before))
    gone = (*found.returned, *found.pages)
    for path in gone:
        path.unlink()
    for home in {path.parent for path in gone}:
        flush_folder(home)
    _remove_empty(found)
    mark_anew(folder, permissions, found.pages)


def mark_anew(folder: Workspace, permissions: Permissions, pages: Iterable[Path]) -> None:
    """Mark the reports these pages are or were among: what is gone or changed on purpose is no damage."""
    top = folder.reports
    changed: dict[Path, set[str]] = {}
    for page in pages:
        home = top / page.relative_to(top).parts[0]
        changed.setdefault(home, set()).add(page.relative_to(home).as_posix())
    for home, names in changed.items():
        if mark := read_mark(home):
            left = without_gone(mark, home)
            files = {n: sha256(home / n) if n in names else known for n, known in left.files.items()}
            text = as_text(replace(left, files=files)).encode()
            write_for_readers(home / MARK, text, top, permissions)


def _pages(folder: Workspace, before: date) -> Iterator[Path]:
    """Caseworkers' pages and readers' forms in the reports on periods that ended before the day."""
    for home in folder.reports.iterdir() if folder.reports.is_dir() else ():
        if ended_before(home.name, before):
            yield from _files(home, f"*/{FEEDBACK_FOLDER}/*.html")
            yield from (f for f in _files(home, f"*/{FORM}-*.xlsx") if is_form(f.name))


def ended_before(name: str, before: date) -> bool:
    """Whether a name is a period's that ended before a day."""
    try:
        return read_periode(name).last < before
    except UsageFault:
        return False


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(f for f in folder.rglob(pattern) if f.is_file()) if folder.is_dir() else []


def _remove_empty(found: OldReviews) -> None:
    """Folders of caseworkers' pages that hold none any more."""
    for home in {path.parent for path in found.pages if path.parent.name == FEEDBACK_FOLDER}:
        if not any(home.iterdir()):
            shutil.rmtree(home)
