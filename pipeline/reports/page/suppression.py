"""What the committee may see of a count: 1 to 4 persons are "under 5", also where a subtraction would tell.

Two indicators that count the same kind of unit in the same period may be part of one another; when their
counts differ by 1 to 4, or two of them together by 1 to 4 from a third, the later one is withheld.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from pipeline.definitions.plan_models import Indikator
from pipeline.reports.facts import Resultat
from pipeline.reports.page.verdict import procent
from pipeline.reports.words import tal

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


def vis_sammen(par: Iterable[tuple[Indikator, Resultat | None]]) -> dict[str, Vist]:
    """All results of one page by indicator, the later of two that would give each other away withheld."""
    fundne: dict[str, Vist] = {}
    viste: dict[str, list[tuple[int | None, int | None, int | None]]] = {}
    for indikator, r in par:
        vist = vis(r)
        naboer = viste.setdefault(indikator.enhed, [])
        n, k = vist.tal
        talsaet = (n, k, n - k if n is not None and k is not None else None)
        if _roeber(talsaet, naboer):
            vist = Vist(TILBAGEHOLDT, "", (None, None))
        else:
            naboer.append(talsaet)
        fundne[indikator.id] = vist
    return fundne


def _roeber(
    nyt: tuple[int | None, int | None, int | None], viste: list[tuple[int | None, int | None, int | None]]
) -> bool:
    """Whether the new counts and those already shown give away a count of 1 to 4 by subtraction."""
    for i in range(3):
        x = nyt[i]
        andre = [v for saet in viste if (v := saet[i])]
        if not x:
            continue
        if any(er_faa(abs(x - a)) for a in andre):
            return True
        if any(
            er_faa(abs(x - a - b)) or er_faa(abs(a - x - b)) or er_faa(abs(b - x - a))
            for a, b in combinations(andre, 2)
        ):
            return True
    return False
