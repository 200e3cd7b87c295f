"""Children, families and the days somebody wrote to the municipality about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Bools, Ints, joined, only_if
from tools.synthetic.craft.days import Era, day
from tools.synthetic.craft.dice import Dice

NEW_PER_YEAR, WITHOUT_SAG_PER_YEAR, KNOWN_PER_YEAR = 530, 470, 350
"""Children notified in a year: with a new case, without a case, with a case already open."""
_UNBORN, _UNBORN_BEFORE, _UNBORN_UNTIL = 25, 70, 2020
"""In thousand new cases, those of a child not born yet: more in the years before."""
STOCK = 825
"""Cases open on the first day."""
UNDERRETNINGER_WEIGHTS = (600, 220, 100, 50, 20, 10)
"""Weights of 1, 2, .. notifications of a child in a year: 1.7 on average."""
_WEEKDAY_WEIGHTS = (135, 112, 104, 100, 106, 26, 20)
_MONTH_WEIGHTS = (100, 100, 104, 98, 104, 108, 46, 96, 112, 110, 112, 88)

# Ways a case can go; the first three are for new cases, the rest for the stock of the first day.
CLOSES, EARLY_HELP, INVESTIGATED, PLACED, SUPPORTED, EARLY_HELP_BEFORE, INVESTIGATED_BEFORE, OTHER = range(8)
_NEW_WAYS = (290, 200, 510)
_STOCK_WAYS = (0, 0, 0, 198, 310, 115, 115, 87)
AGES_PLACED = (3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 13, 13, 12)
AGES = (7, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7, 7, 6, 5, 3)


@dataclass(frozen=True)
class Sager:
    """One entry per case. `stop` is a day the case cannot outlive, for the reason `stop_aarsag`."""

    oprettet: Ints
    born: Ints
    unborn: Bools
    familie: Ints
    way: Ints
    distrikt: Ints
    stop: Ints
    stop_aarsag: Ints

    def __len__(self) -> int:
        return len(self.oprettet)


@dataclass(frozen=True)
class Underretninger:
    """One entry per notification; `sag` is MISSING where there is none, `barn` a child without a case."""

    day: Ints
    minute: Ints
    sag: Ints
    barn: Ints


STOP_AARSAGER = ("fraflyttet", "fyldt_18", "doed")


def days_of_year(dice: Dice, year: int, count: int) -> Ints:
    """Days of a year by weight: Mondays most, weekends few, half as many in July."""
    days = np.arange(day(date(year, 1, 1)), day(date(year + 1, 1, 1)), dtype=np.int64)
    month = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    # 1 January 1970 was a Thursday.
    weight = np.array(_WEEKDAY_WEIGHTS)[(days + 3) % 7] * np.array(_MONTH_WEIGHTS)[month]
    edges = np.cumsum(weight)
    return days[np.searchsorted(edges, dice.ints(0, int(edges[-1]) - 1, count), side="right")]


def minutes_of_day(dice: Dice, count: int) -> Ints:
    """Minutes of the day: most in working hours, some in the evening and the night."""
    kind = dice.choose((80, 15, 5), count)
    return dice.ints(np.array((450, 960, 0))[kind], np.array((959, 1380, 449))[kind], count)


def _siblings(dice: Dice, children: int) -> Ints:
    """The family of each child, numbered from 0: two thirds single, the rest two or three together."""
    sizes = dice.choose((66, 25, 9), children) + 1
    return np.repeat(np.arange(children, dtype=np.int64), sizes)[:children]


def _underretninger_of_year(dice: Dice, year: int, familie: Ints) -> tuple[Ints, Ints, Ints]:
    """Child, day and minute: siblings share the family's days, as far as each has any."""
    count = dice.choose(UNDERRETNINGER_WEIGHTS, len(familie)) + 1
    families = int(familie.max()) + 1
    width = len(UNDERRETNINGER_WEIGHTS)
    days = days_of_year(dice, year, families * width).reshape(families, width)
    minutes = minutes_of_day(dice, families * width).reshape(families, width)
    barn = np.repeat(np.arange(len(familie), dtype=np.int64), count)
    turn = np.arange(len(barn), dtype=np.int64) - np.repeat(np.cumsum(count) - count, count)
    return barn, days[familie[barn], turn], minutes[familie[barn], turn]


def _stop(era: Era, dice: Dice, oprettet: Ints, born: Ints, way: Ints) -> tuple[Ints, Ints]:
    """The day a case cannot outlive and why: moved away, eighteen years, death."""
    count = len(oprettet)
    eighteen = born + 6574 + dice.ints(0, 12, count)
    # A third of the placed young stay on after their eighteenth birthday.
    eighteen = np.where((way == PLACED) & dice.succeeds(330, count), eighteen + 700, eighteen)
    short, long_ = dice.succeeds(22, count) & (oprettet >= era.begin), dice.succeeds(60, count)
    moved = np.minimum(
        only_if(short, oprettet + dice.ints(0, 24, count)),
        only_if(long_, np.maximum(oprettet, era.begin) + dice.ints(30, 900, count)),
    )
    death = only_if(dice.succeeds(2, count), np.maximum(oprettet, era.begin) + dice.ints(20, 900, count))
    ends = np.stack([moved, eighteen, death])
    reason = np.argmin(ends, axis=0).astype(np.int64)
    stop = ends.min(axis=0)
    return only_if(stop <= era.end, stop), np.where(stop <= era.end, reason, MISSING)


def _born(dice: Dice, days: Ints, placed: Bools) -> Ints:
    """A day of birth that makes the child 0 to 17 years old on the given day."""
    year = np.where(placed, dice.choose(AGES_PLACED, len(days)), dice.choose(AGES, len(days)))
    born = days - year * 365 - dice.ints(5, 350, len(days))
    return np.asarray(np.maximum(born, days - 6480), dtype=np.int64)


def _new(era: Era, dice: Dice, year: int, first_familie: int) -> tuple[Sager, Underretninger]:
    """A year's children with a new case, opened on the first notification or a day or two later."""
    familie = _siblings(dice, NEW_PER_YEAR)
    barn, days, minutes = _underretninger_of_year(dice, year, familie)
    first = np.full(NEW_PER_YEAR, NEVER, dtype=np.int64)
    np.minimum.at(first, barn, days)
    oprettet = first + dice.choose((75, 15, 10), NEW_PER_YEAR)
    way = dice.choose(_NEW_WAYS, NEW_PER_YEAR)
    unborn = dice.succeeds(_UNBORN_BEFORE if year < _UNBORN_UNTIL else _UNBORN, NEW_PER_YEAR)
    term = only_if(dice.succeeds(600, NEW_PER_YEAR), oprettet + dice.ints(10, 200, NEW_PER_YEAR))
    born = np.where(unborn, term, _born(dice, oprettet, way == PLACED))
    stop, reason = _stop(era, dice, oprettet, born, way)
    sager = Sager(
        oprettet,
        born,
        unborn,
        familie + first_familie,
        way,
        dice.choose((35, 34, 31), int(familie.max()) + 1)[familie],
        stop,
        reason,
    )
    return sager, Underretninger(days, minutes, barn, np.full(len(barn), MISSING, dtype=np.int64))


def _stock(era: Era, dice: Dice) -> Sager:
    """The cases open on the first day."""
    way = np.repeat(np.arange(len(_STOCK_WAYS), dtype=np.int64), _STOCK_WAYS)
    count = len(way)
    old = (way == PLACED) | (way == SUPPORTED)
    oprettet = era.begin - np.where(old, dice.ints(300, 1800, count), dice.ints(20, 300, count))
    born = _born(dice, np.full(count, era.begin, dtype=np.int64), way == PLACED)
    oprettet = np.maximum(oprettet, born + 1)
    stop, reason = _stop(era, dice, oprettet, born, way)
    familie = _siblings(dice, count)
    distrikt = dice.choose((35, 34, 31), int(familie.max()) + 1)[familie]
    return Sager(oprettet, born, np.zeros(count, dtype=bool), familie, way, distrikt, stop, reason)


def build(era: Era, seed: int, block: int) -> tuple[Sager, Underretninger]:
    """Every case of one block, and the notifications of children with a new case or none."""
    dice = Dice(seed, block, 2)
    sager, underretninger = [_stock(era, dice)], []
    first_familie, first_barn = STOCK, 0
    for year in era.years:
        new, theirs = _new(era, dice, year, first_familie)
        start = sum(len(s) for s in sager)
        underretninger.append(Underretninger(theirs.day, theirs.minute, theirs.sag + start, theirs.barn))
        sager.append(new)
        first_familie += NEW_PER_YEAR
        barn, days, minutes = _underretninger_of_year(dice, year, _siblings(dice, WITHOUT_SAG_PER_YEAR))
        underretninger.append(Underretninger(days, minutes, np.full(len(barn), MISSING), barn + first_barn))
        first_barn += WITHOUT_SAG_PER_YEAR
    return joined(sager), joined(underretninger)


def known_children(era: Era, seed: int, block: int, sager: Sager, closed: Ints) -> Underretninger:
    """Notifications of children whose case is open the whole of that year."""
    dice = Dice(seed, block, 3)
    parts = []
    for year in era.years:
        first, last = day(date(year, 1, 1)), day(date(year, 12, 31))
        open_ = np.flatnonzero((sager.oprettet < first) & (closed > last))
        who = dice.sample(open_.astype(np.int64), KNOWN_PER_YEAR)
        _, familie = np.unique(sager.familie[who], return_inverse=True)
        child, days, minutes = _underretninger_of_year(dice, year, familie.astype(np.int64))
        parts.append(Underretninger(days, minutes, who[child], np.full(len(child), MISSING, dtype=np.int64)))
    return joined(parts)
