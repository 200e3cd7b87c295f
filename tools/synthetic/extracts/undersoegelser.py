"""The extract of examinations."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import MISSING, only_if
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.table import Table
from tools.synthetic.history.world import BFU_ID, SAG_ID, World

AFSLUTNINGER = ("faerdig", "afbrudt")
PARTSHOERINGER = ("mundtlig", "skriftlig", "ingen")


def undersoegelser(world: World) -> Table:
    """One row per børnefaglig undersøgelse."""
    b, dice = world.bfu, world.dice(4)
    count = len(b.sag)
    end = b.ended_by(world.era.end)
    team, _ = world.holders.on(b.sag, end)
    table = Table("undersoegelser", world.in_sag(b.sag, b.startet, dice))
    table.ident("bfu_id", BFU_ID, world.numbers(np.arange(count, dtype=np.int64)))
    table.ident("sag_id", SAG_ID, world.numbers(b.sag))
    table.date("opmaerksom_dato", b.opmaerksom)
    table.number("startet_dato", "dato", b.startet)
    delayed = dice.delay(count)
    table.date("afsluttet_dato", b.afsluttet, delayed)
    table.code("afslutning", AFSLUTNINGER, b.afslutning, b.afsluttet + delayed)
    has_plan = dice.succeeds(chance("6.1", end, team), count)
    late = dice.succeeds(200, count)
    plan = np.where(has_plan, np.minimum(b.startet + dice.ints(0, 30, count), end), only_if(late, end + 6))
    table.date("undersoegelsesplan_dato", plan)
    few = dice.succeeds(chance("6.4", end, team), count)
    fokuspunkter = np.where(
        few, dice.ints(1, 2, count), np.array((0, 3, 4, 5, 6, MISSING))[dice.ints(0, 5, count)]
    )
    table.number("antal_fokuspunkter", "heltal", fokuspunkter, b.startet + dice.ints(10, 60, count))
    form = np.where(dice.succeeds(chance("6.3", end, team), count), 0, dice.choose((0, 70, 20), count))
    table.code("partshoering_form", PARTSHOERINGER, form, b.afsluttet + delayed)
    second_year = world.era.begin + 366
    efterslaeb = (b.frist < second_year) & (b.afsluttet > second_year)
    table.number("efterslaeb", "bool", efterslaeb.astype(np.int64), np.maximum(b.startet, second_year + 30))
    return table
