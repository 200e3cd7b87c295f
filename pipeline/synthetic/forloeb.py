"""What happens in a case: examinations, measures, and the day it closes.

Examinations lead to measures and early help leads to examinations, so they are drawn in rounds.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from pipeline.synthetic import indsatsforloeb, undersoegelsesforloeb
from pipeline.synthetic.befolkning import AAR, Henvendelser, Sager
from pipeline.synthetic.indsatsforloeb import INGEN, TIDLIG_INDSATS, Indsatser
from pipeline.synthetic.kerne import (
    ALDRIG,
    BEGYNDELSE,
    Heltal,
    Terning,
    dag,
    hverdag_efter,
    kun_hvis,
    saml,
    udvalg,
)
from pipeline.synthetic.undersoegelsesforloeb import FAERDIG, Undersoegelser, undersoeg

NYE_UNDERSOEGELSER_I_AABNE = 145
_UDFALD = (180, 310, 70, 108, 332)
_UDFALD_I_AABNE = (60, 270, 40, 112, 518)


def _efter_undersoegelse(
    terning: Terning, sager: Sager, bfu: Undersoegelser, vaegte: tuple[int, ...]
) -> Indsatser:
    """What finished examinations lead to."""
    faerdige = udvalg(bfu, (bfu.afslutning == FAERDIG) & (bfu.afsluttet < ALDRIG))
    udfald = terning.vaelg(vaegte, len(faerdige.sag))
    videre = udfald != INGEN
    besluttet = hverdag_efter(faerdige.afsluttet + terning.heltal(2, 26, len(udfald)))
    return indsatsforloeb.indsats(terning, sager, faerdige.sag[videre], udfald[videre], besluttet[videre])


def _fra_tidlig_indsats(
    terning: Terning, sager: Sager, indsatser: Indsatser
) -> tuple[Undersoegelser, Indsatser]:
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
    nye = undersoeg(
        terning,
        sager,
        indsatser.sag[hvem],
        startet[hvem] - terning.heltal(0, 20, int(hvem.sum())),
        startet[hvem],
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
        startet = hverdag_efter(foerste + terning.heltal(0, 364, len(hvem)))
        dele.append(undersoeg(terning, sager, hvem, startet - terning.heltal(0, 20, len(hvem)), startet))
        sidst = hvem
    return saml(dele)


def byg(froe: int, blok: int, sager: Sager) -> tuple[Undersoegelser, Indsatser]:
    """Every examination and measure of one block, each in the order of its start."""
    terning = Terning(froe, blok, 4)
    foerste = undersoegelsesforloeb.foerste(terning, sager)
    efter_foerste = _efter_undersoegelse(terning, sager, foerste, _UDFALD)
    indsatser = saml([indsatsforloeb.bestand(terning, sager), efter_foerste])
    fra_tidlig, indsatser = _fra_tidlig_indsats(terning, sager, indsatser)
    indsatser = saml([indsatser, _efter_undersoegelse(terning, sager, fra_tidlig, _UDFALD)])
    i_aabne = _i_aabne_sager(terning, sager, indsatser)
    indsatser = saml([indsatser, _efter_undersoegelse(terning, sager, i_aabne, _UDFALD_I_AABNE)])
    indsatser = saml([indsatser, indsatsforloeb.sideloebende(terning, sager, indsatser)])
    indsatser = indsatsforloeb.skift(terning, indsatser)
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
    naturligt = hverdag_efter(sidst + terning.heltal(12, 95, len(sager)))
    return np.asarray(np.minimum(naturligt, sager.stop), dtype=np.int64)
