"""The extract of talks with the child."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import Ints
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import BARNETS_LOV
from tools.synthetic.craft.dice import Dice
from tools.synthetic.craft.table import Table, stacked
from tools.synthetic.history.world import SAG_ID, World

PARAGRAFFER = ("48", "50", "155a", "andet", "5", "137")
_IN_UNDERSOEGELSE, _OTHERWISE = (33, 64, 0, 3), (25, 0, 45, 30)
"""Weights of the paragraphs: the talk held in an examination is § 50's, and often written as § 48's."""
_TODAY = (4, 4, 5, 3)
"""The paragraph of today's law in place of each of the first four."""
_ON_SUSPICION = 2
_Talks = tuple[Ints, Ints, Ints, Ints]
"""Case, day, outcome and paragraph of each talk."""
UDFALD = ("afholdt", "undladt_begrundet", "ikke_afholdt")
AFHOLDT, UNDLADT, IKKE_AFHOLDT = range(3)


def _in_undersoegelser(world: World, dice: Dice) -> _Talks:
    """The talks in examinations, by the chance of 3.1."""
    b, end, count = world.bfu, world.bfu.ended_by(world.era.end), len(world.bfu.sag)
    team, _ = world.holders.on(b.sag, end)
    held = dice.succeeds(chance("3.1", end, team), count)
    written = held | dice.succeeds(260, count)
    udfald = np.where(held, AFHOLDT, 1 + dice.choose((55, 45), count))
    days = dice.ints(b.startet + 3, np.maximum(end - 1, b.startet + 3), count)
    paragraf = dice.choose(_IN_UNDERSOEGELSE, count)
    return b.sag[written], days[written], udfald[written], paragraf[written]


def _others(world: World, dice: Dice) -> _Talks:
    """Talks at any time while a case is open."""
    s = world.sager
    sag = np.repeat(np.arange(len(s), dtype=np.int64), dice.choose((55, 25, 12, 8), len(s)))
    first, last = np.maximum(s.oprettet[sag], world.era.begin), np.minimum(world.closed[sag], world.era.end)
    days = dice.ints(first, last, len(sag))
    return sag, days, dice.choose((80, 12, 8), len(sag)), dice.choose(_OTHERWISE, len(sag))


def _on_suspicion(world: World, dice: Dice) -> _Talks:
    """Talks because a notification tells of violence or abuse, by the chance of B5."""
    h = world.underretninger
    of = np.flatnonzero(world.suspected(world.dice(23)) & (h.sag >= 0)).astype(np.int64)
    sag, received, count = h.sag[of], h.day[of], len(of)
    team, _ = world.holders.on(sag, received + 28)
    soon = dice.succeeds(chance("B5", received + 28, team), count)
    days = received + np.where(soon, dice.ints(0, 28, count), dice.ints(29, 80, count))
    held = (soon | dice.succeeds(400, count)) & (days <= world.closed[sag])
    udfald = np.where(dice.succeeds(930, count), AFHOLDT, UNDLADT)
    return sag[held], days[held], udfald[held], np.full(int(held.sum()), _ON_SUSPICION, dtype=np.int64)


def _table(world: World, talks: _Talks, numbers: Ints, dice: Dice) -> Table:
    """These talks as rows; `numbers` are their places in the extract."""
    sag, days, udfald, paragraf = talks
    table = Table("boernesamtaler", world.in_sag(sag, days, dice))
    table.ident("samtale_id", "C{:06d}", world.numbers(numbers))
    table.ident("sag_id", SAG_ID, world.numbers(sag))
    table.number("dato", "dato", days)
    today = np.array(_TODAY, dtype=np.int64)[paragraf]
    table.code("paragraf", PARAGRAFFER, np.where(days >= BARNETS_LOV, today, paragraf))
    table.code("udfald", UDFALD, udfald)
    return table


def _in_order(*parts: _Talks) -> _Talks:
    """The talks of several in the order of their days."""
    sag, days, udfald, paragraf = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.argsort(days, kind="stable")
    return sag[order], days[order], udfald[order], paragraf[order]


def boernesamtaler(world: World) -> Table:
    """One row per talk with a child, held or left out, by their days; most belong to an examination."""
    dice, on_suspicion = world.dice(5), world.dice(35)
    parts = (
        _in_order(_in_undersoegelser(world, dice), _others(world, dice)),
        _in_order(_on_suspicion(world, on_suspicion)),
    )
    order = np.argsort(np.concatenate([days for _, days, *_ in parts]), kind="stable").astype(np.int64)
    numbers = np.split(np.argsort(order).astype(np.int64), [len(parts[0][0])])
    dices = (dice, on_suspicion)
    return stacked([_table(world, t, n, d) for t, n, d in zip(parts, numbers, dices, strict=True)], order)
