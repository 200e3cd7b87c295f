"""Teams, their caseworkers, and who sits in which position on which day.

A block is one municipality's worth of cases; a larger scale is more blocks. Each block has 34
positions in five teams. Some positions change hands, and on 1 July 2021 one team closes and another
takes over its people and cases, so that closed and new teams occur.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Ints, only_if
from tools.synthetic.craft.days import Era, day
from tools.synthetic.craft.dice import Dice

TEAMS: tuple[tuple[str, str], ...] = (
    ("Modtagelsen", "visitation"),
    ("Børn og Unge Nord", "undersoegelse"),
    ("Børn og Unge Syd", "undersoegelse"),
    ("Anbringelse", "anbringelse"),
    ("Familie Vest", "undersoegelse"),
    ("Familie og Forebyggelse", "undersoegelse"),
)
MODTAGELSEN, NORD, SYD, ANBRINGELSE, VEST, SUCCESSOR = range(6)
POSITIONS = (7, 7, 7, 7, 6)
"""Positions in each of the teams that exist on the first day."""
REORGANISED = day(date(2021, 7, 1))
ANNOUNCED = day(date(2021, 5, 17))
FOUNDED = day(date(2018, 1, 1))
TEAM_ID, RAADGIVER_ID = "T{:02d}", "R{:04d}"
_RAADGIVERE_PER_BLOCK = 100
FIRST_LEADER = 90
"""Leaders' places among the caseworkers of a block; one for each of the teams that exist on the first day."""
FIRST_OTHER, OTHERS = 95, (MODTAGELSEN, ANBRINGELSE)
"""The places of staff who are neither, and their teams: a lawyer and a consultant."""


def groups(scale: int) -> int:
    """How many times the set of teams is repeated: teams grow with the square root of the scale."""
    return max(1, math.isqrt(scale))


@dataclass(frozen=True)
class Organisation:
    """The positions of one block; the arrays of parts are (position, part) and hold half-open days."""

    era: Era
    block: int
    group: int
    team_of_position: Ints
    part_from: Ints
    part_until: Ints
    part_team: Ints
    part_raadgiver: Ints
    ansat_fra: Ints
    ansat_til: Ints
    position_of_raadgiver: Ints

    def positions(self, team: int) -> Ints:
        """The positions of one of the teams that exist on the first day."""
        return np.flatnonzero(self.team_of_position == team).astype(np.int64)

    @property
    def has_leaders(self) -> bool:
        """Whether the leaders of the group's teams stand in this block: in its first alone."""
        return self.block == self.group

    def raadgiver_number(self, local: Ints) -> Ints:
        """The number in a caseworker's id; MISSING stays missing."""
        return np.where(local >= 0, local + self.block * _RAADGIVERE_PER_BLOCK + 1, MISSING)

    def team_number(self, local: Ints) -> Ints:
        """The number in a team's id; MISSING stays missing."""
        return np.where(local >= 0, local + self.group * len(TEAMS) + 1, MISSING)


def _change_day(era: Era, dice: Dice, count: int) -> Ints:
    """When a position changes hands: first of a month in the second to sixth half year; two in five never."""
    months = dice.ints(0, 30, count) + era.months[5]
    first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return only_if(dice.succeeds(600, count), first)


def build(era: Era, seed: int, block: int, scale: int) -> Organisation:
    """Draw the positions of one block."""
    dice = Dice(seed, block, 1)
    team_of_position = np.repeat(np.arange(len(POSITIONS), dtype=np.int64), POSITIONS)
    count = len(team_of_position)
    change = _change_day(era, dice, count)
    reorganised = only_if(team_of_position == VEST, REORGANISED)
    # A position has at most three parts: its two changes in order, whichever comes first.
    edges = np.sort(np.stack([change, reorganised], axis=1), axis=1)
    part_from = np.concatenate([np.full((count, 1), -NEVER, dtype=np.int64), edges], axis=1)
    part_until = np.concatenate([edges, np.full((count, 1), NEVER, dtype=np.int64)], axis=1)
    part_team = np.where(part_from >= reorganised[:, None], SUCCESSOR, team_of_position[:, None])
    successors = np.cumsum(change < NEVER) - 1 + count
    part_raadgiver = np.where(
        (part_from >= change[:, None]) & (change < NEVER)[:, None],
        successors[:, None],
        np.arange(count)[:, None],
    )
    has_successor = np.flatnonzero(change < NEVER)
    begun = era.begin - dice.ints(60, 4000, count)
    return Organisation(
        era=era,
        block=block,
        group=block % groups(scale),
        team_of_position=team_of_position,
        part_from=part_from,
        part_until=part_until,
        part_team=part_team,
        part_raadgiver=part_raadgiver,
        ansat_fra=np.concatenate([begun, change[has_successor]]),
        ansat_til=np.concatenate([only_if(change < NEVER, change - 1), np.full(len(has_successor), NEVER)]),
        position_of_raadgiver=np.concatenate([np.arange(count), has_successor]),
    )
