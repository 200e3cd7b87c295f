"""How well the made-up department does, month by month: the chance that a deed is done, and done in time."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tools.synthetic.craft.arrays import Ints
from tools.synthetic.craft.days import month_number

_FIRST_MONTH = (2014 - 1970) * 12
_MONTHS = 14 * 12

CURVES: dict[str, tuple[tuple[str, int], ...]] = {
    # indicator -> (month, per cent), straight lines between; flat before the first and after the last.
    "3.1": (("2020-10", 30), ("2021-04", 38), ("2021-08", 52), ("2021-12", 70), ("2023-12", 95)),
    "3.2": (("2020-10", 22), ("2021-08", 34), ("2021-12", 42), ("2022-08", 80)),
    "3.3": (("2018-12", 9), ("2020-10", 18), ("2021-08", 27), ("2021-12", 38), ("2022-08", 75)),
    "3.6": (("2020-10", 4), ("2021-04", 5), ("2021-12", 10), ("2022-12", 18)),
    "4.1": (("2020-10", 35), ("2021-08", 45), ("2021-12", 49), ("2022-06", 75)),
    "4.2": (("2020-10", 45), ("2021-12", 62), ("2022-06", 78)),
    "4.3": (("2020-10", 50), ("2021-12", 74)),
    "4.7": (("2020-10", 53), ("2021-12", 67), ("2023-12", 78)),
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
    "6.11": (("2020-10", 28), ("2021-04", 41), ("2021-12", 69), ("2022-12", 92)),
    "7.1": (("2020-10", 4), ("2021-06", 10), ("2021-12", 18), ("2022-12", 60), ("2023-12", 90)),
    "7.2": (("2020-10", 31), ("2021-04", 42), ("2021-08", 51), ("2021-12", 57), ("2022-12", 82)),
    "7.3": (("2020-10", 12), ("2021-12", 30), ("2022-12", 52), ("2023-12", 95)),
    "7.4": (("2020-10", 48), ("2021-12", 66)),
    "7.5": (("2019-06", 12), ("2020-10", 25), ("2021-04", 40), ("2021-12", 72), ("2022-12", 90)),
    "7.6": (("2020-10", 28), ("2021-12", 41), ("2022-12", 68)),
    "7.7": (("2020-01", 22), ("2021-12", 44), ("2022-12", 90)),
    "7.8": (("2020-10", 22), ("2021-12", 39), ("2022-12", 88)),
    "7.11": (("2020-01", 72), ("2021-12", 84)),
    # Of agreed meetings, those the family comes to.
    "7.13": (("2020-10", 88), ("2021-12", 93), ("2023-12", 96)),
    # Of suspected abuse, hearings withheld or put off with the reason stated in the case.
    "undladt": (("2020-10", 22), ("2021-08", 40), ("2021-12", 55), ("2022-12", 80)),
    # Of notifications while a measure runs, those that made somebody look at the measure again.
    "genvurdering": (("2020-10", 38), ("2021-12", 63), ("2023-12", 85)),
    # Of notifications, those whose receipt is ever confirmed.
    "kvittering": (("2015-01", 72), ("2020-10", 88), ("2023-12", 97)),
    # What the other plans ask for: seen soon, assessed soon, the network gathered again, regular sparring.
    "S1": (("2020-10", 38), ("2021-12", 58), ("2023-12", 85)),
    "S3": (("2020-10", 40), ("2021-12", 62), ("2023-12", 85)),
    "S6": (("2020-10", 42), ("2021-12", 64), ("2023-12", 80)),
    "S7": (("2020-10", 36), ("2021-12", 58), ("2023-12", 76)),
    "V3": (("2020-10", 34), ("2021-12", 58)),
    "V4": (("2020-10", 26), ("2021-12", 50)),
    "V5": (("2020-10", 30), ("2021-12", 46)),
    "V10": (("2020-10", 44), ("2021-12", 66), ("2023-12", 88)),
    "H7": (("2015-01", 26), ("2017-12", 48), ("2021-12", 58)),
    "B5": (("2020-10", 30), ("2023-12", 50), ("2025-06", 74)),
    "B6": (("2023-12", 42), ("2025-06", 70)),
    "B9": (("2020-10", 36), ("2023-12", 62), ("2025-06", 82)),
    "tilsyn": (("2021-03", 24), ("2021-08", 44), ("2021-12", 58), ("2022-12", 92)),
}

TEAM_EFFECT = np.array((0, 16, -24, 3, -5, 5), dtype=np.int64)
"""Percentage points a team does better or worse than the department, in the middle of the scale.

In the order of `organisation.TEAMS`: the second team is ahead, the third clearly behind."""


def _points(indikator: str) -> list[tuple[int, int]]:
    return [(int(m[:4]) * 12 + int(m[5:]) - 1 - 1970 * 12 - _FIRST_MONTH, p) for m, p in CURVES[indikator]]


def _monthly_curve(indikator: str) -> Ints:
    """Per mille for each month from January 2014, in whole numbers."""
    points = _points(indikator)
    curve = np.full(_MONTHS, points[-1][1] * 10, dtype=np.int64)
    curve[: points[0][0]] = points[0][1] * 10
    for (start, low), (end, high) in pairwise(points):
        steps = np.arange(end - start, dtype=np.int64)
        curve[start:end] = low * 10 + (high - low) * 10 * steps // (end - start)
    return curve


def chance(indikator: str, days: Ints, team: Ints) -> Ints:
    """Per mille for each day and team; a team's effect fades towards 0 and 100 per cent."""
    month = np.clip(month_number(days) - _FIRST_MONTH, 0, _MONTHS - 1)
    per_mille = _monthly_curve(indikator)[month]
    return per_mille + TEAM_EFFECT[team] * np.minimum(per_mille, 1000 - per_mille) // 50


def month_reached(indikator: str, lot: Ints, team: Ints) -> Ints:
    """The month (since January 1970) in which a lot in thousand first is within the chance; far off if never.

    Turns a curve for a share of a stock into the month each member of the stock gets there.
    """
    curve = _monthly_curve(indikator)
    needed = lot - TEAM_EFFECT[team] * np.minimum(lot, 1000 - lot) // 50
    first = np.searchsorted(np.maximum.accumulate(curve), needed, side="right")
    return np.where(first < _MONTHS, first + _FIRST_MONTH, 1 << 20).astype(np.int64)
