"""How well the made-up department does, month by month: the chance that a deed is done, and done in time."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from pipeline.synthetic.kerne import Heltal, maanedsnummer

_JANUAR_2019 = (2019 - 1970) * 12
_MAANEDER = 60 + 12

KURVER: dict[str, tuple[tuple[str, int], ...]] = {
    # indicator -> (month, per cent), straight lines between; flat before the first and after the last.
    "3.1": (("2020-10", 30), ("2021-04", 38), ("2021-08", 52), ("2021-12", 70), ("2023-12", 95)),
    "3.2": (("2020-10", 22), ("2021-08", 34), ("2021-12", 42), ("2022-08", 80)),
    "3.3": (("2020-10", 18), ("2021-08", 27), ("2021-12", 38), ("2022-08", 75)),
    "4.1": (("2020-10", 35), ("2021-08", 45), ("2021-12", 49), ("2022-06", 75)),
    "4.2": (("2020-10", 45), ("2021-12", 62), ("2022-06", 78)),
    "4.3": (("2020-10", 50), ("2021-12", 74)),
    "5.1": (("2020-10", 18), ("2021-04", 27), ("2021-08", 44), ("2021-12", 62), ("2022-12", 90)),
    "5.2": (("2020-10", 34), ("2021-04", 46), ("2021-08", 61), ("2021-12", 81), ("2022-12", 92)),
    "5.3": (("2020-10", 20), ("2021-04", 24), ("2021-08", 46), ("2021-12", 67), ("2022-12", 88)),
    "5.4": (("2020-10", 86), ("2021-12", 93), ("2022-12", 98)),
    "5.5": (("2020-10", 84), ("2021-12", 96)),
    "5.6": (("2020-10", 42), ("2021-12", 76), ("2022-12", 90)),
    "5.7": (("2020-10", 35), ("2021-12", 72), ("2022-12", 85)),
    "6.1": (("2020-10", 18), ("2021-04", 48), ("2021-08", 82), ("2021-11", 100)),
    "6.2": (("2020-10", 15), ("2021-08", 27), ("2021-12", 36), ("2022-06", 72)),
    "6.3": (("2020-10", 20), ("2021-08", 41), ("2021-12", 77), ("2022-06", 88)),
    "6.4": (("2020-10", 17), ("2021-04", 26), ("2021-08", 41), ("2021-12", 49), ("2022-12", 95)),
    "6.8": (("2020-10", 45), ("2021-06", 56), ("2021-12", 64), ("2022-12", 72), ("2023-12", 90)),
    "7.1": (("2020-10", 4), ("2021-06", 10), ("2021-12", 18), ("2022-12", 60), ("2023-12", 90)),
    "7.2": (("2020-10", 31), ("2021-04", 42), ("2021-08", 51), ("2021-12", 57), ("2022-12", 82)),
    "7.3": (("2020-10", 12), ("2021-12", 30), ("2022-12", 52), ("2023-12", 95)),
    "7.4": (("2020-10", 48), ("2021-12", 66)),
    "7.5": (("2019-06", 12), ("2020-10", 25), ("2021-04", 40), ("2021-12", 72), ("2022-12", 90)),
    "7.6": (("2020-10", 28), ("2021-12", 41), ("2022-12", 68)),
    "7.7": (("2020-01", 22), ("2021-12", 44), ("2022-12", 90)),
    "7.8": (("2020-10", 22), ("2021-12", 39), ("2022-12", 88)),
    "7.11": (("2020-01", 72), ("2021-12", 84)),
    "tilsyn": (("2021-03", 24), ("2021-08", 44), ("2021-12", 58), ("2022-12", 92)),
}

EFFEKT = np.array((0, 16, -24, 3, -5, 5), dtype=np.int64)
"""Percentage points a team does better or worse than the department, in the middle of the scale.

In the order of `organisation.HOLD`: the second team is ahead, the third clearly behind."""


def _punkter(indikator: str) -> list[tuple[int, int]]:
    return [(int(m[:4]) * 12 + int(m[5:]) - 1 - 1970 * 12 - _JANUAR_2019, p) for m, p in KURVER[indikator]]


def _maanedskurve(indikator: str) -> Heltal:
    """Per mille for each month from January 2019, in whole numbers."""
    punkter = _punkter(indikator)
    kurve = np.full(_MAANEDER, punkter[-1][1] * 10, dtype=np.int64)
    kurve[: punkter[0][0]] = punkter[0][1] * 10
    for (fra, lav), (til, hoej) in pairwise(punkter):
        trin = np.arange(til - fra, dtype=np.int64)
        kurve[fra:til] = lav * 10 + (hoej - lav) * 10 * trin // (til - fra)
    return kurve


def chance(indikator: str, dage: Heltal, hold: Heltal) -> Heltal:
    """Per mille for each day and team; a team's effect fades towards 0 and 100 per cent."""
    maaned = np.clip(maanedsnummer(dage) - _JANUAR_2019, 0, _MAANEDER - 1)
    promille = _maanedskurve(indikator)[maaned]
    return promille + EFFEKT[hold] * np.minimum(promille, 1000 - promille) // 50


def naar(indikator: str, lod: Heltal, hold: Heltal) -> Heltal:
    """The month (since January 1970) in which a lot in thousand first is within the chance; far off if never.

    Turns a curve for a share of a stock into the month each member of the stock gets there.
    """
    kurve = _maanedskurve(indikator)
    krav = lod - EFFEKT[hold] * np.minimum(lod, 1000 - lod) // 50
    foerst = np.searchsorted(np.maximum.accumulate(kurve), krav, side="right")
    return np.where(foerst < _MAANEDER, foerst + _JANUAR_2019, 1 << 20).astype(np.int64)
