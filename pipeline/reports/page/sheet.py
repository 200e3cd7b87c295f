"""The sheet of small curves of one udviklingspunkt: every indicator at one glance."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.definitions.plan_models import Indikator, Udviklingspunkt
from pipeline.reports.facts import Grundlag, Resultat
from pipeline.reports.page.pictures import Billedark, Minikurve
from pipeline.reports.page.verdict import FAERREST, procent, vurder


def byg_ark(
    grundlag: Grundlag, punkt: Udviklingspunkt, valgte: Sequence[tuple[Indikator, str, str]]
) -> Billedark | None:
    """The sheet of some indicators, each with the team and source its page leads with."""
    kurver = tuple(k for valg in valgte if (k := _minikurve(grundlag, *valg)))
    if not kurver:
        return None
    led = "; ".join(f"{k.navn}: {k.tekst}" for k in kurver)
    return Billedark(
        kurver, f"Små kurver over indikatorerne i {punkt.titel}, senest: {led}. Stiplet: milepælen."
    )


def _minikurve(grundlag: Grundlag, indikator: Indikator, team_id: str, kilde: str) -> Minikurve | None:
    resultater = [grundlag.resultat(team_id, indikator.id, kilde, p) for p in grundlag.historik]
    if not any(r and r.naevner for r in resultater):
        return None
    nu = resultater[-1]
    dom = vurder(nu)
    tekst = f"{procent(nu)} {dom.kort.lower()}".strip() if nu and nu.naevner else "ingen data"
    return Minikurve(
        navn=indikator.id,
        tekst=tekst,
        procenter=tuple(100 * r.taeller / r.naevner if r and r.naevner else None for r in resultater),
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
