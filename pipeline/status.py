"""Published results of one period, for the terminal and for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.database import Database, aabn_fil
from pipeline.errors import ForkertBrug
from pipeline.periods import laes_periode

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
        ForkertBrug: nothing is published, or it holds no such period or team.
    """
    if not fil.is_file():
        raise ForkertBrug(f"{fil}: der er ikke udgivet noget endnu; kør først run.")
    with aabn_fil(fil) as database:
        navn = laes_periode(periode).periode if periode else database.vaerdi("select periode from opgoerelse")
        fundet = database.raekker("published", "status_periode", periode=navn)
        if not fundet:
            raise ForkertBrug(f"Perioden {navn} er ikke udgivet; {_udgivne(database)}.")
        alle = [str(r["team_id"]) for r in database.hent("select distinct team_id from indikator_resultat")]
        team_id = _skrevet_som(team or "ALLE", alle)
        raekker = database.raekker("published", "status", periode=navn, team_id=team_id)
        if not raekker:
            kendte = ", ".join(sorted(alle))
            raise ForkertBrug(f"Teamet {team!r} har ingen resultater i {navn}: vælg en af {kendte}.")
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


def _skrevet_som(team: str, alle: Sequence[str]) -> str:
    """The team's id as the data have it: T01 for t01, unless there is a t01 too."""
    ens = [id_ for id_ in alle if id_.casefold() == team.casefold()]
    return ens[0] if len(ens) == 1 else team
