"""The change since a baseline, per value kind, with its interval where there is one."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.periods import Period
from tests.oracle.quantiles import t_975, wilson
from tests.oracle.values import Figure, mean_of, variance_of

Side = tuple[Figure, Period]


@dataclass(frozen=True)
class Change:
    """`sign` is 1 or -1 where the change is beyond chance, else 0; `unjudged` kinds have no verdict."""

    forskel: float | None = None
    lower: float | None = None
    upper: float | None = None
    sign: int = 0
    unjudged: bool = False


NO_CHANGE = Change()


def _sign(lower: float | None, upper: float | None) -> int:
    """'the interval of the change excludes none'."""
    if lower is not None and lower > 0:
        return 1
    return -1 if upper is not None and upper < 0 else 0


def _interval(forskel: float, lower: float, upper: float) -> Change:
    return Change(forskel, lower, upper, _sign(lower, upper))


def newcombe(taeller: int, naevner: int, taeller0: int, naevner0: int) -> tuple[float, float, float]:
    """The difference p - p0 with 'Newcombe's hybrid interval (method 10)', as shares."""
    p, p0 = taeller / naevner, taeller0 / naevner0
    (low, up), (low0, up0) = wilson(taeller, naevner), wilson(taeller0, naevner0)
    d = p - p0
    return d, d - math.hypot(p - low, up0 - p0), d + math.hypot(up - p, p0 - low0)


def _andel(now: Side, before: Side) -> Change:
    """'in percentage points'."""
    f, f0 = now[0], before[0]
    d, lower, upper = newcombe(f.taeller or 0, f.n, f0.taeller or 0, f0.n)
    return _interval(100 * d, 100 * lower, 100 * upper)


def exposure(side: Side) -> Fraction:
    """'days of the period up to opgjort_pr (antal), naevner times those days (rate)'."""
    f, period = side
    return period.days * (Fraction(1) if f.naevner is None else f.naevner)


def ratio_limits(a: int, x: Fraction, b: int, y: Fraction) -> tuple[float, float]:
    """'p = a / (a + b) and its Wilson limits pl, pu: pl / (1 - pl) * y / x and pu / (1 - pu) * y / x'."""
    low, up = wilson(a, a + b)
    scale = float(y / x)
    return low / (1 - low) * scale, up / (1 - up) * scale


def _ratio(now: Side, before: Side) -> Change:
    """'r = (a/x) / (b/y)'; 'forskel = 100 (r - 1) percent. b = 0: ikke_til_at_skelne, no forskel'."""
    a, b = now[0].taeller or 0, before[0].taeller or 0
    if b == 0:
        return NO_CHANGE
    x, y = exposure(now), exposure(before)
    lower, upper = ratio_limits(a, x, b, y)
    return _interval(float(100 * (a * y / (b * x) - 1)), 100 * (lower - 1), 100 * (upper - 1))


def _mean(now: Side, before: Side) -> Change:
    """Welch: 'd ± t(0.975, df) sqrt(s²/n + s0²/n0), df = floor(Satterthwaite's + 1e-9), at least 1'.

    'n < 2 on a side: the change without limits, ikke_til_at_skelne; both variances 0: likewise'.
    """
    values, values0 = now[0].values, before[0].values
    d = float(mean_of(values) - mean_of(values0))
    if len(values) < 2 or len(values0) < 2:
        return Change(d)
    part, part0 = variance_of(values) / len(values), variance_of(values0) / len(values0)
    if part + part0 == 0:
        return Change(d)
    half = t_975(welch_df(part, len(values), part0, len(values0))) * math.sqrt(part + part0)
    return _interval(d, d - half, d + half)


def welch_df(part: Fraction, n: int, part0: Fraction, n0: int) -> int:
    """Satterthwaite's degrees of freedom, rounded down."""
    exact = (part + part0) ** 2 / (part**2 / (n - 1) + part0**2 / (n0 - 1))
    return max(1, math.floor(exact + Fraction(1, 10**9)))


def _median(now: Side, before: Side) -> Change:
    """'no interval of it; bedre or daarligere only when the two medians' intervals ... do not touch'."""
    (low, up), (low0, up0) = now[0].interval, before[0].interval
    d = _difference(now[0], before[0])
    if low is None or up is None or low0 is None or up0 is None:
        return Change(d)
    return Change(d, sign=1 if low > up0 else -1 if up < low0 else 0)


def _difference(f: Figure, f0: Figure) -> float:
    assert f.vaerdi is not None
    assert f0.vaerdi is not None
    return float(f.vaerdi - f0.vaerdi)


def _sum(now: Side, before: Side) -> Change:
    """'the change alone (sum: none while foreloebig), status `uden_vurdering`'."""
    forskel = None if now[1].foreloebig else _difference(now[0], before[0])
    return Change(forskel, unjudged=True)


def _distribution(now: Side, before: Side) -> Change:
    """'a distribution [has] no better end', and no one value to change."""
    return Change(unjudged=True)


KINDS: dict[str, Callable[[Side, Side], Change]] = {
    "andel": _andel,
    "antal": _ratio,
    "rate": _ratio,
    "gennemsnit": _mean,
    "median": _median,
    "sum": _sum,
    "fordeling": _distribution,
}


def change(vaerditype: str, now: Side, before: Side) -> Change:
    """The change of a figure from its baseline's."""
    return KINDS[vaerditype](now, before)
