"""What happens in a case: examinations, measures, and the day it closes.

Examinations lead to measures and early help leads to examinations, so they are drawn in rounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from pipeline.synthetic.befolkning import (
    AAR,
    ANBRAGT,
    FOREBYGGES,
    TIDLIG,
    TIDLIG_GAMMEL,
    UNDERSOEG,
    UNDERSOEGES,
    Henvendelser,
    Sager,
)
from pipeline.synthetic.kerne import (
    ALDRIG,
    BEGYNDELSE,
    SLUTNING,
    Heltal,
    Sandt,
    Terning,
    dag,
    kun_hvis,
    plus_maaneder,
    saml,
    udvalg,
)
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.organisation import NORD, SYD, VEST

KATEGORIER = ("forebyggende_11_3", "forebyggende_52", "aflastning", "anbringelse")
TIDLIG_INDSATS, FOREBYGGENDE, AFLASTNING, ANBRINGELSE, INGEN = range(5)
LEVERANDOERER = ("privat", "familiehus", "kommunal")
FAERDIG, AFBRUDT = range(2)
NYE_UNDERSOEGELSER_I_AABNE = 150
DISTRIKTSHOLD = np.array((NORD, SYD, VEST), dtype=np.int64)
_UDFALD = (180, 320, 70, 75, 355)
_UDFALD_I_AABNE = (60, 280, 40, 80, 540)


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



def _undersoeg(terning: Terning, sager: Sager, sag: Heltal, opmaerksom: Heltal, startet: Heltal) -> Undersoegelser:
    """Examinations of these cases: ended in time by the district's chance, some broken off or still open."""
    antal = len(sag)
    ny = Undersoegelser(
        sag, kun_hvis(terning.lykkes(920, antal), opmaerksom), startet, startet, np.zeros(antal, dtype=np.int64)
    )
    frist = ny.frist
    i_tide = terning.lykkes(chance("6.8", frist, DISTRIKTSHOLD[sager.distrikt[sag]]), antal)
    # Most are finished in the last weeks before the deadline; the late ones thin out with time.
    tidligt = frist - np.minimum(terning.heltal(0, 70, antal), terning.heltal(0, 70, antal))
    sent = frist + 1 + np.minimum(terning.heltal(0, 150, antal), terning.heltal(0, 150, antal))
    slut = np.maximum(np.where(i_tide, tidligt, sent), startet + 10)
    afbrudt = terning.lykkes(55, antal)
    slut = np.where(afbrudt, startet + terning.heltal(8, 110, antal), slut)
    stop = sager.stop[sag]
    standset = slut >= stop
    # A case that ends takes its examination with it; where nobody wrote so, the examination stays open.
    slut = np.where(standset, kun_hvis(terning.lykkes(550, antal), stop), slut)
    afslutning = np.where(afbrudt | standset, AFBRUDT, FAERDIG)
    alle = Undersoegelser(sag, ny.opmaerksom, startet, slut, afslutning)
    return udvalg(alle, startet < stop)


def _foerste_undersoegelser(terning: Terning, sager: Sager) -> Undersoegelser:
    """Those of new cases on that way, and those under way on the first day."""
    nye = np.flatnonzero(sager.vej == UNDERSOEG).astype(np.int64)
    gamle = np.flatnonzero(sager.vej == UNDERSOEGES).astype(np.int64)
    opmaerksom = np.concatenate([
        sager.oprettet[nye] + terning.heltal(0, 18, len(nye)),
        np.maximum(sager.oprettet[gamle], BEGYNDELSE - terning.heltal(20, 130, len(gamle))),
    ])
    sag = np.concatenate([nye, gamle])
    return _undersoeg(terning, sager, sag, opmaerksom, opmaerksom + terning.heltal(0, 24, len(sag)))


def _indsats(
    terning: Terning, sager: Sager, sag: Heltal, kategori: Heltal, besluttet: Heltal, start: Heltal | None = None
) -> Indsatser:
    """Measures decided on a day; `start` is given for those of the stock, else drawn from the chance of 7.4."""
    antal = len(sag)
    hold = DISTRIKTSHOLD[sager.distrikt[sag]]
    leverandoer = terning.vaelg((40, 35, 25), antal)
    straks = terning.lykkes(chance("7.4", besluttet + 28, hold), antal)
    vente = np.where(straks, terning.heltal(0, 28, antal), terning.heltal(29, 95, antal))
    begynder = besluttet + vente if start is None else start
    falder_bort = terning.lykkes(30 if start is None else 0, antal)
    tidlig = kategori == TIDLIG_INDSATS
    seks = plus_maaneder(begynder, 6)
    kort = terning.lykkes(chance("4.1", seks, hold) + 150 * (leverandoer == 1), antal)
    laengde = np.where(
        kort, np.maximum(seks - begynder - terning.heltal(0, 110, antal), 20), seks - begynder + terning.heltal(1, 140, antal)
    )
    fra, til = np.array((0, 150, 360, 500)), np.array((0, 800, 1400, 3600))
    laengde = np.where(tidlig, laengde, terning.heltal(fra[kategori], til[kategori], antal))
    if start is not None:
        # What the stock has left to run: early help a rest of its length, the others anything up to all of it.
        begynder, rest = start, terning.heltal(5, np.where(tidlig, 150, til[kategori]), antal)
        laengde = BEGYNDELSE - start + rest
    stop = sager.stop[sag]
    alle = Indsatser(
        sag=sag,
        kategori=kategori,
        leverandoer=leverandoer,
        henvist=besluttet - terning.heltal(0, 20, antal),
        afgoerelse=kun_hvis(~tidlig & terning.lykkes(975, antal), besluttet),
        start=kun_hvis(~falder_bort & (begynder < stop), begynder),
        slut=kun_hvis(~falder_bort & (begynder < stop), np.minimum(begynder + laengde, stop)),
        bortfaldet=kun_hvis(falder_bort, besluttet + terning.heltal(8, 60, antal)),
        til_bfu=np.zeros(antal, dtype=bool),
    )
    return udvalg(alle, besluttet < stop)


def _efter_undersoegelse(terning: Terning, sager: Sager, bfu: Undersoegelser, vaegte: tuple[int, ...]) -> Indsatser:
    """What finished examinations lead to."""
    faerdige = udvalg(bfu, (bfu.afslutning == FAERDIG) & (bfu.afsluttet < ALDRIG))
    udfald = terning.vaelg(vaegte, len(faerdige.sag))
    videre = udfald != INGEN
    besluttet = faerdige.afsluttet + terning.heltal(2, 26, len(udfald))
    return _indsats(terning, sager, faerdige.sag[videre], udfald[videre], besluttet[videre])


def _bestand(terning: Terning, sager: Sager) -> Indsatser:
    """Measures running on the first day, and the early help new cases go straight to."""
    dele = []
    for vej, kategorier in ((ANBRAGT, (0, 0, 0, 1)), (FOREBYGGES, (0, 75, 25, 0)), (TIDLIG_GAMMEL, (1, 0, 0, 0))):
        sag = np.flatnonzero(sager.vej == vej).astype(np.int64)
        kategori = terning.vaelg(kategorier, len(sag))
        bagud = terning.heltal(5, np.where(kategori == TIDLIG_INDSATS, 150, 1500), len(sag))
        start = np.maximum(BEGYNDELSE - bagud, sager.oprettet[sag] + 14)
        dele.append(_indsats(terning, sager, sag, kategori, start - terning.heltal(3, 50, len(sag)), start))
    nye = np.flatnonzero(sager.vej == TIDLIG).astype(np.int64)
    besluttet = sager.oprettet[nye] + terning.heltal(7, 45, len(nye))
    dele.append(_indsats(terning, sager, nye, np.zeros(len(nye), dtype=np.int64), besluttet))
    return saml(dele)


def _fra_tidlig_indsats(terning: Terning, sager: Sager, indsatser: Indsatser) -> tuple[Undersoegelser, Indsatser]:
    """Early help that turns out not to be enough: an examination within it or in the half year after."""
    antal = len(indsatser.sag)
    tidlig = (indsatser.kategori == TIDLIG_INDSATS) & indsatser.begyndt & (indsatser.start >= BEGYNDELSE)
    slags = terning.vaelg((15, 10, 75), antal)
    under, efter = tidlig & (slags == 0), tidlig & (slags == 1)
    startet = np.where(
        under,
        indsatser.start + terning.heltal(20, np.maximum(indsatser.slut - indsatser.start, 20), antal),
        indsatser.slut + terning.heltal(5, 170, antal),
    )
    hvem = under | efter
    nye = _undersoeg(
        terning, sager, indsatser.sag[hvem], startet[hvem] - terning.heltal(0, 20, int(hvem.sum())), startet[hvem]
    )
    # A measure that turned into an examination ends when the examination begins.
    felter = {**vars(indsatser), "slut": np.where(under, startet, indsatser.slut), "til_bfu": under}
    return nye, Indsatser(**felter)


def _i_aabne_sager(terning: Terning, sager: Sager, indsatser: Indsatser) -> Undersoegelser:
    """New examinations, all through each year, of children who already have a measure."""
    aktiv_til = np.zeros(len(sager), dtype=np.int64)
    np.maximum.at(aktiv_til, indsatser.sag, kun_hvis(indsatser.begyndt, indsatser.slut, 0))
    dele, sidst = [], np.zeros(0, dtype=np.int64)
    for aar in AAR:
        foerste = dag(date(aar, 1, 1))
        kan = np.flatnonzero((sager.oprettet < foerste - 250) & (aktiv_til > foerste + 300)).astype(np.int64)
        hvem = terning.udsnit(np.setdiff1d(kan, sidst), NYE_UNDERSOEGELSER_I_AABNE)
        startet = foerste + terning.heltal(0, 364, len(hvem))
        dele.append(_undersoeg(terning, sager, hvem, startet - terning.heltal(0, 20, len(hvem)), startet))
        sidst = hvem
    return saml(dele)


def _sideloebende(terning: Terning, sager: Sager, indsatser: Indsatser) -> Indsatser:
    """Preventive measures beside a placement or another measure: meetings then concern several."""
    kan = indsatser.begyndt & (indsatser.kategori != TIDLIG_INDSATS)
    hvem = np.flatnonzero(kan & terning.lykkes(280, len(kan)))
    start = np.maximum(indsatser.start[hvem] + terning.heltal(10, 300, len(hvem)), BEGYNDELSE - 200)
    inden = start < np.minimum(indsatser.slut[hvem], SLUTNING)
    sag, start = indsatser.sag[hvem][inden], start[inden]
    kategori = np.where(terning.lykkes(250, len(sag)), AFLASTNING, FOREBYGGENDE)
    return _indsats(terning, sager, sag, kategori, start)


def _skift(terning: Terning, indsatser: Indsatser) -> Indsatser:
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


def byg(froe: int, blok: int, sager: Sager) -> tuple[Undersoegelser, Indsatser]:
    """Every examination and measure of one block, each in the order of its start."""
    terning = Terning(froe, blok, 4)
    foerste = _foerste_undersoegelser(terning, sager)
    indsatser = saml([_bestand(terning, sager), _efter_undersoegelse(terning, sager, foerste, _UDFALD)])
    fra_tidlig, indsatser = _fra_tidlig_indsats(terning, sager, indsatser)
    indsatser = saml([indsatser, _efter_undersoegelse(terning, sager, fra_tidlig, _UDFALD)])
    i_aabne = _i_aabne_sager(terning, sager, indsatser)
    indsatser = saml([indsatser, _efter_undersoegelse(terning, sager, i_aabne, _UDFALD_I_AABNE)])
    indsatser = _skift(terning, saml([indsatser, _sideloebende(terning, sager, indsatser)]))
    bfu = saml([foerste, fra_tidlig, i_aabne])
    orden = np.minimum(np.minimum(indsatser.start, indsatser.bortfaldet), indsatser.henvist)
    return (
        udvalg(bfu, np.argsort(bfu.startet, kind="stable")),
        udvalg(indsatser, np.argsort(orden, kind="stable")),
    )


def lukkedage(
    froe: int, blok: int, sager: Sager, bfu: Undersoegelser, indsatser: Indsatser, henvendelser: Henvendelser
) -> Heltal:
    """The day each case closes: some weeks after its last business, or the day it cannot outlive."""
    terning = Terning(froe, blok, 5)
    sidst = np.maximum(sager.oprettet, np.where(sager.oprettet < BEGYNDELSE, BEGYNDELSE, 0))
    faerdige = bfu.afsluttet < ALDRIG
    np.maximum.at(sidst, bfu.sag[faerdige], bfu.afsluttet[faerdige])
    i_gang = indsatser.begyndt
    np.maximum.at(sidst, indsatser.sag[i_gang], indsatser.slut[i_gang])
    med_sag = henvendelser.sag >= 0
    np.maximum.at(sidst, henvendelser.sag[med_sag], henvendelser.dag[med_sag])
    naturligt = sidst + terning.heltal(12, 95, len(sager))
    return np.minimum(naturligt, sager.stop)
