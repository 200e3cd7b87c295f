"""What a mail shows beside results and open deadlines, as figures that can be told from those sent before."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.danish import dage, tal
from pipeline.definitions.plan_models import Plan
from pipeline.reports.facts import ALLE, Grundlag
from pipeline.reports.page.indicator import vaelg
from pipeline.reports.page.model import Side
from pipeline.reports.page.summary import DAGE_FREM
from pipeline.reports.page.verdict import opfyldt_tekst


def noegletal(grundlag: Grundlag, plan: Plan, side: Side, team_id: str) -> tuple[tuple[str, str], ...]:
    """Each figure by what it is: deadlines by how near and how old, ladder, teams, the department's own."""
    return (
        *_frister(grundlag, team_id),
        *_afdelingens(grundlag, plan, team_id),
        *_hold(side),
        *_trappe(side),
    )


def _frister(grundlag: Grundlag, team_id: str) -> Iterator[tuple[str, str]]:
    egne = [f for f in grundlag.frister if team_id in (ALLE, f.team_id)]
    snart = sum(f.tilstand == "kommende" and f.dage <= DAGE_FREM for f in egne)
    aeldste = max((f.dage for f in egne if f.tilstand == "overskredet"), default=0)
    overtaget = sum(m.overtaget_sent for m in grundlag.mangler if m.team_id == team_id)
    yield f"Frister de næste {DAGE_FREM} dage", tal(snart)
    yield "Ældste overskredne frist", dage(aeldste)
    yield f"Overtaget i fristens sidste {DAGE_FREM} dage", tal(overtaget)


def _afdelingens(grundlag: Grundlag, plan: Plan, team_id: str) -> Iterator[tuple[str, str]]:
    """What a team is shown of the whole department's, since surveys are not told by team."""
    for indikator in plan.indikatorer:
        vist = vaelg(grundlag, indikator, team_id)
        r = grundlag.resultat(vist.team_id, indikator.id, vist.kilde, grundlag.periode)
        if vist.kun_afdelingen and r:
            yield f"{indikator.id} {indikator.titel} (hele afdelingen)", opfyldt_tekst(r)


def _hold(side: Side) -> Iterator[tuple[str, str]]:
    if side.hold:
        for navn, *felter in side.hold.raekker:
            for kolonne, felt in zip(side.hold.kolonner[1:], felter, strict=True):
                yield f"{navn}: {kolonne.navn}", felt


def _trappe(side: Side) -> Iterator[tuple[str, str]]:
    if side.trappe:
        for trin, *felter in side.trappe.tabel.raekker:
            for kolonne, felt in zip(side.trappe.tabel.kolonner[1:], felter, strict=True):
                yield f"Indsatstrappen, {trin}: {kolonne.navn}", felt
