"""Two or three themes to learn from in the coming quarter, and what became of the last ones.

The rule is the same each quarter, so the last quarter's proposals can be found again from its figures: the
milestone farthest away, the one missed the longest, the one with most cases affected.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.danish import milepael, periode_tekst, tal
from pipeline.definitions.plan_models import Indikator, Plan
from pipeline.periods import Periode
from pipeline.reports.facts import ALLE, Grundlag, Resultat
from pipeline.reports.page.model import Linje
from pipeline.reports.page.outlook import bagud_fra
from pipeline.reports.page.suppression import Vist, vis
from pipeline.reports.page.verdict import foerende_kilde, procent, vurder

FLEST, FAERREST = 3, 2


@dataclass(frozen=True)
class Kandidat:
    """One indicator below its milestone in a quarter."""

    indikator: Indikator
    resultat: Resultat
    siden: Periode
    kvartaler: int

    @property
    def navn(self) -> str:
        """What the theme is called."""
        return f"{self.indikator.id} {self.indikator.titel}"


def find_temaer(grundlag: Grundlag, plan: Plan, periode: Periode) -> list[tuple[Kandidat, str]]:
    """The proposals of one quarter, each with what it was chosen for.

    When the first of a kind is chosen already, the next one is, and it is said to be that of the others.
    """
    alle = _kandidater(grundlag, plan, periode)
    sikre = [k for k in alle if not k.resultat.usikker]
    valgte: list[tuple[Kandidat, str]] = []
    for grund, maal in _GRUNDE:
        taget = [k for k, _ in valgte]
        if rest := [k for k in sikre if k not in taget]:
            valgt = max(rest, key=maal)
            er_foerst = all(maal(valgt) >= maal(k) for k in sikre)
            valgte.append((valgt, grund if er_foerst else f"{grund} af de øvrige"))
    usikre = [(k, _FAA) for k in alle if k.resultat.usikker]
    return (valgte + usikre[: max(0, FAERREST - len(valgte))])[:FLEST]


_FAA = "Ligger under milepælen, men der er for få til at konkludere"
_GRUNDE: tuple[tuple[str, Callable[[Kandidat], tuple[float, float]]], ...] = (
    ("Længst fra sin milepæl", lambda k: (-(k.resultat.afstand_pp or 0), k.kvartaler)),
    ("Har ligget længst under milepælen", lambda k: (k.kvartaler, -(k.resultat.afstand_pp or 0))),
    ("Berører flest", lambda k: (k.resultat.naevner - k.resultat.taeller, k.kvartaler)),
)


def _kandidater(grundlag: Grundlag, plan: Plan, periode: Periode) -> list[Kandidat]:
    fundne = []
    for indikator in plan.indikatorer:
        kilde = foerende_kilde(grundlag, indikator, ALLE)
        r = grundlag.resultat(ALLE, indikator.id, kilde, periode)
        if r is None or r.status != "ikke_naaet":
            continue
        siden, n = bagud_fra(grundlag, r, periode)
        fundne.append(Kandidat(indikator, r, siden or periode, n))
    return fundne


def byg_temaer(grundlag: Grundlag, plan: Plan, viste: dict[str, Vist]) -> tuple[Linje, ...]:
    """The proposals for the coming quarter, each with its reason; figures only where they may be told."""
    return tuple(
        Linje(k.navn, _grund(k, hvorfor, viste.get(k.indikator.id) or vis(k.resultat)))
        for k, hvorfor in find_temaer(grundlag, plan, grundlag.periode)
    )


def _grund(k: Kandidat, hvorfor: str, vist: Vist) -> str:
    mod = f"milepælen er {milepael(k.resultat.milepael_procent or 0)}"
    led = [f"{hvorfor} ({vist.procent}, {mod})." if vist.procent else f"{hvorfor} ({mod})."]
    if hvorfor == _FAA:
        return led[0]
    if vist.procent:
        berorte = k.resultat.naevner - k.resultat.taeller
        led.append(f"{tal(berorte)} {k.indikator.enhed_for(berorte)} levede ikke op til kravet.")
    gange = "første kvartal" if k.kvartaler <= 1 else f"{tal(k.kvartaler)} kvartaler i træk"
    return " ".join((*led, f"Under milepælen siden {periode_tekst(k.siden)} ({gange})."))


def byg_sidste(grundlag: Grundlag, plan: Plan, viste: dict[str, Vist]) -> tuple[Linje, ...]:
    """What became of the proposals the same rule gives for the quarter before."""
    forrige = grundlag.forrige
    if forrige is None:
        return ()
    return tuple(
        Linje(k.navn, _hvad_blev_der_af(grundlag, k, viste.get(k.indikator.id)))
        for k, _ in find_temaer(grundlag, plan, forrige)
    )


def _hvad_blev_der_af(grundlag: Grundlag, k: Kandidat, vist: Vist | None) -> str:
    r = k.resultat
    nu = grundlag.resultat(ALLE, r.indikator_id, r.kilde, grundlag.periode)
    if nu is None or not nu.naevner:
        return "Ingen at opgøre i kvartalet."
    dom = vurder(nu).ord.lower()
    foer = vis(r)
    if vist and vist.procent and foer.procent and nu.kilde == r.kilde:
        return f"Fra {foer.procent} til {procent(nu)}: {dom}."
    return f"{dom.capitalize()}."
