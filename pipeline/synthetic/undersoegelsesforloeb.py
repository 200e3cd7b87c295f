"""Examinations of children: when they begin, whether they end in time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.synthetic.befolkning import UNDERSOEG, UNDERSOEGES, Sager
from pipeline.synthetic.kerne import (
    ALDRIG,
    BEGYNDELSE,
    Heltal,
    Terning,
    hverdag_efter,
    hverdag_foer,
    kun_hvis,
    plus_maaneder,
    udvalg,
)
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.organisation import NORD, SYD, VEST

FAERDIG, AFBRUDT = range(2)
DISTRIKTSHOLD = np.array((NORD, SYD, VEST), dtype=np.int64)
"""The team of each district."""


@dataclass(frozen=True)
class Undersoegelser:
    """One entry per børnefaglig undersøgelse."""

    sag: Heltal
    opmaerksom: Heltal
    startet: Heltal
    afsluttet: Heltal
    afslutning: Heltal

    @property
    def frist(self) -> Heltal:
        """Four months from the day the municipality became aware, else from the start."""
        return plus_maaneder(np.where(self.opmaerksom < ALDRIG, self.opmaerksom, self.startet), 4)


def undersoeg(
    terning: Terning, sager: Sager, sag: Heltal, opmaerksom: Heltal, startet: Heltal
) -> Undersoegelser:
    """Examinations of these cases: ended in time by the district's chance, some broken off or still open."""
    antal = len(sag)
    ny = Undersoegelser(
        sag,
        kun_hvis(terning.lykkes(920, antal), opmaerksom),
        startet,
        startet,
        np.zeros(antal, dtype=np.int64),
    )
    frist = ny.frist
    i_tide = terning.lykkes(chance("6.8", frist, DISTRIKTSHOLD[sager.distrikt[sag]]), antal)
    # Most are finished in the last weeks before the deadline; the late ones thin out with time.
    tidligt = hverdag_foer(frist - np.minimum(terning.heltal(0, 70, antal), terning.heltal(0, 70, antal)))
    sent = np.minimum(terning.heltal(1, 150, antal), terning.heltal(1, 150, antal))
    slut = np.maximum(np.where(i_tide, tidligt, hverdag_efter(frist + sent)), startet + 10)
    afbrudt = terning.lykkes(55, antal)
    slut = np.where(afbrudt, hverdag_efter(startet + terning.heltal(8, 110, antal)), slut)
    stop = sager.stop[sag]
    standset = slut >= stop
    # A case that ends takes its examination with it; where nobody wrote so, the examination stays open.
    slut = np.where(standset, kun_hvis(terning.lykkes(550, antal), stop), slut)
    afslutning = np.where(afbrudt | standset, AFBRUDT, FAERDIG)
    alle = Undersoegelser(sag, ny.opmaerksom, startet, slut, afslutning)
    return udvalg(alle, startet < stop)


def foerste(terning: Terning, sager: Sager) -> Undersoegelser:
    """Those of new cases on that way, and those under way on the first day."""
    nye = np.flatnonzero(sager.vej == UNDERSOEG).astype(np.int64)
    gamle = np.flatnonzero(sager.vej == UNDERSOEGES).astype(np.int64)
    opmaerksom = np.concatenate(
        [
            sager.oprettet[nye] + terning.heltal(0, 18, len(nye)),
            np.maximum(sager.oprettet[gamle], BEGYNDELSE - terning.heltal(20, 130, len(gamle))),
        ]
    )
    sag = np.concatenate([nye, gamle])
    startet = hverdag_efter(opmaerksom + terning.heltal(0, 24, len(sag)))
    return undersoeg(terning, sager, sag, opmaerksom, startet)
