"""The quarterly report to the political committee: the department alone, and nobody to be recognised.

Counts of 1 to 4 are "under 5" without a percent (`suppression.py`). The trend shows percents alone, no
figure stands beside the twelve months that hold it, and no leader's words are printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.danish import dato, decimal, milepael, periode_tekst, tal
from pipeline.definitions.plan_models import Indikator, Plan, Spor, Udviklingspunkt
from pipeline.periods import maaned
from pipeline.reports.facts import ALLE, Grundlag, Resultat
from pipeline.reports.page.activities import byg_aktiviteter, tael_forfaldne
from pipeline.reports.page.model import Aktivitetslinje, Linje, Vurdering
from pipeline.reports.page.pictures import Billedark, Minikurve
from pipeline.reports.page.sheet import byg_trin
from pipeline.reports.page.summary import foreloebig_tekst, milepaele_tekst
from pipeline.reports.page.suppression import Vist, vis, vis_sammen
from pipeline.reports.page.themes import byg_sidste, byg_temaer
from pipeline.reports.page.verdict import INGEN_DATA, foerende_kilde, vurder

INTET = "–"


@dataclass(frozen=True)
class Udvalgsraekke:
    """One indicator: the milestone in force, what may be told, the verdict and the last dated measurement."""

    navn: str
    milepael: str
    procent: str
    antal: str
    vurdering: Vurdering
    maaling: str


@dataclass(frozen=True)
class Udvalgspunkt:
    """One udviklingspunkt."""

    nr: int
    titel: str
    formaal: str
    raekker: tuple[Udvalgsraekke, ...]
    ark: Billedark | None
    aktiviteter: tuple[Aktivitetslinje, ...]


@dataclass(frozen=True)
class Udvalgsside:
    """The whole report."""

    titel: str
    modtager: str
    overskrift: str
    organisation: str
    plan: str
    opgjort_pr: str
    periode: str
    foreloebig: str | None
    linjer: tuple[Linje, ...]
    spor: tuple[Linje, ...]
    temaer: tuple[Linje, ...]
    sidste: tuple[Linje, ...]
    punkter: tuple[Udvalgspunkt, ...]
    antagelser: tuple[str, ...]
    version: str


def byg_udvalg(grundlag: Grundlag, plan: Plan) -> Udvalgsside:
    """The report of a quarter."""
    par = [(i, _resultat(grundlag, i)) for i in plan.indikatorer]
    viste = vis_sammen(par)
    periode, run = periode_tekst(grundlag.periode), grundlag.opgoerelse
    fremdrift = (
        Linje("Milepæle", milepaele_tekst(grundlag, plan, ALLE)),
        Linje("Aktiviteter", tael_forfaldne(grundlag, plan)),
    )
    return Udvalgsside(
        titel=f"Status på udviklingsplanen, {periode}",
        modtager=_modtager(plan),
        overskrift=f"Status på udviklingsplanen, {periode}",
        organisation=plan.organisation,
        plan=plan.titel,
        opgjort_pr=dato(run.opgjort_pr),
        periode=periode,
        foreloebig=foreloebig_tekst(grundlag),
        linjer=fremdrift,
        spor=tuple(Linje(f"{s.nr}. {s.titel}", _spor(grundlag, s)) for s in plan.spor),
        temaer=byg_temaer(grundlag, plan, viste),
        sidste=byg_sidste(grundlag, plan, viste),
        punkter=tuple(_punkt(grundlag, plan, punkt, viste) for punkt in plan.udviklingspunkter),
        antagelser=plan.antagelser,
        version=run.program_version,
    )


def _modtager(plan: Plan) -> str:
    """The committee by the name the plan gives it."""
    return next((a.modtager for a in plan.anvendelser if "udvalg" in a.modtager.casefold()), "udvalget")


def _resultat(grundlag: Grundlag, indikator: Indikator) -> Resultat | None:
    kilde = foerende_kilde(grundlag, indikator, ALLE)
    return grundlag.resultat(ALLE, indikator.id, kilde, grundlag.periode)


def _spor(grundlag: Grundlag, spor: Spor) -> str:
    """What the registers can say of a track; the administration speaks of the others itself."""
    titel = spor.titel.casefold()
    if "udviklingsplan" in titel:
        return "Se fremdriften ovenfor."
    if "sagstal" in titel and (tekst := _sagstal(grundlag)):
        return tekst
    return "Kan ikke ses i registrene; forvaltningen orienterer selv om sporet."


def _sagstal(grundlag: Grundlag) -> str:
    pr_maaned = {s.maaned: s for s in grundlag.sagstal}
    nu = pr_maaned.get(maaned(grundlag.periode.sidste.replace(day=1)).periode)
    if nu is None or nu.sager_pr_raadgiver is None:
        return ""
    tekst = f"{tal(nu.aabne_sager)} åbne sager, i gennemsnit {decimal(nu.sager_pr_raadgiver)} pr. rådgiver"
    forrige = grundlag.forrige
    foer = pr_maaned.get(maaned(forrige.sidste.replace(day=1)).periode) if forrige else None
    if forrige and foer and foer.sager_pr_raadgiver is not None:
        tekst += f" (i {periode_tekst(forrige)}: {decimal(foer.sager_pr_raadgiver)})"
    return f"{tekst}. Arbejdsmiljøet i øvrigt kan ikke ses i registrene."


def _punkt(grundlag: Grundlag, plan: Plan, punkt: Udviklingspunkt, viste: dict[str, Vist]) -> Udvalgspunkt:
    egne = [i for i in plan.indikatorer if i.udviklingspunkt == punkt.nr]
    kurver = tuple(k for i in egne if (k := _minikurve(grundlag, i, viste[i.id])))
    return Udvalgspunkt(
        nr=punkt.nr,
        titel=punkt.titel,
        formaal=punkt.formaal,
        raekker=tuple(_raekke(grundlag, i, viste[i.id]) for i in egne),
        ark=Billedark(kurver, _alt(punkt, kurver)) if kurver else None,
        aktiviteter=byg_aktiviteter(grundlag, plan, punkt.nr, med_omfang=False),
    )


def _raekke(grundlag: Grundlag, indikator: Indikator, vist: Vist) -> Udvalgsraekke:
    r = _resultat(grundlag, indikator)
    return Udvalgsraekke(
        navn=f"{indikator.id} {indikator.titel}",
        milepael=milepael(r.milepael_procent) if r and r.milepael_procent is not None else INTET,
        procent=vist.procent,
        antal=vist.antal,
        vurdering=_uden_tal(vurder(r)) if r else INGEN_DATA,
        maaling=_seneste_maaling(grundlag, r),
    )


def _uden_tal(v: Vurdering) -> Vurdering:
    return Vurdering(v.tegn, v.ord, v.tone, kort=v.kort)


def _seneste_maaling(grundlag: Grundlag, r: Resultat | None) -> str:
    """The verdict in the month the milestone is dated by, without figures: a quarter less a month is two."""
    if r is None or r.milepael_dato is None:
        return INTET
    maalt = maaned(r.milepael_dato.replace(day=1))
    da = grundlag.resultat(ALLE, r.indikator_id, r.kilde, maalt)
    return f"{periode_tekst(maalt)}: {vurder(da).ord.lower()}"


def _minikurve(grundlag: Grundlag, indikator: Indikator, nu: Vist) -> Minikurve | None:
    kilde = foerende_kilde(grundlag, indikator, ALLE)
    resultater = [grundlag.resultat(ALLE, indikator.id, kilde, p) for p in grundlag.historik]
    procenter = [_procent(r) for r in resultater]
    if not nu.procent:
        procenter[-1] = None
    if not any(p is not None for p in procenter):
        return None
    return Minikurve(
        navn=indikator.id,
        tekst=nu.procent or "vises ikke",
        procenter=tuple(procenter),
        faa=(False,) * len(procenter),
        milepaele=byg_trin(grundlag, indikator, resultater),
    )


def _procent(r: Resultat | None) -> float | None:
    return r.vaerdi if r and vis(r).procent else None


def _alt(punkt: Udviklingspunkt, kurver: tuple[Minikurve, ...]) -> str:
    led = "; ".join(f"{k.navn}: {k.tekst}" for k in kurver)
    return f"Små kurver kvartal for kvartal for {punkt.titel}, seneste kvartal: {led}. Stiplet: milepælen."
