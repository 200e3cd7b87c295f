"""Periods as sets of months, and what follows from their counts: sums, and differences of sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from pipeline.base.periods import read_periode
from pipeline.reports.blocks.suppression import LIMIT

Months: TypeAlias = frozenset[int]
Spans: TypeAlias = npt.NDArray[np.float64]
_SUMS = frozenset({"maaned", "kvartal", "tertial", "aar"})
_MONTHS = 12
_SPANS = np.array([[span >> month & 1 for month in range(_MONTHS)] for span in range(1, 2**_MONTHS)], float)
"""Every set of months, one a row."""
_EXACT = 1e-6


def months_of(periodetype: str, periode: str) -> Months:
    """The months of a month, a quarter, a tertial or a year; of any other kind none: no such sum is told."""
    if periodetype not in _SUMS:
        return frozenset()
    span = read_periode(periode)
    return frozenset(range(span.first.month, span.last.month + 1))


def implied(told: Mapping[Months, int]) -> dict[Months, int]:
    """The count of every set of months that follows from those told, by adding them and taking them away."""
    spans, counts = _known(told, _SPANS)
    found = (frozenset((np.flatnonzero(span) + 1).tolist()) for span in spans)
    return dict(zip(found, counts.tolist(), strict=True))


def contradicts(told: Mapping[Months, int], months: Months, count: int) -> bool:
    """Whether a count differs by 1 to 4 from what follows of those told: so many have been revised since."""
    _, counts = _known(told, _rows([months])) if told else (None, np.array([]))
    return any(0 < abs(follows - count) < LIMIT for follows in counts.tolist())


def _rows(spans: Iterable[Months]) -> Spans:
    return np.array([[float(month in span) for month in range(1, _MONTHS + 1)] for span in spans])


def _known(told: Mapping[Months, int], asked: Spans) -> tuple[Spans, Spans]:
    """Those of the spans asked about whose count follows from what is told, and the counts."""
    spans = _rows(told)
    back = asked @ np.linalg.pinv(spans)
    follows = np.abs(back @ spans - asked).max(axis=1) < _EXACT
    return asked[follows], np.abs(np.rint(back[follows] @ np.array([float(n) for n in told.values()])))


def sums_betray(told: Mapping[Months, int], kept_back: Iterable[Months]) -> bool:
    """Whether a count of 1 to 4 follows from those told, or so small a sum of several kept back.

    Each kept back is 1 to 4: a sum of two of them tells both when it is 2 or 8, so it must be higher than
    they could make.
    """
    if not any(a & b for a, b in combinations(told, 2)):
        return False
    spans, counts = _known(told, _SPANS)
    inside = sum(
        ((spans @ span == span.sum()).astype(int) for span in _rows(kept_back)), np.zeros(len(spans))
    )
    few = (LIMIT - 1) * np.maximum(inside, 1)
    return bool(((counts > 0) & (counts <= few)).any())
