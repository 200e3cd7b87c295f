"""The extract of waiting times: referrals to an offer."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import NEVER, only_if
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.table import Table
from tools.synthetic.extracts.indsatser import TILBUD
from tools.synthetic.history.indsatser import FOREBYGGENDE
from tools.synthetic.history.world import INDSATS_ID, SAG_ID, World


def ventetider(world: World) -> Table:
    """One row per referral to an offer: half of the measures of the lighter kinds."""
    i, dice = world.indsatser, world.dice(9)
    easier = (i.kategori <= FOREBYGGENDE) & (i.henvist >= world.era.begin - 60)
    who = np.flatnonzero(easier & dice.succeeds(450, len(i.sag))).astype(np.int64)
    count, henvist = len(who), i.henvist[who]
    team, _ = world.holders.on(i.sag[who], henvist)
    soon = dice.succeeds(chance("4.3", henvist + 28, team), count)
    turn = henvist + np.where(soon, dice.ints(2, 28, count), dice.ints(29, 90, count))
    fell = (i.bortfaldet[who] < NEVER) | dice.succeeds(15, count)
    registered = np.maximum(henvist + dice.delay(count), world.indsats_registered[who])
    table = Table("ventetider", registered)
    table.ident("henvisning_id", "H{:06d}", world.numbers(np.arange(count, dtype=np.int64)))
    table.ident("sag_id", SAG_ID, world.numbers(i.sag[who]))
    table.ident("indsats_id", INDSATS_ID, world.numbers(who))
    table.code("tilbud", TILBUD, 2 + dice.ints(0, 3, count))
    table.number("henvist_dato", "dato", henvist)
    table.date("igangsat_dato", only_if(~fell, turn), dice.delay(count))
    table.date("bortfaldet_dato", only_if(fell, henvist + dice.ints(5, 50, count)))
    return table
