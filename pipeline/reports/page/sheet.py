"""Sheets of small curves: the indicators of an udviklingspunkt, or those that are behind, at one glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.danish import FAERREST
from pipeline.definitions.plan_models import Indikator
from pipeline.reports.facts import Grundlag, Resultat
from pipeline.reports.page.model import Tone
from pipeline.reports.page.pictures import Billedark, Minikurve
from pipeline.reports.page.verdict import kort_tal, vurder

Valg = tuple[Indikator, str, str]
"""An indicator, and the team and source its page leads with."""


def byg_ark(grundlag: Grundlag, hvilke: str, valgte: Iterable[Valg]) -> Billedark | None:
    """The sheet of some indicators, `hvilke` in words; None where none of them ever had a case."""
    kurver = tuple(k for valg in valgte if (k := _minikurve(grundlag, *valg)))
    if not kurver:
        return None
    led = "; ".join(f"{k.navn}: {k.tekst}" for k in kurver)
    return Billedark(kurver, f"Små kurver over {hvilke}, senest: {led}. Stiplet: milepælen.")


def byg_bagud(grundlag: Grundlag, valgte: Iterable[Valg]) -> Billedark | None:
    """The sheet of those that have not reached their milestone."""
    nu = grundlag.periode
    bagud = [
        (indikator, team_id, kilde)
        for indikator, team_id, kilde in valgte
        if vurder(grundlag.resultat(team_id, indikator.id, kilde, nu)).tone is Tone.MANGLER
    ]
    return byg_ark(grundlag, "de indikatorer, der ikke har nået milepælen", bagud)


def _minikurve(grundlag: Grundlag, indikator: Indikator, team_id: str, kilde: str) -> Minikurve | None:
    resultater = [grundlag.resultat(team_id, indikator.id, kilde, p) for p in grundlag.historik]
    if not any(r and r.naevner for r in resultater):
        return None
    nu = resultater[-1]
    dom = vurder(nu)
    vist = kort_tal(nu) if nu and nu.naevner else ""
    tekst = ", ".join(filter(None, (vist, dom.kort.lower()))) if vist else "ingen data"
    return Minikurve(
        navn=indikator.id,
        tekst=tekst,
        procenter=tuple(r.vaerdi if r else None for r in resultater),
        faa=tuple(bool(r and r.naevner < FAERREST) for r in resultater),
        milepaele=byg_trin(grundlag, indikator, resultater),
    )


def byg_trin(
    grundlag: Grundlag, indikator: Indikator, resultater: Sequence[Resultat | None]
) -> tuple[float | None, ...]:
    """The milestone each period of the trend is judged by."""
    return tuple(
        r.milepael_procent if r else grundlag.i_kraft(indikator.id, p)
        for p, r in zip(grundlag.historik, resultater, strict=True)
    )
