"""Periods as sets of months, and what follows from their counts: sums, and differences of sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TypeAlias

from pipeline.base.periods import read_periode
from pipeline.reports.blocks.suppression import LIMIT

Months: TypeAlias = frozenset[int]
_SUMS = frozenset({"kvartal", "tertial", "aar"})


def months_of(periodetype: str, periode: str) -> Months:
    """The months of a quarter, a tertial or a year; of any other kind none: no such sum is told."""
    if periodetype not in _SUMS:
        return frozenset()
    span = read_periode(periode)
    return frozenset(range(span.first.month, span.last.month + 1))


def implied(told: Mapping[Months, int]) -> dict[Months, int]:
    """The counts that follow from those told: of spans apart the sum, of a span and a part of it the rest."""
    known = dict(told)
    grew = len(known) > 1
    while grew:
        more: dict[Months, int] = {}
        for a, b in combinations(known, 2):
            if not a & b:
                more[a | b] = known[a] + known[b]
            elif a < b or b < a:
                more[a ^ b] = abs(known[a] - known[b])
        more = {months: n for months, n in more.items() if months not in known}
        grew = bool(more)
        known |= more
    return known


def sums_betray(told: Mapping[Months, int], kept_back: Iterable[Months]) -> bool:
    """Whether a count of 1 to 4 follows from those told, or so small a sum of several kept back.

    Each kept back is 1 to 4: a sum of two of them tells both when it is 2 or 8, so it must be higher than
    they could make.
    """
    if not any(a & b for a, b in combinations(told, 2)):
        return False
    hidden = list(kept_back)
    for months, count in implied(told).items():
        inside = [span for span in hidden if span <= months]
        if 0 < count < LIMIT or (inside and 0 < count <= (LIMIT - 1) * len(inside)):
            return True
    return False
