"""The value kinds: what the units of one cell come to, with taeller, naevner and interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from tests.oracle.quantiles import median_rank, poisson_limits, t_975, wilson
from tests.oracle.rows import AFVENTER, IKKE_OPFYLDT, OPFYLDT, OPGJORT, UNDTAGET, Judged

Interval = tuple[float | None, float | None]
NO_INTERVAL: Interval = (None, None)


@dataclass(frozen=True)
class Figure:
    """One cell's figure; `n` is what 'n < 5' asks of, `values` the sorted values it is made of."""

    taeller: int | None
    naevner: Fraction | None
    vaerdi: Fraction | None
    interval: Interval
    n: int
    undtaget: int = 0
    afventer: int = 0
    values: tuple[Fraction, ...] = ()
    kategorier: Counter[str] = field(default_factory=Counter)

    @property
    def no_data(self) -> bool:
        """'ingen_data (nothing to measure: no naevner)'; for antal and sum: no value at all."""
        return self.vaerdi is None and not self.kategorier


@dataclass(frozen=True)
class Cell:
    """What a figure is made of: the cell's units, a rate's exposure, and whether its extract is missing."""

    units: list[Judged]
    stock: bool = False
    exposure: Fraction = Fraction(0)
    missing: bool = False

    def count(self, udfald: str) -> int:
        """How many units have this outcome."""
        return [u.verdict.udfald for u in self.units].count(udfald)

    def values(self) -> tuple[Fraction, ...]:
        """The values of the counted units; 'Units `undtaget` enter neither n nor vaerdi'."""
        numbers = [u.verdict.vaerdi for u in self.units if u.verdict.udfald == OPGJORT]
        return tuple(sorted(Fraction(v) for v in numbers if v is not None))


def percent(limits: tuple[float, float]) -> Interval:
    """Limits of a share in percent."""
    return 100 * limits[0], 100 * limits[1]


def andel(cell: Cell) -> Figure:
    """'100 * taeller / naevner'; 'opfyldt; opfyldt + ikke_opfyldt'; Wilson."""
    taeller = cell.count(OPFYLDT)
    naevner = taeller + cell.count(IKKE_OPFYLDT)
    share = Fraction(100 * taeller, naevner) if naevner else None
    interval = percent(wilson(taeller, naevner)) if naevner else NO_INTERVAL
    return Figure(taeller, Fraction(naevner), share, interval, naevner)


def antal(cell: Cell) -> Figure:
    """'the number of units ...; 0 where there are none'; 'event: Poisson limits; stock: none'."""
    if cell.missing:
        return Figure(None, None, None, NO_INTERVAL, 0)
    taeller = len(cell.values())
    interval: Interval = NO_INTERVAL if cell.stock else poisson_limits(taeller)
    return Figure(taeller, None, Fraction(taeller), interval, taeller)


def rate(cell: Cell) -> Figure:
    """'100 * taeller / naevner'; 'Poisson limits of taeller, * 100 / naevner'."""
    taeller, x = len(cell.values()), cell.exposure
    if not x:
        return Figure(taeller, x, None, NO_INTERVAL, taeller)
    lower, upper = poisson_limits(taeller)
    interval = 100 * lower / float(x), 100 * upper / float(x)
    return Figure(taeller, x, 100 * taeller / x, interval, taeller)


def total(cell: Cell) -> Figure:
    """Sum: 'the sum of the units' vaerdi; 0 where there are none'; naevner = number of units; no interval."""
    values = cell.values()
    vaerdi = None if cell.missing else sum(values, Fraction(0))
    return Figure(None, Fraction(len(values)), vaerdi, NO_INTERVAL, len(values), values=values)


def mean_of(values: tuple[Fraction, ...]) -> Fraction:
    """The mean, exactly."""
    return sum(values, Fraction(0)) / len(values)


def variance_of(values: tuple[Fraction, ...]) -> Fraction:
    """The variance 's with n - 1', exactly."""
    mean = mean_of(values)
    return sum(((v - mean) ** 2 for v in values), Fraction(0)) / (len(values) - 1)


def mean(cell: Cell) -> Figure:
    """Gennemsnit: 'mean ± t(0.975, n - 1) * s / sqrt(n), s with n - 1; none below n = 2'."""
    values = cell.values()
    n = len(values)
    if n == 0:
        return Figure(None, Fraction(0), None, NO_INTERVAL, 0)
    middle, interval = mean_of(values), NO_INTERVAL
    if n >= 2:
        half = t_975(n - 1) * math.sqrt(variance_of(values) / n)
        interval = float(middle) - half, float(middle) + half
    return Figure(None, Fraction(n), middle, interval, n, values=values)


def median(cell: Cell) -> Figure:
    """'the median (mean of the middle two)'; '[x(k), x(n + 1 - k)] ...; none below n = 6'."""
    values = cell.values()
    n = len(values)
    if n == 0:
        return Figure(None, Fraction(0), None, NO_INTERVAL, 0)
    middle = (values[(n - 1) // 2] + values[n // 2]) / 2
    k = median_rank(n)
    interval: Interval = (float(values[k - 1]), float(values[n - k])) if k else NO_INTERVAL
    return Figure(None, Fraction(n), middle, interval, n, values=values)


def distribution(cell: Cell) -> Figure:
    """Fordeling: vaerdi none; 'naevner = n, undtaget beside'."""
    counted = [u.verdict.kategori for u in cell.units if u.verdict.udfald == OPGJORT]
    kategorier = Counter(k for k in counted if k is not None)
    n = len(counted)
    return Figure(None, Fraction(n), None, NO_INTERVAL, n, kategorier=kategorier)


KINDS: dict[str, Callable[[Cell], Figure]] = {
    "andel": andel,
    "antal": antal,
    "rate": rate,
    "sum": total,
    "gennemsnit": mean,
    "median": median,
    "fordeling": distribution,
}


def figure(vaerditype: str, cell: Cell) -> Figure:
    """The cell's figure of this kind; 'undtaget and afventer are always shown beside it'."""
    f = KINDS[vaerditype](cell)
    return Figure(
        f.taeller,
        f.naevner,
        f.vaerdi,
        f.interval,
        f.n,
        cell.count(UNDTAGET),
        cell.count(AFVENTER),
        f.values,
        f.kategorier,
    )
