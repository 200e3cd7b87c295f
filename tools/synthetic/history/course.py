"""What happens in a case: examinations, measures, and the day it closes.

Examinations lead to measures and early help leads to examinations, so they are drawn in rounds.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import NEVER, Ints, chosen, joined, only_if
from tools.synthetic.craft.days import Era, day, weekday_after
from tools.synthetic.craft.dice import Dice
from tools.synthetic.history.indsatser import (
    INGEN,
    TIDLIG_INDSATS,
    Indsatser,
    beside_others,
    decide,
    running_or_early,
    with_changes_of_place,
)
from tools.synthetic.history.population import Sager, Underretninger
from tools.synthetic.history.undersoegelser import FAERDIG, Undersoegelser, first_undersoegelser, investigate

NEW_UNDERSOEGELSER_IN_OPEN = 145
_UDFALD = (180, 310, 70, 108, 332)
_UDFALD_IN_OPEN = (60, 270, 40, 112, 518)


def _after_undersoegelse(
    dice: Dice, sager: Sager, bfu: Undersoegelser, weights: tuple[int, ...]
) -> Indsatser:
    """What finished examinations lead to."""
    finished = chosen(bfu, (bfu.afslutning == FAERDIG) & (bfu.afsluttet < NEVER))
    udfald = dice.choose(weights, len(finished.sag))
    onward = udfald != INGEN
    decided = weekday_after(finished.afsluttet + dice.ints(2, 26, len(udfald)))
    return decide(dice, sager, finished.sag[onward], udfald[onward], decided[onward])


def _from_early_help(
    era: Era, dice: Dice, sager: Sager, indsatser: Indsatser
) -> tuple[Undersoegelser, Indsatser]:
    """Early help that turns out not to be enough: an examination within it or in the half year after."""
    count = len(indsatser.sag)
    early = (indsatser.kategori == TIDLIG_INDSATS) & indsatser.begun & (indsatser.start >= era.begin)
    kind = dice.choose((15, 10, 75), count)
    within, after = early & (kind == 0), early & (kind == 1)
    startet = np.where(
        within,
        indsatser.start + dice.ints(20, np.maximum(indsatser.end - indsatser.start, 20), count),
        indsatser.end + dice.ints(5, 170, count),
    )
    who = within | after
    new = investigate(
        dice,
        sager,
        indsatser.sag[who],
        startet[who] - dice.ints(0, 20, int(who.sum())),
        startet[who],
    )
    # A measure that turned into an examination ends when the examination begins.
    values = {**vars(indsatser), "end": np.where(within, startet, indsatser.end), "til_bfu": within}
    return new, Indsatser(**values)


def _in_open_sager(era: Era, dice: Dice, sager: Sager, indsatser: Indsatser) -> Undersoegelser:
    """New examinations, all through each year, of children who already have a measure."""
    active_until = np.zeros(len(sager), dtype=np.int64)
    np.maximum.at(active_until, indsatser.sag, only_if(indsatser.begun, indsatser.end, 0))
    parts, last = [], np.zeros(0, dtype=np.int64)
    for year in era.years:
        first = day(date(year, 1, 1))
        possible = np.flatnonzero((sager.oprettet < first - 250) & (active_until > first + 300)).astype(
            np.int64
        )
        who = dice.sample(np.setdiff1d(possible, last), NEW_UNDERSOEGELSER_IN_OPEN)
        startet = weekday_after(first + dice.ints(0, 364, len(who)))
        parts.append(investigate(dice, sager, who, startet - dice.ints(0, 20, len(who)), startet))
        last = who
    return joined(parts)


def build(era: Era, seed: int, block: int, sager: Sager) -> tuple[Undersoegelser, Indsatser]:
    """Every examination and measure of one block, each in the order of its start."""
    dice = Dice(seed, block, 4)
    first = first_undersoegelser(era, dice, sager)
    after_first = _after_undersoegelse(dice, sager, first, _UDFALD)
    indsatser = joined([running_or_early(era, dice, sager), after_first])
    from_early_help, indsatser = _from_early_help(era, dice, sager, indsatser)
    indsatser = joined([indsatser, _after_undersoegelse(dice, sager, from_early_help, _UDFALD)])
    in_open = _in_open_sager(era, dice, sager, indsatser)
    indsatser = joined([indsatser, _after_undersoegelse(dice, sager, in_open, _UDFALD_IN_OPEN)])
    indsatser = joined([indsatser, beside_others(era, dice, sager, indsatser)])
    indsatser = with_changes_of_place(era, dice, indsatser)
    bfu = joined([first, from_early_help, in_open])
    order = np.minimum(np.minimum(indsatser.start, indsatser.bortfaldet), indsatser.henvist)
    return (
        chosen(bfu, np.argsort(bfu.startet, kind="stable")),
        chosen(indsatser, np.argsort(order, kind="stable")),
    )


def closing_days(
    era: Era,
    seed: int,
    block: int,
    sager: Sager,
    bfu: Undersoegelser,
    indsatser: Indsatser,
    underretninger: Underretninger,
) -> Ints:
    """The day each case closes: some weeks after its last business, or the day it cannot outlive."""
    dice = Dice(seed, block, 5)
    last = np.maximum(sager.oprettet, np.where(sager.oprettet < era.begin, era.begin, 0))
    finished = bfu.afsluttet < NEVER
    np.maximum.at(last, bfu.sag[finished], bfu.afsluttet[finished])
    under_way = indsatser.begun
    np.maximum.at(last, indsatser.sag[under_way], indsatser.end[under_way])
    with_sag = underretninger.sag >= 0
    np.maximum.at(last, underretninger.sag[with_sag], underretninger.day[with_sag])
    natural = weekday_after(last + dice.ints(12, 95, len(sager)))
    return np.asarray(np.minimum(natural, sager.stop), dtype=np.int64)
