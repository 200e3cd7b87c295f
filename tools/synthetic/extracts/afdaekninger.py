"""The extract of screenings and early mappings."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import NEVER, Ints, only_if
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import BARNETS_LOV
from tools.synthetic.craft.table import Table
from tools.synthetic.history.population import CLOSES, EARLY_HELP, INVESTIGATED
from tools.synthetic.history.world import SAG_ID, World

TYPES = ("screening", "afdaekning")
SCREENING = 0


def _screenings(world: World) -> tuple[Ints, Ints]:
    """Case and day of the screenings that notifications lead to under today's law, by the chance of B6."""
    h, dice = world.underretninger, world.dice(36)
    of = np.flatnonzero((h.sag >= 0) & (h.day >= BARNETS_LOV)).astype(np.int64)
    team, _ = world.holders.on(h.sag[of], h.day[of] + 28)
    of = of[dice.succeeds(chance("B6", h.day[of] + 28, team), len(of))]
    days = h.day[of] + dice.ints(0, 24, len(of))
    open_ = days <= world.closed[h.sag[of]]
    return h.sag[of][open_], days[open_]


def afdaekninger(world: World) -> Table:
    """One row per screening or mapping: in the first weeks of some new cases, of most under today's law."""
    s, dice = world.sager, world.dice(6)
    new = (s.way == CLOSES) | (s.way == EARLY_HELP) | (s.way == INVESTIGATED)
    who = np.flatnonzero(new & dice.succeeds(250, len(s))).astype(np.int64)
    startet = s.oprettet[who] + dice.ints(1, 20, len(who))
    screened, days = _screenings(world)
    who, startet = np.concatenate([who, screened]), np.concatenate([startet, days])
    table = Table("afdaekninger", world.in_sag(who, startet, dice))
    table.ident("afdaekning_id", "D{:06d}", world.numbers(np.arange(len(who), dtype=np.int64)))
    table.ident("sag_id", SAG_ID, world.numbers(who))
    type_ = dice.choose((70, 30), len(who))
    type_[len(who) - len(screened) :] = SCREENING
    table.code("type", TYPES, type_)
    table.number("startet_dato", "dato", startet)
    end = only_if(dice.succeeds(920, len(who)), startet + dice.ints(0, 40, len(who)))
    table.date("afsluttet_dato", np.where(end <= world.closed[who], end, NEVER), dice.delay(len(who)))
    return table
