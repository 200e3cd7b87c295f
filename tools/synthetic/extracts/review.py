"""What a case review looks at: which cases are drawn, which questions are put, and what they read.

Each question concerns one kind of thing in a case; where the case has none of that kind, the answer is that
the question is not relevant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.synthetic.craft.arrays import MISSING, NEVER, Bools, Ints, chosen, joined
from tools.synthetic.craft.days import Era, first_of_month
from tools.synthetic.craft.dice import Dice
from tools.synthetic.extracts.questions import LEADING, OTHERS, PLANS, Question
from tools.synthetic.history.handleplaner import BARN, FORAELDRE
from tools.synthetic.history.indsatser import ANBRINGELSE, TIDLIG_INDSATS
from tools.synthetic.history.organisation import FIRST_LEADER
from tools.synthetic.history.undersoegelser import FAERDIG
from tools.synthetic.history.world import World

Grid = NDArray[np.bool_]
"""Reviews by questions."""

TILFAELDIG, KRITERIER, ALLE = range(3)
_CRITERIA_IN, _EVERY_IN = (1, 4, 7, 10), (5, 11)
"""Months of the year, from 0, with a review of cases chosen by criteria, and of the whole backlog."""
_BY_CRITERIA = 5
_FIRST_MONTH, _FIRST_DRAWN = 14, 17
"""Months of the history, from 0, in which review begins, and from which the draw is written down."""
_OTHERS_ASKED = 340
"""In thousand reviews, those that put another plan's questions besides the leading one's."""
_SMALL, _LARGER = 7 * 365, 10 * 365 + 3
"""Days to the seventh and the tenth birthday."""
_WAITED = 14
"""So many days without the measure decided, and the family has waited."""


def drawn_from(era: Era) -> int:
    """Before this day the leaders chose the cases by hand and kept no more than the answers."""
    return int(first_of_month(era.months[_FIRST_DRAWN : _FIRST_DRAWN + 1])[0])


@dataclass(frozen=True)
class Reviews:
    """One entry per review of a case; `again` is the review of which it is the second reading, or MISSING."""

    sag: Ints
    team: Ints
    raadgiver: Ints
    asof: Ints
    day: Ints
    udvaelgelse: Ints
    again: Ints


def _reviews(world: World, dice: Dice, sag: Ints, asof: int, udvaelgelse: int) -> Reviews:
    """Reviews of some cases, each some day in the fortnight after they were drawn."""
    count = len(sag)
    team, raadgiver = world.holders.on(sag, np.full(count, asof))
    return Reviews(
        sag,
        team,
        raadgiver,
        np.full(count, asof, dtype=np.int64),
        asof + dice.ints(0, 12, count),
        np.full(count, udvaelgelse, dtype=np.int64),
        np.full(count, MISSING, dtype=np.int64),
    )


def _one_each(world: World, dice: Dice, asof: int) -> Ints:
    """One open case of each caseworker on a day; leaders review, but are not reviewed."""
    s = world.sager
    open_ = np.flatnonzero((s.oprettet < asof - 20) & (world.closed > asof - 40)).astype(np.int64)
    shuffled = open_[np.argsort(dice.ints(0, 1 << 30, len(open_)), kind="stable")]
    _, raadgiver = world.holders.on(shuffled, np.full(len(shuffled), asof))
    shuffled, raadgiver = shuffled[raadgiver < FIRST_LEADER], raadgiver[raadgiver < FIRST_LEADER]
    return shuffled[np.unique(raadgiver, return_index=True)[1]]


def _often_notified(world: World, dice: Dice, asof: int) -> Ints:
    """Some of the cases with three notifications in as many months."""
    h = world.underretninger
    recent = h.sag[(h.sag >= 0) & (h.day > asof - 92) & (h.day <= asof - 5)]
    count = np.bincount(recent, minlength=len(world.sager))
    often = np.flatnonzero((count >= 3) & (world.closed > asof)).astype(np.int64)
    return dice.sample(often, _BY_CRITERIA)


def _backlog(world: World, asof: int) -> Ints:
    """Every case whose old examination was finished in the half year before."""
    b = world.bfu
    old = (b.frist < world.era.begin + 366) & (b.afslutning == FAERDIG)
    return np.unique(b.sag[old & (b.afsluttet <= asof) & (b.afsluttet > asof - 184)])


def draw(world: World, dice: Dice) -> Reviews:
    """Every review of the history: each month one case of each caseworker, now and then others besides."""
    months = world.era.months[_FIRST_MONTH:]
    parts = []
    for month, first in zip(months, first_of_month(months), strict=True):
        asof = int(first) + 14
        parts.append(_reviews(world, dice, _one_each(world, dice, asof), asof, TILFAELDIG))
        if asof < drawn_from(world.era):
            continue
        if month % 12 in _CRITERIA_IN:
            parts.append(_reviews(world, dice, _often_notified(world, dice, asof), asof, KRITERIER))
        if month % 12 in _EVERY_IN:
            parts.append(_reviews(world, dice, _backlog(world, asof), asof, ALLE))
    return _read_again(world.era, dice, joined(parts))


def _read_again(era: Era, dice: Dice, first: Reviews) -> Reviews:
    """The reviews, and after them the second readings of one in twelve of those drawn by lot."""
    by_lot = (first.udvaelgelse == TILFAELDIG) & (first.asof >= drawn_from(era))
    both = np.flatnonzero(by_lot & dice.succeeds(85, len(first.sag)))
    again = chosen(first, both)
    second = Reviews(
        again.sag,
        again.team,
        again.raadgiver,
        again.asof,
        again.day + dice.ints(1, 9, len(both)),
        again.udvaelgelse,
        both.astype(np.int64),
    )
    return joined([first, second])


def _in_force(reviews: Reviews, questions: Mapping[str, Question]) -> Grid:
    """Whether a review falls in the years of each question's plan."""
    year = reviews.asof.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    years = np.array([PLANS[q.plan] for q in questions.values()], dtype=np.int64)
    return np.asarray((year[:, None] >= years[:, 0]) & (year[:, None] <= years[:, 1]))


def asked(reviews: Reviews) -> Grid:
    """The leading plan's questions put at each review: all, but of the backlog only those about it."""
    about_backlog = np.array([m in ("6.9", "6.12") for m in LEADING])
    about_underretning = np.array([q.about == "underretning" for q in LEADING.values()])
    grid = np.ones((len(reviews.sag), len(LEADING)), dtype=bool)
    grid[reviews.udvaelgelse == ALLE] = about_backlog
    grid[reviews.udvaelgelse == KRITERIER] = about_underretning
    return np.asarray(grid & _in_force(reviews, LEADING))


def asked_of_others(world: World, dice: Dice, reviews: Reviews) -> Grid:
    """The other plans' questions: put at reviews by lot, in the leading plan's years only at some of them."""
    led = _in_force(reviews, LEADING)[:, 0]
    put = (reviews.udvaelgelse == TILFAELDIG) & (reviews.asof >= drawn_from(world.era)) & (reviews.again < 0)
    put &= dice.succeeds(np.where(led, _OTHERS_ASKED, 1000), len(put))
    return np.asarray(_in_force(reviews, OTHERS) & put[:, None])


@dataclass(frozen=True)
class Things:
    """What the questions about one kind of thing read, by review: its place in the history and its day."""

    place: Ints
    day: Ints

    @property
    def found(self) -> Bools:
        """Whether the case has any."""
        return self.place >= 0


def _latest(reviews: Reviews, sag: Ints, days: Ints, which: Bools) -> Things:
    """The latest of some entries in each reviewed case by the day it was drawn."""
    of = np.flatnonzero(which).astype(np.int64)
    of = of[np.lexsort((of, days[of], sag[of]))]
    span = 1 << 20
    key = np.searchsorted(sag[of] * span + days[of], reviews.sag * span + reviews.asof, side="right") - 1
    place = of[key.clip(0)] if len(of) else np.full(len(key), MISSING, dtype=np.int64)
    hit = (key >= 0) & (sag[place] == reviews.sag)
    return Things(np.where(hit, place, MISSING), np.where(hit, days[place], NEVER))


def things(world: World, reviews: Reviews) -> dict[str, Things]:
    """For each kind of thing that questions are about, what stands in each reviewed case."""
    b, i, h, p = world.bfu, world.indsatser, world.underretninger, world.handleplaner
    finished = b.afslutning == FAERDIG
    every = np.arange(len(world.sager), dtype=np.int64)
    decided = (i.kategori != TIDLIG_INDSATS) & (i.afgoerelse < NEVER)
    waited = decided & (np.minimum(i.start, i.bortfaldet) > i.afgoerelse + _WAITED)
    begun = np.minimum(i.start, i.afgoerelse)
    age = reviews.asof - world.sager.born[reviews.sag]
    itself = Things(reviews.sag, np.full(len(reviews.sag), NEVER, dtype=np.int64))
    found = {
        "underretning": _latest(reviews, h.sag, h.day + 14, h.sag >= 0),
        "bfu": _latest(reviews, b.sag, b.afsluttet, finished),
        "efterslaeb": _latest(reviews, b.sag, b.afsluttet, finished & (b.frist < b.afsluttet)),
        "indsats": _latest(reviews, i.sag, i.afgoerelse, decided),
        "ventende": _latest(reviews, i.sag, i.afgoerelse, waited),
        "barnets_plan": _latest(reviews, p.sag, p.oprettet, (p.type == BARN) & (p.oprettet < NEVER)),
        "foraeldres_plan": _latest(reviews, p.sag, p.oprettet, (p.type == FORAELDRE) & (p.oprettet < NEVER)),
        "lukket": _latest(reviews, every, world.closed, world.closed < NEVER),
        "tidlig_indsats": _latest(reviews, i.sag, i.start, i.begun & (i.kategori == TIDLIG_INDSATS)),
        "anbringelse": _latest(reviews, i.sag, begun, i.begun & (i.kategori == ANBRINGELSE)),
        "sag": itself,
        "lille_barn": Things(np.where(age < _SMALL, itself.place, MISSING), itself.day),
        "stoerre_barn": Things(np.where(age >= _LARGER, itself.place, MISSING), itself.day),
    }
    u = found["underretning"]
    found["underretning"] = Things(u.place, np.where(u.found, u.day - 14, NEVER))
    return found
