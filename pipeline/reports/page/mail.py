"""A mail's view: the page's own, and what its templates ask of it.

It says what a leader must know and how every indicator stands, and tells more of those that are behind.
Leaders' comments, caseworkers and, unless asked for, cases stay in the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.mailbody import Mailbillede, Mailramme
from pipeline.reports.page.model import Blok, Oversigtsraekke, Side, Tone

FOD = "Mailen er lavet og sendt automatisk, efter at en medarbejder har set den igennem og frigivet den. "
UDEN_SAGER = "Den nævner ingen børn og ingen rådgivere."
MED_SAGER = "Den rummer sagsnumre: videresend den ikke."


@dataclass(frozen=True)
class Mailside:
    """What the mail's templates know; its pictures are None where the page has none."""

    side: Side
    ramme: Mailramme
    kurver: Mailbillede | None
    trappe: Mailbillede | None

    @property
    def bagud(self) -> tuple[Blok, ...]:
        """The indicators that have not reached their milestone."""
        alle = (blok for afsnit in self.side.afsnit for blok in afsnit.blokke)
        return tuple(blok for blok in alle if blok.vurdering.tone is Tone.MANGLER)

    @property
    def sager(self) -> tuple[str, ...]:
        """What is overdue or soon due, where case ids may stand in a mail."""
        return tuple(_sager(self.side)) if self.ramme.sagsnumre else ()

    @property
    def fod(self) -> str:
        """What the mail is, and how to treat it."""
        return FOD + (MED_SAGER if self.sager else UDEN_SAGER)

    def i_ord(self, raekke: Oversigtsraekke) -> str:
        """A row of the overview as one line of text."""
        celle = raekke.celle
        antal = f"({celle.antal})" if celle.procent and celle.antal else celle.antal
        maal = f"milepæl {raekke.milepael}" if raekke.milepael else ""
        resultat = " ".join(filter(None, (celle.procent, antal)))
        return ", ".join(filter(None, (resultat, maal, celle.vurdering.ord.lower())))

    def holdlinje(self, raekke: tuple[str, ...]) -> str:
        """A team's row as one line of text."""
        kolonner = self.side.hold.kolonner[1:] if self.side.hold else ()
        felter = (f"{k.navn} {felt}" for k, felt in zip(kolonner, raekke[1:], strict=True))
        return f"{raekke[0]}: {', '.join(felter)}"


def _sager(side: Side) -> Iterator[str]:
    """A line for each deadline, without the caseworkers the report groups them by."""
    for liste in (side.handleliste.overskredet, side.handleliste.snart):
        for gruppe in liste.grupper:
            for opgave in gruppe.opgaver:
                yield from (f"Sag {opgave.sag}, {opgave.enhed}: {punkt}" for punkt in opgave.punkter)
