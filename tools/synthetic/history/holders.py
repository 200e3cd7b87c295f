"""Who holds each case, day by day: from the reception to a district, to placement, to a successor."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tools.synthetic.craft.arrays import NEVER, Bools, Ints, chosen, only_if
from tools.synthetic.craft.dice import Dice
from tools.synthetic.history.indsatser import ANBRINGELSE, Indsatser
from tools.synthetic.history.organisation import ANBRINGELSE as ANBRINGELSE_TEAM
from tools.synthetic.history.organisation import FIRST_LEADER, MODTAGELSEN, VEST, Organisation
from tools.synthetic.history.population import PLACED, Sager
from tools.synthetic.history.undersoegelser import DISTRIKT_TEAM, Undersoegelser

_SPAN = 1 << 20
"""More days than any history; case times this plus day sorts holders by case and day."""


@dataclass(frozen=True)
class Holders:
    """One entry per case and holder, sorted by case and first day; `til` is its last day or NEVER."""

    sag: Ints
    fra: Ints
    til: Ints
    team: Ints
    raadgiver: Ints

    def _row(self, sag: Ints, days: Ints) -> Ints:
        key = self.sag * _SPAN + self.fra
        found = np.searchsorted(key, sag * _SPAN + np.clip(days, 0, _SPAN - 1), side="right") - 1
        first = np.searchsorted(self.sag, sag, side="left")
        return np.maximum(found, first).astype(np.int64)

    def on(self, sag: Ints, days: Ints) -> tuple[Ints, Ints]:
        """Team and caseworker holding each case on a day; the first ones before the case's first row."""
        row = self._row(sag, days)
        return self.team[row], self.raadgiver[row]


@dataclass(frozen=True)
class _Assignment:
    """A case given to a position from a day on."""

    sag: Ints
    fra: Ints
    position: Ints


def _draw(dice: Dice, org: Organisation, team: Ints) -> Ints:
    """A position in each of the teams."""
    position = np.zeros(len(team), dtype=np.int64)
    for h in np.unique(team):
        here, possible = team == h, org.positions(int(h))
        position[here] = possible[dice.ints(0, len(possible) - 1, int(here.sum()))]
    return position


def _first_day(count: int, sag: Ints, days: Ints) -> Ints:
    """The earliest of the given days for each case, NEVER where it has none."""
    earliest = np.full(count, NEVER, dtype=np.int64)
    np.minimum.at(earliest, sag, days)
    return earliest


def _transitions(
    dice: Dice, org: Organisation, sager: Sager, bfu: Undersoegelser, indsatser: Indsatser
) -> list[_Assignment]:
    """Creation, hand-over to the district when work begins, and hand-over when a child is placed."""
    count = len(sager)
    entries = np.arange(count, dtype=np.int64)
    distrikt = DISTRIKT_TEAM[sager.distrikt]
    old = sager.oprettet < org.era.begin
    placed = old & (sager.way == PLACED) & dice.succeeds(700, count)
    begun = np.where(old, np.where(placed, ANBRINGELSE_TEAM, distrikt), MODTAGELSEN)
    work = np.minimum(
        _first_day(count, bfu.sag, bfu.startet), _first_day(count, indsatser.sag, indsatser.henvist)
    )
    sent = only_if(~old & (work < NEVER), np.maximum(work, sager.oprettet + 1 + dice.ints(0, 12, count)))
    is_anbringelse = (indsatser.kategori == ANBRINGELSE) & indsatser.begun
    place = _first_day(count, indsatser.sag[is_anbringelse], indsatser.start[is_anbringelse])
    onward = dice.succeeds(700, count) & (place < NEVER) & ~placed & (sager.way != PLACED)
    moved = only_if(onward, np.maximum(place, sent * (sent < NEVER)) + dice.ints(7, 45, count))
    first_position = _draw(dice, org, begun)
    has, gets = np.flatnonzero(sent < NEVER), np.flatnonzero(moved < NEVER)
    anbringelse = np.full(len(gets), ANBRINGELSE_TEAM, dtype=np.int64)
    return [
        _Assignment(entries, sager.oprettet, first_position),
        _Assignment(has, sent[has], _draw(dice, org, distrikt[has])),
        _Assignment(gets, moved[gets], _draw(dice, org, anbringelse)),
    ]


def _until(sag: Ints, fra: Ints, otherwise: Ints) -> Ints:
    """The first day of the case's next entry, else the given day; entries are sorted by case and day."""
    same = np.append(sag[1:] == sag[:-1], False)
    return np.where(same, np.append(fra[1:], 0), otherwise)


def _in_order(sag: Ints, fra: Ints) -> Ints:
    """Order by case and day, the last of several on one day alone."""
    order = np.argsort(sag * _SPAN + fra, kind="stable")
    key = (sag * _SPAN + fra)[order]
    return np.asarray(order[np.append(key[1:] != key[:-1], True)], dtype=np.int64)


def _or_leader(org: Organisation, held: Holders) -> Ints:
    """The holder, but in a few cases of the teams that work in the home the team's leader."""
    own = (held.sag % 61 == 7) & (held.team != MODTAGELSEN) & org.has_leaders
    return np.where(own, FIRST_LEADER + np.minimum(held.team, VEST), held.raadgiver)


def build(
    seed: int, org: Organisation, sager: Sager, closed: Ints, bfu: Undersoegelser, indsatser: Indsatser
) -> Holders:
    """Holders of every case, with a new entry when a position changes hands or its team is taken over."""
    dice = Dice(seed, org.block, 6)
    parts = _transitions(dice, org, sager, bfu, indsatser)
    sag, fra, position = (np.concatenate([getattr(d, f) for d in parts]) for f in ("sag", "fra", "position"))
    within: Bools = fra <= np.maximum(closed[sag], sager.oprettet[sag])
    sag, fra, position = sag[within], fra[within], position[within]
    order = _in_order(sag, fra)
    sag, fra, position = sag[order], fra[order], position[order]
    til = _until(sag, fra, closed[sag] + 1)
    spans: list[Holders] = []
    for nr in range(org.part_from.shape[1]):
        low, high = (
            np.maximum(fra, org.part_from[position, nr]),
            np.minimum(til, org.part_until[position, nr]),
        )
        spans.append(Holders(sag, low, high, org.part_team[position, nr], org.part_raadgiver[position, nr]))
    entries = Holders(*(np.concatenate([getattr(d, f) for d in spans]) for f in Holders.__dataclass_fields__))
    entries = chosen(entries, entries.fra < entries.til)
    entries = chosen(entries, _in_order(entries.sag, entries.fra))
    entries = replace(entries, raadgiver=_or_leader(org, entries))
    end = _until(entries.sag, entries.fra, only_if(closed[entries.sag] < NEVER, closed[entries.sag] + 1))
    return Holders(entries.sag, entries.fra, only_if(end < NEVER, end - 1), entries.team, entries.raadgiver)
