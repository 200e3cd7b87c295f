"""One block of the made-up municipality, before it is written down as extracts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.synthetic.craft.arrays import Bools, Ints, chosen, joined, matches, only_if
from tools.synthetic.craft.days import Era
from tools.synthetic.craft.dice import Dice
from tools.synthetic.history import course, handleplaner, holders, organisation, population
from tools.synthetic.history.handleplaner import Handleplaner
from tools.synthetic.history.holders import Holders
from tools.synthetic.history.indsatser import TIDLIG_INDSATS, Indsatser
from tools.synthetic.history.organisation import Organisation
from tools.synthetic.history.population import Sager, Underretninger
from tools.synthetic.history.undersoegelser import Undersoegelser

PER_BLOCK = 200_000
"""Room for the ids of one extract in one block."""
SAG_ID, INDSATS_ID, BFU_ID = "S{:06d}", "I{:06d}", "B{:06d}"
UNDERRETNING_ID, HANDLEPLAN_ID = "U{:06d}", "P{:06d}"


@dataclass(frozen=True)
class World:
    """Everything that happens in one block; `sag_registered` is the day each case stood in the register."""

    era: Era
    seed: int
    org: Organisation
    sager: Sager
    closed: Ints
    bfu: Undersoegelser
    indsatser: Indsatser
    underretninger: Underretninger
    holders: Holders
    handleplaner: Handleplaner
    sag_registered: Ints
    indsats_registered: Ints

    def dice(self, subject: int) -> Dice:
        """Dice of one extract."""
        return Dice(self.seed, self.org.block, 100 + subject)

    def numbers(self, local: Ints) -> Ints:
        """Numbers for ids of the block; below zero stays missing."""
        return np.where(local >= 0, local + self.org.block * PER_BLOCK + 1, local)

    def in_sag(self, sag: Ints, days: Ints, dice: Dice) -> Ints:
        """The day a row of a case is registered: some time after it happened, never before its case."""
        own = days + dice.delay(len(sag))
        return np.where(sag >= 0, np.maximum(own, self.sag_registered[sag]), own)

    def supported(self, sag: Ints, days: Ints) -> Bools:
        """Whether a measure other than early help runs in each case on a day."""
        i = chosen(self.indsatser, self.indsatser.begun & (self.indsatser.kategori != TIDLIG_INDSATS))
        at, of = matches(sag, i.sag)
        runs = (i.start[of] <= days[at]) & (i.end[of] >= days[at])
        found = np.zeros(len(sag), dtype=bool)
        found[at[runs]] = True
        return found

    def suspected(self, dice: Dice) -> Bools:
        """Whether each notification tells of violence or abuse: the first that these dice are thrown for.

        Brothers and sisters notified in the same minute are notified of the same thing.
        """
        h = self.underretninger
        _, same = np.unique(h.day * 1440 + h.minute, return_inverse=True)
        return np.asarray(dice.succeeds(65, len(h.day))[same])

    def receiver(self, position: Ints, days: Ints) -> Ints:
        """The caseworker in each position on a day."""
        later = self.org.part_from[position] <= days[:, None]
        return np.asarray(self.org.part_raadgiver[position, later.sum(axis=1) - 1], dtype=np.int64)


def build(era: Era, seed: int, block: int, scale: int) -> World:
    """Draw one block; the same arguments always give the same block."""
    org = organisation.build(era, seed, block, scale)
    sager, underretninger = population.build(era, seed, block)
    bfu, indsatser = course.build(era, seed, block, sager)
    closed = course.closing_days(era, seed, block, sager, bfu, indsatser, underretninger)
    every = joined([underretninger, population.known_children(era, seed, block, sager, closed)])
    underretninger = chosen(every, np.argsort(every.day * 1440 + every.minute, kind="stable"))
    dice = Dice(seed, block, 7)
    late = dice.succeeds(40, len(sager)) & (sager.oprettet >= era.begin)
    registered = sager.oprettet + only_if(late, dice.ints(8, 50, len(sager)), 0)
    earliest = np.minimum(np.minimum(indsatser.start, indsatser.bortfaldet), indsatser.henvist)
    held = holders.build(seed, org, sager, closed, bfu, indsatser)
    return World(
        era=era,
        seed=seed,
        org=org,
        sager=sager,
        closed=closed,
        bfu=bfu,
        indsatser=indsatser,
        underretninger=underretninger,
        holders=held,
        handleplaner=handleplaner.build(era, seed, block, sager.born, closed, indsatser, held),
        sag_registered=registered,
        indsats_registered=np.maximum(earliest + dice.delay(len(earliest)), registered[indsatser.sag]),
    )
