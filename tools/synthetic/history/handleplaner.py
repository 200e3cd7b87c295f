"""Plans: the child's and the young person's beside each measure, the parents' in cases with a placement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Ints, chosen, joined, only_if
from tools.synthetic.craft.curves import chance, month_reached
from tools.synthetic.craft.days import BARNETS_LOV, Era, first_of_month
from tools.synthetic.craft.dice import Dice
from tools.synthetic.history.holders import Holders
from tools.synthetic.history.indsatser import ANBRINGELSE, TIDLIG_INDSATS, Indsatser

BARN, FORAELDRE, UNGEPLAN = range(3)
JA, NEJ = range(2)
_SIXTEEN = 16 * 365 + 4
"""Days to the sixteenth birthday."""


@dataclass(frozen=True)
class Handleplaner:
    """One entry per plan; `stoette` is the decision on the parents' support, `tilbudt` the offer."""

    sag: Ints
    type: Ints
    oprettet: Ints
    afsluttet: Ints
    antal_maal: Ints
    stoette: Ints
    tilbudt: Ints
    svar: Ints

    @property
    def earliest(self) -> Ints:
        """The first day that anything of the plan is known."""
        return np.minimum(self.oprettet, self.tilbudt)


def _of_child(dice: Dice, born: Ints, closed: Ints, indsatser: Indsatser, holders: Holders) -> Handleplaner:
    """The child's plan: before the decision by chance, else late or never."""
    i = indsatser
    who = np.flatnonzero((i.kategori != TIDLIG_INDSATS) & (i.afgoerelse < NEVER)).astype(np.int64)
    count, decided = len(who), i.afgoerelse[who]
    team, _ = holders.on(i.sag[who], decided)
    in_time = dice.succeeds(chance("7.1", decided, team), count)
    oprettet = np.where(in_time, decided - dice.ints(0, 20, count), decided + 1 + dice.ints(0, 150, count))
    written = in_time | dice.succeeds(700, count)
    end = np.where(i.bortfaldet[who] < NEVER, i.bortfaldet[who], i.end[who])
    written &= (oprettet < end) & (oprettet < closed[i.sag[who]])
    few = dice.succeeds(chance("7.2", oprettet, team), count)
    other = np.array((0, 1, 2, 2, 6, 7, 9, MISSING))[dice.ints(0, 7, count)]
    # Today's law gives the young a plan of their own.
    young = (decided >= BARNETS_LOV) & (decided >= born[i.sag[who]] + _SIXTEEN)
    type_ = np.where(dice.succeeds(50, count) | young, UNGEPLAN, BARN)
    never = np.full(count, NEVER, dtype=np.int64)
    maal = np.where(few, dice.ints(3, 5, count), other)
    plans = Handleplaner(
        i.sag[who], type_, oprettet, end, maal, never, never, np.full(count, MISSING, dtype=np.int64)
    )
    return chosen(plans, written)


def _of_parents(era: Era, dice: Dice, closed: Ints, indsatser: Indsatser, holders: Holders) -> Handleplaner:
    """The parents' plan in a case with a placement: offered, answered, decided, drawn up."""
    first = np.full(len(closed), NEVER, dtype=np.int64)
    placed = (indsatser.kategori == ANBRINGELSE) & indsatser.begun
    np.minimum.at(first, indsatser.sag[placed], indsatser.start[placed])
    sag = np.flatnonzero(first < NEVER).astype(np.int64)
    count, start = len(sag), np.maximum(first[sag], era.begin - 150)
    team, _ = holders.on(sag, start + 200)
    month = month_reached("7.5", dice.ints(0, 999, count), team)
    on_its_way = first_of_month(np.minimum(month, 700))
    oprettet = np.maximum(on_its_way + dice.ints(0, 28, count), start + dice.ints(5, 60, count))
    oprettet = only_if((month < 700) & (oprettet < closed[sag]), oprettet)
    gets = dice.succeeds(880, count)
    asked = np.where(oprettet < NEVER, oprettet - dice.ints(10, 60, count), start + dice.ints(20, 700, count))
    tilbudt = only_if(gets & (asked < closed[sag]), asked)
    yes = dice.succeeds(chance("7.6", np.minimum(tilbudt, era.end), team), count)
    svar = np.where(yes, JA, np.where(dice.succeeds(850, count), NEJ, MISSING))
    maal = np.where(oprettet < NEVER, dice.ints(1, 5, count), MISSING)
    decided = only_if(dice.succeeds(960, count), oprettet - dice.ints(0, 12, count))
    # Most parents who say no to a plan have nevertheless had a decision on support.
    refused = (oprettet == NEVER) & (svar == NEJ) & (tilbudt < NEVER) & dice.succeeds(600, count)
    plans = Handleplaner(
        sag=sag,
        type=np.full(count, FORAELDRE, dtype=np.int64),
        oprettet=oprettet,
        afsluttet=only_if(oprettet < NEVER, np.maximum(closed[sag], oprettet)),
        antal_maal=maal,
        stoette=np.where(refused, tilbudt + dice.ints(0, 20, count), decided),
        tilbudt=tilbudt,
        svar=svar,
    )
    return chosen(plans, (oprettet < NEVER) | (tilbudt < NEVER))


def build(
    era: Era, seed: int, block: int, born: Ints, closed: Ints, indsatser: Indsatser, holders: Holders
) -> Handleplaner:
    """Every plan of one block, in the order they become known."""
    plans = joined(
        [
            _of_child(Dice(seed, block, 110), born, closed, indsatser, holders),
            _of_parents(era, Dice(seed, block, 111), closed, indsatser, holders),
        ]
    )
    return chosen(plans, np.argsort(plans.earliest, kind="stable"))
