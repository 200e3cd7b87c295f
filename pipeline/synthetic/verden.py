"""One block of the made-up municipality, before it is written down as extracts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.synthetic import befolkning, fordeling, forloeb, organisation
from pipeline.synthetic.befolkning import Henvendelser, Sager
from pipeline.synthetic.fordeling import Fordeling
from pipeline.synthetic.indsatsforloeb import Indsatser
from pipeline.synthetic.kerne import BEGYNDELSE, Heltal, Terning, kun_hvis, saml, udvalg
from pipeline.synthetic.organisation import Organisation
from pipeline.synthetic.undersoegelsesforloeb import Undersoegelser

PR_BLOK = 200_000
"""Room for the ids of one extract in one block."""
SAG, INDSATS, BFU = "S{:06d}", "I{:06d}", "B{:06d}"


@dataclass(frozen=True)
class Verden:
    """Everything that happens in one block; `sag_registreret` is the day each case stood in the register."""

    froe: int
    org: Organisation
    sager: Sager
    lukket: Heltal
    bfu: Undersoegelser
    indsatser: Indsatser
    henvendelser: Henvendelser
    fordeling: Fordeling
    sag_registreret: Heltal
    indsats_registreret: Heltal

    def terning(self, emne: int) -> Terning:
        """Dice of one extract."""
        return Terning(self.froe, self.org.blok, 100 + emne)

    def numre(self, lokalt: Heltal) -> Heltal:
        """Numbers for ids of the block; below zero stays missing."""
        return np.where(lokalt >= 0, lokalt + self.org.blok * PR_BLOK + 1, lokalt)

    def i_sag(self, sag: Heltal, dage: Heltal, terning: Terning) -> Heltal:
        """The day a row of a case is registered: some time after it happened, never before its case."""
        egen = dage + terning.forsinkelse(len(sag))
        return np.where(sag >= 0, np.maximum(egen, self.sag_registreret[sag]), egen)

    def modtager(self, stilling: Heltal, dage: Heltal) -> Heltal:
        """The caseworker in each position on a day."""
        senere = self.org.del_fra[stilling] <= dage[:, None]
        return np.asarray(self.org.del_raadgiver[stilling, senere.sum(axis=1) - 1], dtype=np.int64)


def byg(froe: int, blok: int, skala: int) -> Verden:
    """Draw one block; the same arguments always give the same block."""
    org = organisation.byg(froe, blok, skala)
    sager, henvendelser = befolkning.byg(froe, blok)
    bfu, indsatser = forloeb.byg(froe, blok, sager)
    lukket = forloeb.lukkedage(froe, blok, sager, bfu, indsatser, henvendelser)
    alle = saml([henvendelser, befolkning.kendte_boern(froe, blok, sager, lukket)])
    alle = udvalg(alle, np.argsort(alle.dag * 1440 + alle.minut, kind="stable"))
    terning = Terning(froe, blok, 7)
    sent = terning.lykkes(40, len(sager)) & (sager.oprettet >= BEGYNDELSE)
    registreret = sager.oprettet + kun_hvis(sent, terning.heltal(8, 50, len(sager)), 0)
    tidligst = np.minimum(np.minimum(indsatser.start, indsatser.bortfaldet), indsatser.henvist)
    return Verden(
        froe=froe,
        org=org,
        sager=sager,
        lukket=lukket,
        bfu=bfu,
        indsatser=indsatser,
        henvendelser=alle,
        fordeling=fordeling.byg(froe, org, sager, lukket, bfu, indsatser),
        sag_registreret=registreret,
        indsats_registreret=np.maximum(
            tidligst + terning.forsinkelse(len(tidligst)), registreret[indsatser.sag]
        ),
    )
