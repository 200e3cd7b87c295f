"""Variation over time: XmR limits, run rules and what they say of a target. Pure functions on numbers.

The methods are published ones: XmR as in NHS England's "Making Data Count", run rules after Anhøj.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from math import comb, log2
from statistics import fmean, median

SKALERING = 2.66
FRASORTERING = 3.267
FAERREST_XMR = 13
FAERREST_SERIE = 10
_TREND = 6
_SKIFT = 7


class Signal(StrEnum):
    """Why a series is more than chance, the first that holds."""

    UDENFOR = "udenfor"
    TREND = "trend"
    TO_AF_TRE = "to_af_tre"
    SKIFT = "skift"


class Sikkerhed(StrEnum):
    """What the process as it runs does to a target."""

    NAAR_IKKE = "naar_ikke"
    NAAR = "naar"
    SVINGER = "svinger"


@dataclass(frozen=True)
class Xmr:
    """Centre and limits of a series, unclipped; `amr` is the mean moving range after screening."""

    middel: float
    amr: float
    nedre: float
    oevre: float

    @property
    def konstant(self) -> bool:
        """Whether every point is the same, so that the limits say nothing."""
        return self.amr == 0


def xmr(serie: Sequence[float], *, frasorter: bool = True) -> Xmr:
    """Limits of a series of at least two points.

    `frasorter`: moving ranges of 3.267 times their mean or more are left out once; the mean stays.
    """
    middel = fmean(serie)
    spring = [abs(b - a) for a, b in pairwise(serie)]
    amr = fmean(spring)
    if frasorter and amr:
        amr = fmean([mr for mr in spring if mr < FRASORTERING * amr])
    return Xmr(middel, amr, middel - SKALERING * amr, middel + SKALERING * amr)


def signal(serie: Sequence[float], graenser: Xmr) -> Signal | None:
    """The first rule that holds anywhere in the series."""
    if any(udenfor(serie, graenser)):
        return Signal.UDENFOR
    if har_trend(serie):
        return Signal.TREND
    if _to_af_tre(serie, graenser):
        return Signal.TO_AF_TRE
    return Signal.SKIFT if _skift(serie, graenser.middel) else None


def udenfor(serie: Sequence[float], graenser: Xmr) -> list[bool]:
    """For each point whether it lies outside a limit; one on the limit does not."""
    return [y < graenser.nedre or y > graenser.oevre for y in serie]


def har_trend(serie: Sequence[float]) -> bool:
    """Six strict steps the same way in a row; two equal points break it."""
    return _laengste(_fortegn(b - a) for a, b in pairwise(serie)) >= _TREND


def _to_af_tre(serie: Sequence[float], graenser: Xmr) -> bool:
    """Two of three beyond a near limit, all three on that side of the mean."""
    naer = (graenser.oevre - graenser.middel) * 2 / 3
    for i in range(len(serie) - 2):
        afvigelser = [y - graenser.middel for y in serie[i : i + 3]]
        for side in (1, -1):
            egne = [side * a for a in afvigelser]
            if min(egne) > 0 and sum(a > naer for a in egne) >= 2:
                return True
    return False


def _skift(serie: Sequence[float], middel: float) -> bool:
    """Seven in a row on one side of the mean; one on the mean breaks it."""
    return _laengste(_fortegn(y - middel) for y in serie) >= _SKIFT


def _fortegn(tal: float) -> int:
    return (tal > 0) - (tal < 0)


def _laengste(fortegn: Iterable[int]) -> int:
    """The longest unbroken run of one sign; zeros belong to none."""
    return max((len(list(gruppe)) for tegn, gruppe in groupby(fortegn) if tegn), default=0)


def sikkerhed(graenser: Xmr, maal: float) -> Sikkerhed:
    """What the process as it runs does to a target; strict."""
    if maal > graenser.oevre:
        return Sikkerhed.NAAR_IKKE
    return Sikkerhed.NAAR if maal < graenser.nedre else Sikkerhed.SVINGER


@dataclass(frozen=True)
class Serieregel:
    """Anhøj's run rules on the useful points (those not on the median)."""

    nyttige: int
    laengste: int
    laengste_tilladte: int
    krydsninger: int
    faerreste_krydsninger: int

    @property
    def signal(self) -> bool:
        """Whether the series is more than chance."""
        return self.laengste > self.laengste_tilladte or self.krydsninger < self.faerreste_krydsninger


def serieregel(serie: Sequence[float]) -> Serieregel | None:
    """The run rules; None where fewer than ten points are useful."""
    midte = median(serie)
    sider = [_fortegn(y - midte) for y in serie if y != midte]
    if len(sider) < FAERREST_SERIE:
        return None
    return Serieregel(
        nyttige=len(sider),
        laengste=_laengste(sider),
        laengste_tilladte=round(log2(len(sider))) + 3,
        krydsninger=sum(a != b for a, b in pairwise(sider)),
        faerreste_krydsninger=binomial_fraktil(len(sider) - 1),
    )


def binomial_fraktil(n: int, sandsynlighed: float = 0.05) -> int:
    """The smallest k with P(X <= k) at least the probability, X being Binomial(n, 0.5)."""
    sum_, k = 1, 0
    while sum_ < sandsynlighed * 2**n:
        k += 1
        sum_ += comb(n, k)
    return k


def sidste_stykke(punkter: Sequence[tuple[float | None, float | None]]) -> list[float]:
    """The values of the last stretch under one milestone without a gap: (value, milestone) in time order."""
    stykke: list[float] = []
    for vaerdi, maal in reversed(punkter):
        if vaerdi is None or maal != punkter[-1][1]:
            break
        stykke.append(vaerdi)
    return stykke[::-1]
