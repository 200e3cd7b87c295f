"""The extract of activities: what caseworkers do from day to day."""

from __future__ import annotations

import numpy as np

from pipeline.synthetic.kerne import (
    BEGYNDELSE,
    MANGLER,
    SLUTNING,
    Heltal,
    Tabel,
    Terning,
    hverdag_foer,
    maanedsnummer,
)
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.organisation import RAADGIVER
from pipeline.synthetic.undersoegelser import afsluttet_eller_nu
from pipeline.synthetic.verden import SAG, Verden

TYPER = ("moede", "vurdering", "kontakt", "dokument", "sparring")
MOEDE, VURDERING, KONTAKT, DOKUMENT, SPARRING = range(5)
UNDERTYPER = (
    "netvaerksmoede", "familieraadslagning", "foreloebig_vurdering", "bekymringsgrundlag", "genogram",
    "netvaerkskort", "netvaerkscirkel", "sagsgennemgang", "sagssparring", "hjemmebesoeg",
)  # fmt: skip
# For each type: the undertyper it may carry.
_MULIGE = ((1, 9, 6, 1), (2, 3, 2, 3), (9, 9, 9, 9), (4, 5, 6, 3), (7, 8, 8, 8))
_SPARRING_UDEN_SAG = 260


def _loebende(verden: Verden, terning: Terning) -> tuple[Heltal, Heltal, Heltal, Heltal]:
    """Case, day, type and undertype of everyday work: about once every eleven days in an open case."""
    fra = np.maximum(verden.sager.oprettet, BEGYNDELSE)
    til = np.minimum(verden.lukket, SLUTNING)
    antal = (til - fra).clip(0) // 11 + 1
    sag = np.repeat(np.arange(len(antal), dtype=np.int64), antal)
    dage = terning.heltal(fra[sag], til[sag], len(sag))
    # Hardly anybody works on weekends: most of what falls there is moved to the Friday before.
    dage = np.where(terning.lykkes(900, len(sag)), np.maximum(hverdag_foer(dage), fra[sag]), dage)
    type_ = terning.vaelg((14, 12, 46, 24, 4), len(sag))
    under = np.array(_MULIGE)[type_, terning.heltal(0, 3, len(sag))]
    med = terning.lykkes(np.array((350, 500, 220, 300, 900))[type_], len(sag))
    return sag, dage, type_, np.where(med, under, MANGLER)


def _netvaerksmoeder(verden: Verden, terning: Terning) -> tuple[Heltal, Heltal, Heltal, Heltal]:
    """Network meetings within examinations, by the chance of 6.2."""
    b, slut = verden.bfu, afsluttet_eller_nu(verden)
    hold, _ = verden.fordeling.holder(b.sag, slut)
    har = np.flatnonzero(terning.lykkes(chance("6.2", slut, hold), len(slut)))
    dage = terning.heltal(b.startet[har], slut[har], len(har))
    return b.sag[har], dage, np.full(len(har), MOEDE), np.zeros(len(har), dtype=np.int64)


def _sparring(terning: Terning) -> tuple[Heltal, Heltal, Heltal, Heltal]:
    """Sparring about no case in particular."""
    antal = _SPARRING_UDEN_SAG * 4
    dage = terning.heltal(BEGYNDELSE, SLUTNING, antal)
    ingen = np.full(antal, MANGLER, dtype=np.int64)
    return ingen, hverdag_foer(dage), np.full(antal, SPARRING), np.full(antal, 8)


def aktiviteter(verden: Verden) -> Tabel:
    """One row per activity."""
    terning = verden.terning(15)
    dele = (_loebende(verden, terning), _netvaerksmoeder(verden, terning), _sparring(terning))
    sag, dage, type_, under = (np.concatenate(felt) for felt in zip(*dele, strict=True))
    orden = np.argsort(dage, kind="stable")
    sag, dage, type_, under, antal = sag[orden], dage[orden], type_[orden], under[orden], len(orden)
    stilling = terning.heltal(0, len(verden.org.stillingens_hold) - 1, antal)
    _, holder = verden.fordeling.holder(sag.clip(0), dage)
    raadgiver = np.where(sag >= 0, holder, verden.modtager(stilling, dage))
    tabel = Tabel("aktiviteter", verden.i_sag(sag, dage, terning))
    tabel.nummer("aktivitet_id", "A{:07d}", verden.numre(np.arange(antal, dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(sag))
    tabel.tal("dato", "dato", dage)
    tabel.kode("type", TYPER, type_)
    tabel.kode("undertype", UNDERTYPER, under)
    tabel.nummer("raadgiver_id", RAADGIVER, verden.org.raadgivernummer(raadgiver))
    # Two caseworkers to a case became the rule for hard conversations during 2021.
    to = terning.lykkes(250 + 8 * (maanedsnummer(dage) - 600).clip(0), antal)
    tal = np.where(to, 2, 1) + terning.lykkes(40, antal)
    tabel.tal("antal_raadgivere", "heltal", np.where((type_ == KONTAKT) | (type_ == DOKUMENT), MANGLER, tal))
    return tabel
