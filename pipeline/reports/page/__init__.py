"""Results -> a plain view of one page: all wording, rounding and choosing happens in this package."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.danish import periode_tekst
from pipeline.definitions.plan_models import Indikator, Plan, Udviklingspunkt
from pipeline.reports.facts import ALLE, Grundlag
from pipeline.reports.page.actions import byg_handleliste, byg_uden_hold
from pipeline.reports.page.activities import byg_aktiviteter
from pipeline.reports.page.appendix import byg_bilag
from pipeline.reports.page.indicator import byg_blok, byg_fodnote, vaelg
from pipeline.reports.page.ladder import byg_trappe
from pipeline.reports.page.model import Afsnit, Side
from pipeline.reports.page.names import holdnavn
from pipeline.reports.page.overview import byg_holdtabel, byg_oversigt
from pipeline.reports.page.sheet import Valg, byg_ark, byg_bagud
from pipeline.reports.page.summary import byg_sammenfatning

__all__ = ["byg_side"]


def byg_side(grundlag: Grundlag, plan: Plan, team_id: str) -> Side:
    """The report of a team, or of the department (`ALLE`)."""
    navn = holdnavn(grundlag, team_id)
    afdeling = team_id == ALLE
    valgte = [_valg(grundlag, indikator, team_id) for indikator in plan.indikatorer]
    afsnit = tuple(_afsnit(grundlag, plan, punkt, team_id, valgte) for punkt in plan.udviklingspunkter)
    med_tal = {blok.id for a in afsnit for blok in a.blokke if blok.har_tal}
    return Side(
        titel=f"Ledelsestilsyn: {navn}, {periode_tekst(grundlag.periode)}",
        plan=plan.titel,
        organisation=plan.organisation,
        sammenfatning=byg_sammenfatning(grundlag, plan, team_id, navn),
        bemaerkninger=grundlag.bemaerkninger,
        bagud=byg_bagud(grundlag, valgte),
        holdnavne=tuple(holdnavn(grundlag, h.team_id) for h in grundlag.hold) if afdeling else (),
        oversigt=byg_oversigt(grundlag, plan, team_id),
        afsnit=afsnit,
        hold=byg_holdtabel(grundlag) if afdeling else None,
        trappe=byg_trappe(grundlag) if afdeling else None,
        bilag=byg_bilag(grundlag, plan) if afdeling else None,
        handleliste=byg_uden_hold(grundlag, plan) if afdeling else byg_handleliste(grundlag, plan, team_id),
        antagelser=plan.antagelser,
        fodnoter=tuple(byg_fodnote(grundlag, i, sagt=i.id in med_tal) for i in plan.indikatorer),
        version=grundlag.opgoerelse.program_version,
    )


def _afsnit(
    grundlag: Grundlag, plan: Plan, punkt: Udviklingspunkt, team_id: str, valgte: Sequence[Valg]
) -> Afsnit:
    aabne = [u for u in plan.ikke_fastsat if u.udviklingspunkt == punkt.nr]
    egne = [i for i in plan.indikatorer if i.udviklingspunkt == punkt.nr]
    return Afsnit(
        nr=punkt.nr,
        titel=punkt.titel,
        formaal=punkt.formaal,
        ark=byg_ark(
            grundlag,
            f"indikatorerne i {punkt.titel}",
            [valg for valg in valgte if valg[0].udviklingspunkt == punkt.nr],
        ),
        blokke=tuple(
            byg_blok(grundlag, i, team_id, tuple(u for u in aabne if u.indikator == i.id)) for i in egne
        ),
        aktiviteter=byg_aktiviteter(grundlag, plan, punkt.nr) if team_id == ALLE else (),
        ikke_fastsat=tuple(f"„{u.planens_ordlyd}“: {u.forklaring}" for u in aabne if not u.indikator)
        if team_id == ALLE
        else (),
    )


def _valg(grundlag: Grundlag, indikator: Indikator, team_id: str) -> Valg:
    vist = vaelg(grundlag, indikator, team_id)
    return indikator, vist.team_id, vist.kilde
