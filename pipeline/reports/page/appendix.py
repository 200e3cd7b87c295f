"""The analyst's appendix: whether an indicator's months differ by more than chance.

Only months under one milestone and without a gap are compared, since a series that climbs by design is
unstable by design. Ten to twelve months: run rules alone; from thirteen: limits too; fewer: nothing is said.
"""

from __future__ import annotations

from pipeline.danish import antal, milepael, tal
from pipeline.definitions.plan_models import Indikator, Plan
from pipeline.reports.facts import ALLE, Grundlag
from pipeline.reports.page.model import Kolonne, Tabel
from pipeline.reports.page.verdict import foerende_kilde
from pipeline.reports.variation import (
    FAERREST_SERIE,
    FAERREST_XMR,
    Signal,
    Sikkerhed,
    serieregel,
    sidste_stykke,
    signal,
    sikkerhed,
    xmr,
)

FORKLARING = (
    "Måned for måned for hele afdelingen, i den seneste række måneder under samme milepæl uden ophold. "
    "Grænser: middel ± 2,66 gange den gennemsnitlige forskel fra måned til måned, hvor meget store spring er "
    "holdt ude én gang (XmR). Fra 10 måneder bruges serieregler efter Anhøj, fra 13 måneder også grænser."
)
_SIGNALER = {
    Signal.UDENFOR: "En måned ligger uden for grænserne",
    Signal.TREND: "Syv måneder i træk samme vej",
    Signal.TO_AF_TRE: "To af tre måneder tæt på en grænse",
    Signal.SKIFT: "Syv måneder i træk på samme side af midten",
    None: "Kun tilfældig variation",
}
_SIKKERHED = {
    Sikkerhed.NAAR: "Holdes, som det kører nu",
    Sikkerhed.NAAR_IKKE: "Nås ikke, som det kører nu",
    Sikkerhed.SVINGER: "Nås i nogle måneder, i andre ikke",
}
_KOLONNER = (
    Kolonne("Indikator", bred=True),
    Kolonne("Måneder", tal=True),
    Kolonne("Middel", tal=True),
    Kolonne("Grænser", tal=True),
    Kolonne("Variation"),
    Kolonne("Mod milepælen"),
)


def byg_bilag(grundlag: Grundlag, plan: Plan) -> Tabel:
    """One row per indicator with enough months."""
    raekker = [raekke for indikator in plan.indikatorer if (raekke := _raekke(grundlag, indikator))]
    resten = len(plan.indikatorer) - len(raekker)
    return Tabel(
        titel="Variation over tid",
        kolonner=_KOLONNER,
        raekker=tuple(raekker),
        tom="Ingen indikator har endnu 10 måneder i træk under samme milepæl.",
        forklaring=f"{FORKLARING} {antal(resten, 'indikator', 'indikatorer')} har færre end {FAERREST_SERIE} "
        "måneder at gå ud fra og er ikke med.",
    )


def _raekke(grundlag: Grundlag, indikator: Indikator) -> tuple[str, ...] | None:
    kilde = foerende_kilde(grundlag, indikator, ALLE)
    resultater = [grundlag.resultat(ALLE, indikator.id, kilde, m) for m in grundlag.alle_maaneder]
    serie = sidste_stykke(
        [(r.vaerdi, r.milepael_procent) if r and r.naevner else (None, None) for r in resultater]
    )
    if len(serie) < FAERREST_SERIE or (seneste := resultater[-1]) is None:
        return None
    maal = seneste.milepael_procent
    navn = f"{indikator.id} {indikator.titel}"
    graenser = xmr(serie)
    middel, n = _pct(graenser.middel), tal(len(serie))
    if graenser.konstant and len(set(serie)) == 1:
        return navn, n, middel, "–", "Konstant", _konstant_mod(serie[0], maal)
    if len(serie) < FAERREST_XMR:
        return navn, n, middel, "–", _serieord(serie), "–"
    dom = "–"
    if maal is not None:
        dom = _SIKKERHED[sikkerhed(graenser, maal)]
    nedre, oevre = max(0.0, graenser.nedre), min(100.0, graenser.oevre)
    return navn, n, middel, f"{nedre:.0f}–{_pct(oevre)}", _SIGNALER[signal(serie, graenser)], dom


def _serieord(serie: list[float]) -> str:
    regel = serieregel(serie)
    if regel is None:
        return "For få måneder uden for midten"
    return "Skifter mere, end tilfældet giver" if regel.signal else "Kun tilfældig variation"


def _konstant_mod(vaerdi: float, maal: float | None) -> str:
    """A constant series is judged against the milestone alone."""
    if maal is None:
        return "–"
    return "Nået" if vaerdi >= maal else "Ikke nået"


def _pct(vaerdi: float) -> str:
    return milepael(round(vaerdi))
