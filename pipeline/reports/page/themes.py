"""Two or three themes to learn from in the coming quarter, and what became of the last ones.

The rule is the same each quarter, so the last quarter's proposals can be found again from its figures: the
milestone farthest away, the one missed the longest, the one with most cases affected.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.definitions.plan_models import Indikator, Plan
from pipeline.periods import Periode
from pipeline.reports.facts import ALLE, Grundlag, Resultat
from pipeline.reports.page.model import Linje
from pipeline.reports.page.outlook import bagud_fra
from pipeline.reports.page.suppression import Vist, vis
from pipeline.reports.page.verdict import foerende_kilde, procent, vurder
from pipeline.reports.words import milepael, periode_tekst, tal

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
    """The proposals of one quarter, each with what it was chosen for: afstand, laengst or flest."""
    alle = _kandidater(grundlag, plan, periode)
    sikre = [k for k in alle if not k.resultat.usikker]
    valgte: list[tuple[Kandidat, str]] = []
    for navn, maal in _GRUNDE:
        rest = [k for k in sikre if k not in [v for v, _ in valgte]]
        if rest:
            valgte.append((max(rest, key=maal), navn))
    usikre = [k for k in alle if k.resultat.usikker]
    while len(valgte) < FAERREST and usikre:
        valgte.append((usikre.pop(0), "faa"))
    return valgte[:FLEST]


_GRUNDE: tuple[tuple[str, Callable[[Kandidat], tuple[float, float]]], ...] = (
    ("afstand", lambda k: (-(k.resultat.afstand_pp or 0), k.kvartaler)),
    ("laengst", lambda k: (k.kvartaler, -(k.resultat.afstand_pp or 0))),
    ("flest", lambda k: (k.resultat.naevner - k.resultat.taeller, k.kvartaler)),
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
    r = k.resultat
    mod = f"milepælen er {milepael(r.milepael_procent or 0)}"
    stand = f"{vist.procent}, {mod}" if vist.procent else mod
    if hvorfor == "faa":
        return f"Ligger under milepælen, men der er for få til at konkludere ({stand})."
    led = {
        "afstand": f"Længst fra sin milepæl ({stand}).",
        "laengst": f"Har ligget længst under milepælen ({stand}).",
        "flest": f"Berører flest ({stand}).",
    }[hvorfor]
    if vist.procent:
        berorte = r.naevner - r.taeller
        led += f" {tal(berorte)} {k.indikator.enhed_for(berorte)} levede ikke op til kravet."
    gange = "første kvartal" if k.kvartaler <= 1 else f"{tal(k.kvartaler)} kvartaler i træk"
    return f"{led} Under milepælen siden {periode_tekst(k.siden)} ({gange})."


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
