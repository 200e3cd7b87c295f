"""The extracts of teams and caseworkers."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Ints, only_if
from tools.synthetic.craft.table import Table
from tools.synthetic.history.organisation import (
    ANNOUNCED,
    FIRST_LEADER,
    FIRST_OTHER,
    FOUNDED,
    OTHERS,
    POSITIONS,
    RAADGIVER_ID,
    REORGANISED,
    SUCCESSOR,
    TEAM_ID,
    TEAMS,
    VEST,
)
from tools.synthetic.history.world import World

OMRAADER = ("visitation", "undersoegelse", "anbringelse", "andet")


def teams(world: World) -> Table:
    """The six teams of a group, written by its first block; no rows for the others."""
    org = world.org
    numbers = np.arange(len(TEAMS) if org.has_leaders else 0, dtype=np.int64)
    founded = min(FOUNDED, org.era.begin)
    closes, new = numbers == VEST, numbers == SUCCESSOR
    table = Table("teams", only_if(new, ANNOUNCED, founded))
    led = f" {org.group + 1}" if org.group else ""
    table.ident("team_id", TEAM_ID, org.team_number(numbers))
    table.text("navn", [TEAMS[n][0] + led for n in numbers])
    table.text("leder_navn", [f"Leder Prøvesen {n}" for n in org.team_number(numbers)])
    table.text("leder_email", [f"leder.{n:02d}@eksempelkommune.example" for n in org.team_number(numbers)])
    leads = org.raadgiver_number(FIRST_LEADER + np.minimum(numbers, VEST))
    table.ident("leder_raadgiver_id", RAADGIVER_ID, leads)
    table.code("omraade", OMRAADER, np.array([OMRAADER.index(TEAMS[n][1]) for n in numbers], dtype=np.int64))
    # A team's first and last day are the organisation's own plans: known when announced, not when they come.
    ahead = ANNOUNCED - REORGANISED
    table.date("aktiv_fra", only_if(new, REORGANISED, founded), only_if(new, ahead, 0))
    table.date("aktiv_til", only_if(closes, REORGANISED - 1), ahead + 1)
    announced = np.full(len(numbers), ANNOUNCED, dtype=np.int64)
    table.ident("afloest_af", TEAM_ID, org.team_number(only_if(closes, SUCCESSOR, MISSING)), announced)
    return table


ROLLER = ("raadgiver", "leder", "andet")


def raadgivere(world: World) -> Table:
    """Caseworkers of the block; with the first block of a group the teams' leaders and two others."""
    org = world.org
    count, leaders = len(org.ansat_fra), len(POSITIONS) if org.has_leaders else 0
    others = np.array(OTHERS if org.has_leaders else (), dtype=np.int64)
    extra = leaders + len(others)
    local = np.concatenate(
        [np.arange(count), FIRST_LEADER + np.arange(leaders), FIRST_OTHER + np.arange(len(others))]
    )
    ansat_fra = np.concatenate([org.ansat_fra, np.full(extra, min(FOUNDED, org.era.begin))])
    ansat_til = np.concatenate([org.ansat_til, np.full(extra, NEVER)])
    team = np.concatenate([org.team_of_position[org.position_of_raadgiver], np.arange(leaders), others])
    moves = (team == VEST) & (ansat_til >= REORGANISED)
    # The register was not asked for caseworkers' own role when they came; some have been filled in since.
    rolle = np.concatenate(
        [np.where(np.arange(count) % 3 == 0, MISSING, 0), np.full(leaders, 1), np.full(len(others), 2)]
    )

    def team_on_day(today: int) -> Ints:
        return org.team_number(np.where(moves & (today >= REORGANISED), SUCCESSOR, team))

    table = Table("raadgivere", ansat_fra)
    table.ident("raadgiver_id", RAADGIVER_ID, org.raadgiver_number(local))
    table.text("navn", [f"Rådgiver Prøvesen {n}" for n in org.raadgiver_number(local)])
    table.ident_on_day("team_id", TEAM_ID, team_on_day)
    table.date("ansat_fra", ansat_fra)
    table.date("ansat_til", ansat_til)
    table.code("rolle", ROLLER, rolle)
    return table
