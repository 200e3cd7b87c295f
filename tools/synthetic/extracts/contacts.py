"""Calls and visits in the first months of a measure: seen soon, and seen again."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import Bools, Ints, joined
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import weekday_before
from tools.synthetic.craft.dice import Dice
from tools.synthetic.extracts.rows import BESOEG, TELEFON, FollowUps, follow_ups
from tools.synthetic.history.indsatser import ANBRINGELSE, TIDLIG_INDSATS
from tools.synthetic.history.world import World

_VISITS = 5
"""Visits at most beyond those the law asks for: later ones belong to the measure's own rhythm."""


def _visits(world: World, dice: Dice, kind: Bools, indikator: str, first: int, later: int) -> FollowUps:
    """Visits in measures of a kind: the first within `first` days, the next within `later`, by chance."""
    i = world.indsatser
    who = np.flatnonzero(kind & i.begun & (i.start >= world.era.begin)).astype(np.int64)
    now, parts = i.start[who], []
    for turn in range(_VISITS):
        due = first if turn == 0 else later
        team, _ = world.holders.on(i.sag[who], now + due)
        in_time = dice.succeeds(chance(indikator, now + due, team), len(who))
        soon = dice.ints(due // 3, due, len(who))
        now = weekday_before(now + np.where(in_time, soon, due + dice.ints(2, due + 30, len(who))))
        parts.append(follow_ups(i.sag[who], who, now, BESOEG, np.zeros(len(who), dtype=np.int64)))
    return joined(parts)


def _calls(world: World, dice: Dice) -> FollowUps:
    """One call in most new measures, by chance within six weeks."""
    i = world.indsatser
    new = i.begun & (i.start >= world.era.begin) & dice.succeeds(880, len(i.sag))
    who = np.flatnonzero(new).astype(np.int64)
    start: Ints = i.start[who]
    team, _ = world.holders.on(i.sag[who], start + 45)
    in_time = dice.succeeds(chance("V10", start + 45, team), len(who))
    days = start + np.where(in_time, dice.ints(3, 45, len(who)), dice.ints(46, 130, len(who)))
    none = np.zeros(len(who), dtype=np.int64)
    return follow_ups(i.sag[who], who, weekday_before(days), TELEFON, none)


def every(world: World) -> FollowUps:
    """All of them; some fall after their measure's end."""
    dice, kategori = world.dice(32), world.indsatser.kategori
    return joined(
        [
            _visits(world, dice, kategori == ANBRINGELSE, "S1", 14, 42),
            _visits(world, dice, kategori == TIDLIG_INDSATS, "S3", 28, 80),
            _calls(world, dice),
        ]
    )
