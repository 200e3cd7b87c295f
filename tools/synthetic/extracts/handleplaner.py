"""The extract of plans."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.table import Table
from tools.synthetic.history.world import HANDLEPLAN_ID, SAG_ID, World

TYPES = ("barn", "foraeldre", "ungeplan")


def handleplaner(world: World) -> Table:
    """One row per plan: the child's, the young person's and the parents'."""
    p, dice = world.handleplaner, world.dice(12)
    count = len(p.sag)
    table = Table("handleplaner", world.in_sag(p.sag, p.earliest, dice))
    table.ident("handleplan_id", HANDLEPLAN_ID, world.numbers(np.arange(count, dtype=np.int64)))
    table.ident("sag_id", SAG_ID, world.numbers(p.sag))
    table.code("type", TYPES, p.type)
    table.date("oprettet_dato", p.oprettet)
    table.date("afsluttet_dato", p.afsluttet, dice.delay(count))
    table.number("antal_maal", "heltal", p.antal_maal, p.oprettet)
    table.date("afgoerelse_stoette_dato", p.stoette)
    table.date("tilbudt_dato", p.tilbudt)
    table.code("foraeldre_svar", ("ja", "nej"), p.svar, p.tilbudt + dice.ints(1, 45, count))
    return table
