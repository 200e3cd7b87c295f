"""A citizen with every paper the committee ever got, and what can be worked out of them.

Knows nothing of how figures are kept back: reads the pages' counts and the curves' points, and asks a solver
of whole numbers what they leave possible.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from pipeline.base.text import HARD_SPACE
from pipeline.reports.papers.committee import UdvalgPage

EXACT = re.compile(r"(\d+) af (\d+)")
FEW = re.compile(r"(alle på nær )?under 5(?: af (\d+))?")
FEW_COUNTS = frozenset({1, 2, 3, 4})
MOST = 10_000


@dataclass
class Outsider:
    """What has been read: exact counts by indicator and period in their order, spans of few, and points."""

    exact: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)
    few: dict[tuple[str, str], str] = field(default_factory=dict)
    points: dict[tuple[str, str], set[float]] = field(default_factory=dict)
    withheld: set[tuple[str, str]] = field(default_factory=set)
    themes: list[str] = field(default_factory=list)

    def read(self, page: UdvalgPage, periode: str, history: list[str]) -> None:
        """One paper: its tables, curves and sentences."""
        for point in page.points:
            for row in point.rows:
                self._row(row.name.split()[0], periode, row.count.replace(HARD_SPACE, " "), row.figure)
            for curve in point.sheet.curves if point.sheet else ():
                for when, value in zip(history, curve.values, strict=True):
                    if value is not None:
                        self.points.setdefault((curve.name.split()[0], when), set()).add(value)
        self.themes += [line.text for line in (*page.themes, *page.last, *page.track)]

    def read_open(self, rows: list[dict[str, Any]]) -> None:
        """One copy for whoever may see no rows: its counts, words and values."""
        for row in rows:
            key = row["indikator_id"], row["periode"]
            counts, words = (row["opfyldt"], row["antal"]), row["fortalt"].replace(HARD_SPACE, " ")
            if None not in counts:
                self.exact.setdefault(key, []).append(counts)
            elif FEW.fullmatch(words):
                self.few[key] = words
            elif words != "ingen":
                self.withheld.add(key)
            if row["vaerdi"] is not None:
                self.points.setdefault(key, set()).add(row["vaerdi"])

    def _row(self, indikator_id: str, periode: str, count: str, figure: str) -> None:
        key = indikator_id, periode
        if found := EXACT.fullmatch(count):
            assert figure
            self.exact.setdefault(key, []).append((int(found[1]), int(found[2])))
        elif found := FEW.fullmatch(count):
            assert not figure
            self.few[key] = count
        elif count != "ingen":
            assert not figure
            self.withheld.add(key)

    def small_differences(self, related: set[frozenset[str]], alike: set[frozenset[str]]) -> Iterator[str]:
        """Counts of 1 to 4 by subtraction: between editions, and between indicators of one kind of unit.

        Of `related` how many are counted is compared, of `alike` how many did and did not as well.
        """
        for key, editions in self.exact.items():
            moved = [pair for pair in combinations(set(editions), 2) if _few_moved(*pair)]
            yield from (f"{key} var {one} og er {other}" for one, other in moved)
        for (a, one), (b, other) in combinations(self.exact.items(), 2):
            if a[1] != b[1] or frozenset((a[0], b[0])) not in related | alike:
                continue
            for k, n in one:
                for j, m in other:
                    found = {abs(n - m)}
                    if frozenset((a[0], b[0])) in alike:
                        found |= {abs(k - j), abs(n - k - m + j)}
                    if found & FEW_COUNTS:
                        yield f"{a}: {k} af {n}; {b}: {j} af {m}"

    def told_elsewhere(self, truths: Mapping[tuple[str, str], Collection[tuple[int, int]]]) -> Iterator[str]:
        """Points of what a table keeps back, of few, or that moved by fewer than five persons.

        `truths` are the counts as they have been: what a point is of must be told by it alone.
        """
        for key in self.withheld & (self.exact.keys() | self.points.keys()):
            yield f"{key} er holdt tilbage og fortalt"
        for key, values in self.points.items():
            of = {v: {(k, n) for k, n in truths[key] if n and 100 * k / n == v} for v in values}
            for v, pairs in of.items():
                if all(n < 5 or {k, n - k} & FEW_COUNTS for k, n in pairs):
                    yield f"{key} er tegnet som {v}"
            for k, n in self.exact.get(key, ()):
                of[100 * k / n] = {(k, n)}
            for (v, one), (w, other) in combinations(of.items(), 2):
                if all(_few_moved(*pair) for pair in product(one, other)):
                    yield f"{key} var {v} og er {w}"

    def worked_out(self, indikator_id: str, months: dict[str, range]) -> Iterator[str]:
        """Spans of months whose count can only be one number of 1 to 4, or was kept back and is known."""
        for which in (0, 1, 2):  # how many did, how many there are, how many did not
            rows, low, high = self._equations(indikator_id, months, which)
            for first in range(1, 13):
                for last in range(first, 13):
                    span = range(first, last + 1)
                    kept = any(m == span and self._kept(indikator_id, p, which) for p, m in months.items())
                    least = _bound(rows, low, high, span)
                    telling = 0 < least < 5 or (kept and least)
                    if telling and least == _bound(rows, low, high, span, most=True):
                        yield f"{indikator_id}, måned {first}-{last}: {least}"

    def _kept(self, indikator_id: str, periode: str, which: int) -> bool:
        """Whether no paper tells this count of the period, and one keeps it back."""
        key = indikator_id, periode
        few = FEW.fullmatch(self.few.get(key, ""))
        hidden = bool(few and not (which == 1 and few[2]))
        return key not in self.exact and (hidden or key in self.withheld)

    def _equations(
        self, indikator_id: str, months: dict[str, range], which: int
    ) -> tuple[list[list[int]], list[int], list[int]]:
        rows, low, high = [], [], []
        for periode, span in months.items():
            key = indikator_id, periode
            if key in self.exact:
                k, n = self.exact[key][-1]
                least = most = (k, n, n - k)[which]
            elif few := FEW.fullmatch(self.few.get(key, "")):
                n = int(few[2]) if few[2] else None
                least, most = _of_few(n, rest=bool(few[1]), which=which)
            else:
                continue
            rows.append([int(month in span) for month in range(1, 13)])
            low.append(least)
            high.append(most)
        return rows, low, high


def _few_moved(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two editions differ by 1 to 4 in how many there are, did or did not."""
    (k, n), (j, m) = one, other
    return bool({abs(n - m), abs(k - j), abs(n - k - m + j)} & FEW_COUNTS)


def _of_few(n: int | None, *, rest: bool, which: int) -> tuple[int, int]:
    """What "under 5", "under 5 af 40" and "alle på nær under 5 af 40" leave possible."""
    if n is None:
        return (1, 4) if which == 1 else (0, 4)
    if which == 1:
        return n, n
    return (1, 4) if (which == 2) == rest else (n - 4, n - 1)


def _bound(rows: list[list[int]], low: list[int], high: list[int], span: range, *, most: bool = False) -> int:
    """The least, or the most, that the months of a span can come to."""
    if not rows:
        return MOST if most else 0
    aim = np.array([float(month in span) for month in range(1, 13)])
    known = LinearConstraint(np.array(rows), np.array(low), np.array(high))
    sign = -1 if most else 1
    found = milp(sign * aim, constraints=known, integrality=np.ones(12), bounds=Bounds(0, MOST))
    assert found.success, "papers that contradict each other"
    return sign * round(found.fun)
