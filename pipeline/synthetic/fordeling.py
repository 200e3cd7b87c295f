"""Who holds each case, day by day: from the reception to a district, to placement, to a successor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.synthetic.befolkning import ANBRAGT, Sager
from pipeline.synthetic.indsatsforloeb import ANBRINGELSE, Indsatser
from pipeline.synthetic.kerne import ALDRIG, BEGYNDELSE, SLUTNING, Heltal, Sandt, Terning, kun_hvis, udvalg
from pipeline.synthetic.organisation import ANBRINGELSE as ANBRINGELSESHOLD
from pipeline.synthetic.organisation import MODTAGELSEN, Organisation
from pipeline.synthetic.undersoegelsesforloeb import DISTRIKTSHOLD, Undersoegelser

_SPAND = 1 << 20
"""More days than any history; case times this plus day sorts holders by case and day."""


@dataclass(frozen=True)
class Fordeling:
    """One entry per case and holder, sorted by case and first day; `til` is its last day or ALDRIG."""

    sag: Heltal
    fra: Heltal
    til: Heltal
    hold: Heltal
    raadgiver: Heltal

    def _raekke(self, sag: Heltal, dage: Heltal) -> Heltal:
        noegle = self.sag * _SPAND + self.fra
        fundet = np.searchsorted(noegle, sag * _SPAND + np.clip(dage, 0, SLUTNING + 4000), side="right") - 1
        foerste = np.searchsorted(self.sag, sag, side="left")
        return np.maximum(fundet, foerste).astype(np.int64)

    def holder(self, sag: Heltal, dage: Heltal) -> tuple[Heltal, Heltal]:
        """Team and caseworker holding each case on a day; the first ones before the case's first row."""
        raekke = self._raekke(sag, dage)
        return self.hold[raekke], self.raadgiver[raekke]


@dataclass(frozen=True)
class _Stilling:
    """A case given to a position from a day on."""

    sag: Heltal
    fra: Heltal
    stilling: Heltal


def _traek(terning: Terning, org: Organisation, hold: Heltal) -> Heltal:
    """A position in each of the teams."""
    stilling = np.zeros(len(hold), dtype=np.int64)
    for h in np.unique(hold):
        her, mulige = hold == h, org.stillinger(int(h))
        stilling[her] = mulige[terning.heltal(0, len(mulige) - 1, int(her.sum()))]
    return stilling


def _foerste_dag(antal: int, sag: Heltal, dage: Heltal) -> Heltal:
    """The earliest of the given days for each case, ALDRIG where it has none."""
    tidligst = np.full(antal, ALDRIG, dtype=np.int64)
    np.minimum.at(tidligst, sag, dage)
    return tidligst


def _overgange(
    terning: Terning, org: Organisation, sager: Sager, bfu: Undersoegelser, indsatser: Indsatser
) -> list[_Stilling]:
    """Creation, hand-over to the district when work begins, and hand-over when a child is placed."""
    antal = len(sager)
    alle = np.arange(antal, dtype=np.int64)
    distrikt = DISTRIKTSHOLD[sager.distrikt]
    gammel = sager.oprettet < BEGYNDELSE
    anbragt = gammel & (sager.vej == ANBRAGT) & terning.lykkes(700, antal)
    begyndt = np.where(gammel, np.where(anbragt, ANBRINGELSESHOLD, distrikt), MODTAGELSEN)
    arbejde = np.minimum(
        _foerste_dag(antal, bfu.sag, bfu.startet), _foerste_dag(antal, indsatser.sag, indsatser.henvist)
    )
    sendt = kun_hvis(
        ~gammel & (arbejde < ALDRIG), np.maximum(arbejde, sager.oprettet + 1 + terning.heltal(0, 12, antal))
    )
    er_anbringelse = (indsatser.kategori == ANBRINGELSE) & indsatser.begyndt
    plads = _foerste_dag(antal, indsatser.sag[er_anbringelse], indsatser.start[er_anbringelse])
    videre = terning.lykkes(700, antal) & (plads < ALDRIG) & ~anbragt & (sager.vej != ANBRAGT)
    flyttet = kun_hvis(videre, np.maximum(plads, sendt * (sendt < ALDRIG)) + terning.heltal(7, 45, antal))
    begyndt_stilling = _traek(terning, org, begyndt)
    har, faar = np.flatnonzero(sendt < ALDRIG), np.flatnonzero(flyttet < ALDRIG)
    anbringelse = np.full(len(faar), ANBRINGELSESHOLD, dtype=np.int64)
    return [
        _Stilling(alle, sager.oprettet, begyndt_stilling),
        _Stilling(har, sendt[har], _traek(terning, org, distrikt[har])),
        _Stilling(faar, flyttet[faar], _traek(terning, org, anbringelse)),
    ]


def _slut(sag: Heltal, fra: Heltal, ellers: Heltal) -> Heltal:
    """The first day of the case's next entry, else the given day; entries are sorted by case and day."""
    samme = np.append(sag[1:] == sag[:-1], False)
    return np.where(samme, np.append(fra[1:], 0), ellers)


def _sorteret(sag: Heltal, fra: Heltal) -> Heltal:
    """Order by case and day, the last of several on one day alone."""
    orden = np.argsort(sag * _SPAND + fra, kind="stable")
    noegle = (sag * _SPAND + fra)[orden]
    return np.asarray(orden[np.append(noegle[1:] != noegle[:-1], True)], dtype=np.int64)


def byg(
    froe: int, org: Organisation, sager: Sager, lukket: Heltal, bfu: Undersoegelser, indsatser: Indsatser
) -> Fordeling:
    """Holders of every case, with a new entry when a position changes hands or its team is taken over."""
    terning = Terning(froe, org.blok, 6)
    dele = _overgange(terning, org, sager, bfu, indsatser)
    sag, fra, stilling = (np.concatenate([getattr(d, f) for d in dele]) for f in ("sag", "fra", "stilling"))
    inden: Sandt = fra <= np.maximum(lukket[sag], sager.oprettet[sag])
    sag, fra, stilling = sag[inden], fra[inden], stilling[inden]
    orden = _sorteret(sag, fra)
    sag, fra, stilling = sag[orden], fra[orden], stilling[orden]
    til = _slut(sag, fra, lukket[sag] + 1)
    rum: list[Fordeling] = []
    for nr in range(org.del_fra.shape[1]):
        lav, hoej = np.maximum(fra, org.del_fra[stilling, nr]), np.minimum(til, org.del_til[stilling, nr])
        rum.append(Fordeling(sag, lav, hoej, org.del_hold[stilling, nr], org.del_raadgiver[stilling, nr]))
    alle = Fordeling(*(np.concatenate([getattr(d, f) for d in rum]) for f in Fordeling.__dataclass_fields__))
    alle = udvalg(alle, alle.fra < alle.til)
    alle = udvalg(alle, _sorteret(alle.sag, alle.fra))
    slut = _slut(alle.sag, alle.fra, kun_hvis(lukket[alle.sag] < ALDRIG, lukket[alle.sag] + 1))
    return Fordeling(alle.sag, alle.fra, kun_hvis(slut < ALDRIG, slut - 1), alle.hold, alle.raadgiver)
