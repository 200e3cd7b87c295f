"""Measures: what is decided, when it begins and ends, what runs beside or after it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.synthetic.craft.arrays import NEVER, Bools, Ints, chosen, joined, only_if
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import Era, plus_months, weekday_after, weekday_before
from tools.synthetic.craft.dice import Dice
from tools.synthetic.history.population import EARLY_HELP, EARLY_HELP_BEFORE, PLACED, SUPPORTED, Sager
from tools.synthetic.history.undersoegelser import DISTRIKT_TEAM

KATEGORIER = ("forebyggende_11_3", "forebyggende_52", "aflastning", "anbringelse")
TIDLIG_INDSATS, FOREBYGGENDE, AFLASTNING, ANBRINGELSE, INGEN = range(5)
LEVERANDOERER = ("privat", "familiehus", "kommunal")
_LENGTHS = np.array(((0, 0), (150, 800), (360, 1400), (500, 3600)), dtype=np.int64)
"""Shortest and longest days of each kind but early help, whose length follows the chance of 4.1."""


@dataclass(frozen=True)
class Indsatser:
    """One entry per measure; `start` is NEVER and `bortfaldet` set where it fell away before it began."""

    sag: Ints
    kategori: Ints
    leverandoer: Ints
    henvist: Ints
    afgoerelse: Ints
    start: Ints
    end: Ints
    bortfaldet: Ints
    til_bfu: Bools

    @property
    def begun(self) -> Bools:
        """Whether the measure ever started."""
        return self.start < NEVER


def _length(dice: Dice, kategori: Ints, begins: Ints, short: Bools, stock_on: int | None) -> Ints:
    """How many days a measure runs; early help within or beyond six months, as `short` says.

    `stock_on` is the day the stock still runs on, for measures of the stock.
    """
    count, early = len(kategori), kategori == TIDLIG_INDSATS
    six = plus_months(begins, 6) - begins
    early_length = np.where(
        short, np.maximum(six - dice.ints(0, 110, count), 20), six + dice.ints(1, 140, count)
    )
    start, end = _LENGTHS[kategori].T
    whole = np.where(early, early_length, dice.ints(start, end, count))
    # What the stock has left to run: anything up to the longest of its kind.
    rest = dice.ints(5, np.where(early, 150, end), count)
    return np.asarray(whole if stock_on is None else stock_on - begins + rest, dtype=np.int64)


def decide(
    dice: Dice,
    sager: Sager,
    sag: Ints,
    kategori: Ints,
    decided: Ints,
    start: Ints | None = None,
    stock_on: int | None = None,
) -> Indsatser:
    """Measures decided on a day; `start` is given for the stock's of a day, else drawn by 7.4."""
    count, team, stop = len(sag), DISTRIKT_TEAM[sager.distrikt[sag]], sager.stop[sag]
    at_once = dice.succeeds(chance("7.4", decided + 28, team), count)
    soon = weekday_before(decided + dice.ints(2, 28, count))
    begins = np.where(at_once, soon, weekday_after(decided + dice.ints(29, 95, count)))
    begins = begins if start is None else start
    falls_away = dice.succeeds(30 if start is None else 0, count)
    leverandoer = dice.choose((40, 35, 25), count)
    short = dice.succeeds(chance("4.1", begins + 182, team) + 150 * (leverandoer == 1), count)
    end = begins + _length(dice, kategori, begins, short, stock_on)
    begun = ~falls_away & (begins < stop)
    has_afgoerelse = (kategori != TIDLIG_INDSATS) & dice.succeeds(975, count)
    entries = Indsatser(
        sag=sag,
        kategori=kategori,
        leverandoer=leverandoer,
        henvist=weekday_before(decided - dice.ints(0, 20, count)),
        afgoerelse=only_if(has_afgoerelse, decided),
        start=only_if(begun, begins),
        end=only_if(begun, np.minimum(end, stop)),
        bortfaldet=only_if(falls_away, weekday_after(decided + dice.ints(8, 60, count))),
        til_bfu=np.zeros(count, dtype=bool),
    )
    return chosen(entries, decided < stop)


def running_or_early(era: Era, dice: Dice, sager: Sager) -> Indsatser:
    """Measures running on the first day, and the early help new cases go straight to."""
    parts = []
    for way, kategorier in (
        (PLACED, (0, 0, 0, 1)),
        (SUPPORTED, (0, 75, 25, 0)),
        (EARLY_HELP_BEFORE, (1, 0, 0, 0)),
    ):
        sag = np.flatnonzero(sager.way == way).astype(np.int64)
        kategori = dice.choose(kategorier, len(sag))
        back = dice.ints(5, np.where(kategori == TIDLIG_INDSATS, 150, 1500), len(sag))
        start = np.maximum(era.begin - back, sager.oprettet[sag] + 14)
        decided = start - dice.ints(3, 50, len(sag))
        parts.append(decide(dice, sager, sag, kategori, decided, start, era.begin))
    new = np.flatnonzero(sager.way == EARLY_HELP).astype(np.int64)
    decided = weekday_after(sager.oprettet[new] + dice.ints(7, 45, len(new)))
    parts.append(decide(dice, sager, new, np.zeros(len(new), dtype=np.int64), decided))
    return joined(parts)


def beside_others(era: Era, dice: Dice, sager: Sager, indsatser: Indsatser) -> Indsatser:
    """Preventive measures beside a placement or another measure: meetings then concern several."""
    possible = indsatser.begun & (indsatser.kategori != TIDLIG_INDSATS)
    who = np.flatnonzero(possible & dice.succeeds(280, len(possible)))
    start = np.maximum(indsatser.start[who] + dice.ints(10, 300, len(who)), era.begin - 200)
    within = start < np.minimum(indsatser.end[who], era.end)
    sag, start = indsatser.sag[who][within], start[within]
    kategori = np.where(dice.succeeds(250, len(sag)), AFLASTNING, FOREBYGGENDE)
    return decide(dice, sager, sag, kategori, weekday_after(start))


def with_changes_of_place(era: Era, dice: Dice, indsatser: Indsatser) -> Indsatser:
    """Some placements are followed by another: mostly the day they end, now and then some months after.

    The first half ends, the second is new; in between the child is at home.
    """
    count = len(indsatser.sag)
    start = np.maximum(indsatser.start, era.begin)
    middle = start + dice.ints(60, np.maximum(indsatser.end - start - 60, 60), count)
    changes = (indsatser.kategori == ANBRINGELSE) & indsatser.begun & (middle < indsatser.end)
    changes &= dice.succeeds(350, count)
    again = middle + only_if(dice.succeeds(150, count), dice.ints(20, 200, count), 0)
    again = np.where(again < indsatser.end, again, middle)
    values = vars(indsatser)
    before = Indsatser(**{**values, "end": np.where(changes, middle, indsatser.end)})
    following = Indsatser(**{**values, "start": again, "afgoerelse": again - 10, "henvist": middle - 20})
    return joined([before, chosen(following, changes)])
