"""Published results of one period, for the terminal and for scripts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.database import Database, aabn_fil
from pipeline.errors import ForkertBrug, IntetUdgivet
from pipeline.periods import laes_periode
from pipeline.teams import vaelg_team

ORD = {"maaned": "månederne", "kvartal": "kvartalerne"}


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
        IntetUdgivet: there is no such file.
        ForkertBrug: it holds no such period or team.
    """
    if not fil.is_file():
        raise IntetUdgivet(fil)
    with aabn_fil(fil) as database:
        navn = laes_periode(periode).periode if periode else database.vaerdi("select periode from opgoerelse")
        fundet = database.raekker("published", "status_periode", periode=navn)
        if not fundet:
            raise ForkertBrug(f"Perioden {navn} er ikke udgivet; {_udgivne(database)}.")
        teams = database.raekker("published", "status_teams", periode=navn)
        team_id = vaelg_team(team or "ALLE", (r["team_id"] for r in teams), f"har ingen resultater i {navn}")
        raekker = database.raekker("published", "status", periode=navn, team_id=team_id)
    return Status(team_id=team_id, raekker=tuple(raekker), **fundet[0])


def _udgivne(database: Database) -> str:
    """The first and the last month and quarter that are."""
    raekker = database.hent(
        "select periodetype, min(periode) as foerste, max(periode) as sidste from periode group by all"
    )
    spaend = {r["periodetype"]: f"{r['foerste']} til {r['sidste']}" for r in raekker}
    return "det er " + " og ".join(
        f"{ord_} {spaend[type_]}" for type_, ord_ in ORD.items() if type_ in spaend
    )
