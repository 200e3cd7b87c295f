"""Mixes the faulty rows, and lines that are no rows at all, into an extract as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.synthetic.dialekt import Dialekt
from pipeline.synthetic.fejlraekker import FEJL, Fejl, FraLeverancen, Virkning

_TOMME_LINJER_I = "sager"
_ISO_DATO = len("2021-01-01")


def _felt(vaerdi: str | FraLeverancen, dialekt: Dialekt, leveret: date) -> str:
    """A field of a faulty row; a real date in the delivery's own form, everything else as it stands."""
    if isinstance(vaerdi, FraLeverancen):
        return dialekt.dato(leveret + timedelta(days=vaerdi.dage))
    try:
        return dialekt.dato(date.fromisoformat(vaerdi)) if len(vaerdi) == _ISO_DATO else dialekt.felt(vaerdi)
    except ValueError:
        return dialekt.felt(vaerdi)


def _raekke(
    fejl: Fejl, kolonner: Sequence[str], god: Sequence[str], dialekt: Dialekt, leveret: date
) -> list[str]:
    felter = dict(zip(kolonner, god, strict=True))
    felter |= {navn: _felt(vaerdi, dialekt, leveret) for navn, vaerdi in fejl.felter.items()}
    raekke = list(felter.values())
    if fejl.felter_for_meget < 0:
        return raekke[: fejl.felter_for_meget]
    return raekke + ["ekstra"] * fejl.felter_for_meget


def tilfoej(
    extract: str, kolonner: Sequence[str], raekker: Sequence[Sequence[str]], dialekt: Dialekt, leveret: date
) -> list[str]:
    """The extract's lines with its faulty rows spread evenly among the good ones.

    A faulty row is a copy of the good row before it, a duplicate an exact one.
    """
    fejl = [f for f in FEJL if f.extract == extract]
    linjer = [dialekt.skilletegn.join(r) for r in raekker]
    for nr in range(len(fejl) if raekker else 0, 0, -1):
        sted = nr * len(raekker) // (len(fejl) + 1)
        ny = _raekke(fejl[nr - 1], kolonner, raekker[sted - 1], dialekt, leveret)
        linjer.insert(sted, dialekt.skilletegn.join(ny))
    if extract == _TOMME_LINJER_I and raekker:
        linjer[10:10] = ["", dialekt.skilletegn * (len(kolonner) - 1)]
    return linjer


def antal(extract: str, *virkninger: Virkning) -> int:
    """How many faulty rows of these kinds an extract carries."""
    return sum(f.extract == extract and f.virkning in virkninger for f in FEJL)
