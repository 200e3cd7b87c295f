"""A committee that gets paper after paper, and a citizen who keeps them all."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.base.periods import read_periode
from pipeline.definitions.plan_models import Plan
from pipeline.reports.blocks.over_time import for_committee
from pipeline.reports.facts.told import Memory
from pipeline.reports.papers.committee import UdvalgPage, build_udvalg
from tests.reports.outsider import Outsider

QUARTERS = ["2021-K1", "2021-K2", "2021-K3", "2021-K4", "2022-K1"]
IDS = ["3.1", "4.1", "4.2", "4.5", "5.1", "5.2", "5.3", "6.2"]
Truth = dict[tuple[str, str], tuple[int, int]]
MONTHS = {f"2021-K{n}": range(3 * n - 2, 3 * n + 1) for n in range(1, 5)}
MONTHS |= {f"2021-T{n}": range(4 * n - 3, 4 * n + 1) for n in range(1, 4)} | {"2021": range(1, 13)}
"""What the periods of a year are sums of."""


class Committee:
    """Gets a paper each time, and keeps it."""

    def __init__(self, file) -> None:
        self.file, self.memory, self.outsider = file, Memory(), Outsider()
        self.truths: dict[tuple[str, str], set[tuple[int, int]]] = {}

    def lay(self, periode: str, truth: Truth) -> None:
        """Publish a period, as the delivery of the day knows all of them."""
        self.file.calculate(periode)
        self.file.database.run("delete from indikator_resultat")
        with self.file.at_once():
            for (indikator_id, when), (k, n) in truth.items():
                if read_periode(when).last <= self.file.periode.last:
                    self.file.result(indikator_id, "ALLE", k, n, periode=when)
                self.truths.setdefault((indikator_id, when), set()).add((k, n))
        self.known = self.file.facts()

    def gets(self, periode: str, truth: Truth) -> UdvalgPage:
        """The paper on a period."""
        self.lay(periode, truth)
        (facts,), self.memory = for_committee([self.known], self.memory)
        page = build_udvalg([facts], facts)
        self.outsider.read(page, periode, [p.periode for p in facts.history])
        return page


def neighbours(plan: Plan) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Indicators of one chapter or unit, which may count nearly the same; of them those of one question."""
    pairs = [(plan.indicator(a), plan.indicator(b)) for a, b in combinations(IDS, 2)]
    near = [(a, b) for a, b in pairs if a.udviklingspunkt == b.udviklingspunkt or a.enhed == b.enhed]
    return (
        {frozenset((a.id, b.id)) for a, b in near},
        {frozenset((a.id, b.id)) for a, b in near if a.beregning.sql == b.beregning.sql},
    )


def revised(chance: random.Random, pair: tuple[int, int]) -> tuple[int, int]:
    k, n = pair
    k = max(0, k + chance.choice([0, 0, 0, 1, 2, -1, 3, 6, 9]))
    return k, max(k, n + chance.choice([0, 0, 1, 2, -2, 4, 7, 12]))


def random_editions(
    chance: random.Random, smallest: int, perioder: Sequence[str] = QUARTERS
) -> Iterator[tuple[str, Truth]]:
    """Figures near each other, revised at random before each paper, two papers made anew at the end."""
    truth: Truth = {}
    for quarter in perioder:
        size = chance.randint(smallest, 45)
        for indikator_id in IDS:
            n = size + chance.choice([0, 0, 1, 2, 3, 6, 11])
            truth[indikator_id, quarter] = chance.randint(0, n), n
    for quarter in [*perioder, chance.choice(perioder), perioder[-1]]:
        truth = {key: revised(chance, pair) for key, pair in truth.items()}
        yield quarter, truth


def random_sums(chance: random.Random, sums: Mapping[str, range] = MONTHS) -> Iterator[tuple[str, Truth]]:
    """Quarters, tertials and the year of the same random months, in any order."""
    months = [chance.choice([0, 1, 2, 3, 9, 14]) for _ in range(12)]
    met = [chance.randint(0, n) for n in months]
    for periode, span in chance.sample(list(sums.items()), len(sums)):
        own = [m - 1 for m in span]
        yield periode, {("5.1", periode): (sum(met[m] for m in own), sum(months[m] for m in own))}
