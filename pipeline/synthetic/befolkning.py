"""Children, families and the days somebody wrote to the municipality about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from pipeline.synthetic.kerne import (
    ALDRIG,
    BEGYNDELSE,
    MANGLER,
    SLUTNING,
    Heltal,
    Sandt,
    Terning,
    dag,
    kun_hvis,
    saml,
)

AAR = range(2020, 2024)
NYE_PR_AAR, UDEN_SAG_PR_AAR, KENDTE_PR_AAR = 530, 470, 350
"""Children notified in a year: with a new case, without a case, with a case already open."""
BESTAND = 825
"""Cases open on the first day."""
ANTAL_UNDERRETNINGER = (600, 220, 100, 50, 20, 10)
"""Weights of 1, 2, .. notifications of a child in a year: 1.7 on average."""
_UGEDAGE = (135, 112, 104, 100, 106, 26, 20)
_MAANEDER = (100, 100, 104, 98, 104, 108, 46, 96, 112, 110, 112, 88)

# Ways a case can go; the first three are for new cases, the rest for the stock of the first day.
LUK, TIDLIG, UNDERSOEG, ANBRAGT, FOREBYGGES, TIDLIG_GAMMEL, UNDERSOEGES, ANDET = range(8)
_NYE_VEJE = (290, 200, 510)
_BESTAND_VEJE = (0, 0, 0, 198, 310, 115, 115, 87)
ALDER_ANBRAGT = (3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 13, 13, 12)
ALDER = (7, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7, 7, 6, 5, 3)


@dataclass(frozen=True)
class Sager:
    """One entry per case. `stop` is a day the case cannot outlive, for the reason `stop_aarsag`."""

    oprettet: Heltal
    foedt: Heltal
    ufoedt: Sandt
    familie: Heltal
    vej: Heltal
    distrikt: Heltal
    stop: Heltal
    stop_aarsag: Heltal

    def __len__(self) -> int:
        return len(self.oprettet)


@dataclass(frozen=True)
class Henvendelser:
    """One entry per notification; `sag` is MANGLER where there is none, `barn` a child without a case."""

    dag: Heltal
    minut: Heltal
    sag: Heltal
    barn: Heltal


STOP_AARSAGER = ("fraflyttet", "fyldt_18", "doed")


def aarets_dage(terning: Terning, aar: int, antal: int) -> Heltal:
    """Days of a year by weight: Mondays most, weekends few, half as many in July."""
    dage = np.arange(dag(date(aar, 1, 1)), dag(date(aar + 1, 1, 1)), dtype=np.int64)
    maaned = dage.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    # 1 January 1970 was a Thursday.
    vaegt = np.array(_UGEDAGE)[(dage + 3) % 7] * np.array(_MAANEDER)[maaned]
    skel = np.cumsum(vaegt)
    return dage[np.searchsorted(skel, terning.heltal(0, int(skel[-1]) - 1, antal), side="right")]


def klokkeslaet(terning: Terning, antal: int) -> Heltal:
    """Minutes of the day: most in working hours, some in the evening and the night."""
    slags = terning.vaelg((80, 15, 5), antal)
    return terning.heltal(np.array((450, 960, 0))[slags], np.array((959, 1380, 449))[slags], antal)


def _soeskende(terning: Terning, boern: int) -> Heltal:
    """The family of each child, numbered from 0: two thirds single, the rest two or three together."""
    stoerrelser = terning.vaelg((66, 25, 9), boern) + 1
    return np.repeat(np.arange(boern, dtype=np.int64), stoerrelser)[:boern]


def _aarets_henvendelser(terning: Terning, aar: int, familie: Heltal) -> tuple[Heltal, Heltal, Heltal]:
    """Child, day and minute: siblings share the family's days, as far as each has any."""
    antal = terning.vaelg(ANTAL_UNDERRETNINGER, len(familie)) + 1
    familier = int(familie.max()) + 1
    bredde = len(ANTAL_UNDERRETNINGER)
    dage = aarets_dage(terning, aar, familier * bredde).reshape(familier, bredde)
    minutter = klokkeslaet(terning, familier * bredde).reshape(familier, bredde)
    barn = np.repeat(np.arange(len(familie), dtype=np.int64), antal)
    nummer = np.arange(len(barn), dtype=np.int64) - np.repeat(np.cumsum(antal) - antal, antal)
    return barn, dage[familie[barn], nummer], minutter[familie[barn], nummer]


def _stop(terning: Terning, oprettet: Heltal, foedt: Heltal, vej: Heltal) -> tuple[Heltal, Heltal]:
    """The day a case cannot outlive and why: moved away, eighteen years, death."""
    antal = len(oprettet)
    atten = foedt + 6574 + terning.heltal(0, 12, antal)
    # A third of the placed young stay on after their eighteenth birthday.
    atten = np.where((vej == ANBRAGT) & terning.lykkes(330, antal), atten + 700, atten)
    kort, lang = terning.lykkes(22, antal) & (oprettet >= BEGYNDELSE), terning.lykkes(60, antal)
    fraflyttet = np.minimum(
        kun_hvis(kort, oprettet + terning.heltal(0, 24, antal)),
        kun_hvis(lang, np.maximum(oprettet, BEGYNDELSE) + terning.heltal(30, 900, antal)),
    )
    doed = kun_hvis(
        terning.lykkes(2, antal), np.maximum(oprettet, BEGYNDELSE) + terning.heltal(20, 900, antal)
    )
    alle = np.stack([fraflyttet, atten, doed])
    aarsag = np.argmin(alle, axis=0).astype(np.int64)
    stop = alle.min(axis=0)
    return kun_hvis(stop <= SLUTNING, stop), np.where(stop <= SLUTNING, aarsag, MANGLER)


def _foedt(terning: Terning, dage: Heltal, anbragt: Sandt) -> Heltal:
    """A day of birth that makes the child 0 to 17 years old on the given day."""
    aar = np.where(anbragt, terning.vaelg(ALDER_ANBRAGT, len(dage)), terning.vaelg(ALDER, len(dage)))
    foedt = dage - aar * 365 - terning.heltal(5, 350, len(dage))
    return np.asarray(np.maximum(foedt, dage - 6480), dtype=np.int64)


def _nye(terning: Terning, aar: int, familie_fra: int) -> tuple[Sager, Henvendelser]:
    """A year's children with a new case, opened on the first notification or a day or two later."""
    familie = _soeskende(terning, NYE_PR_AAR)
    barn, dage, minutter = _aarets_henvendelser(terning, aar, familie)
    foerste = np.full(NYE_PR_AAR, ALDRIG, dtype=np.int64)
    np.minimum.at(foerste, barn, dage)
    oprettet = foerste + terning.vaelg((75, 15, 10), NYE_PR_AAR)
    vej = terning.vaelg(_NYE_VEJE, NYE_PR_AAR)
    ufoedt = terning.lykkes(25, NYE_PR_AAR)
    termin = kun_hvis(terning.lykkes(600, NYE_PR_AAR), oprettet + terning.heltal(10, 200, NYE_PR_AAR))
    foedt = np.where(ufoedt, termin, _foedt(terning, oprettet, vej == ANBRAGT))
    stop, aarsag = _stop(terning, oprettet, foedt, vej)
    sager = Sager(
        oprettet,
        foedt,
        ufoedt,
        familie + familie_fra,
        vej,
        terning.vaelg((35, 34, 31), int(familie.max()) + 1)[familie],
        stop,
        aarsag,
    )
    return sager, Henvendelser(dage, minutter, barn, np.full(len(barn), MANGLER, dtype=np.int64))


def _bestand(terning: Terning) -> Sager:
    """The cases open on the first day."""
    vej = np.repeat(np.arange(len(_BESTAND_VEJE), dtype=np.int64), _BESTAND_VEJE)
    antal = len(vej)
    gammel = (vej == ANBRAGT) | (vej == FOREBYGGES)
    oprettet = BEGYNDELSE - np.where(gammel, terning.heltal(300, 1800, antal), terning.heltal(20, 300, antal))
    foedt = _foedt(terning, np.full(antal, BEGYNDELSE, dtype=np.int64), vej == ANBRAGT)
    oprettet = np.maximum(oprettet, foedt + 1)
    stop, aarsag = _stop(terning, oprettet, foedt, vej)
    familie = _soeskende(terning, antal)
    distrikt = terning.vaelg((35, 34, 31), int(familie.max()) + 1)[familie]
    return Sager(oprettet, foedt, np.zeros(antal, dtype=bool), familie, vej, distrikt, stop, aarsag)


def byg(froe: int, blok: int) -> tuple[Sager, Henvendelser]:
    """Every case of one block, and the notifications of children with a new case or none."""
    terning = Terning(froe, blok, 2)
    sager, henvendelser = [_bestand(terning)], []
    familie_fra, barn_fra = BESTAND, 0
    for aar in AAR:
        nye, deres = _nye(terning, aar, familie_fra)
        fra = sum(len(s) for s in sager)
        henvendelser.append(Henvendelser(deres.dag, deres.minut, deres.sag + fra, deres.barn))
        sager.append(nye)
        familie_fra += NYE_PR_AAR
        barn, dage, minutter = _aarets_henvendelser(terning, aar, _soeskende(terning, UDEN_SAG_PR_AAR))
        henvendelser.append(Henvendelser(dage, minutter, np.full(len(barn), MANGLER), barn + barn_fra))
        barn_fra += UDEN_SAG_PR_AAR
    return saml(sager), saml(henvendelser)


def kendte_boern(froe: int, blok: int, sager: Sager, lukket: Heltal) -> Henvendelser:
    """Notifications of children whose case is open the whole of that year."""
    terning = Terning(froe, blok, 3)
    dele = []
    for aar in AAR:
        foerste, sidste = dag(date(aar, 1, 1)), dag(date(aar, 12, 31))
        aabne = np.flatnonzero((sager.oprettet < foerste) & (lukket > sidste))
        hvem = terning.udsnit(aabne.astype(np.int64), KENDTE_PR_AAR)
        _, familie = np.unique(sager.familie[hvem], return_inverse=True)
        nr, dage, minutter = _aarets_henvendelser(terning, aar, familie.astype(np.int64))
        dele.append(Henvendelser(dage, minutter, hvem[nr], np.full(len(nr), MANGLER, dtype=np.int64)))
    return saml(dele)
