"""The extract of costs."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.days import month_number, plus_months
from tools.synthetic.craft.table import Table
from tools.synthetic.history.indsatser import ANBRINGELSE
from tools.synthetic.history.world import INDSATS_ID, SAG_ID, World

_PRICES = ((3_500, 11_000), (6_000, 24_000), (5_000, 14_000), (18_000, 96_000))


def udgifter(world: World) -> Table:
    """One row per measure and month it ran, posted in the month after."""
    i, dice = world.indsatser, world.dice(13)
    start = np.maximum(i.start, world.era.begin)
    runs = i.begun & (i.end > start) & (start <= world.era.end)
    costly = np.flatnonzero(runs).astype(np.int64)
    first = month_number(start[costly])
    months = month_number(np.minimum(i.end[costly] - 1, world.era.end)) - first + 1
    who = np.repeat(costly, months)
    counter = np.arange(len(who), dtype=np.int64) - np.repeat(np.cumsum(months) - months, months)
    month = np.repeat(first, months) + counter
    order = np.argsort(month, kind="stable")
    who, month, count = who[order], month[order], len(order)
    begun = month.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    posted = plus_months(begun, 1) + dice.ints(2, 14, count)
    table = Table("udgifter", np.maximum(posted, world.indsats_registered[who]))
    table.ident("postering_id", "K{:07d}", world.numbers(np.arange(count, dtype=np.int64)))
    table.ident("sag_id", SAG_ID, world.numbers(i.sag[who]))
    table.ident("indsats_id", INDSATS_ID, world.numbers(who))
    table.number("maaned", "maaned", month)
    limits = np.array(_PRICES, dtype=np.int64) * 100
    price = dice.ints(limits[i.kategori, 0], limits[i.kategori, 1], len(i.sag))
    deviation = np.where(dice.succeeds(300, count), dice.ints(-80, 120, count), 0)
    table.number("beloeb", "oere", price[who] + price[who] * deviation // 1000)
    table.code("art", ("Takst", "Honorar", "Kørsel"), np.where(i.kategori == ANBRINGELSE, 0, 1)[who])
    table.number("budget", "oere", price[who] // 10_000 * 10_000)
    return table
