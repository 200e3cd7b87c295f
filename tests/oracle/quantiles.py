"""Quantiles of t and the exact limits of a count, by bisection of the exact distribution functions.

No table and no library: the product takes them from a table made by one, and a fault there must show.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

Z = 1.959963984540054
"""'z = 1.959963984540054'."""


def _root(falling: Callable[[float], float], high: float) -> float:
    """Where a function that falls from positive to negative on [0, high] is 0."""
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _t_within(t: float, df: int) -> float:
    """P(|T| <= t) for a whole number of degrees of freedom.

    Abramowitz and Stegun 1964, 26.7.3 (odd) and 26.7.4 (even): finite sums in theta = atan(t / sqrt(df)).
    """
    theta = math.atan(t / math.sqrt(df))
    cosine, sine = math.cos(theta), math.sin(theta)
    odd = df % 2 == 1
    term, total = (cosine, 0.0) if odd else (1.0, 0.0)
    first = 3 if odd else 2
    for step in range(first, df + 1, 2):
        total += term
        term *= cosine * cosine * (step - 1) / step
    return 2 / math.pi * (theta + sine * total) if odd else sine * total


@cache
def t_975(df: int) -> float:
    """t(0.975, df): the half width of the middle 95 %."""
    return _root(lambda t: 0.95 - _t_within(t, df), 20.0)


def _at_most(count: int, mean: float) -> float:
    """P(Poisson(mean) <= count)."""
    term = total = math.exp(-mean)
    for k in range(1, count + 1):
        term *= mean / k
        total += term
    return total


@cache
def exact_poisson(count: int) -> tuple[float, float]:
    """'chi2(0.025, 2 O) / 2 (0 for O = 0) and chi2(0.975, 2 O + 2) / 2'.

    A chi2 quantile with 2 k degrees of freedom is twice the mean at which fewer than k Poisson events
    have the other share of chance; solved in that form.
    """
    high = 10.0 * count + 20
    lower = 0.0 if count == 0 else _root(lambda m: _at_most(count - 1, m) - 0.975, high)
    return lower, _root(lambda m: _at_most(count, m) - 0.025, high)


def poisson_limits(count: int) -> tuple[float, float]:
    """'below 10 exact'; 'from 10 Byar's'."""
    if count < 10:
        return exact_poisson(count)
    o, above = float(count), float(count + 1)
    return (
        o * (1 - 1 / (9 * o) - Z / (3 * math.sqrt(o))) ** 3,
        above * (1 - 1 / (9 * above) + Z / (3 * math.sqrt(above))) ** 3,
    )


def wilson(taeller: int, naevner: int) -> tuple[float, float]:
    """Wilson limits of a share: 'exactly 0 at taeller 0 and exactly 100 at taeller = naevner'."""
    share, z2 = taeller / naevner, Z * Z
    middle = share + z2 / (2 * naevner)
    half = Z * math.sqrt(share * (1 - share) / naevner + z2 / (4 * naevner * naevner))
    below = 1 + z2 / naevner
    lower = 0.0 if taeller == 0 else (middle - half) / below
    upper = 1.0 if taeller == naevner else (middle + half) / below
    return lower, upper


def median_rank(n: int) -> int:
    """'k the largest whole number with P(Bin(n, 1/2) <= k - 1) <= 0.025; none below n = 6' (then 0)."""
    k, tail = 0, 0
    while True:
        tail += math.comb(n, k)
        if 40 * tail > 2**n:
            return k
        k += 1
