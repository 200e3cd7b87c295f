"""All reports of one period: facts once, then a page per team and one for the department."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from pipeline.database import Database
from pipeline.definitions.plan_models import Plan
from pipeline.errors import InternFejl
from pipeline.reports.facts import ALLE, UKENDT, Grundlag, hent_grundlag
from pipeline.reports.page import byg_side
from pipeline.reports.page.model import Sammenfatning
from pipeline.reports.page.names import holdnavn
from pipeline.reports.page.summary import byg_sammenfatning

FILNAVN = "rapport.html"
AFDELINGSMAPPE = "afdeling"
_LAENGSTE = 80


def mappenavn(team_id: str) -> str:
    """The folder of a team's report: its id, or where that is no safe name, what is safe of it and a hash.

    The hash keeps two ids apart that look alike once their unsafe signs are gone, and keeps a team away
    from the department's folder.
    """
    if team_id == ALLE:
        return AFDELINGSMAPPE
    sikkert = re.sub(r"[^\w-]+", "_", team_id).strip("_")[:_LAENGSTE]
    if team_id and sikkert == team_id and sikkert.casefold() != AFDELINGSMAPPE:
        return team_id
    return f"{sikkert}-{hashlib.sha256(team_id.encode()).hexdigest()[:8]}"


def sammenfatning(database: Database, plan: Plan, team_id: str) -> Sammenfatning:
    """The five lines of a team, or of the department (`ALLE`), for those who show nothing else."""
    grundlag = _grundlag(database, plan)
    return byg_sammenfatning(grundlag, plan, team_id, holdnavn(grundlag, team_id))


def byg_rapporter(
    database: Database, plan: Plan, mappe: Path, fremdrift: Callable[[str], None] | None = None
) -> tuple[Path, ...]:
    """Write `<mappe>/<team>/rapport.html` for every team of the period, and the department's.

    Cases without a known team stand in the department's report; `fremdrift` is told of each page written.

    Raises:
        InternFejl: the published file is of another plan, or does not hold exactly one run.

    """
    from pipeline.reports.charts import Tegner
    from pipeline.reports.render import Skriver

    grundlag = _grundlag(database, plan)
    skrevne = []
    with Tegner() as tegner:
        skriver = Skriver(tegner.tegn)
        for team_id in (ALLE, *(hold.team_id for hold in grundlag.hold if hold.team_id != UKENDT)):
            fil = mappe / mappenavn(team_id) / FILNAVN
            fil.parent.mkdir(parents=True, exist_ok=True)
            fil.write_text(skriver.skriv(byg_side(grundlag, plan, team_id)), encoding="utf-8", newline="\n")
            skrevne.append(fil)
            if fremdrift:
                fremdrift(f"Rapport skrevet: {holdnavn(grundlag, team_id)}")
    return tuple(skrevne)


def _grundlag(database: Database, plan: Plan) -> Grundlag:
    grundlag = hent_grundlag(database)
    if grundlag.opgoerelse.plan_id != plan.plan_id:
        raise InternFejl(
            f"Rapporterne er bedt om planen {plan.plan_id}, "
            f"men filen er opgjort efter {grundlag.opgoerelse.plan_id}."
        )
    return grundlag
