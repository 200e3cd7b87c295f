"""The extract of caseworkers' answers to questionnaires."""

from __future__ import annotations

from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import Ints
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import day
from tools.synthetic.craft.table import Table
from tools.synthetic.history.organisation import TEAM_ID
from tools.synthetic.history.world import World

SPOERGSMAAL = ("tydelig_ledelse", "loeft", "bliver_lyttet_til")
ROUNDS = tuple(day(date(*d)) for d in (
    (2020, 11, 9), (2021, 4, 12), (2021, 8, 16), (2021, 12, 6),
    (2022, 4, 19), (2022, 8, 15), (2022, 12, 5), (2023, 6, 5),
))  # fmt: skip
_LOEFT_FROM = 3
"""The first round that asks about the lift is a baseline; the plan counts from the one after."""
_REPLIES_PER_MILLE = (900, 1000, 450, 980, 950, 950, 950, 950)
"""How many answer in each round; in the third too few for any team's own figure to be shown."""
_LISTENED_TO, _LISTENED_TO_FROM, _FAMILIES = 2, 1, 9
"""What families are asked, from the second round on, and how many of each team's answer at most."""


def _families(world: World, nr: int, teams: Ints) -> tuple[Ints, ...]:
    """Team, question, day and score of what children and parents answer in a round."""
    dice, round_ = world.dice(200 + nr), ROUNDS[nr]
    team = np.repeat(teams, _FAMILIES)
    team = team[dice.succeeds(800, len(team))]
    count = len(team)
    good = dice.succeeds(500 + 40 * nr, count)
    score = np.where(good, dice.ints(4, 5, count), dice.ints(1, 3, count))
    return team, np.full(count, _LISTENED_TO), round_ + dice.ints(0, 20, count), score


def spoergeskemasvar(world: World) -> Table:
    """One row per answer: each round, most of the caseworkers then employed, and some families."""
    org, dice = world.org, world.dice(17)
    parts: list[tuple[Ints, ...]] = []
    for nr, round_ in enumerate(ROUNDS):
        here = np.flatnonzero((org.ansat_fra <= round_) & (org.ansat_til >= round_)).astype(np.int64)
        team = org.part_team[
            org.position_of_raadgiver[here],
            (org.part_from[org.position_of_raadgiver[here]] <= round_).sum(axis=1) - 1,
        ]
        replies = dice.succeeds(_REPLIES_PER_MILLE[nr], len(here))
        for asked in range(1 if nr < _LOEFT_FROM else 2):
            good = dice.succeeds(chance("tilsyn", np.full(len(here), round_ + 200), team), len(here))
            score = np.where(good, dice.ints(4, 5, len(here)), dice.ints(1, 3, len(here)))
            days = round_ + dice.ints(0, 11, len(here))
            parts.append((team[replies], np.full(replies.sum(), asked), days[replies], score[replies]))
        if nr >= _LISTENED_TO_FROM:
            parts.append(_families(world, nr, np.unique(team)))
    team, spoergsmaal, days, score = (np.concatenate(part) for part in zip(*parts, strict=True))
    table = Table("spoergeskemasvar", days)
    table.ident("svar_id", "Q{:06d}", world.numbers(np.arange(len(days), dtype=np.int64)))
    table.ident("team_id", TEAM_ID, org.team_number(team))
    table.code("spoergsmaal", SPOERGSMAAL, spoergsmaal)
    table.number("besvaret_dato", "dato", days)
    table.number("score", "heltal", score)
    return table
