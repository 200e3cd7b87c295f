"""The extracts of cases and their holders."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Bools, Ints, ints
from tools.synthetic.craft.table import Table
from tools.synthetic.history.organisation import RAADGIVER_ID, TEAM_ID
from tools.synthetic.history.population import STOP_AARSAGER
from tools.synthetic.history.world import SAG_ID, World

LUKKET_AARSAGER = (*STOP_AARSAGER, "afsluttet", "andet")
_SMALL = 7 * 365
"""Days a child is small."""
DISTRIKTER = ("Nord", "Syd", "Vest")


def without_holder(world: World) -> Bools:
    """The few cases for which the register holds no holder."""
    return np.asarray(np.arange(len(world.sager)) % 173 == 150)


def cpr(born: Ints, number: Ints, block: int) -> Ints:
    """Replacement CPR numbers (day + 60) as whole numbers; below zero where the birth is unknown."""
    when = np.where(born < NEVER, born, 0).astype("datetime64[D]")
    month = when.astype("datetime64[M]")
    in_month = (when - month.astype("datetime64[D]")).astype(np.int64) + 61
    year = month.astype("datetime64[Y]").astype(np.int64) + 1970
    six = in_month * 10_000 + (month.astype(np.int64) % 12 + 1) * 100 + year % 100
    return np.where(born < NEVER, six * 10_000 + (number * 37 + block * 613) % 10_000, -1 - number)


def _present_holder(table: Table, world: World, places: Ints) -> None:
    """Team and caseworker as of the delivery's day; half of the cases without a holder lack these too."""
    unknown = without_holder(world) & (places % 2 == 0)

    def team(today: int) -> Ints:
        holder, _ = world.holders.on(places, np.full(len(places), today))
        return world.org.team_number(np.where(unknown, MISSING, holder))

    def raadgiver(today: int) -> Ints:
        _, holder = world.holders.on(places, np.full(len(places), today))
        return world.org.raadgiver_number(np.where(unknown, MISSING, holder))

    table.ident_on_day("team_id", TEAM_ID, team)
    table.ident_on_day("raadgiver_id", RAADGIVER_ID, raadgiver)


def _exempt(world: World) -> Ints:
    """The few small and unborn children's cases that a project for them leaves out; the others do not say."""
    s = world.sager
    small = s.born > s.oprettet - _SMALL
    return np.where(small, ints(world.dice(28).succeeds(35, len(s))), MISSING)


def sager(world: World) -> Table:
    """One row per case."""
    s, count, dice = world.sager, len(world.sager), world.dice(1)
    places = np.arange(count, dtype=np.int64)
    table = Table("sager", world.sag_registered)
    table.ident("sag_id", SAG_ID, world.numbers(places))
    # An unborn child has no number yet: its case carries one of the municipality's own.
    number = cpr(np.where(s.unborn, NEVER, s.born), places, world.org.block)
    table.number("barn_id", "barn", number)
    table.number("foedselsdato", "dato", s.born)
    table.code("sagstype", ("barn", "ufoedt"), s.unborn.astype(np.int64))
    table.number("oprettet_dato", "dato", s.oprettet)
    delayed = dice.delay(count)
    table.date("lukket_dato", world.closed, delayed)
    otherwise = np.where(dice.succeeds(40, count), 4, 3)
    reason = np.where((world.closed == s.stop) & (s.stop_aarsag >= 0), s.stop_aarsag, otherwise)
    table.code("lukket_aarsag", LUKKET_AARSAGER, reason, world.closed + delayed)
    table.code("distrikt", DISTRIKTER, s.distrikt)
    table.ident("familie_id", "F{:06d}", world.numbers(s.familie))
    involved = dice.succeeds(420, count).astype(np.int64)
    table.number("almenomraade_involveret", "bool", involved, world.closed + delayed)
    table.number("projekt_undtaget", "bool", _exempt(world))
    _present_holder(table, world, places)
    return table


def sagsfordeling(world: World) -> Table:
    """One row per case and holder; a few are registered weeks late, a few cases have none."""
    f, dice = world.holders, world.dice(2)
    registered = world.in_sag(f.sag, f.fra, dice)
    table = Table("sagsfordeling", np.where(without_holder(world)[f.sag], NEVER, registered))
    table.ident("sag_id", SAG_ID, world.numbers(f.sag))
    table.number("fra_dato", "dato", f.fra)
    # The old holder's last day is written when the new holder's first is.
    table.date("til_dato", f.til, np.append(registered[1:] - f.fra[1:], 0).clip(0) + 1)
    table.ident("team_id", TEAM_ID, world.org.team_number(f.team))
    table.ident("raadgiver_id", RAADGIVER_ID, world.org.raadgiver_number(f.raadgiver))
    return table
