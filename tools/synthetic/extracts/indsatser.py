"""The extract of measures."""

from __future__ import annotations

from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Ints, ints
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import BARNETS_LOV, day
from tools.synthetic.craft.table import Table
from tools.synthetic.history.indsatser import ANBRINGELSE, KATEGORIER, LEVERANDOERER, TIDLIG_INDSATS
from tools.synthetic.history.world import INDSATS_ID, SAG_ID, World

PARAGRAFFER = ("11_3", "52", "52a", "66", "30", "32", "46", "47")
_PARAGRAF_TODAY = (4, 5, 5, 6)
_WITHOUT_CONSENT = 7
STEDER = (
    "netvaerksplejefamilie",
    "plejefamilie",
    "institution",
    "opholdssted",
    "eget_vaerelse",
    "kost_efterskole",
)
SLUT_AARSAGER = ("maal_naaet", "overgaaet_til_bfu", "afbrudt", "andet")
MAAL_NAAET, OVERGAAET_TIL_BFU, AFBRUDT, ANDET = range(4)
_PLAN_PAAKRAEVET_FROM = day(date(2021, 6, 1))
TILBUD = ("efterskole", "friplads", "Familiebehandling", "Kontaktperson", "Samtaleforløb", "Ungegruppe")


def indsatser(world: World) -> Table:
    """One row per measure."""
    i, dice = world.indsatser, world.dice(7)
    count = len(i.sag)
    table = Table("indsatser", world.indsats_registered)
    table.ident("indsats_id", INDSATS_ID, world.numbers(np.arange(count, dtype=np.int64)))
    table.ident("sag_id", SAG_ID, world.numbers(i.sag))
    table.code("paragraf", PARAGRAFFER, _paragraf(world))
    table.code("kategori", KATEGORIER, i.kategori)
    placed, early = i.kategori == ANBRINGELSE, i.kategori == TIDLIG_INDSATS
    table.code("tilbud", TILBUD, _tilbud(world))
    table.code(
        "leverandoer_type", LEVERANDOERER, np.where(placed | dice.succeeds(18, count), MISSING, i.leverandoer)
    )
    table.date("afgoerelse_dato", i.afgoerelse)
    table.date("henvist_dato", i.henvist)
    table.date("start_dato", i.start, dice.delay(count))
    delayed = dice.delay(count)
    table.date("slut_dato", i.end, delayed)
    table.code("slut_aarsag", SLUT_AARSAGER, _slut_aarsag(world), i.end + delayed)
    table.date("bortfaldet_dato", i.bortfaldet, delayed)
    place = np.where(placed, dice.choose((12, 40, 18, 16, 8, 6), count), dice.choose((20, 70, 10), count))
    table.code("anbringelsessted", STEDER, np.where(placed | (i.kategori == 2), place, MISSING))
    steps = np.array(((1, 2), (2, 3), (3, 3), (4, 5)))[i.kategori]
    table.number("indsatstrin", "heltal", dice.ints(steps[:, 0], steps[:, 1], count))
    kadence = np.where(~early & dice.succeeds(120, count), dice.ints(2, 6, count), MISSING)
    table.number("opfoelgning_maaneder", "heltal", _agreed_rhythm(world, kadence))
    table.number("plan_paakraevet", "bool", _plan_paakraevet(world))
    return table


def _paragraf(world: World) -> Ints:
    """The paragraph, of the law in force on the day of the decision; one placement in five lacks consent."""
    i, dice = world.indsatser, world.dice(34)
    today = np.array(_PARAGRAF_TODAY, dtype=np.int64)[i.kategori]
    against = (i.kategori == ANBRINGELSE) & dice.succeeds(200, len(i.sag))
    today = np.where(against, _WITHOUT_CONSENT, today)
    decided = np.where(i.afgoerelse < NEVER, i.afgoerelse, i.henvist)
    return np.where(decided >= BARNETS_LOV, today, i.kategori)


def _agreed_rhythm(world: World, few: Ints) -> Ints:
    """Months between follow-ups, as agreed in a few measures, and in most that today's law governs."""
    i, dice = world.indsatser, world.dice(29)
    count = len(i.sag)
    governed = i.begun & (i.kategori != TIDLIG_INDSATS) & (i.start >= BARNETS_LOV) & dice.succeeds(740, count)
    return np.where(governed, dice.ints(2, 6, count), few)


def _plan_paakraevet(world: World) -> Ints:
    """Whether a plan was needed: kept in the register from a day on, and always so for placed children."""
    i = world.indsatser
    mostly = (i.kategori != TIDLIG_INDSATS) & world.dice(21).succeeds(860, len(i.sag))
    asked = np.minimum(i.start, i.bortfaldet) >= _PLAN_PAAKRAEVET_FROM
    return np.where(asked, ints(mostly | (i.kategori == ANBRINGELSE)), MISSING)


def _slut_aarsag(world: World) -> Ints:
    """Why each measure ends: the goal reached by the chance of 4.7; nobody wrote why in one of twenty."""
    i, dice = world.indsatser, world.dice(20)
    count, end = len(i.sag), np.minimum(i.end, world.era.end)
    team, _ = world.holders.on(i.sag, end)
    reached = dice.succeeds(chance("4.7", end, team), count)
    other = np.where(dice.succeeds(330, count), AFBRUDT, ANDET)
    reason = np.where(i.til_bfu, OVERGAAET_TIL_BFU, np.where(reached, MAAL_NAAET, other))
    return np.where(dice.succeeds(50, count), MISSING, reason)


def _tilbud(world: World) -> Ints:
    """What is offered; boarding schools with placements, free places with early help."""
    dice, kategori = world.dice(8), world.indsatser.kategori
    count = len(kategori)
    ordinary = 2 + dice.ints(0, 3, count)
    early = np.where(dice.succeeds(150, count), 1, ordinary)
    placed = np.where(dice.succeeds(50, count), 0, MISSING)
    return np.where(kategori == TIDLIG_INDSATS, early, np.where(kategori == ANBRINGELSE, placed, ordinary))
