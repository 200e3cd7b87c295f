"""The change from one run's publication to the next: database and reports together, whole or not at all.

Two places are replaced, the database by one rename and a period's reports by two, and they may lie on two
file systems: no single rename covers both. (One link to a folder of all would, but links cannot be had
everywhere, and the paths that people have bookmarked are plain ones.) So a note is left beside the reports
that a switch is under way; it is written when the new ones lie ready and flushed, each beside its target, and
taken away when they stand. Whatever is cut short in between, the next command goes on from the note to the
end, and a reader who comes in between is told. A switch that fails while it runs is rolled back.

The reports go first: until the database is renamed, which is at one stroke, all can be put back.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.base.durable import beside, flush_folder, remove
from pipeline.base.errors import UsageFault
from pipeline.base.periods import mail_periode
from pipeline.base.readers import replaceable, write_for_readers
from pipeline.base.settings import Permissions
from pipeline.base.surroundings import require_folders
from pipeline.base.workspace import Workspace

NOTE = ".skift"


@dataclass(frozen=True)
class Switch:
    """Which period's reports are replaced (`reports`), or which week's pages, and whether the database is."""

    periode: str
    reports: bool = True
    database: bool = True


def note(folder: Workspace) -> Path:
    """Where it stands that a switch is under way."""
    return folder.reports / NOTE


def require_replaceable(folder: Workspace, name: str) -> None:
    """Refuse to begin where a period's or week's reports or mails may not be replaced: some are another's.

    Raises:
        SurroundingsFault: a folder of them may not be written to.
    """
    home = folder.reports / name
    require_folders(home, folder.outbox / name, *(path for path in home.rglob("*") if path.is_dir()))


def switch(folder: Workspace, wanted: Switch, permissions: Permissions) -> None:
    """Put what lies ready in its place.

    Raises:
        BusyError: something may not be replaced: on Windows nothing may that a program has open. All stands
            as it did before.
    """
    write_for_readers(note(folder), json.dumps(asdict(wanted)).encode(), folder.reports, permissions)
    try:
        _forward(folder, wanted)
    except BaseException:
        if not wanted.database or beside(folder.published).exists():
            _back(folder, wanted)
        raise
    _end(folder, wanted)


def finish_switch(folder: Workspace) -> Switch | None:
    """Bring a switch that was cut short to its end; which one, None where there is none."""
    if not (cut := read_note(folder)):
        note(folder).unlink(missing_ok=True)
        return None
    _forward(folder, cut)
    _end(folder, cut)
    return cut


def read_note(folder: Workspace) -> Switch | None:
    """The switch that is under way or was cut short; None where there is none, or the note is none of ours.

    It names a period or a week and nothing else: whoever may write among the reports can make it move no
    other file.
    """
    try:
        told = Switch(**json.loads(note(folder).read_text(encoding="utf-8")))
        return told if told.periode == mail_periode(str(told.periode)) else None
    except (OSError, ValueError, TypeError, UsageFault):
        return None


def aside(target: Path) -> Path:
    """Where the reports that are being replaced lie until the new ones stand."""
    return target.with_name(f".{target.name}.gammel")


def restore(target: Path) -> bool:
    """Put reports that were moved aside back where nothing has taken their place; whether there were any."""
    if os.path.lexists(target) or not os.path.lexists(aside(target)):
        return False
    aside(target).rename(target)
    return True


def _forward(folder: Workspace, wanted: Switch) -> None:
    target = folder.reports / wanted.periode
    if wanted.reports and beside(target).is_dir():
        with replaceable(target):
            if os.path.lexists(target):
                remove(aside(target))
                target.rename(aside(target))
            beside(target).rename(target)
        flush_folder(target.parent)
    if wanted.database and beside(folder.published).is_file():
        with replaceable(folder.published):
            beside(folder.published).replace(folder.published)
        flush_folder(folder.published.parent)


def _back(folder: Workspace, wanted: Switch) -> None:
    target = folder.reports / wanted.periode
    if wanted.reports:
        if not beside(target).exists():
            target.rename(beside(target))
        restore(target)
    beside(folder.published).unlink(missing_ok=True)
    note(folder).unlink(missing_ok=True)
    flush_folder(folder.reports)


def _end(folder: Workspace, wanted: Switch) -> None:
    """Only when all stands on the disk is the note taken away; what was replaced goes after it."""
    note(folder).unlink(missing_ok=True)
    flush_folder(folder.reports)
    remove(aside(folder.reports / wanted.periode))
