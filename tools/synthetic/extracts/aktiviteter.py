"""The extract of activities: what caseworkers do from day to day."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import MISSING, Bools, Ints, chosen, joined
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import Era, first_of_month, month_number, weekday_before
from tools.synthetic.craft.dice import Dice
from tools.synthetic.craft.table import Table, stacked
from tools.synthetic.extracts import set_times
from tools.synthetic.extracts.rows import (
    DOKUMENT,
    KONTAKT,
    MOEDE,
    SPARRING,
    TYPES,
    UNDERTYPER,
    Activities,
    activities,
)
from tools.synthetic.history.organisation import RAADGIVER_ID
from tools.synthetic.history.world import SAG_ID, World

_POSSIBLE = np.array(
    [
        [UNDERTYPER.index(undertype) for undertype in possible.split()]
        for possible in (
            "hjemmebesoeg hjemmebesoeg netvaerkscirkel netvaerkskort",
            "foreloebig_vurdering bekymringsgrundlag foreloebig_vurdering bekymringsgrundlag",
            "hjemmebesoeg hjemmebesoeg hjemmebesoeg hjemmebesoeg",
            "genogram netvaerkskort netvaerkscirkel bekymringsgrundlag",
            "sagsgennemgang sagssparring sagssparring kollegial_sparring",
        )
    ],
    dtype=np.int64,
)
"""For each type: the undertyper it may carry in everyday work."""
_REGULAR = (("sagsgennemgang", 520, 3), ("ledersparring", 480, 8), ("ledersparring", 240, 8),
            ("kollegial_sparring", 600, 2), ("supervision", 330, 2), ("sagssparring", 300, 0))  # fmt: skip
"""What every caseworker is to have each month about no case in particular, how often in thousand months it
came about in the first month, and how much oftener each month since."""
_ON_FROM_NETWORK_MEETING = (42, 70)
"""Days until the network meets again."""


def _everyday(world: World, dice: Dice) -> Activities:
    """Everyday work: about once every eleven days in an open case."""
    first, last = np.maximum(world.sager.oprettet, world.era.begin), np.minimum(world.closed, world.era.end)
    count = (last - first).clip(0) // 11 + 1
    sag = np.repeat(np.arange(len(count), dtype=np.int64), count)
    days = dice.ints(first[sag], last[sag], len(sag))
    # Hardly anybody works on weekends: most of what falls there is moved to the Friday before.
    days = np.where(dice.succeeds(900, len(sag)), np.maximum(weekday_before(days), first[sag]), days)
    type_ = dice.choose((14, 12, 46, 24, 4), len(sag))
    undertype = _POSSIBLE[type_, dice.ints(0, 3, len(sag))]
    named = dice.succeeds(np.array((350, 500, 220, 300, 900))[type_], len(sag))
    none = np.full(len(sag), MISSING, dtype=np.int64)
    return Activities(sag, days, type_, np.where(named, undertype, MISSING), none)


def _in_undersoegelser(world: World, dice: Dice, indikator: str, undertype: str) -> Activities:
    """Meetings held within examinations, by the chance of an indicator."""
    b, end = world.bfu, world.bfu.ended_by(world.era.end)
    team, _ = world.holders.on(b.sag, end)
    held = np.flatnonzero(dice.succeeds(chance(indikator, end, team), len(end)))
    days = dice.ints(b.startet[held], end[held], len(held))
    return activities(b.sag[held], days, MOEDE, undertype)


def _network_again(world: World, dice: Dice, meetings: Activities) -> Activities:
    """The network meets again some weeks later, if the case is still open."""
    sag, count = meetings.sag, len(meetings.sag)
    days = weekday_before(meetings.day + dice.ints(*_ON_FROM_NETWORK_MEETING, count))
    again = dice.succeeds(450, count) & (days < world.closed[sag]) & (days <= world.era.end)
    return activities(sag[again], days[again], MOEDE, "netvaerksmoede")


def _regular(world: World, dice: Dice) -> Activities:
    """Talks every caseworker has with leader, colleagues and supervisor, about no case in particular."""
    months = world.era.months
    positions = len(world.org.team_of_position)
    position, month = np.tile(np.arange(positions), len(months)), np.repeat(months, positions)
    parts = []
    for undertype, often, oftener in _REGULAR:
        held = dice.succeeds(often + oftener * (month - months[0]), len(position))
        days = weekday_before(first_of_month(month[held]) + dice.ints(2, 27, int(held.sum())))
        row = activities(np.full(len(days), MISSING), days, SPARRING, undertype)
        parts.append(
            Activities(row.sag, row.day, row.type, row.undertype, world.receiver(position[held], days))
        )
    return joined(parts)


def _number_of_raadgivere(era: Era, dice: Dice, a: Activities, team: Ints) -> Ints:
    """How many caseworkers took part: two at network meetings by the chance of 6.11."""
    count = len(a.sag)
    # Two caseworkers to a case became the rule for hard conversations during 2021.
    two = dice.succeeds(250 + 8 * (month_number(a.day) - era.months[0]).clip(0), count)
    number = np.where(two, 2, 1) + dice.succeeds(40, count)
    network: Bools = a.undertype == UNDERTYPER.index("netvaerksmoede")
    both = np.where(dice.succeeds(chance("6.11", a.day, team), count), 2, 1) + dice.succeeds(30, count)
    both = np.where(dice.succeeds(50, count), MISSING, both)
    return np.where(network, both, np.where((a.type == KONTAKT) | (a.type == DOKUMENT), MISSING, number))


def _every(world: World) -> Activities:
    dice = world.dice(15)
    network = _in_undersoegelser(world, dice, "6.2", "netvaerksmoede")
    every = joined(
        [
            _everyday(world, dice),
            network,
            _in_undersoegelser(world, dice, "3.6", "familieraadslagning"),
            _network_again(world, dice, network),
            _regular(world, dice),
        ]
    )
    return chosen(every, np.argsort(every.day, kind="stable"))


def _table(world: World, a: Activities, numbers: Ints, dice: Dice) -> Table:
    """These activities as rows; `numbers` are their places in the extract."""
    team, holder = world.holders.on(a.sag.clip(0), a.day)
    raadgiver = np.where(a.sag >= 0, holder, a.raadgiver)
    table = Table("aktiviteter", world.in_sag(a.sag, a.day, dice))
    table.ident("aktivitet_id", "A{:07d}", world.numbers(numbers))
    table.ident("sag_id", SAG_ID, world.numbers(a.sag))
    table.number("dato", "dato", a.day)
    table.code("type", TYPES, a.type)
    table.code("undertype", UNDERTYPER, a.undertype)
    table.ident("raadgiver_id", RAADGIVER_ID, world.org.raadgiver_number(raadgiver))
    table.number("antal_raadgivere", "heltal", _number_of_raadgivere(world.era, dice, a, team))
    return table


def aktiviteter(world: World) -> Table:
    """One row per activity, in the order of their days."""
    parts = (_every(world), set_times.every(world))
    order = np.argsort(np.concatenate([a.day for a in parts]), kind="stable").astype(np.int64)
    numbers = np.split(np.argsort(order).astype(np.int64), [len(parts[0].sag)])
    tables = [
        _table(world, a, places, world.dice(dice))
        for a, places, dice in zip(parts, numbers, (24, 31), strict=True)
    ]
    return stacked(tables, order)
