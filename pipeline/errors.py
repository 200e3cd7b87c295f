"""Every error the tool raises on purpose, and the exit code each one means.

Two branches: `BrugerFejl` is something the reader of the message can mend (a wrong option, a faulty
file, a refused delivery); everything else is a fault of ours and exits 1. Messages are Danish, one
line each, and never hold the content of a row.
"""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path


class ExitKode(IntEnum):
    """Exit codes of every command (contract, section 3)."""

    OK = 0
    INTERN_FEJL = 1
    FORKERT_BRUG = 2
    DATA_AFVIST = 3
    MAIL_MANGLER = 4


class LedelsestilsynFejl(Exception):
    """Root of all errors raised on purpose; `linjer` are the Danish lines to show."""

    exit_kode: ExitKode = ExitKode.INTERN_FEJL

    def __init__(self, *linjer: str) -> None:
        self.linjer: tuple[str, ...] = linjer
        super().__init__("\n".join(linjer))


class BrugerFejl(LedelsestilsynFejl):
    """Something the user can mend."""

    exit_kode = ExitKode.FORKERT_BRUG


class ForkertBrug(BrugerFejl):
    """A wrong option or argument: an unknown period, team, plan or indicator."""


class IntetUdgivet(ForkertBrug):
    """Nothing is published where the published file would lie."""

    def __init__(self, fil: Path) -> None:
        super().__init__(
            f"{fil}: her er ikke udgivet noget. Angiv den arbejdsmappe, der har mappen {fil.parent.name}, "
            "med --arbejdsmappe, eller kør først ledelsestilsyn run."
        )


class IndstillingsFejl(BrugerFejl):
    """The settings file is missing, unreadable or holds a value that is not allowed."""


class NoegleFejl(BrugerFejl):
    """The pseudonym key is missing, too short, or not the one the workspace was begun with."""


class OptagetFejl(BrugerFejl):
    """Another run is using the workspace."""


class UlaeseligDatabase(BrugerFejl):
    """A database file of the workspace is damaged, or is none; the line says what makes it anew."""

    def __init__(self, fil: Path) -> None:
        igen = {
            "ledelsestilsyn.duckdb": "som en udgivet database; kør publish (eller run) igen",
            "kandidat.duckdb": "som en database; kør check igen",
        }.get(fil.name, "som en database; hent den fra sikkerhedskopien")
        super().__init__(f"{fil} kan ikke læses {igen}.")


class DataAfvist(BrugerFejl):
    """The delivery was refused; nothing was published."""

    exit_kode = ExitKode.DATA_AFVIST


class InternFejl(LedelsestilsynFejl):
    """A fault of ours: a crashed check, a definition we ship that does not hold."""


class DefinitionsFejl(InternFejl):
    """A plan or expectations file that does not hold; `linjer` names every fault found."""

    exit_kode = ExitKode.FORKERT_BRUG
