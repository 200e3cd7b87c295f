"""Measures: what is decided, when it begins and ends, what runs beside or after it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.synthetic.befolkning import ANBRAGT, FOREBYGGES, TIDLIG, TIDLIG_GAMMEL, Sager
from pipeline.synthetic.kerne import (
    ALDRIG,
    BEGYNDELSE,
    SLUTNING,
    Heltal,
    Sandt,
    Terning,
    hverdag_efter,
    hverdag_foer,
    kun_hvis,
    plus_maaneder,
    saml,
    udvalg,
)
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.undersoegelsesforloeb import DISTRIKTSHOLD

KATEGORIER = ("forebyggende_11_3", "forebyggende_52", "aflastning", "anbringelse")
TIDLIG_INDSATS, FOREBYGGENDE, AFLASTNING, ANBRINGELSE, INGEN = range(5)
LEVERANDOERER = ("privat", "familiehus", "kommunal")
_LAENGDER = np.array(((0, 0), (150, 800), (360, 1400), (500, 3600)), dtype=np.int64)
"""Shortest and longest days of each kind but early help, whose length follows the chance of 4.1."""


@dataclass(frozen=True)
class Indsatser:
    """One entry per measure; `start` is ALDRIG and `bortfaldet` set where it fell away before it began."""

    sag: Heltal
    kategori: Heltal
    leverandoer: Heltal
    henvist: Heltal
    afgoerelse: Heltal
    start: Heltal
    slut: Heltal
    bortfaldet: Heltal
    til_bfu: Sandt

    @property
    def begyndt(self) -> Sandt:
        """Whether the measure ever started."""
        return self.start < ALDRIG


def _laengde(terning: Terning, kategori: Heltal, begynder: Heltal, kort: Sandt, fra_bestand: bool) -> Heltal:
    """How many days a measure runs; early help within or beyond six months, as `kort` says."""
    antal, tidlig = len(kategori), kategori == TIDLIG_INDSATS
    seks = plus_maaneder(begynder, 6) - begynder
    tidlig_laengde = np.where(
        kort, np.maximum(seks - terning.heltal(0, 110, antal), 20), seks + terning.heltal(1, 140, antal)
    )
    fra, til = _LAENGDER[kategori].T
    hele = np.where(tidlig, tidlig_laengde, terning.heltal(fra, til, antal))
    # What the stock has left to run: anything up to the longest of its kind.
    rest = terning.heltal(5, np.where(tidlig, 150, til), antal)
    return np.asarray(BEGYNDELSE - begynder + rest if fra_bestand else hele, dtype=np.int64)


def indsats(
    terning: Terning,
    sager: Sager,
    sag: Heltal,
    kategori: Heltal,
    besluttet: Heltal,
    start: Heltal | None = None,
) -> Indsatser:
    """Measures decided on a day; `start` is given for the stock's, else drawn by 7.4."""
    antal, hold, stop = len(sag), DISTRIKTSHOLD[sager.distrikt[sag]], sager.stop[sag]
    straks = terning.lykkes(chance("7.4", besluttet + 28, hold), antal)
    hurtigt = hverdag_foer(besluttet + terning.heltal(2, 28, antal))
    begynder = np.where(straks, hurtigt, hverdag_efter(besluttet + terning.heltal(29, 95, antal)))
    begynder = begynder if start is None else start
    falder_bort = terning.lykkes(30 if start is None else 0, antal)
    leverandoer = terning.vaelg((40, 35, 25), antal)
    kort = terning.lykkes(chance("4.1", begynder + 182, hold) + 150 * (leverandoer == 1), antal)
    slut = begynder + _laengde(terning, kategori, begynder, kort, start is not None)
    begyndt = ~falder_bort & (begynder < stop)
    har_afgoerelse = (kategori != TIDLIG_INDSATS) & terning.lykkes(975, antal)
    alle = Indsatser(
        sag=sag,
        kategori=kategori,
        leverandoer=leverandoer,
        henvist=hverdag_foer(besluttet - terning.heltal(0, 20, antal)),
        afgoerelse=kun_hvis(har_afgoerelse, besluttet),
        start=kun_hvis(begyndt, begynder),
        slut=kun_hvis(begyndt, np.minimum(slut, stop)),
        bortfaldet=kun_hvis(falder_bort, hverdag_efter(besluttet + terning.heltal(8, 60, antal))),
        til_bfu=np.zeros(antal, dtype=bool),
    )
    return udvalg(alle, besluttet < stop)


def bestand(terning: Terning, sager: Sager) -> Indsatser:
    """Measures running on the first day, and the early help new cases go straight to."""
    dele = []
    for vej, kategorier in (
        (ANBRAGT, (0, 0, 0, 1)),
        (FOREBYGGES, (0, 75, 25, 0)),
        (TIDLIG_GAMMEL, (1, 0, 0, 0)),
    ):
        sag = np.flatnonzero(sager.vej == vej).astype(np.int64)
        kategori = terning.vaelg(kategorier, len(sag))
        bagud = terning.heltal(5, np.where(kategori == TIDLIG_INDSATS, 150, 1500), len(sag))
        start = np.maximum(BEGYNDELSE - bagud, sager.oprettet[sag] + 14)
        dele.append(indsats(terning, sager, sag, kategori, start - terning.heltal(3, 50, len(sag)), start))
    nye = np.flatnonzero(sager.vej == TIDLIG).astype(np.int64)
    besluttet = hverdag_efter(sager.oprettet[nye] + terning.heltal(7, 45, len(nye)))
    dele.append(indsats(terning, sager, nye, np.zeros(len(nye), dtype=np.int64), besluttet))
    return saml(dele)


def sideloebende(terning: Terning, sager: Sager, indsatser: Indsatser) -> Indsatser:
    """Preventive measures beside a placement or another measure: meetings then concern several."""
    kan = indsatser.begyndt & (indsatser.kategori != TIDLIG_INDSATS)
    hvem = np.flatnonzero(kan & terning.lykkes(280, len(kan)))
    start = np.maximum(indsatser.start[hvem] + terning.heltal(10, 300, len(hvem)), BEGYNDELSE - 200)
    inden = start < np.minimum(indsatser.slut[hvem], SLUTNING)
    sag, start = indsatser.sag[hvem][inden], start[inden]
    kategori = np.where(terning.lykkes(250, len(sag)), AFLASTNING, FOREBYGGENDE)
    return indsats(terning, sager, sag, kategori, hverdag_efter(start))


def skift(terning: Terning, indsatser: Indsatser) -> Indsatser:
    """Some placements are followed by another the day they end: the first half ends, the second is new."""
    antal = len(indsatser.sag)
    fra = np.maximum(indsatser.start, BEGYNDELSE)
    midt = fra + terning.heltal(60, np.maximum(indsatser.slut - fra - 60, 60), antal)
    skifter = (indsatser.kategori == ANBRINGELSE) & indsatser.begyndt & (midt < indsatser.slut)
    skifter &= terning.lykkes(350, antal)
    felter = vars(indsatser)
    foer = Indsatser(**{**felter, "slut": np.where(skifter, midt, indsatser.slut)})
    naeste = Indsatser(**{**felter, "start": midt, "afgoerelse": midt - 10, "henvist": midt - 20})
    return saml([foer, udvalg(naeste, skifter)])
