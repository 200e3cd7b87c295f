"""One result -> one verdict and one sentence; every page words a result here and nowhere else."""

from __future__ import annotations

import math
from datetime import date

from pipeline.danish import FAERREST, FOR_FAA, STATUSORD, Procent, dato, milepael, periode_tekst, tal
from pipeline.definitions.plan_models import Indikator
from pipeline.periods import Periode
from pipeline.reports.facts import Grundlag, Resultat
from pipeline.reports.page.model import Tone, Vurdering

_STATUS = {
    "foran": Vurdering(
        "▲", STATUSORD["foran"].capitalize(), Tone.GOD, "også næste milepæl er nået", kort="Foran"
    ),
    "naaet": Vurdering("✓", STATUSORD["naaet"].capitalize(), Tone.GOD, kort="Nået"),
    "ikke_naaet": Vurdering("✗", STATUSORD["ikke_naaet"].capitalize(), Tone.MANGLER, kort="Ikke nået"),
    "foer_foerste_milepael": Vurdering("–", STATUSORD["foer_foerste_milepael"].capitalize(), Tone.INGEN),
    "uden_milepael": Vurdering("–", STATUSORD["uden_milepael"].capitalize(), Tone.INGEN),
}
INGEN_DATA = Vurdering("○", STATUSORD["ingen_data"].capitalize(), Tone.INGEN, kort="Ingen data")


def foerende_kilde(grundlag: Grundlag, indikator: Indikator, team_id: str) -> str:
    """The source a page leads with: case review where the plan says so and it saw any unit, else the main."""
    if indikator.tilsyn_foerer:
        tilsyn = grundlag.resultat(team_id, indikator.id, "tilsyn", grundlag.periode)
        if tilsyn and tilsyn.naevner:
            return "tilsyn"
    return indikator.kilde


def vurder(resultat: Resultat | None) -> Vurdering:
    """The verdict of a result; too few is said before reached or not reached."""
    if resultat is None or resultat.status == "ingen_data":
        return INGEN_DATA
    if resultat.usikker:
        return Vurdering(
            "?", FOR_FAA.capitalize(), Tone.UVIS, uddybning=opfyldt_tekst(resultat), kort="For få"
        )
    return _STATUS[resultat.status]


def procent(resultat: Resultat) -> Procent:
    """The result's percent, rounded so that it agrees with its verdict. It must have a naevner."""
    return Procent(resultat.taeller, resultat.naevner, (resultat.milepael_procent, resultat.naeste_procent))


def andel(resultat: Resultat) -> str:
    """The percent as a page shows it: none of fewer than five, where one case more would turn it over."""
    return str(procent(resultat)) if resultat.naevner >= FAERREST else ""


def kort_tal(resultat: Resultat) -> str:
    """The result at its shortest: the percent, or of fewer than five the count: `75 %`, `2 af 3`."""
    return andel(resultat) or opfyldt_tekst(resultat)


def antal_og_andel(resultat: Resultat) -> str:
    """The count with its percent, the count alone of fewer than five: `12 af 16 (75 %)`, `2 af 3`."""
    vist = andel(resultat)
    return f"{opfyldt_tekst(resultat)} ({vist})" if vist else opfyldt_tekst(resultat)


def konklusion(indikator: Indikator, resultat: Resultat | None, periode: Periode, opgjort_pr: date) -> str:
    """The one-sentence conclusion: `12 af 16 underretninger var ... (75 %); milepælen på 50 % er nået`."""
    if resultat is None or not resultat.naevner:
        beholdning = indikator.art == "beholdning"
        hvornaar = f"pr. {dato(opgjort_pr)}" if beholdning else f"i {periode_tekst(periode)}"
        return _uden_naevner(indikator, resultat, hvornaar)
    n = resultat.naevner
    faa = ", for få til at konkludere" if n < FAERREST and resultat.milepael_procent is None else ""
    vist = f" ({andel(resultat)})" if andel(resultat) else ""
    return (
        f"{tal(resultat.taeller)} af {tal(n)} {_enhed(indikator, resultat.kilde, n)}{vist}{faa}; "
        f"{_mod_milepaelen(resultat)}."
    )


def _enhed(indikator: Indikator, kilde: str, n: int) -> str:
    if kilde == indikator.kilde:
        return f"{indikator.enhed_for(n)} {indikator.opfyldt_for(n)}"
    return f"{'gennemgået sag' if n == 1 else 'gennemgåede sager'} levede op til kravet"


def _uden_naevner(indikator: Indikator, resultat: Resultat | None, hvornaar: str) -> str:
    led = [f"Ingen {indikator.enhed_flertal} at opgøre {hvornaar}"]
    if resultat and (resultat.afventer or resultat.undtaget):
        led.append(f" ({tal(resultat.afventer)} afventer, {tal(resultat.undtaget)} undtaget)")
    if resultat and resultat.milepael_procent is not None:
        led.append(f"; milepælen er {milepael(resultat.milepael_procent)}")
    return "".join(led) + "."


def _mod_milepaelen(r: Resultat) -> str:
    """How the result stands against the milestones, as the second half of the sentence."""
    if r.status == "foer_foerste_milepael" and r.naeste_procent is not None and r.naeste_dato:
        return f"den første milepæl er {milepael(r.naeste_procent)} den {dato(r.naeste_dato)}"
    if r.milepael_procent is None:
        return "planen har ikke fastsat en milepæl"
    navn = f"milepælen på {milepael(r.milepael_procent)}"
    if r.usikker:
        return _for_faa(r, navn, procent(r).stilling(r.milepael_procent))
    if r.status == "foran" and r.naeste_procent is not None and r.naeste_dato:
        return f"både {navn} og den næste på {milepael(r.naeste_procent)} ({dato(r.naeste_dato)}) er nået"
    if r.status == "ikke_naaet":
        return f"{navn} er ikke nået, der mangler {procent(r).afstand(r.milepael_procent)}"
    return f"{navn} er nået"


def _for_faa(r: Resultat, navn: str, stilling: str) -> str:
    usikkerhed = usikkerhed_tekst(r)
    tillaeg = f" (usikkerheden er {usikkerhed})" if r.naevner >= FAERREST and usikkerhed else ""
    return f"det er {stilling} {navn}, men for få til at konkludere{tillaeg}"


def usikkerhed_tekst(r: Resultat) -> str:
    """The 95 % interval in whole percents, rounded outwards: `42–61 %`."""
    if r.ki_nedre is None or r.ki_oevre is None:
        return ""
    nedre, oevre = math.floor(round(r.ki_nedre, 6)), math.ceil(round(r.ki_oevre, 6))
    return f"{nedre}–{milepael(oevre)}"


def opfyldt_tekst(resultat: Resultat) -> str:
    """`12 af 16`."""
    return f"{tal(resultat.taeller)} af {tal(resultat.naevner)}"


def gaelder(resultat: Resultat | None) -> bool:
    """Whether a milestone is in force for the result."""
    return resultat is not None and resultat.milepael_procent is not None
