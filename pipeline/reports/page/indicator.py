"""One indicator on one page: its verdict, its figures side by side, its trend and how it is measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.danish import KILDER, dato, milepael, periode_tekst, tal
from pipeline.definitions.plan_models import IkkeFastsat, Indikator
from pipeline.periods import Periode
from pipeline.reports.facts import ALLE, Grundlag, Resultat
from pipeline.reports.page.comments import byg_kommentarer
from pipeline.reports.page.model import Blok, Fodnote, Maaltabel
from pipeline.reports.page.outlook import byg_udsigt
from pipeline.reports.page.trend import byg_kurve
from pipeline.reports.page.verdict import (
    andel,
    foerende_kilde,
    konklusion,
    opfyldt_tekst,
    procent,
    usikkerhed_tekst,
    vurder,
)

INTET = "–"
_ANDEN = {True: "Sagsgennemgang", False: "Registret"}


@dataclass(frozen=True)
class Visning:
    """Whose figures a page shows for one indicator, and from which source it leads."""

    team_id: str
    kilde: str
    kun_afdelingen: bool

    def anden_kilde(self, indikator: Indikator) -> str | None:
        """The source beside the leading one: the register beside case review, or the other way."""
        anden = indikator.kilde if self.kilde == "tilsyn" else "tilsyn"
        return anden if anden != self.kilde else None


def vaelg(grundlag: Grundlag, indikator: Indikator, team_id: str) -> Visning:
    """The team's own figures; the department's where a survey is not shown by team."""
    kilde = foerende_kilde(grundlag, indikator, team_id)
    eget = grundlag.resultat(team_id, indikator.id, kilde, grundlag.periode)
    if eget is None and indikator.kilde == "spoergeskema" and team_id != ALLE:
        return Visning(ALLE, kilde, kun_afdelingen=True)
    return Visning(team_id, kilde, kun_afdelingen=False)


def anker(indikator_id: str) -> str:
    """The place of an indicator on the page."""
    return "i-" + indikator_id.replace(".", "-")


def byg_blok(
    grundlag: Grundlag, indikator: Indikator, team_id: str, ikke_fastsat: tuple[IkkeFastsat, ...]
) -> Blok:
    """The indicator as a page shows it for a team, or for the department (`ALLE`)."""
    vist = vaelg(grundlag, indikator, team_id)
    resultat = grundlag.resultat(vist.team_id, indikator.id, vist.kilde, grundlag.periode)
    noter = [f"Planen lader stå åbent: {punkt.forklaring}" for punkt in ikke_fastsat]
    if vist.kun_afdelingen:
        noter.insert(0, "Opgøres kun for hele afdelingen.")
    if vist.kilde != indikator.kilde:
        noter.insert(0, "Planen måler dette ved sagsgennemgang; registrets tal står ved siden af.")
    if indikator.antagelse:
        noter.append(f"Forudsætning: {indikator.antagelse}")
    return Blok(
        id=indikator.id,
        anker=anker(indikator.id),
        titel=indikator.titel,
        spoergsmaal=indikator.spoergsmaal,
        vurdering=vurder(resultat),
        konklusion=konklusion(indikator, resultat, grundlag.periode, grundlag.opgoerelse.opgjort_pr),
        anden_kilde=_anden_kilde(grundlag, indikator, vist),
        milepaele=_milepaele(resultat),
        udsigt=byg_udsigt(grundlag, indikator, resultat, vist.team_id),
        kommentarer=byg_kommentarer(grundlag, indikator.id, team_id),
        noter=tuple(noter),
        maal=_maal(grundlag, indikator, vist, team_id),
        kurve=byg_kurve(grundlag, indikator, vist.team_id, (vist.kilde, vist.anden_kilde(indikator))),
    )


def _anden_kilde(grundlag: Grundlag, indikator: Indikator, vist: Visning) -> str:
    """The other source's sentence, where it has something to say."""
    anden = vist.anden_kilde(indikator)
    resultat = grundlag.resultat(vist.team_id, indikator.id, anden, grundlag.periode) if anden else None
    if resultat is None or not resultat.naevner:
        return ""
    saetning = konklusion(indikator, resultat, grundlag.periode, grundlag.opgoerelse.opgjort_pr)
    return f"{_ANDEN[anden == 'tilsyn']}: {saetning}"


def _maal(grundlag: Grundlag, indikator: Indikator, vist: Visning, team_id: str) -> Maaltabel | None:
    """The period, its twelve months, the other source, the department; only what holds any unit."""
    synlige = [
        (titel, r)
        for titel, team, kilde, periode in _kolonner(grundlag, indikator, vist, team_id)
        if (r := grundlag.resultat(team, indikator.id, kilde, periode))
        and (r.naevner or r.undtaget or r.afventer)
    ]
    if not synlige:
        return None
    resultater = [r for _, r in synlige]
    return Maaltabel(
        kolonner=tuple(titel for titel, _ in synlige),
        raekker=tuple(
            (navn, tuple(map(felt, resultater)))
            for navn, felt in _FELTER
            if indikator.milepaele or navn != _AFSTAND
        ),
        vurderinger=tuple(map(vurder, resultater)) if indikator.milepaele else (),
    )


def _kolonner(
    grundlag: Grundlag, indikator: Indikator, vist: Visning, team_id: str
) -> list[tuple[str, str, str, Periode]]:
    """Title, team, source and period of every column that could be shown."""
    nu, aaret = grundlag.periode, grundlag.rullende
    forbehold = " (foreløbig)" if grundlag.opgoerelse.foreloebig else ""
    valg = [
        (periode_tekst(nu) + forbehold, vist.team_id, vist.kilde, nu),
        ("12 måneder", vist.team_id, vist.kilde, aaret),
    ]
    if anden := vist.anden_kilde(indikator):
        navn = _ANDEN[anden == "tilsyn"]
        valg += [(navn, vist.team_id, anden, nu), (f"{navn}, 12 måneder", vist.team_id, anden, aaret)]
    if ALLE not in (team_id, vist.team_id):
        valg.append(("Afdelingen", ALLE, vist.kilde, nu))
    return valg


def _procent(r: Resultat) -> str:
    return (andel(r) if r.naevner else "") or INTET


def _opfyldt(r: Resultat) -> str:
    return opfyldt_tekst(r) if r.naevner else "ingen at opgøre"


def _afstand(r: Resultat) -> str:
    if r.milepael_procent is None or not (r.naevner and andel(r)):
        return INTET
    return procent(r).forskel(r.milepael_procent)


_AFSTAND = "Afstand, pct.point"
_FELTER: tuple[tuple[str, Callable[[Resultat], str]], ...] = (
    ("Resultat", _procent),
    ("Opfyldt", _opfyldt),
    ("Undtaget", lambda r: tal(r.undtaget)),
    ("Afventer", lambda r: tal(r.afventer)),
    ("Usikkerhed", lambda r: usikkerhed_tekst(r) or INTET),
    (_AFSTAND, _afstand),
)


def _milepaele(r: Resultat | None) -> str:
    """The milestone in force and the next, with their dates; nothing where the plan has none."""
    if r is None or (r.milepael_procent is None and r.naeste_procent is None):
        return ""
    nu, naeste = "Ingen endnu", "ingen senere"
    if r.milepael_procent is not None and r.milepael_dato:
        nu = f"{milepael(r.milepael_procent)} fra {dato(r.milepael_dato)}"
    if r.naeste_procent is not None and r.naeste_dato:
        naeste = f"{milepael(r.naeste_procent)} fra {dato(r.naeste_dato)}"
    return f"{nu}. Næste: {naeste}."


def byg_fodnote(grundlag: Grundlag, indikator: Indikator, *, sagt: bool) -> Fodnote:
    """How the indicator is measured, for the end of the report; milestones as adopted by the period's end.

    `sagt`: the assumption stands beside the indicator's figures already, and is not said twice.
    """
    milepaele = [f"{milepael(p)} den {dato(dag)}" for dag, p in grundlag.milepaele.get(indikator.id, ())]
    linjer = (
        ("Tæller", indikator.taeller_tekst),
        ("Nævner", indikator.naevner_tekst),
        ("Kilde", KILDER[indikator.kilde]),
        ("Planen måler", indikator.planens_maaling),
        ("Grundlag", indikator.lovgrundlag),
        ("Forudsætning", "" if sagt else indikator.antagelse or ""),
        ("Milepæle", ", ".join(milepaele) or "ikke fastsat i planen"),
    )
    return Fodnote(indikator.id, indikator.titel, tuple(par for par in linjer if par[1]))
