"""What the committee may see of a count: 1 to 4 persons are "under 5", also where a subtraction would tell.

Two indicators of one udviklingspunkt, of one kind of unit, or both of case reviews may count nearly the same
units: when how many they count differs by 1 to 4, those are the few that are exempt in one of them.
Indicators computed by the same SQL file ask the same of parts and their whole: there how many did, and two
parts together, are compared as well. The later of those that would give each other away is withheld.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from pipeline.danish import tal
from pipeline.definitions.plan_models import Indikator
from pipeline.reports.facts import Resultat
from pipeline.reports.page.verdict import procent

GRAENSE = 5
UNDER = f"under {GRAENSE}"
TILBAGEHOLDT = "vises ikke, fordi få kunne regnes ud"


@dataclass(frozen=True)
class Vist:
    """What is shown of one result: the counts in words, the percent or nothing, and the counts given away."""

    antal: str
    procent: str
    tal: tuple[int | None, int | None]


def er_faa(antal: int) -> bool:
    """Whether a count is too small to be told."""
    return 0 < antal < GRAENSE


def vis(r: Resultat | None) -> Vist:
    """One result by itself: of how many, and how many did, as far as it may be told."""
    if r is None or not r.naevner:
        return Vist("ingen", "", (None, None))
    rest = r.naevner - r.taeller
    if er_faa(r.naevner):
        return Vist(UNDER, "", (None, None))
    if er_faa(r.taeller):
        return Vist(f"{UNDER} af {tal(r.naevner)}", "", (r.naevner, None))
    if er_faa(rest):
        return Vist(f"alle på nær {UNDER} af {tal(r.naevner)}", "", (r.naevner, None))
    return Vist(f"{tal(r.taeller)} af {tal(r.naevner)}", str(procent(r)), (r.naevner, r.taeller))


Talsaet = tuple[int | None, int | None, int | None]
"""How many, how many did, how many did not; None where it is not shown."""


def vis_sammen(par: Iterable[tuple[Indikator, Resultat | None]]) -> dict[str, Vist]:
    """All results of one page by indicator, the later of those that would give each other away withheld."""
    fundne: dict[str, Vist] = {}
    viste: list[tuple[Indikator, Resultat, Talsaet]] = []
    for indikator, r in par:
        vist = vis(r)
        n, k = vist.tal
        talsaet = (n, k, n - k if n is not None and k is not None else None)
        if r and (
            any(_roeber_par((indikator, r, talsaet), nabo) for nabo in viste)
            or _roeber_sum(talsaet, [saet for i, s, saet in viste if _dele(indikator, r, i, s)])
        ):
            vist = Vist(TILBAGEHOLDT, "", (None, None))
        elif r:
            viste.append((indikator, r, talsaet))
        fundne[indikator.id] = vist
    return fundne


def _roeber_par(ny: tuple[Indikator, Resultat, Talsaet], vist: tuple[Indikator, Resultat, Talsaet]) -> bool:
    """Whether two figures give away a count of 1 to 4 by subtraction."""
    (en, en_r, en_tal), (to, to_r, to_tal) = ny, vist
    led = range(3) if _dele(en, en_r, to, to_r) else range(1) if _beslaegtede(en, en_r, to, to_r) else ()
    return any(x and y and er_faa(abs(x - y)) for x, y in ((en_tal[i], to_tal[i]) for i in led))


def _roeber_sum(nyt: Talsaet, andre: list[Talsaet]) -> bool:
    """Whether a figure and two others, of which one may hold the other two, give away a count of 1 to 4."""
    trioer = [(nyt[i], a[i], b[i]) for a, b in combinations(andre, 2) for i in range(3)]
    return any(
        x and y and z and any(er_faa(abs(x + y + z - 2 * stor)) for stor in (x, y, z)) for x, y, z in trioer
    )


def _beslaegtede(en: Indikator, en_r: Resultat, to: Indikator, to_r: Resultat) -> bool:
    """Whether the two may count nearly the same units."""
    if "tilsyn" in (en_r.kilde, to_r.kilde):
        return en_r.kilde == to_r.kilde
    return en.udviklingspunkt == to.udviklingspunkt or en.enhed == to.enhed


def _dele(en: Indikator, en_r: Resultat, to: Indikator, to_r: Resultat) -> bool:
    """Whether the two ask the same of units of which one may be a part of the other's."""
    return (
        en.beregning.sql == to.beregning.sql
        and _beslaegtede(en, en_r, to, to_r)
        and en_r.kilde not in {"tilsyn", "spoergeskema"}
    )
