"""Examinations of children: when they begin, whether they end in time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.synthetic.craft.arrays import NEVER, Ints, chosen, only_if
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import Era, plus_months, weekday_after, weekday_before
from tools.synthetic.craft.dice import Dice
from tools.synthetic.history.organisation import NORD, SYD, VEST
from tools.synthetic.history.population import INVESTIGATED, INVESTIGATED_BEFORE, Sager

FAERDIG, AFBRUDT = range(2)
DISTRIKT_TEAM = np.array((NORD, SYD, VEST), dtype=np.int64)
"""The team of each district."""


@dataclass(frozen=True)
class Undersoegelser:
    """One entry per børnefaglig undersøgelse."""

    sag: Ints
    opmaerksom: Ints
    startet: Ints
    afsluttet: Ints
    afslutning: Ints

    def ended_by(self, last: int) -> Ints:
        """The day each ended; the history's last for those that never do."""
        return np.minimum(self.afsluttet, last)

    @property
    def frist(self) -> Ints:
        """Four months from the day the municipality became aware, else from the start."""
        return plus_months(np.where(self.opmaerksom < NEVER, self.opmaerksom, self.startet), 4)


def investigate(dice: Dice, sager: Sager, sag: Ints, opmaerksom: Ints, startet: Ints) -> Undersoegelser:
    """Examinations of these cases: ended in time by the district's chance, some broken off or still open."""
    count = len(sag)
    new = Undersoegelser(
        sag,
        only_if(dice.succeeds(880, count), opmaerksom),
        startet,
        startet,
        np.zeros(count, dtype=np.int64),
    )
    frist = new.frist
    in_time = dice.succeeds(chance("6.8", frist, DISTRIKT_TEAM[sager.distrikt[sag]]), count)
    # Most are finished in the last weeks before the deadline; the late ones thin out with time.
    early = weekday_before(frist - np.minimum(dice.ints(0, 70, count), dice.ints(0, 70, count)))
    late = np.minimum(dice.ints(1, 150, count), dice.ints(1, 150, count))
    end = np.maximum(np.where(in_time, early, weekday_after(frist + late)), startet + 10)
    afbrudt = dice.succeeds(55, count)
    end = np.where(afbrudt, weekday_after(startet + dice.ints(8, 110, count)), end)
    stop = sager.stop[sag]
    stopped = end >= stop
    # A case that ends takes its examination with it; where nobody wrote so, the examination stays open.
    end = np.where(stopped, only_if(dice.succeeds(550, count), stop), end)
    afslutning = np.where(afbrudt | stopped, AFBRUDT, FAERDIG)
    entries = Undersoegelser(sag, new.opmaerksom, startet, end, afslutning)
    return chosen(entries, startet < stop)


def first_undersoegelser(era: Era, dice: Dice, sager: Sager) -> Undersoegelser:
    """Those of new cases on that way, and those under way on the first day."""
    new = np.flatnonzero(sager.way == INVESTIGATED).astype(np.int64)
    old = np.flatnonzero(sager.way == INVESTIGATED_BEFORE).astype(np.int64)
    opmaerksom = np.concatenate(
        [
            sager.oprettet[new] + dice.ints(0, 18, len(new)),
            np.maximum(sager.oprettet[old], era.begin - dice.ints(20, 130, len(old))),
        ]
    )
    sag = np.concatenate([new, old])
    startet = weekday_after(opmaerksom + dice.ints(0, 24, len(sag)))
    return investigate(dice, sager, sag, opmaerksom, startet)
