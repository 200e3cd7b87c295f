"""The trend of one indicator: period by period against the staircase of milestones, and in words."""

from __future__ import annotations

from pipeline.danish import antal, dato, kort_periode, milepael, opremsning, periode_tekst
from pipeline.definitions.plan_models import Indikator
from pipeline.periods import Periode
from pipeline.reports.facts import Grundlag, Resultat, efter
from pipeline.reports.page.pictures import Kurve, Punkt
from pipeline.reports.page.verdict import antal_og_andel, kort_tal

_FREM = {"maaned": 3, "kvartal": 2}
"""How far past the reported period the staircase is drawn, so that the next step is in sight."""


def byg_kurve(
    grundlag: Grundlag, indikator: Indikator, team_id: str, kilder: tuple[str, str | None]
) -> Kurve | None:
    """The trend of a team's leading source and the other one; None when no period of it holds a case."""
    perioder = grundlag.historik
    resultater, anden = (
        [grundlag.resultat(team_id, indikator.id, kilde, p) if kilde else None for p in perioder]
        for kilde in kilder
    )
    if not any(r and r.naevner for r in resultater):
        return None
    punkter = tuple(_punkt(grundlag, indikator, p, r) for p, r in zip(perioder, resultater, strict=True))
    frem = _FREM[grundlag.periode.periodetype] if indikator.milepaele else 0
    kommende = tuple(
        Punkt(kort_periode(p), None, 0, grundlag.i_kraft(indikator.id, p))
        for p in efter(grundlag.periode, frem)
    )
    return Kurve(punkter, tuple(map(_vaerdi, anden)), kommende, _alt(grundlag, indikator, resultater))


def _punkt(grundlag: Grundlag, indikator: Indikator, periode: Periode, r: Resultat | None) -> Punkt:
    """A period's point; its milestone is the one the period was judged by, revisions and all."""
    i_kraft = r.milepael_procent if r else grundlag.i_kraft(indikator.id, periode)
    return Punkt(kort_periode(periode), _vaerdi(r), r.naevner if r else 0, i_kraft)


def _vaerdi(r: Resultat | None) -> float | None:
    return r.vaerdi if r else None


def _alt(grundlag: Grundlag, indikator: Indikator, resultater: list[Resultat | None]) -> str:
    """What the picture shows, for those who do not see it."""
    perioder = grundlag.historik
    kendte = [(p, r) for p, r in zip(perioder, resultater, strict=True) if r and r.naevner]
    tomme = [periode_tekst(p) for p, r in zip(perioder, resultater, strict=True) if not (r and r.naevner)]
    lav = min(kendte, key=lambda punkt: punkt[1].vaerdi or 0)
    hoej = max(kendte, key=lambda punkt: punkt[1].vaerdi or 0)
    sidst = kendte[-1]
    tekst = (
        f"Kurve for {indikator.id} {indikator.titel} fra {periode_tekst(perioder[0])} til "
        f"{periode_tekst(perioder[-1])}: lavest {kort_tal(lav[1])} i {periode_tekst(lav[0])}, højest "
        f"{kort_tal(hoej[1])} i {periode_tekst(hoej[0])}, senest {antal_og_andel(sidst[1])} i "
        f"{periode_tekst(sidst[0])}."
    )
    tomt = f"Ingen at opgøre i {_kort(tomme, grundlag.periode.periodetype)}." if tomme else ""
    return " ".join(filter(None, (tekst, _trin_tekst(grundlag, indikator), tomt)))


def _trin_tekst(grundlag: Grundlag, indikator: Indikator) -> str:
    trin = [
        f"{milepael(procent)} fra {dato(dag)}" for dag, procent in grundlag.milepaele.get(indikator.id, ())
    ]
    return f"Milepæle: {opremsning(trin)}." if trin else ""


def _kort(navne: list[str], periodetype: str) -> str:
    """The names when they are few, else how many there are."""
    if len(navne) <= 3:
        return opremsning(navne)
    return antal(len(navne), "periode", "kvartaler" if periodetype == "kvartal" else "måneder")
