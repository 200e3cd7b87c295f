"""What may be said of a file's unknown headings: what stands where headings should may be a row.

A lost line break or a stray quote glues a row to the headings. So unknown headings are named only where all
that is known of the first line speaks for it; otherwise their places are told, which say nothing of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.danish import opremsning
from pipeline.definitions.extract_models import Extract
from pipeline.harmless import enlinje

_LAENGSTE = 40
_FLEST_PLADSER = 6
_FLEST_GANGE = 1.5
_OVERSKRIFT = re.compile(r"(?!.*\d{3})(?=[^\W\d_])(?:[Nn]r\.|[\w /()§%&+-])+")
"""A letter first, no separator, quote, address or sentence, and no number as ids and years are."""


@dataclass(frozen=True)
class Ukendte:
    """A file's unknown headings: their places, counted from 1, among `antal`, and their names where told."""

    numre: tuple[int, ...]
    antal: int
    navne: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Where they stand: `kolonne 7 og 8 er ikke kendte overskrifter`."""
        if len(self.numre) > _FLEST_PLADSER:
            hvor = f"den første i kolonne {self.numre[0]}"
            return f"{len(self.numre)} af {self.antal} overskrifter kendes ikke, {hvor}"
        hvad = "en kendt overskrift" if len(self.numre) == 1 else "kendte overskrifter"
        return f"{kolonne(self.numre)} er ikke {hvad}"


def find_ukendte(
    overskrifter: Sequence[str], foldede: Sequence[str], extract: Extract, egne: Mapping[str, str]
) -> Ukendte:
    """The filled headings that are no columns of the extract; `egne` are the municipality's own, folded."""
    par = enumerate(zip(overskrifter, foldede, strict=True), 1)
    numre = tuple(nr for nr, (tekst, foldet) in par if tekst.strip() and foldet not in extract.kolonner)
    # Blanks alone are stripped: a tab or a line break at the end of a heading tells of a row.
    tekster = [overskrifter[nr - 1].strip(" ") for nr in numre]
    sikre = _kun_overskrifter(foldede, extract, egne) and all(_ligner_overskrift(t) for t in tekster)
    return Ukendte(numre, len(overskrifter), tuple(tekster) if sikre else ())


def kolonne(numre: Sequence[int]) -> str:
    """Places in running text: `kolonne 7 og 8`."""
    return f"kolonne {opremsning([str(nr) for nr in numre])}"


def _kun_overskrifter(foldede: Sequence[str], extract: Extract, egne: Mapping[str, str]) -> bool:
    """Whether the known headings vouch for the others.

    A row may hold one value that is called as a column, but not two. Blank headings count as unknown: a row
    that is glued to the headings may have few of its fields filled.
    """
    fundne = [foldet for foldet in foldede if foldet in extract.kolonner]
    fremmede = [foldet for foldet in foldede if foldet not in extract.kolonner]
    savnede = {
        n for n, til in [*egne.items(), *((k, k) for k in extract.kolonner)] if n and til not in fundne
    }
    fyldte = [foldet for foldet in fremmede if foldet]
    return (
        len(foldede) <= _FLEST_GANGE * len(extract.kolonner)
        and 1 < len(fundne) >= len(fremmede)
        and len(set(fyldte)) == len(fyldte)
        and not any(_sammenvokset(foldet, savnede) for foldet in fremmede)
    )


def _ligner_overskrift(tekst: str) -> bool:
    return len(tekst) <= _LAENGSTE and tekst == enlinje(tekst) and bool(_OVERSKRIFT.fullmatch(tekst))


def _sammenvokset(foldet: str, savnede: Collection[str]) -> bool:
    """Whether a heading begins as one that is missing: the last heading and a row's first value."""
    return any(foldet.startswith(navn) for navn in savnede)
