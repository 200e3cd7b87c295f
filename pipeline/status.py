"""Published results of one period, for the terminal and for scripts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.database import aabn_fil
from pipeline.errors import ForkertBrug
from pipeline.periods import laes_periode


@dataclass(frozen=True)
class Status:
    """Results of one period and team, one row per indicator and source, in the plan's order."""

    periode: str
    periodetype: str
    team_id: str
    opgjort_pr: date
    foreloebig: bool
    raekker: tuple[dict[str, Any], ...]


def hent_status(fil: Path, periode: str | None, team: str | None) -> Status:
    """Read the published file; without a period, the reported one; without a team, ALLE.

    Raises:
        ForkertBrug: nothing is published, or it holds no such period or team.
    """
    if not fil.is_file():
        raise ForkertBrug(f"{fil}: der er ikke udgivet noget endnu; kør først run.")
    with aabn_fil(fil) as database:
        navn = laes_periode(periode).periode if periode else database.vaerdi("select periode from opgoerelse")
        fundet = database.raekker("published", "status_periode", periode=navn)
        if not fundet:
            raise ForkertBrug(f"Perioden {navn} er ikke udgivet.")
        raekker = database.raekker("published", "status", periode=navn, team_id=team or "ALLE")
        if not raekker:
            hold = database.hent("select distinct team_id from indikator_resultat order by team_id")
            kendte = ", ".join(str(r["team_id"]) for r in hold)
            raise ForkertBrug(f"Teamet {team!r} har ingen resultater i {navn}: vælg en af {kendte}.")
    return Status(team_id=team or "ALLE", raekker=tuple(raekker), **fundet[0])
