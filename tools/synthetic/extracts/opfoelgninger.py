"""The extract of follow-up: meetings, visits and calls about the measures of a case."""

from __future__ import annotations

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Bools, Ints, chosen, joined
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import weekday_before
from tools.synthetic.craft.dice import Dice
from tools.synthetic.craft.table import Table, stacked
from tools.synthetic.extracts import contacts
from tools.synthetic.extracts.rows import (
    ADMINISTRATIV,
    BESOEG,
    FORMER,
    TELEFON,
    UDEBLEVET,
    VED_MOEDE,
    FollowUps,
    follow_ups,
)
from tools.synthetic.history.indsatser import ANBRINGELSE, TIDLIG_INDSATS
from tools.synthetic.history.world import INDSATS_ID, SAG_ID, World

_AT_MOST = 16


def _series(
    world: World,
    dice: Dice,
    indsats: Ints,
    indikator: str,
    *,
    first: tuple[int, int],
    on_time: tuple[int, int],
    late: int,
) -> tuple[Ints, Ints]:
    """Measure and day of repeated deeds: the first within `first` days, the next `on_time` days apart.

    By the indicator's chance they are on time; else up to `late` days late.
    """
    i = world.indsatser
    end = np.minimum(np.minimum(i.end[indsats], world.closed[i.sag[indsats]]), world.era.end)
    new = i.start[indsats] >= world.era.begin
    now = np.where(new, i.start[indsats], np.maximum(i.start[indsats], world.era.begin - 150))
    who, days = [], []
    for turn in range(_AT_MOST):
        team, _ = world.holders.on(i.sag[indsats], now + 120)
        in_time = dice.succeeds(chance(indikator, now + 150, team), len(indsats))
        short = np.where(turn == 0, np.where(new, first[0], 10), on_time[0])
        long_ = np.where(turn == 0, np.where(new, first[1], 160), on_time[1])
        now = now + np.where(
            in_time, dice.ints(short, long_, len(indsats)), long_ + dice.ints(15, late, len(indsats))
        )
        now = weekday_before(now)
        within = (now <= end) & (now >= world.era.begin)
        who.append(indsats[within])
        days.append(now[within])
    return np.concatenate(who), np.concatenate(days)


def _meetings(world: World, dice: Dice) -> FollowUps:
    """Meetings about each leading measure; half of them are written as concerning the whole case."""
    i = world.indsatser
    supported = np.flatnonzero(i.begun & (i.kategori != TIDLIG_INDSATS)).astype(np.int64)
    # The first measure of a case leads; others have their own meetings, but for some that end before it.
    first = np.full(len(world.sager), NEVER, dtype=np.int64)
    np.minimum.at(first, i.sag[supported], supported)
    leads = (first[i.sag[supported]] == supported) | (i.kategori[supported] == ANBRINGELSE)
    leads |= (i.end[supported] > i.end[first[i.sag[supported]]]) | dice.succeeds(500, len(supported))
    who, days = _series(world, dice, supported[leads], "7.7", first=(45, 88), on_time=(110, 178), late=300)
    shared = dice.succeeds(500, len(who))
    on_site = (i.kategori[who] == ANBRINGELSE) & _tilsyn(world, dice, who, days, "7.8", 850)
    meetings = follow_ups(i.sag[who], np.where(shared, MISSING, who), days, VED_MOEDE, on_site)
    own = chosen(meetings, ~shared & dice.succeeds(500, len(who)))
    return joined([meetings, _also_about_others(world, own, supported[~leads])])


def _also_about_others(world: World, meetings: FollowUps, others: Ints) -> FollowUps:
    """The same meetings once more, by name of another measure of the case that runs that day."""
    i = world.indsatser
    by_sag = np.append(others[np.argsort(i.sag[others], kind="stable")], len(i.sag) - 1)
    place = np.searchsorted(i.sag[by_sag[:-1]], meetings.sag)
    other = by_sag[place]
    fits = (i.sag[other] == meetings.sag) & (i.start[other] <= meetings.day) & (i.end[other] > meetings.day)
    fits &= other != meetings.indsats
    same = chosen(meetings, fits)
    return follow_ups(same.sag, other[fits], same.day, VED_MOEDE, np.zeros(len(same.sag), dtype=np.int64))


def _tilsyn(world: World, dice: Dice, indsats: Ints, days: Ints, indikator: str, part: int) -> Ints:
    """1 by the chance of an indicator times a part in thousand."""
    team, _ = world.holders.on(world.indsatser.sag[indsats], days)
    succeeds = dice.succeeds(chance(indikator, days, team) * part // 1000, len(indsats))
    return np.asarray(succeeds, dtype=np.int64)


def _visits(world: World, dice: Dice) -> FollowUps:
    """Visits where placed children live, most of them twice a year."""
    i = world.indsatser
    placed = np.flatnonzero((i.kategori == ANBRINGELSE) & i.begun).astype(np.int64)
    who, days = _series(world, dice, placed, "7.11", first=(40, 170), on_time=(120, 175), late=150)
    return follow_ups(i.sag[who], who, days, BESOEG, dice.succeeds(930, len(who)).astype(np.int64))


def _around_meetings(dice: Dice, meetings: FollowUps) -> FollowUps:
    """Visits in the fortnight before some meetings, and calls and paperwork at any time."""
    who = chosen(meetings, dice.succeeds(90, len(meetings.sag)))
    visits = follow_ups(
        who.sag,
        who.indsats,
        weekday_before(who.day - dice.ints(1, 12, len(who.sag))),
        BESOEG,
        np.ones(len(who.sag), np.int64),
    )
    others = chosen(meetings, dice.succeeds(300, len(meetings.sag)))
    days = weekday_before(others.day + dice.ints(5, 60, len(others.sag)))
    calls = follow_ups(others.sag, others.indsats, days, TELEFON, np.zeros(len(others.sag), np.int64))
    paper = dice.succeeds(250, len(others.sag))
    calls = FollowUps(
        calls.sag, calls.indsats, calls.day, np.where(paper, ADMINISTRATIV, TELEFON), calls.tilsyn
    )
    return joined([visits, calls])


def _no_shows(world: World, dice: Dice, meetings: FollowUps) -> FollowUps:
    """Meetings that were agreed some days earlier, and first ones of early help, to which nobody came."""
    i = world.indsatser
    early = np.flatnonzero(i.begun & (i.kategori == TIDLIG_INDSATS)).astype(np.int64)
    # The first meeting may be agreed before the measure begins; it then stands in the case alone.
    first_days = weekday_before(i.start[early] + dice.ints(-10, 30, len(early)))
    first_of = np.where(first_days >= i.start[early], early, MISSING)
    sag = np.concatenate([meetings.sag, i.sag[early]])
    indsats = np.concatenate([meetings.indsats, first_of])
    agreed = weekday_before(meetings.day - dice.ints(5, 25, len(meetings.sag)))
    days = np.concatenate([agreed, first_days])
    team, _ = world.holders.on(sag, days)
    stays_away = ~dice.succeeds(chance("7.13", days, team), len(sag))
    none = np.full(int(stays_away.sum()), MISSING, dtype=np.int64)
    return follow_ups(sag[stays_away], indsats[stays_away], days[stays_away], UDEBLEVET, none)


def _events(world: World, dice: Dice) -> FollowUps:
    meetings = _meetings(world, dice)
    rows = joined(
        [
            meetings,
            _visits(world, dice),
            _around_meetings(dice, meetings),
            _no_shows(world, world.dice(25), meetings),
        ]
    )
    return _within_measure(world, rows)


def _within_measure(world: World, rows: FollowUps) -> FollowUps:
    """Those on a day their measure runs and the case is open, in the order of their days."""
    begun = np.where(rows.indsats >= 0, world.indsatser.start[rows.indsats.clip(0)], world.era.begin)
    latest = np.where(rows.indsats >= 0, world.indsatser.end[rows.indsats.clip(0)], NEVER)
    latest = np.minimum(latest, world.closed[rows.sag])
    earliest = np.maximum(np.maximum(begun, world.sager.oprettet[rows.sag]), world.era.begin)
    rows = chosen(rows, (rows.day >= earliest) & (rows.day <= latest))
    return chosen(rows, np.argsort(rows.day, kind="stable"))


def _yes(dice: Dice, indikator: str, days: Ints, team: Ints) -> Bools:
    """Whether an indicator's chance came out on each day."""
    return dice.succeeds(chance(indikator, days, team), len(days))


def _participants(table: Table, o: FollowUps, dice: Dice, team: Ints) -> None:
    """Who took part in a meeting and whether the goals were followed up; empty for other forms."""

    def meetings_only(svar: Ints | Bools) -> Ints:
        return np.where(o.form == VED_MOEDE, svar, MISSING).astype(np.int64)

    count = len(o.sag)
    took_part = _yes(dice, "3.2", o.day, team)
    talked = np.where(o.tilsyn == 1, dice.succeeds(860, count), took_part).astype(np.int64)
    table.number("talt_med_barnet", "bool", np.where(o.form == UDEBLEVET, MISSING, talked))
    table.number("barn_deltog", "bool", meetings_only(took_part))
    # A child's level of functioning is the same at every meeting.
    table.number("barn_undtaget", "bool", meetings_only(o.sag * 7919 % 1000 < 30))
    table.number("foraeldre_deltog", "bool", meetings_only(dice.succeeds(780, count)))
    both = _yes(dice, "3.3", o.day, team)
    private = both | dice.succeeds(180, count)
    table.number("privat_netvaerk_deltog", "bool", meetings_only(private))
    professional = both | (dice.succeeds(350, count) & ~private)
    table.number("professionelt_netvaerk_deltog", "bool", meetings_only(professional))
    table.number("maalopfoelgning_udfyldt", "bool", meetings_only(_yes(dice, "7.3", o.day, team)))


def _table(world: World, o: FollowUps, numbers: Ints, dice: Dice) -> Table:
    """These follow-ups as rows; `numbers` are their places in the extract."""
    team, _ = world.holders.on(o.sag, o.day)
    registered = world.in_sag(o.sag, o.day, dice)
    of_indsats = np.where(o.indsats >= 0, world.indsats_registered[o.indsats.clip(0)], 0)
    table = Table("opfoelgninger", np.maximum(registered, of_indsats))
    table.ident("opfoelgning_id", "O{:06d}", world.numbers(numbers))
    table.ident("sag_id", SAG_ID, world.numbers(o.sag))
    table.ident("indsats_id", INDSATS_ID, world.numbers(o.indsats))
    table.number("dato", "dato", o.day)
    table.code("form", FORMER, o.form)
    table.number("tilsyn_paa_anbringelsessted", "bool", o.tilsyn)
    _participants(table, o, dice, team)
    return table


def opfoelgninger(world: World) -> Table:
    """One row per follow-up, in the order of their days; a meeting may take several."""
    dice = world.dice(14)
    parts = (_events(world, dice), _within_measure(world, contacts.every(world)))
    order = np.argsort(np.concatenate([o.day for o in parts]), kind="stable").astype(np.int64)
    numbers = np.split(np.argsort(order).astype(np.int64), [len(parts[0].sag)])
    dices = (dice, world.dice(33))
    tables = [_table(world, o, n, d) for o, n, d in zip(parts, numbers, dices, strict=True)]
    return stacked(tables, order)
