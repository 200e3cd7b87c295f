"""The extract of notifications: who holds them, what was done about them, and when."""

from __future__ import annotations

from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Bools, Ints, ints, only_if
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import day, weekday_after, weekday_before
from tools.synthetic.craft.dice import Dice
from tools.synthetic.craft.table import Column, Table
from tools.synthetic.extracts.sager import cpr
from tools.synthetic.history.organisation import MODTAGELSEN, RAADGIVER_ID, TEAM_ID
from tools.synthetic.history.population import AGES, INVESTIGATED
from tools.synthetic.history.world import SAG_ID, UNDERRETNING_ID, World

UNDERRETTERE: tuple[tuple[str, str, int], ...] = (
    # The municipality's own word, the code it means, and how many in a hundred.
    ("Skole", "fagperson", 21),
    ("Sundhedspleje", "fagperson", 20),
    ("Politi", "fagperson", 12),
    ("Dagtilbud", "fagperson", 8),
    ("Døgntilbud", "fagperson", 6),
    ("Tandpleje", "fagperson", 3),
    ("Familie eller nabo", "privat", 14),
    ("Anonym", "anonym", 7),
    ("Anden kommune", "myndighed", 6),
    ("Domstol", "myndighed", 3),
)
UDFALD = ("paragraf_11", "paragraf_50", "luk", "genvurdering", "akut", "andet")
GENVURDERING = 3
_FEEDBACK_EXPECTED = day(date(2018, 1, 1))
"""Before this day, who has not had feedback in time seldom gets any."""
_UDFALD_OF_WAY = (2, 0, 1)
"""What is decided of a notification that opens a case on its way: closed, early help, examined."""
_UDFALD_WITHOUT_SAG, _UDFALD_WITH_SAG = (8, 0, 84, 0, 0, 8), (17, 34, 20, 22, 4, 3)


class _Handling:
    """The notifications while their columns are drawn: who holds them, and how deeds fall."""

    def __init__(self, world: World) -> None:
        h, self.world, self.dice = world.underretninger, world, world.dice(3)
        self.count, self.day, self.sag = len(h.day), h.day, h.sag
        self.in_sag: Bools = h.sag >= 0
        positions = world.org.positions(MODTAGELSEN)
        position = positions[self.dice.ints(0, len(positions) - 1, self.count)]
        direct = ~self.in_sag | self.dice.succeeds(450, self.count)
        team, raadgiver = world.holders.on(h.sag.clip(0), h.day)
        self.team = np.where(direct, MODTAGELSEN, team)
        self.raadgiver = np.where(direct, world.receiver(position, h.day), raadgiver)
        self.closed = np.where(self.in_sag, world.closed[h.sag.clip(0)], NEVER)
        self.registered = world.in_sag(h.sag, h.day, self.dice)
        # Brothers and sisters notified in the same minute are notified by the same person of the same thing.
        _, self.same = np.unique(h.day * 1440 + h.minute, return_inverse=True)
        self._judge(world.dice(23))

    def _judge(self, dice: Dice) -> None:
        """What the notification is about: abuse or not, and a measure that runs or not."""
        self.overgreb: Bools = self.world.suspected(dice)
        team = self.holder(self.day + 14)
        reasoned = dice.succeeds(chance("undladt", self.day + 14, team), self.count)
        self.withheld: Bools = (self.overgreb & reasoned) | dice.succeeds(9, self.count)
        self.known: Bools = self.in_sag & (self.world.sager.oprettet[self.sag.clip(0)] < self.day)
        looks_again = np.where(
            self.world.supported(self.sag, self.day), chance("genvurdering", self.day, team), 70 * self.known
        )
        self.genvurdering = ints(dice.succeeds(looks_again, self.count))

    def holder(self, days: Ints) -> Ints:
        """The team that answers for each notification on a day."""
        team, _ = self.world.holders.on(self.sag.clip(0), days)
        return np.where(self.in_sag, team, self.team)

    def done(self, indikator: str, days: int, late: int | Ints = 930) -> Ints:
        """The day of a deed due in so many days: in time by chance, else late (per mille `late`) or never."""
        frist = self.day + days
        in_time = self.dice.succeeds(chance(indikator, frist, self.holder(frist)), self.count)
        # In time is mostly near the deadline, late mostly soon after it; both on working days.
        before = frist - np.minimum(
            self.dice.ints(0, days - 1, self.count), self.dice.ints(0, days - 1, self.count)
        )
        after = frist + np.minimum(self.dice.ints(1, 61, self.count), self.dice.ints(1, 61, self.count))
        before, after = np.maximum(weekday_before(before), self.day), weekday_after(after)
        done = np.where(in_time, before, only_if(self.dice.succeeds(late, self.count), after))
        return only_if(done <= self.closed + 4, done)

    def answer(self, indikator: str, days: int) -> Ints:
        """1 with the chance of an indicator on the day so many days after receipt, else 0."""
        frist = self.day + days
        return self.dice.succeeds(chance(indikator, frist, self.holder(frist)), self.count).astype(np.int64)


def _born_without_sag(dice: Dice, barn: Ints, days: Ints) -> Ints:
    """A day of birth for children without a case: one per child, whatever the number of notifications."""
    count = int(barn.max()) + 1
    age = dice.choose(AGES, count) * 365 + dice.ints(5, 350, count)
    first = np.full(count, NEVER, dtype=np.int64)
    np.minimum.at(first, barn[barn >= 0], days[barn >= 0])
    return np.asarray((first - age)[barn.clip(0)], dtype=np.int64)


def _barn(u: _Handling) -> Ints:
    """The child's number: always where there is no case, in every other row where there is one."""
    world, s = u.world, u.world.sager
    in_sag = cpr(np.where(s.unborn, NEVER, s.born)[u.sag.clip(0)], u.sag.clip(0), world.org.block)
    barn = world.underretninger.barn
    without = cpr(_born_without_sag(u.dice, barn, u.day), barn + len(s), world.org.block)
    return np.where(u.in_sag, np.where(u.dice.succeeds(500, u.count), in_sag, NEVER), without)


def _within_24_hours(table: Table, u: _Handling) -> None:
    """The assessment within 24 hours and the reason written for it."""
    dice, received = u.dice, u.world.underretninger.minute + u.day * 1440
    in_time = dice.succeeds(chance("5.4", u.day + 1, u.holder(u.day + 1)), u.count)
    late = only_if(dice.succeeds(900, u.count), received + dice.ints(1441, 7000, u.count))
    assessed = np.where(in_time, received + dice.ints(12, 1430, u.count), late)
    delayed = dice.delay(u.count) // 4
    table.time("vurderet_24t_tidspunkt", assessed, delayed)
    table.number("vurdering_24t_begrundet", "bool", u.answer("5.5", 1), u.day + 2 + delayed)
    sent = u.world.dice(26).succeeds(chance("kvittering", u.day, u.holder(u.day)), u.count)
    table.date("kvittering_dato", only_if(sent, weekday_after(u.day + dice.ints(0, 10, u.count))), delayed)


def _udfald(u: _Handling) -> Ints:
    """What the assessment leads to: what became of the case, where the notification opened it."""
    dice, s = u.world.dice(22), u.world.sager
    with_, without = dice.choose(_UDFALD_WITH_SAG, u.count), dice.choose(_UDFALD_WITHOUT_SAG, u.count)
    opens = u.in_sag & ~u.known & (s.way[u.sag.clip(0)] <= INVESTIGATED) & dice.succeeds(880, u.count)
    with_ = np.where(opens, np.array(_UDFALD_OF_WAY)[np.minimum(s.way[u.sag.clip(0)], INVESTIGATED)], with_)
    with_ = np.where((u.genvurdering == 1) & dice.succeeds(600, u.count), GENVURDERING, with_)
    return np.where(u.in_sag, with_, without)


def _aftermath(table: Table, u: _Handling, fagperson: Bools) -> None:
    """What follows in the weeks after: hearing, professional assessment, feedback, talk with the child."""
    dice = u.dice
    withheld = u.withheld
    put_off = only_if(dice.succeeds(300, u.count), u.day + dice.ints(15, 60, u.count))
    partshoering = np.where(withheld, only_if(put_off <= u.closed, put_off), u.done("5.1", 14))
    delayed = dice.delay(u.count)
    table.date("partshoering_dato", partshoering, delayed)
    table.number("partshoering_undladt", "bool", ints(withheld), u.day + 1 + delayed)
    involved = np.where(fagperson, u.answer("5.7", 14), MISSING)
    table.number("underretter_inddraget", "bool", involved, partshoering + delayed)
    table.number("overgreb", "bool", ints(u.overgreb))
    assessed = u.done("5.2", 28)
    table.date("faglig_vurdering_dato", assessed, delayed)
    table.code("faglig_vurdering_udfald", UDFALD, _udfald(u), assessed + delayed)
    late = np.where(u.day < _FEEDBACK_EXPECTED, 150, 880)
    feedback = only_if(fagperson, u.done("5.3", 28, late))
    table.date("tilbagemelding_dato", feedback, dice.delay(u.count))
    table.number(
        "samtale_begrundelse", "bool", u.answer("5.6", 28), np.minimum(assessed, u.day + 28) + delayed
    )


def underretninger(world: World) -> Table:
    """One row per notification and child."""
    u, h, org = _Handling(world), world.underretninger, world.org
    dice, count = u.dice, u.count
    table = Table("underretninger", u.registered)
    table.ident("underretning_id", UNDERRETNING_ID, world.numbers(np.arange(count, dtype=np.int64)))
    table.ident("sag_id", SAG_ID, world.numbers(h.sag))
    table.number("barn_id", "barn", _barn(u))
    table.ident("team_id", TEAM_ID, org.team_number(u.team))
    table.ident("raadgiver_id", RAADGIVER_ID, org.raadgiver_number(u.raadgiver))
    table.number("modtaget_tidspunkt", "tid", h.day * 1440 + h.minute)
    sources = dice.choose([weight for _, _, weight in UNDERRETTERE], count)
    type_ = sources[u.same]
    words, codes = tuple(o for o, _, _ in UNDERRETTERE), tuple(k for _, k, _ in UNDERRETTERE)
    table.columns["underretter_type"] = Column("kode", type_, codes=codes, own=words)
    table.number("genvurdering", "bool", u.genvurdering)
    _within_24_hours(table, u)
    _aftermath(table, u, np.array([code == "fagperson" for _, code, _ in UNDERRETTERE])[type_])
    return table
