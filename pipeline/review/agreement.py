"""How far two readers of the same objects answer alike: raw agreement and Gwet's AC1.

AC1 takes off what chance alone would give (Gwet 2008, "Computing inter-rater reliability and its variance in
the presence of high agreement"). Cohen's kappa is not used: where nearly all answers are yes it falls to
nothing although the readers agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """`pairs` objects read twice, `alike` of them answered alike; `ac1` is at most 1, None without pairs."""

    pairs: int
    alike: int
    ac1: float | None

    @property
    def percent(self) -> float | None:
        """The raw agreement in percent; None without pairs."""
        return 100 * self.alike / self.pairs if self.pairs else None


def agreement(pairs: Iterable[tuple[str, str]], answers: Collection[str]) -> Agreement:
    """The agreement of pairs (first reader's answer, second reader's).

    `answers` are those the question can be answered with, at least two: also one that nobody gave counts, as
    it could have been given by chance.

    Raises:
        ValueError: an answer is none of these, or there are fewer than two.
    """
    counted = Counter(pairs)
    given = {answer for pair in counted for answer in pair}
    if len(answers) < 2 or given - set(answers):
        raise ValueError("answers that are not among those the question can be answered with")
    n = counted.total()
    alike = sum(count for (first, second), count in counted.items() if first == second)
    if not n:
        return Agreement(0, 0, None)
    chance = _by_chance(counted, n, answers)
    return Agreement(n, alike, (alike / n - chance) / (1 - chance))


def _by_chance(counted: Counter[tuple[str, str]], n: int, answers: Collection[str]) -> float:
    """Sum of pi (1 - pi) / (q - 1), pi an answer's mean share over both readers; at most a half."""
    times: Counter[str] = Counter()
    for (first, second), count in counted.items():
        times[first] += count
        times[second] += count
    shares = (times[answer] / (2 * n) for answer in answers)
    return sum(share * (1 - share) for share in shares) / (len(answers) - 1)
