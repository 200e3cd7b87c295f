"""Faults of the machine around the work, in words to act on: a full disk, a folder one may not write.

Told from the error's kind and number alone: a library's message may quote what it stumbled on.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path, PurePath

from pipeline.base.errors import SurroundingsFault
from pipeline.base.harmless import one_line

_AGAIN = "og kør kommandoen igen; det, der er udgivet, er uskadt"
_FULL = f"der er ikke mere plads på disken. Frigør plads, {_AGAIN}."
_MEMORY = f"Maskinen har ikke hukommelse nok. Luk andre programmer, {_AGAIN}."
_DENIED = f"du har ikke ret til at læse eller skrive her. Få rettighederne rettet, {_AGAIN}."
_READ_ONLY = f"disken er skrivebeskyttet. Få den åbnet for skrivning, {_AGAIN}."
_BROKEN = f"disken kan ikke læses eller skrives, som den skal. Få den undersøgt, {_AGAIN}."
_DAMAGED = "en af arbejdsmappens databaser er beskadiget. Hent den fra sikkerhedskopien, og kør igen."

_BY_NUMBER = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _BROKEN,
    errno.ENOENT: f"findes ikke, eller er et link til noget, der ikke findes. Ret det, {_AGAIN}.",
    errno.EISDIR: f"er en mappe, hvor der skulle være en fil. Flyt den, {_AGAIN}.",
    errno.ENOTDIR: f"er ikke en mappe, hvor der skulle være en. Flyt det, der ligger der, {_AGAIN}.",
    errno.EEXIST: f"er ikke en mappe, hvor der skulle være en. Flyt det, der ligger der, {_AGAIN}.",
    errno.ELOOP: f"er et link, der peger på sig selv. Fjern det, {_AGAIN}.",
    errno.EXDEV: f"ligger på et andet drev end resten af arbejdsmappen. Flyt den dertil, {_AGAIN}.",
    errno.ENAMETOOLONG: f"navnet er for langt til disken. Brug en kortere arbejdsmappe, {_AGAIN}.",
    errno.EMFILE: f"der er for mange åbne filer. Luk andre programmer, {_AGAIN}.",
    errno.ENFILE: f"der er for mange åbne filer. Luk andre programmer, {_AGAIN}.",
    errno.EBUSY: f"er i brug af et andet program. Luk det, {_AGAIN}.",
}
_BY_WORDS = {
    "no space left": _FULL,
    "disk is full": _FULL,
    "max_temp_directory_size": _FULL,
    "permission denied": _DENIED,
    "unable to open database": _DENIED,
    "read-only file system": _READ_ONLY,
    "readonly database": _READ_ONLY,
    "disk i/o error": _BROKEN,
    "not a database": _DAMAGED,
    "malformed": _DAMAGED,
    "is a directory": _BY_NUMBER[errno.EISDIR],
    "not a directory": _BY_NUMBER[errno.ENOTDIR],
    "too many open files": _BY_NUMBER[errno.EMFILE],
}
"""How the databases say it: they have no numbers. The words are looked for and never shown."""
_REPORTS = "rapporter"


def require_folders(*folders: Path) -> None:
    """Refuse to begin where something else lies in a folder's place, or nothing may be written to it.

    Raises:
        SurroundingsFault: one of them is no folder, or may not be written to.
    """
    for folder in folders:
        if os.path.lexists(folder) and not folder.is_dir():
            raise SurroundingsFault(_sentence(_place(folder), _BY_NUMBER[errno.ENOTDIR]))
        require_writable(folder)


def require_files(*files: Path) -> None:
    """Refuse to begin where a folder lies in a file's place, or the file may not be written to.

    Raises:
        SurroundingsFault: one of them is a folder, or may not be written to.
    """
    for file in files:
        if file.is_dir():
            raise SurroundingsFault(_sentence(_place(file), _BY_NUMBER[errno.EISDIR]))
        require_writable(file)


def require_writable(*paths: Path) -> None:
    """Refuse to begin where a file or folder that is there may not be written to.

    Raises:
        SurroundingsFault: one of them may not.
    """
    for path in paths:
        if path.exists() and not os.access(path, os.W_OK):
            raise SurroundingsFault(_sentence(_place(path), _DENIED))


def surroundings_fault(error: BaseException) -> SurroundingsFault | None:
    """The fault behind an error, or behind what led to it, as one Danish line; None where it is another."""
    return next(filter(None, map(_told, _chain(error))), None)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _told(error: BaseException) -> SurroundingsFault | None:
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryException":
        return SurroundingsFault(_MEMORY)
    if isinstance(error, OSError) and error.errno in _BY_NUMBER:
        return SurroundingsFault(_sentence(_place(error.filename), _BY_NUMBER[error.errno]))
    if isinstance(error, sqlite3.Error) or type(error).__module__.lstrip("_").startswith("duckdb"):
        message = str(error).lower()
        found = next((told for words, told in _BY_WORDS.items() if words in message), None)
        return SurroundingsFault(_sentence("", found)) if found else None
    return None


def _sentence(place: str, told: str) -> str:
    return f"{place}: {told}" if place else f"{told[:1].upper()}{told[1:]}"


def _place(name: object) -> str:
    """A path as it can be shown: of a report no more than its period, for below it stand ids."""
    if not isinstance(name, str | PurePath):
        return ""
    parts = PurePath(name).parts
    if _REPORTS in parts:
        parts = parts[: parts.index(_REPORTS) + 2]
    return one_line(str(PurePath(*parts))) if parts else ""
