"""All reports of one period: facts once, then a folder per team, the department's and the committee's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.database import Database
from pipeline.definitions.plan_models import Plan
from pipeline.errors import InternFejl
from pipeline.mailbody import Mailkrop, Mailramme
from pipeline.reports.facts import ALLE, UKENDT, hent_grundlag
from pipeline.reports.page import byg_side
from pipeline.reports.page.actions import byg_ark, uden_rapport
from pipeline.reports.page.committee import byg_udvalg
from pipeline.reports.page.feedback import byg_feedback, raadgivere
from pipeline.reports.page.key_figures import noegletal
from pipeline.reports.page.model import Side
from pipeline.reports.page.names import holdnavn
from pipeline.reports.page.registration import byg_registrering

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


class Rapporter:
    """All reports of one period, made from facts that are read once.

    Comments, answers, names and warnings come from the delivery attached as `lev`, figures as last
    published from `tidligere`; without them the reports say nothing of these.

    Raises:
        InternFejl: the published file is of another plan, or does not hold exactly one run.

    """

    def __init__(self, database: Database, plan: Plan) -> None:
        self._grundlag = hent_grundlag(database)
        self._plan = plan
        if (opgjort := self._grundlag.opgoerelse.plan_id) != plan.plan_id:
            raise InternFejl(
                f"Rapporterne er bedt om planen {plan.plan_id}, men filen er opgjort efter {opgjort}."
            )

    def side(self, team_id: str) -> Side:
        """The view of a team's report, or the department's (`ALLE`): page, paper and mail show the same."""
        return byg_side(self._grundlag, self._plan, team_id)

    def noegletal(self, team_id: str) -> tuple[tuple[str, str], ...]:
        """What a mail shows beside results and open deadlines: each figure by what it is."""
        return noegletal(self._grundlag, self._plan, self.side(team_id), team_id)

    def skriv(self, mappe: Path, fremdrift: Callable[[str], None] | None = None) -> tuple[Path, ...]:
        """Write a folder per team and one for the department: report, workbook, registration list.

        A team's folder also holds `feedback/<raadgiver_id>.html`; a quarter also gives
        `udvalg/rapport.html`. Cases without a known team stand in the department's papers; `fremdrift`
        is told of each report.
        """
        from pipeline.reports.charts import Tegner
        from pipeline.reports.render import Skriver

        grundlag, skrevne = self._grundlag, list[Path]()
        with Tegner() as tegner:
            skriver = Skriver(tegner.tegn)
            hold = (ALLE, *(h.team_id for h in grundlag.hold if h.team_id != UKENDT))
            for nr, team_id in enumerate(hold, start=1):
                if fremdrift:
                    fremdrift(f"Skriver rapport {nr} af {len(hold)}: {holdnavn(grundlag, team_id)}")
                skrevne += self._skriv_hold(skriver, mappe / mappenavn(team_id), team_id)
            if grundlag.periode.periodetype == "kvartal":
                udvalg = skriver.skriv_udvalg(byg_udvalg(grundlag, self._plan))
                skrevne += _skriv(mappe / UDVALGSMAPPE, [(FILNAVN, udvalg)])
        return tuple(skrevne)

    @contextmanager
    def mails(self) -> Iterator[Callable[[str, Mailramme], Mailkrop]]:
        """What words the mail about a team's report, or the department's, in a frame."""
        from pipeline.reports.charts import Tegner
        from pipeline.reports.mail import byg_mail
        from pipeline.reports.render import Skriver

        with Tegner() as tegner:
            skriver = Skriver(tegner.tegn)
            yield lambda team_id, ramme: byg_mail(self.side(team_id), ramme, skriver, tegner.png)

    def _skriv_hold(self, skriver: Skriver, hjem: Path, team_id: str) -> list[Path]:
        from pipeline.reports.workbook import skriv_regneark

        grundlag = self._grundlag
        skrevne = list(_skriv(hjem, self._sider(skriver, team_id)))
        hold = uden_rapport(grundlag) if team_id == ALLE else {team_id}
        skriv_regneark(byg_ark(grundlag, self._plan, hold), hjem / REGNEARK, grundlag.opgoerelse.opgjort_pr)
        return [*skrevne, hjem / REGNEARK]

    def _sider(self, skriver: Skriver, team_id: str) -> Iterator[tuple[str, str]]:
        """Names and contents of a folder's pages."""
        yield FILNAVN, skriver.skriv(self.side(team_id))
        yield REGISTRERING, skriver.skriv_dokument(byg_registrering(self._grundlag, self._plan, team_id))
        if team_id != ALLE:
            for raadgiver_id in raadgivere(self._grundlag, team_id):
                dokument = byg_feedback(self._grundlag, self._plan, team_id, raadgiver_id)
                yield f"{FEEDBACKMAPPE}/{_sikkert_navn(raadgiver_id)}.html", skriver.skriv_dokument(dokument)


def _skriv(mappe: Path, sider: Iterable[tuple[str, str]]) -> Iterator[Path]:
    for navn, tekst in sider:
        fil = mappe / navn
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(tekst, encoding="utf-8", newline="\n")
        yield fil
