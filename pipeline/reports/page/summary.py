"""The five lines at the top: what a leader must know before anything else.

Milestones are counted once per indicator, by the source the page leads with. An indicator shown to a team
only with the department's figure is not counted for the team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.danish import aendring, antal, dage, dato, milepael, opremsning, periode_tekst, tal
from pipeline.definitions.plan_models import Indikator, Plan
from pipeline.reports.facts import ALLE, Frist, Grundlag, Resultat
from pipeline.reports.page.activities import tael_forfaldne
from pipeline.reports.page.indicator import vaelg
from pipeline.reports.page.model import Linje, Sammenfatning
from pipeline.reports.page.verdict import gaelder, procent

DAGE_FREM = 14
NAEVNES_HOEJST = 3


@dataclass(frozen=True)
class Stand:
    """One indicator now and in the period before, in the page's leading source."""

    indikator: Indikator
    nu: Resultat
    foer: Resultat | None

    @property
    def navn(self) -> str:
        """How a line names the indicator."""
        return f"{self.indikator.id} {self.indikator.titel}"


def byg_sammenfatning(grundlag: Grundlag, plan: Plan, team_id: str, navn: str) -> Sammenfatning:
    """The five lines for a team, or for the department (`ALLE`)."""
    stande = _stande(grundlag, plan, team_id)
    frister = [f for f in grundlag.frister if team_id in (ALLE, f.team_id)]
    run = grundlag.opgoerelse
    aktiviteter = tael_forfaldne(grundlag, plan) if team_id == ALLE and plan.aktiviteter else ""
    linjer = (
        Linje("Milepæle", " ".join(filter(None, (_milepaele(grundlag, stande), aktiviteter)))),
        Linje("Længst bagud", _bagud(stande)),
        Linje("Siden sidst", _siden_sidst(grundlag, stande)),
        Linje(f"Næste {DAGE_FREM} dage", _naeste(plan, frister, run.opgjort_pr)),
        Linje("Overskredet nu", _overskredet(plan, frister, run.opgjort_pr)),
    )
    return Sammenfatning(
        navn, periode_tekst(grundlag.periode), dato(run.opgjort_pr), foreloebig_tekst(grundlag), linjer
    )


def foreloebig_tekst(grundlag: Grundlag) -> str | None:
    """The sentence that marks a preliminary period, or None."""
    run = grundlag.opgoerelse
    if not run.foreloebig:
        return None
    return (
        f"Foreløbige tal: udtrækket er fra {dato(run.udtraeksdato)}, før {periode_tekst(grundlag.periode)} "
        f"var slut ({dato(run.sidste_dag)}). Tallene kan ændre sig."
    )


def _stande(grundlag: Grundlag, plan: Plan, team_id: str) -> list[Stand]:
    fundne = []
    for indikator in plan.indikatorer:
        vist = vaelg(grundlag, indikator, team_id)
        nu = grundlag.resultat(vist.team_id, indikator.id, vist.kilde, grundlag.periode)
        if nu is None or vist.kun_afdelingen:
            continue
        forrige = grundlag.forrige
        foer = grundlag.resultat(vist.team_id, indikator.id, vist.kilde, forrige) if forrige else None
        fundne.append(Stand(indikator, nu, foer))
    return fundne


def milepaele_tekst(grundlag: Grundlag, plan: Plan, team_id: str) -> str:
    """How many milestones are reached, in words."""
    return _milepaele(grundlag, _stande(grundlag, plan, team_id))


def _er_naaet(r: Resultat | None) -> bool:
    return r is not None and r.status in {"naaet", "foran"} and not r.usikker


def _er_misset(r: Resultat | None) -> bool:
    return r is not None and r.status == "ikke_naaet" and not r.usikker


def _milepaele(grundlag: Grundlag, stande: Sequence[Stand]) -> str:
    gaeldende = [s for s in stande if gaelder(s.nu)]
    if not gaeldende:
        return _ingen_endnu(stande, periode_tekst(grundlag.periode))
    naaet = [s for s in gaeldende if _er_naaet(s.nu)]
    foran = sum(s.nu.status == "foran" for s in naaet)
    tekst = f"{tal(len(naaet))} af {antal(len(gaeldende), 'milepæl', 'milepæle')} er nået"
    tekst += f", heraf {tal(foran)} foran planen." if foran else "."
    resten = [
        (sum(_er_misset(s.nu) for s in gaeldende), "er ikke nået"),
        (sum(s.nu.usikker for s in gaeldende), "har for få sager til at konkludere"),
        (sum(s.nu.status == "ingen_data" for s in gaeldende), "har ingen sager i perioden"),
    ]
    led = [f"{tal(n)} {hvad}" for n, hvad in resten if n]
    return tekst + (f" {opremsning(led)}." if led else "")


def _ingen_endnu(stande: Sequence[Stand], periode: str) -> str:
    datoer = [s.nu.naeste_dato for s in stande if s.nu.naeste_dato]
    if not datoer:
        return "Planen har ingen milepæle med procenter, der kan opgøres her."
    return f"Ingen milepæle gælder endnu i {periode}; de første gælder fra {dato(min(datoer))}."


def _bagud(stande: Sequence[Stand]) -> str:
    bagud = sorted(
        (s for s in stande if _er_misset(s.nu)), key=lambda s: (s.nu.afstand_pp or 0, s.indikator.id)
    )
    if bagud:
        led = [f"{s.navn} ({procent(s.nu)} mod {milepael(s.nu.milepael_procent or 0)})" for s in bagud]
        return _hoejst(led) + "."
    under = [s for s in stande if s.nu.usikker and s.nu.status == "ikke_naaet"]
    if under:
        return (
            f"Ingen milepæl er med sikkerhed misset. {_indikatorer(len(under))} ligger under milepælen, men "
            f"har for få sager til at konkludere: {_hoejst([s.navn for s in under])}."
        )
    if any(_er_naaet(s.nu) for s in stande):
        return "Ingen: alle milepæle, der kan vurderes, er nået."
    return "Ingen milepæle kan vurderes i perioden."


def _indikatorer(n: int) -> str:
    return antal(n, "indikator", "indikatorer")


def _hoejst(led: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    rest = len(led) - NAEVNES_HOEJST
    if rest <= 0:
        return opremsning(led)
    return f"{', '.join(led[:NAEVNES_HOEJST])} og {antal(rest, 'anden', 'andre')}"


def _siden_sidst(grundlag: Grundlag, stande: Sequence[Stand]) -> str:
    forrige = grundlag.forrige
    if forrige is None:
        return "Ingen tidligere periode at sammenligne med."
    siden = f"siden {periode_tekst(forrige)}"
    dom = [s for s in stande if s.foer and s.foer.naevner and gaelder(s.foer)]
    foerste = [s for s in stande if gaelder(s.nu) and not gaelder(s.foer)]
    grupper = (
        (f"Nået {siden}", [s.navn for s in dom if _er_naaet(s.nu) and not _er_naaet(s.foer)]),
        ("Nu ikke nået", [_tabt(s) for s in dom if _er_misset(s.nu) and not _er_misset(s.foer)]),
        ("Første milepæl, nået", [s.navn for s in foerste if _er_naaet(s.nu)]),
        ("Første milepæl, ikke nået", [s.navn for s in foerste if _er_misset(s.nu)]),
    )
    led = [f"{hvad}: {_hoejst(navne)}." for hvad, navne in grupper if navne]
    led += _bevaegelser(stande)
    haevet = [s for s in stande if s.foer and s.foer.milepael_procent != s.nu.milepael_procent]
    if haevet:
        led.append(f"Nye milepæle gælder for {_indikatorer(len(haevet))}.")
    return " ".join(led) or f"Ingen milepæle har skiftet vurdering {siden}."


def _tabt(s: Stand) -> str:
    """A milestone missed now and not before, with its reason: it was raised, or the share fell."""
    if s.foer and s.foer.milepael_procent != s.nu.milepael_procent:
        return f"{s.navn} (milepælen er nu {milepael(s.nu.milepael_procent or 0)})"
    return f"{s.navn} ({procent(s.nu)})"


def _bevaegelser(stande: Sequence[Stand]) -> list[str]:
    """The largest rise and fall among those whose 95 % intervals do not meet: hardly chance."""
    sikre = [s for s in stande if _adskilt(s)]
    valg = (("Størst fremgang", max, 1), ("Størst tilbagegang", min, -1))
    led = []
    for ord_, vaelger, fortegn in valg:
        retning = [s for s in sikre if fortegn * _forskel(s) > 0]
        if retning and (s := vaelger(retning, key=_forskel)).foer:
            led.append(f"{ord_}: {s.navn} ({aendring(procent(s.foer), procent(s.nu))}).")
    return led


def _forskel(s: Stand) -> float:
    return (s.nu.vaerdi or 0) - ((s.foer.vaerdi or 0) if s.foer else 0)


def _adskilt(s: Stand) -> bool:
    if not (s.foer and s.foer.naevner and s.nu.naevner):
        return False
    graenser = (s.nu.ki_nedre, s.foer.ki_oevre, s.nu.ki_oevre, s.foer.ki_nedre)
    nedre, foer_oevre, oevre, foer_nedre = (g if g is not None else 50.0 for g in graenser)
    return nedre > foer_oevre or oevre < foer_nedre


def _naeste(plan: Plan, frister: Sequence[Frist], opgjort_pr: date) -> str:
    snart = [f for f in frister if f.tilstand == "kommende" and f.dage <= DAGE_FREM]
    til = dato(opgjort_pr + timedelta(days=DAGE_FREM))
    if not snart:
        return f"Ingen frister forfalder til og med {til}."
    return (
        f"{antal(len(snart), 'frist', 'frister')} forfalder til og med {til}: {_slags(plan, snart)}; "
        f"den første {dato(min(f.frist_dato for f in snart))}."
    )


def _overskredet(plan: Plan, frister: Sequence[Frist], opgjort_pr: date) -> str:
    over = [f for f in frister if f.tilstand == "overskredet"]
    if not over:
        return f"Ingen åbne frister er overskredet pr. {dato(opgjort_pr)}."
    aeldst = max(f.dage for f in over)
    hale = f"den ældste med {dage(aeldst)}" if len(over) > 1 else f"med {dage(aeldst)}"
    return (
        f"{antal(len(over), 'åben frist', 'åbne frister')} er overskredet pr. {dato(opgjort_pr)}, {hale}: "
        f"{_slags(plan, over)}."
    )


def _slags(plan: Plan, frister: Sequence[Frist]) -> str:
    """How many of each kind, the most frequent first."""
    optalt = sorted(Counter(f.indikator_id for f in frister).items(), key=lambda par: (-par[1], par[0]))
    led = [f"{id_} {plan.indikator(id_).titel} ({tal(n)})" for id_, n in optalt[:NAEVNES_HOEJST]]
    rest = sum(n for _, n in optalt[NAEVNES_HOEJST:])
    return opremsning([*led, f"andre ({tal(rest)})"] if rest else led)
