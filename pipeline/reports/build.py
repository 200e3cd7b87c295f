"""All reports of one period: facts once, then a folder per team, the department's and the committee's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.database import Database
from pipeline.definitions.plan_models import Plan
from pipeline.errors import InternFejl
from pipeline.reports.facts import ALLE, UKENDT, Grundlag, hent_grundlag
from pipeline.reports.page import byg_side
from pipeline.reports.page.actions import byg_ark, uden_rapport
from pipeline.reports.page.committee import byg_udvalg
from pipeline.reports.page.feedback import byg_feedback, raadgivere
from pipeline.reports.page.model import Sammenfatning, Side
from pipeline.reports.page.names import holdnavn
from pipeline.reports.page.registration import byg_registrering
from pipeline.reports.page.summary import byg_sammenfatning

if TYPE_CHECKING:
    from pipeline.reports.render import Skriver

FILNAVN = "rapport.html"
REGNEARK = "handlingsliste.xlsx"
REGISTRERING = "registrering.html"
FEEDBACKMAPPE = "feedback"
AFDELINGSMAPPE = "afdeling"
UDVALGSMAPPE = "udvalg"
_EGNE_MAPPER = {AFDELINGSMAPPE, UDVALGSMAPPE}
_LAENGSTE = 80


def mappenavn(team_id: str) -> str:
    """The folder of a team's report: its id, or where that is no safe name, what is safe of it and a hash.

    The hash keeps two ids apart that look alike once their unsafe signs are gone, and keeps a team away
    from the department's folder and the committee's.
    """
    return AFDELINGSMAPPE if team_id == ALLE else _sikkert_navn(team_id)


def _sikkert_navn(id_: str) -> str:
    """A name of a file or folder that no two ids share."""
    sikkert = re.sub(r"[^\w-]+", "_", id_).strip("_")[:_LAENGSTE]
    if id_ and sikkert == id_ and sikkert.casefold() not in _EGNE_MAPPER:
        return id_
    return f"{sikkert}-{hashlib.sha256(id_.encode()).hexdigest()[:8]}"


def sammenfatter(database: Database, plan: Plan) -> Callable[[str], Sammenfatning]:
    """What gives the five lines of a team, or of the department (`ALLE`); the facts are read once for all."""
    grundlag = _grundlag(database, plan)
    return lambda team_id: byg_sammenfatning(grundlag, plan, team_id, holdnavn(grundlag, team_id))


def side(database: Database, plan: Plan, team_id: str) -> Side:
    """The whole view of a team's report, or the department's, for other renderings of the same words."""
    return byg_side(_grundlag(database, plan), plan, team_id)


def byg_rapporter(
    database: Database, plan: Plan, mappe: Path, fremdrift: Callable[[str], None] | None = None
) -> tuple[Path, ...]:
    """Write a folder per team and one for the department: report, workbook, registration list.

    A team's folder also holds `feedback/<raadgiver_id>.html`; a quarter also gives `udvalg/rapport.html`.
    Cases without a known team stand in the department's papers; `fremdrift` is told of each report.
    Comments, answers, names and warnings come from the delivery attached as `lev`, figures as last
    published from `tidligere`; without them the reports say nothing of these.

    Raises:
        InternFejl: the published file is of another plan, or does not hold exactly one run.

    """
    from pipeline.reports.charts import Tegner
    from pipeline.reports.render import Skriver

    grundlag = _grundlag(database, plan)
    skrevne: list[Path] = []
    with Tegner() as tegner:
        skriver = Skriver(tegner.tegn)
        for team_id in (ALLE, *(hold.team_id for hold in grundlag.hold if hold.team_id != UKENDT)):
            hjem = mappe / mappenavn(team_id)
            hold = uden_rapport(grundlag) if team_id == ALLE else {team_id}
            skrevne += _skriv(hjem, _sider(grundlag, plan, team_id, skriver))
            skrevne.append(_skriv_regneark(grundlag, plan, hold, hjem / REGNEARK))
            if fremdrift:
                fremdrift(f"Rapport skrevet: {holdnavn(grundlag, team_id)}")
        if grundlag.periode.periodetype == "kvartal":
            udvalg = skriver.skriv_udvalg(byg_udvalg(grundlag, plan))
            skrevne += _skriv(mappe / UDVALGSMAPPE, iter([(FILNAVN, udvalg)]))
    return tuple(skrevne)


def _sider(grundlag: Grundlag, plan: Plan, team_id: str, skriver: Skriver) -> Iterator[tuple[str, str]]:
    """Names and contents of a folder's pages."""
    yield FILNAVN, skriver.skriv(byg_side(grundlag, plan, team_id))
    yield REGISTRERING, skriver.skriv_dokument(byg_registrering(grundlag, plan, team_id))
    if team_id != ALLE:
        for raadgiver_id in raadgivere(grundlag, team_id):
            dokument = byg_feedback(grundlag, plan, team_id, raadgiver_id)
            yield f"{FEEDBACKMAPPE}/{_sikkert_navn(raadgiver_id)}.html", skriver.skriv_dokument(dokument)


def _skriv(mappe: Path, sider: Iterator[tuple[str, str]]) -> Iterator[Path]:
    for navn, tekst in sider:
        fil = mappe / navn
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(tekst, encoding="utf-8", newline="\n")
        yield fil


def _skriv_regneark(grundlag: Grundlag, plan: Plan, hold: Collection[str], fil: Path) -> Path:
    from pipeline.reports.workbook import skriv_regneark

    skriv_regneark(byg_ark(grundlag, plan, hold), fil, grundlag.opgoerelse.opgjort_pr)
    return fil


def _grundlag(database: Database, plan: Plan) -> Grundlag:
    grundlag = hent_grundlag(database)
    if grundlag.opgoerelse.plan_id != plan.plan_id:
        raise InternFejl(
            f"Rapporterne er bedt om planen {plan.plan_id}, "
            f"men filen er opgjort efter {grundlag.opgoerelse.plan_id}."
        )
    return grundlag
