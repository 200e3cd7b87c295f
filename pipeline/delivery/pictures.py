"""The mail's pictures: how many milestones are reached, as one bar per period.

Drawn by hand: a palette picture of rectangles needs no drawing library. Colours are the reports', and
each kind has a pattern of its own, so that nothing hangs on colour alone.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from pipeline.definitions.plan_models import Plan
from pipeline.delivery.figures import Noegletal, Resultattal
from pipeline.delivery.words import opremsning

BREDDE, HOEJDE = 1120, 48
"""Pixels; shown at half the size, so that the bar is sharp on dense screens."""

NAAET, IKKE, FAA, INGEN = range(4)
ORD = ("nået", "ikke nået", "for få til at konkludere", "uden sager")
_FARVER = ((255, 255, 255), (11, 74, 134), (196, 90, 17), (122, 128, 137), (213, 217, 222))
_PAPIR, _LUFT = 0, 4


@dataclass(frozen=True)
class Billede:
    """One picture: a file name of its own, a PNG, and the words that stand for it."""

    navn: str
    png: bytes
    alt: str
    tekst: str

    @property
    def cid(self) -> str:
        """What the HTML calls it by."""
        return f"{self.navn}@ledelsestilsyn"

    @property
    def bredde(self) -> int:
        """Width as shown."""
        return BREDDE // 2


def milepaelsbillede(
    plan: Plan, tal: Noegletal, periodetype: str, periode: str, hvornaar: str
) -> Billede | None:
    """The bar of one period; None where no milestone is in force."""
    optalt = tael_milepaele(plan, tal, periodetype, periode)
    if not sum(optalt):
        return None
    dele = [f"{n} {ord_}" for n, ord_ in zip(optalt, ORD, strict=True) if n]
    return Billede(
        navn=f"milepaele-{periode}.png",
        png=_png(_linjer(optalt)),
        alt=f"Bjælke: af {sum(optalt)} milepæle i {hvornaar} er {opremsning(dele)}.",
        tekst=" · ".join(dele),
    )


def tael_milepaele(plan: Plan, tal: Noegletal, periodetype: str, periode: str) -> tuple[int, int, int, int]:
    """Milestones in force: reached, not reached, too few to tell, and without any case.

    Each indicator counts once: by case review where the plan says so and it saw any case, else by its
    main source.
    """
    optalt = [0, 0, 0, 0]
    fundne = {(r.indikator_id, r.kilde): r for r in tal.resultater if r.noegle[2:] == (periodetype, periode)}
    for indikator in plan.indikatorer:
        tilsyn = fundne.get((indikator.id, "tilsyn"))
        foerer = tilsyn if indikator.tilsyn_foerer and tilsyn and tilsyn.naevner else None
        r = foerer or fundne.get((indikator.id, indikator.kilde))
        if r and r.milepael_procent is not None:
            optalt[_slags(r)] += 1
    return (optalt[NAAET], optalt[IKKE], optalt[FAA], optalt[INGEN])


def _slags(r: Resultattal) -> int:
    if r.usikker:
        return FAA
    return {"ingen_data": INGEN, "ikke_naaet": IKKE}.get(r.status, NAAET)


def _linjer(optalt: tuple[int, ...]) -> list[bytes]:
    """The rows of the picture: segments in the order of `ORD`, with a little paper between them."""
    ialt, kanter, loebende = sum(optalt), [0], 0
    for n in optalt:
        loebende += n
        kanter.append(BREDDE * loebende // ialt)
    stykker = [(slags, kanter[slags], kanter[slags + 1]) for slags, n in enumerate(optalt) if n]
    linjer = []
    for y in range(HOEJDE):
        linje = bytearray(BREDDE)
        for slags, fra, til in stykker:
            slut = til if til == BREDDE else til - _LUFT
            linje[fra:slut] = bytes(_punkt(slags, x, y, fra, slut) for x in range(fra, slut))
        linjer.append(bytes(linje))
    return linjer


def _punkt(slags: int, x: int, y: int, fra: int, slut: int) -> int:
    """The colour of one point: full, striped, dotted, or an empty frame."""
    if slags == IKKE:
        return _PAPIR if (x + y) // 3 % 4 == 0 else slags + 1
    if slags == FAA:
        return slags + 1 if x // 4 % 2 == y // 4 % 2 == 0 else slags + 2
    ramme = min(x - fra, slut - 1 - x, y, HOEJDE - 1 - y) < _LUFT
    return slags + 1 if slags == NAAET or ramme else _PAPIR


def _png(linjer: list[bytes]) -> bytes:
    """Rows of palette indexes as a PNG file."""
    hoved = struct.pack(">IIBBBBB", BREDDE, len(linjer), 8, 3, 0, 0, 0)
    palet = b"".join(bytes(farve) for farve in _FARVER)
    data = zlib.compress(b"".join(b"\0" + linje for linje in linjer), 9)
    stykker = ((b"IHDR", hoved), (b"PLTE", palet), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_stykke(navn, indhold) for navn, indhold in stykker)


def _stykke(navn: bytes, indhold: bytes) -> bytes:
    return struct.pack(">I", len(indhold)) + navn + indhold + struct.pack(">I", zlib.crc32(navn + indhold))
