"""The whole plan on one screen: every indicator with its verdict, and for the department every team."""

from __future__ import annotations

from pipeline.danish import milepael, periode_tekst, tal
from pipeline.definitions.plan_models import Indikator, Plan
from pipeline.reports.facts import ALLE, Frist, Grundlag, Hold
from pipeline.reports.page.indicator import Visning, anker, vaelg
from pipeline.reports.page.model import Celle, Kolonne, Oversigtsgruppe, Oversigtsraekke, Tabel
from pipeline.reports.page.names import holdnavn
from pipeline.reports.page.summary import DAGE_FREM
from pipeline.reports.page.verdict import andel, foerende_kilde, opfyldt_tekst, vurder


def byg_oversigt(grundlag: Grundlag, plan: Plan, team_id: str) -> tuple[Oversigtsgruppe, ...]:
    """One row per indicator; for the department (`ALLE`) with a cell per team."""
    return tuple(
        Oversigtsgruppe(
            punkt.nr,
            punkt.titel,
            tuple(
                _raekke(grundlag, indikator, team_id)
                for indikator in plan.indikatorer
                if indikator.udviklingspunkt == punkt.nr
            ),
        )
        for punkt in plan.udviklingspunkter
    )


def _raekke(grundlag: Grundlag, indikator: Indikator, team_id: str) -> Oversigtsraekke:
    vist = vaelg(grundlag, indikator, team_id)
    resultat = grundlag.resultat(vist.team_id, indikator.id, vist.kilde, grundlag.periode)
    maal = resultat.milepael_procent if resultat else None
    return Oversigtsraekke(
        anker=anker(indikator.id),
        id=indikator.id,
        titel=indikator.titel,
        milepael="" if maal is None else milepael(maal),
        celle=_celle(grundlag, indikator, vist),
        hold=tuple(_holdets(grundlag, indikator, hold) for hold in grundlag.hold) if team_id == ALLE else (),
    )


def _holdets(grundlag: Grundlag, indikator: Indikator, hold: Hold) -> Celle:
    kilde = foerende_kilde(grundlag, indikator, hold.team_id)
    return _celle(grundlag, indikator, Visning(hold.team_id, kilde, kun_afdelingen=False))


def _celle(grundlag: Grundlag, indikator: Indikator, vist: Visning) -> Celle:
    resultat = grundlag.resultat(vist.team_id, indikator.id, vist.kilde, grundlag.periode)
    if resultat is None or not resultat.naevner:
        return Celle("", "", vurder(resultat))
    hvis = " i hele afdelingen" if vist.kun_afdelingen else ""
    return Celle(andel(resultat), opfyldt_tekst(resultat) + hvis, vurder(resultat))


def byg_holdtabel(grundlag: Grundlag) -> Tabel:
    """How much each team has to act on; the rows themselves stand in the team's own report."""
    return Tabel(
        titel="Handlelisterne i tal",
        kolonner=(
            Kolonne("Team"),
            Kolonne("Overskredet nu", tal=True),
            Kolonne(f"Næste {DAGE_FREM} dage", tal=True),
            Kolonne(f"Trækker ned i {periode_tekst(grundlag.periode)}", tal=True),
        ),
        raekker=tuple(_holdraekke(grundlag, hold) for hold in grundlag.hold),
        tom="Ingen team har resultater i perioden.",
        forklaring="Sagerne selv står i teamenes egne rapporter.",
    )


def _holdraekke(grundlag: Grundlag, hold: Hold) -> tuple[str, ...]:
    frister = [f for f in grundlag.frister if f.team_id == hold.team_id]
    return (
        holdnavn(grundlag, hold.team_id),
        tal(sum(f.tilstand == "overskredet" for f in frister)),
        tal(sum(_snart(f) for f in frister)),
        tal(sum(m.team_id == hold.team_id for m in grundlag.mangler)),
    )


def _snart(frist: Frist) -> bool:
    return frist.tilstand == "kommende" and frist.dage <= DAGE_FREM
