"""Every error the tool raises on purpose, and the exit code each one means.

Two branches: `UserError` is something the reader of the message can mend (a wrong option, a faulty
file, a refused delivery); everything else is a fault of ours and exits 1. Messages are Danish, one
line each, and never hold the content of a row.
"""

from __future__ import annotations

import traceback
from enum import IntEnum
from pathlib import Path
from typing import Any


class ExitCode(IntEnum):
    """Exit codes of every command (contract, section 3); interrupted ends as a fault nobody expected does."""

    OK = 0
    INTERNAL_ERROR = 1
    USAGE_FAULT = 2
    DATA_REFUSED = 3
    MAIL_MISSING = 4


class LedelsestilsynError(Exception):
    """Root of all errors raised on purpose; `lines` are the Danish lines to show."""

    exit_code: ExitCode = ExitCode.INTERNAL_ERROR

    def __init__(self, *lines: str) -> None:
        self.lines: tuple[str, ...] = lines
        super().__init__("\n".join(lines))

    def __reduce__(self) -> tuple[Any, ...]:
        """From one process to another as it is: some make their lines of something else."""
        return _with_lines, (type(self), self.lines)


def _with_lines(kind: type[LedelsestilsynError], lines: tuple[str, ...]) -> LedelsestilsynError:
    error = kind.__new__(kind)
    LedelsestilsynError.__init__(error, *lines)
    return error


class UserError(LedelsestilsynError):
    """Something the user can mend."""

    exit_code = ExitCode.USAGE_FAULT


class UsageFault(UserError):
    """A wrong option or argument: an unknown period, team, plan or indicator."""


class NothingPublished(UsageFault):
    """Nothing is published where the published file would lie."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file}: her er ikke udgivet noget. Angiv den arbejdsmappe, der har mappen {file.parent.name}, "
            "med --arbejdsmappe, eller kør først ledelsestilsyn run."
        )


class EarlierPublication(UsageFault):
    """What is published was made by an earlier version, and does not hold what is asked of it."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file}: det udgivne er lavet af en tidligere version; kør run igen, eller check, report og "
            "publish."
        )


class SettingsError(UserError):
    """The settings file is missing, unreadable or holds a value that is not allowed."""


class KeyFault(UserError):
    """The pseudonym key is missing, too short, or not the one the workspace was begun with."""


class BusyError(UserError):
    """Another run is using the workspace."""


class UnreadableDatabase(UserError):
    """A database file of the workspace is damaged, or is none; the line says what makes it anew."""

    def __init__(self, file: Path) -> None:
        again = {
            "ledelsestilsyn.duckdb": "som en udgivet database; kør publish (eller run) igen",
            "kandidat.duckdb": "som en database; kør check igen",
            "postbog.sqlite3": "som en postbog; hent den fra sikkerhedskopien, eller slet den, hvis der "
            "aldrig er sendt en mail",
        }.get(file.name, "som en database; hent den fra sikkerhedskopien")
        super().__init__(f"{file} kan ikke læses {again}.")


class SurroundingsFault(UserError):
    """The machine around the work does not let it: a full disk, a folder that may not be written."""


class ReaderGone(UserError):
    """Whoever reads the output has seen enough and left (`| head`): nothing is wrong, and nothing is said."""

    exit_code = ExitCode.OK


class DataRefused(UserError):
    """The delivery was refused; nothing was published."""

    exit_code = ExitCode.DATA_REFUSED


class InternalError(LedelsestilsynError):
    """A fault of ours: a crashed check, a definition we ship that does not hold."""


class DefinitionsError(InternalError):
    """A plan or expectations file that does not hold; `lines` names every fault found."""

    exit_code = ExitCode.USAGE_FAULT


class FailedAside(Exception):
    """A fault nobody expected, in the program's second process: its type and the places it passed."""

    def __init__(self, kind: str, places: list[str]) -> None:
        super().__init__(kind, places)
        self.kind, self.places = kind, places


def places(error: BaseException) -> list[str]:
    """The places in the code that an error passed, outermost first, in both processes."""
    passed = [
        f"{Path(part.filename).name}:{part.lineno} {part.name}"
        for part in traceback.extract_tb(error.__traceback__)
    ]
    return [*passed, *error.places] if isinstance(error, FailedAside) else passed


def kind(error: BaseException) -> str:
    """The type of an error nobody expected, whichever process it arose in."""
    return error.kind if isinstance(error, FailedAside) else type(error).__name__
