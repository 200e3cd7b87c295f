"""What the committee may see of a count: 1 to 4 persons are "under 5", also where a subtraction would tell.

All plans of a run are read by the same committee, so they are looked at together.
Two indicators of one udviklingspunkt, of one kind of unit, or both of case reviews may count nearly the same
units: when how many they count differs by 1 to 4, those are the few that are exempt in one of them. Two of
them together may be parts of a third. Indicators computed by the same SQL file ask the same of parts and
their whole: there how many did is compared as well. The later of those that would give each other away is
withheld.
A distribution tells its categories of five and more; where any has fewer, neither those nor the sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from pipeline.base.text import enumeration, number
from pipeline.reports.facts import Result, result_key
from pipeline.reports.words.series import Series

LIMIT = 5
UNDER = f"under {LIMIT}"
_ANSWERS = frozenset({"tilsyn", "spoergeskema"})
"""Sources whose questions are asked of the same cases and people: none is a part of another."""
WITHHELD = "vises ikke af hensyn til anonymitet"


@dataclass(frozen=True)
class Shown:
    """What is shown of one result: the counts in words, the figure or nothing, and the counts given away.

    `hidden` is a sum that would tell what is left out of a distribution.
    """

    count: str
    figure: str
    counts: tuple[int | None, int | None]
    hidden: int | None = None


def are_few(count: int) -> bool:
    """Whether a count is too small to be told."""
    return 0 < count < LIMIT


def show(series: Series, r: Result | None) -> Shown:
    """One result by itself: of how many, and how many did, as far as it may be told."""
    if r is None or not r.measured:
        return Shown("ingen", "", (None, None))
    if result_key(r) in series.facts.withheld:
        return Shown(WITHHELD, "", (None, None))
    if r.shares:
        return _distribution(r)
    n, k = series.value.told(r)
    if n is None or are_few(n):
        return Shown(UNDER, "", (None, None))
    figure = series.value.figure(r)
    if k is None:
        told = series.value.count(r) if series.value.beside(r) else ""
        return Shown(told, figure, (n, None))
    if are_few(k):
        return Shown(f"{UNDER} af {number(n)}", "", (n, None))
    if are_few(n - k):
        return Shown(f"alle på nær {UNDER} af {number(n)}", "", (n, None))
    return Shown(series.value.count(r), figure, (n, k))


def _distribution(r: Result) -> Shown:
    told = [f"{number(s.antal)} i „{s.tekst}“" for s in r.shares if s.antal >= LIMIT]
    few = any(are_few(s.antal) for s in r.shares)
    rest = [f"{UNDER} i hver af de øvrige"] if few else []
    counts = (None if few else r.units, None)
    return Shown(enumeration([*told, *rest]) or UNDER, "", counts, r.units if few else None)


FigureSet = tuple[int | None, int | None, int | None]
"""How many, how many did, how many did not; None where it is not shown."""
Told = tuple[Series, FigureSet]


@dataclass
class Sieve:
    """What one reader has been told of one period, and whether more would give a small count away."""

    _told: list[Told] = field(default_factory=list)
    _hidden: list[Told] = field(default_factory=list)

    def tell(self, series: Series, r: Result | None) -> Shown:
        """The result as far as it may be told beside the others; what is told is remembered."""
        shown = show(series, r)
        if r is None:
            return shown
        new, total = _counts(series, shown)
        if self._betrays(new, total):
            return Shown(WITHHELD, "", (None, None))
        self._told.append(new)
        self._hidden.append(total)
        return shown

    def learn(self, series: Series, r: Result) -> None:
        """Remember a result that has been told."""
        new, total = _counts(series, show(series, r))
        self._told.append(new)
        self._hidden.append(total)

    def betrays(self, series: Series, r: Result) -> bool:
        """Whether the result would give away what another figure's is kept back for."""
        return self._betrays(*_counts(series, show(series, r)))

    def _betrays(self, new: Told, total: Told) -> bool:
        told = [t for t in self._told if not _same_figure(t, new)]
        hidden = [t for t in self._hidden if not _same_figure(t, new)]
        return (
            any(_betrays_pair(new, neighbour) for neighbour in told)
            or _betrays_sum(new, told)
            or any(_tells_sum(total, neighbour) for neighbour in told)
            or any(_tells_sum(neighbour, new) for neighbour in hidden)
        )


def _same_figure(one: Told, other: Told) -> bool:
    """Whether both are editions of one figure: what it counts then and now is compared over time."""
    a, b = one[0], other[0]
    return (a.facts.plan.plan_id, a.indicator.id, a.source) == (
        b.facts.plan.plan_id,
        b.indicator.id,
        b.source,
    )


def _counts(series: Series, shown: Shown) -> tuple[Told, Told]:
    """The counts a reader learns of a result, and the sum that must not be learnt."""
    n, k = shown.counts
    rest = n - k if n is not None and k is not None else None
    return (series, (n, k, rest)), (series, (shown.hidden, None, None))


def show_together(chosen: Iterable[Series]) -> dict[tuple[str, str], Shown]:
    """All results one reader is told, by plan and indicator; what gives an earlier one away is withheld."""
    sieve = Sieve()
    return {(s.facts.plan.plan_id, s.indicator.id): sieve.tell(s, s.now) for s in chosen}


def _tells_sum(hidden: Told, told: Told) -> bool:
    """Whether a count comes so near the sum kept back that what is left out could be worked out."""
    (one, (total, *_)), (other, (n, *_)) = hidden, told
    return bool(total and n and abs(total - n) < LIMIT and _same_art(one, other))


def _betrays_pair(new: Told, shown: Told) -> bool:
    """Whether two figures give away a count of 1 to 4 by subtraction."""
    (one, counts), (other, others) = new, shown
    part = range(3) if _parts(one, other) else range(1) if _related(one, other) else ()
    return any(x and y and are_few(abs(x - y)) for x, y in ((counts[i], others[i]) for i in part))


def _betrays_sum(new: Told, told: list[Told]) -> bool:
    """Whether a figure and two others, of which one may hold the other two, give away a count of 1 to 4."""
    series, counts = new
    related = [
        shown
        for other, shown in told
        if series.source not in _ANSWERS and _related(series, other) and _same_art(series, other)
    ]
    parts = [shown for other, shown in told if _parts(series, other)]
    triples = [(counts[0], a[0], b[0]) for a, b in combinations(related, 2)]
    triples += [(counts[i], a[i], b[i]) for a, b in combinations(parts, 2) for i in (1, 2)]
    return any(
        x and y and z and any(are_few(abs(x + y + z - 2 * whole)) for whole in (x, y, z))
        for x, y, z in triples
    )


def _same_art(one: Series, other: Series) -> bool:
    """Whether both count units of one kind, from one source; another plan may call them otherwise."""
    return (one.indicator.art, one.source) == (other.indicator.art, other.source)


def _related(one: Series, other: Series) -> bool:
    """Whether the two may count nearly the same units."""
    if "tilsyn" in (one.source, other.source):
        return one.source == other.source
    a, b = one.indicator, other.indicator
    # shares of a chapter ask this and that of one population; a count or a length is of units of its own
    shares = one.value.counts_met and other.value.counts_met
    same_chapter = shares and one.facts is other.facts and a.udviklingspunkt == b.udviklingspunkt
    return same_chapter or a.enhed == b.enhed or a.beregning.sql == b.beregning.sql


def _parts(one: Series, other: Series) -> bool:
    """Whether the two ask the same of units of which one may be a part of the other's."""
    return (
        one.indicator.beregning.sql == other.indicator.beregning.sql
        and _related(one, other)
        and one.source not in _ANSWERS
    )
