"""Activities that are to come at set times: assessments, the network again, and sparring every fortnight."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Bools, Ints, chosen, joined, matches
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import weekday_before
from tools.synthetic.craft.dice import Dice
from tools.synthetic.extracts.rows import MOEDE, SPARRING, VURDERING, Activities, activities
from tools.synthetic.history.indsatser import TIDLIG_INDSATS
from tools.synthetic.history.undersoegelser import AFBRUDT, FAERDIG
from tools.synthetic.history.world import World

_GATHERINGS = 5
"""Times the network meets during a measure, where it meets at all."""
_FORTNIGHT = 14


def _by_chance(world: World, dice: Dice, indikator: str, sag: Ints, days: Ints) -> Bools:
    """Whether an indicator's chance came out in each case on each day."""
    team, _ = world.holders.on(sag, days)
    return dice.succeeds(chance(indikator, days, team), len(days))


def _grounds_of_concern(world: World, dice: Dice) -> Activities:
    """The ground of concern: in new cases, at the end of examinations, and while early help runs."""
    s, b, i = world.sager, world.bfu, world.indsatser
    new = np.flatnonzero(s.oprettet >= world.era.begin).astype(np.int64)
    new = new[_by_chance(world, dice, "V3", new, s.oprettet[new] + 28)]
    finished = chosen(b, (b.afslutning == FAERDIG) & (b.afsluttet < NEVER))
    finished = chosen(finished, _by_chance(world, dice, "V4", finished.sag, finished.afsluttet))
    early = np.flatnonzero(i.begun & (i.kategori == TIDLIG_INDSATS) & (i.start >= world.era.begin))
    early = early[_by_chance(world, dice, "V5", i.sag[early], i.start[early])]
    sag = np.concatenate([new, finished.sag, i.sag[early]])
    days = np.concatenate(
        [
            s.oprettet[new] + dice.ints(1, 28, len(new)),
            finished.afsluttet + dice.ints(-10, 25, len(finished.sag)),
            i.start[early] + dice.ints(10, 70, len(early)),
        ]
    )
    return activities(sag, days, VURDERING, "bekymringsgrundlag")


def _preliminary_assessments(world: World, dice: Dice) -> Activities:
    """The preliminary assessment where an examination is not going to end in time."""
    b = world.bfu
    late = chosen(b, (b.afsluttet > b.frist) & (b.afslutning != AFBRUDT))
    late = chosen(late, _by_chance(world, dice, "B9", late.sag, late.frist))
    days = np.maximum(late.frist - dice.ints(0, 25, len(late.sag)), late.startet)
    return activities(late.sag, days, VURDERING, "foreloebig_vurdering")


def _under_examination(world: World, sag: Ints, days: Ints) -> Bools:
    """Whether an examination of each case is under way on a day."""
    b = world.bfu
    at, of = matches(sag, b.sag)
    runs = (b.startet[of] <= days[at]) & (b.afsluttet[of] >= days[at])
    found = np.zeros(len(sag), dtype=bool)
    found[at[runs]] = True
    return found


def _gatherings(world: World, dice: Dice) -> Activities:
    """The network of some families with a measure: every six to eight weeks by chance, else later.

    Meetings within an examination are the examination's own.
    """
    i = world.indsatser
    supported = i.begun & (i.kategori != TIDLIG_INDSATS) & (i.start >= world.era.begin)
    who = np.flatnonzero(supported & dice.succeeds(220, len(i.sag))).astype(np.int64)
    now, parts = i.start[who] + dice.ints(10, 40, len(who)), []
    for _ in range(_GATHERINGS):
        within = now < np.minimum(i.end[who], world.era.end)
        within &= ~_under_examination(world, i.sag[who], now)
        parts.append(activities(i.sag[who][within], now[within], MOEDE, "netvaerksmoede"))
        in_time = _by_chance(world, dice, "H7", i.sag[who], now)
        on = np.where(in_time, dice.ints(42, 56, len(who)), dice.ints(57, 130, len(who)))
        now = weekday_before(now + on)
    return joined(parts)


def _sparring(world: World, dice: Dice, indikator: str, undertyper: tuple[str, ...]) -> Activities:
    """Every fortnight by chance, each caseworker in one of a few ways."""
    turns = np.arange(world.era.begin + 3, world.era.end - _FORTNIGHT, _FORTNIGHT, dtype=np.int64)
    positions = len(world.org.team_of_position)
    position, days = np.tile(np.arange(positions), len(turns)), np.repeat(turns, positions)
    # Each has a weekday of their own in the fortnight.
    days = days + position % 5
    held = dice.succeeds(chance(indikator, days, world.org.team_of_position[position]), len(days))
    position, days = position[held], days[held]
    way = dice.ints(0, len(undertyper) - 1, len(days))
    none = np.full(len(days), MISSING, dtype=np.int64)
    raadgiver = world.receiver(position, days)
    parts = []
    for nr, undertype in enumerate(undertyper):
        row = activities(none, days, SPARRING, undertype)
        here = way == nr
        parts.append(chosen(Activities(row.sag, days, row.type, row.undertype, raadgiver), here))
    return joined(parts)


def every(world: World) -> Activities:
    """All of them while their case is open, in the order of their days."""
    dice = world.dice(30)
    rows = joined(
        [
            _grounds_of_concern(world, dice),
            _preliminary_assessments(world, dice),
            _gatherings(world, dice),
            _sparring(world, dice, "S6", ("ledersparring",)),
            _sparring(world, dice, "S7", ("kollegial_sparring", "supervision")),
        ]
    )
    latest = np.where(rows.sag >= 0, world.closed[rows.sag.clip(0)], NEVER)
    rows = chosen(rows, (rows.day >= world.era.begin) & (rows.day <= np.minimum(latest, world.era.end)))
    return chosen(rows, np.argsort(rows.day, kind="stable"))
