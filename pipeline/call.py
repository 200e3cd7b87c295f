"""One call of the tool: where it works, what it is given, and what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.runlog import Stopur
from pipeline.settings import Indstillinger, arbejdsmappe
from pipeline.workspace import Arbejdsmappe

if TYPE_CHECKING:
    from pipeline.intake.ingest import Indlaesning

STANDARDPLAN = "slagelse_2021_2023"


def _stille(_: str) -> None:
    """Progress nobody watches."""


def _citat(sti: Path) -> str:
    return f'"{sti}"' if " " in str(sti) else str(sti)


@dataclass(frozen=True)
class Koersel:
    """Where a call works, with which plan and settings, and who is told how far it is."""

    mappe: Arbejdsmappe
    indstillinger: Indstillinger = field(default_factory=Indstillinger)
    plan_id: str = STANDARDPLAN
    fremdrift: Callable[[str], None] = _stille
    miljoe: Mapping[str, str] = field(default_factory=lambda: os.environ)
    indstillingsfil: Path | None = None
    """The settings file where the call named one."""

    def kommando(self, ord_: str) -> str:
        """A further command as it is to be typed, to work in this workspace with these settings.

        What it would find by itself it is not told.
        """
        rod = self.mappe.rod
        sted = "" if rod == arbejdsmappe(None, self.miljoe) else f" --arbejdsmappe {_citat(rod)}"
        fil = f" --indstillinger {_citat(self.indstillingsfil)}" if self.indstillingsfil else ""
        return f"ledelsestilsyn {ord_}{sted}{fil}"

    def trin(self, navn: str, tekst: str) -> Stopur:
        """Announce a stage and time it into the log."""
        self.fremdrift(tekst)
        return Stopur(self.mappe.log, navn)


@dataclass(frozen=True)
class Leverance:
    """A delivery on its way in; the two exceptions lift limits for this call only."""

    mappe: Path
    dato: date | None = None
    tillad_karantaene: float | None = None
    tillad_fald: bool = False


@dataclass(frozen=True)
class Resultat:
    """What the monthly job made; `linjer` are what its reader should know, `naeste` what to do now."""

    periode: str
    indlaesning: Indlaesning
    database: Path
    rapporter: Path
    udbakke: Path
    linjer: tuple[str, ...]
    naeste: str
