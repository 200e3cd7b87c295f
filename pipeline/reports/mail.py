"""View model -> the body of a mail: the page's own words, figures and pictures.

It says what a leader must know and how every indicator stands, and tells more of those that are behind.
Leaders' comments, caseworkers and, unless asked for, cases stay in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.mailbody import Mailbillede, Mailkrop, Mailramme
from pipeline.reports.page.indicator import INTET
from pipeline.reports.page.model import Blok, Oversigtsraekke, Side, Tone, Trappe
from pipeline.reports.page.pictures import Billedark
from pipeline.reports.render import Skriver

FOD = "Mailen er lavet og sendt automatisk, efter at en medarbejder har set den igennem og frigivet den. "
UDEN_SAGER = "Den nævner ingen børn og ingen rådgivere."
MED_SAGER = "Den rummer sagsnumre: videresend den ikke."

Png = Callable[[Billedark | Trappe], bytes]


@dataclass(frozen=True)
class Mailside:
    """What the mail's templates know: `kurver` and `trappe` are what the HTML calls those pictures by."""

    side: Side
    ramme: Mailramme
    kurver: str
    trappe: str
    intet: str = INTET

    @property
    def er_adresse(self) -> bool:
        """Whether the report's place can be a link: mail programs open no paths."""
        return urlsplit(self.ramme.rapport).scheme in {"http", "https"}

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
        maal = f"milepæl {raekke.milepael}" if raekke.milepael != INTET else ""
        resultat = " ".join(filter(None, (celle.procent, antal)))
        return ", ".join(filter(None, (resultat, maal, celle.vurdering.ord.lower())))

    def holdlinje(self, raekke: tuple[str, ...]) -> str:
        """A team's row as one line of text."""
        kolonner = self.side.hold.kolonner[1:] if self.side.hold else ()
        felter = (f"{k.navn} {felt}" for k, felt in zip(kolonner, raekke[1:], strict=True))
        return f"{raekke[0]}: {', '.join(felter)}"


def byg_mail(side: Side, ramme: Mailramme, skriver: Skriver, png: Png) -> Mailkrop:
    """The body of the mail about one report; `png` draws a picture of the view."""
    billeder = [
        Mailbillede(f"{navn}.png", png(billede))
        for navn, billede in (("kurver", side.bagud), ("indsatstrappe", side.trappe))
        if billede
    ]
    cid = {b.navn: b.cid for b in billeder}
    mail = Mailside(side, ramme, cid.get("kurver.png", ""), cid.get("indsatstrappe.png", ""))
    tekst, html = skriver.skriv_mail(mail)
    s = side.sammenfatning
    return Mailkrop(s.navn, s.periode, tekst, html, tuple(billeder), sagsnumre=bool(mail.sager))


def _sager(side: Side) -> Iterator[str]:
    """A line for each deadline, without the caseworkers the report groups them by."""
    for liste in (side.handleliste.overskredet, side.handleliste.snart):
        for gruppe in liste.grupper:
            for opgave in gruppe.opgaver:
                yield from (f"Sag {opgave.sag}, {opgave.enhed}: {punkt}" for punkt in opgave.punkter)
