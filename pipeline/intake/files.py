"""Which files of a folder belong to the delivery, and in which characters each is written."""

from __future__ import annotations

import codecs
import hashlib
import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DataAfvist, ForkertBrug
from pipeline.harmless import enlinje, forkortet
from pipeline.intake.own_words import Fold
from pipeline.intake.pseudonyms import maskeret

_BLOK = 1 << 20
_LAENGSTE_NAVN = 60
_GEM_SOM = "gem den som CSV i UTF-8"
_ANDRE_MAERKER = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""A file that begins with one of these and is not UTF-8 is broken or UTF-16, never Windows-1252."""

_FREMMEDE = {
    b"PK\x03\x04": "et regneark eller en zip-fil",
    b"\xd0\xcf\x11\xe0": "et regneark",
    codecs.BOM_UTF16_LE: "skrevet i UTF-16",
    codecs.BOM_UTF16_BE: "skrevet i UTF-16",
}
"""How what people save in place of a CSV file begins."""

_DANSK_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")
"""æ, ø, å and their like in UTF-8. In Windows-1252 it would be Ã and a sign, which no Danish text holds: a
file with it that is not UTF-8 was put together from both, and either reading would garble the other."""


@dataclass(frozen=True)
class Fil:
    """One file of a delivery; `tegnsaet` is a Python codec."""

    extract: str
    sti: Path
    sha256: str
    tegnsaet: str

    @property
    def navn(self) -> str:
        """The file's name as it can be shown."""
        return vist(self.sti)


@dataclass(frozen=True)
class Mappe:
    """A delivery's files by extract, and the names of files that are none."""

    filer: dict[str, Fil]
    ukendte: tuple[str, ...]


def vist(sti: Path) -> str:
    """A file's name as messages show it: one line without control signs and CPR numbers, not too long."""
    return forkortet(maskeret(enlinje(sti.name)), _LAENGSTE_NAVN)


def laes_mappe(mappe: Path, extracts: Collection[str], fold: Fold) -> Mappe:
    """Find and fingerprint the files of a delivery.

    Raises:
        ForkertBrug: the folder cannot be read.
        DataAfvist: a file cannot be read or decoded, or two files are the same extract; one line each.
    """
    fundne, ukendte = _fordel(_filer(mappe), extracts, fold)
    fejl: list[str] = []
    filer: dict[str, Fil] = {}
    for navn in extracts:
        stier = fundne.get(navn, [])
        if stier[1:]:
            fejl.append(
                f"{' og '.join(vist(sti) for sti in stier)}: udtrækket {navn} må kun ligge der én gang"
            )
        elif stier:
            fil = _laes_fil(navn, stier[0])
            if isinstance(fil, Fil):
                filer[navn] = fil
            else:
                fejl.append(fil)
    if fejl:
        raise DataAfvist(*fejl)
    return Mappe(filer, ukendte)


def _laes_fil(navn: str, sti: Path) -> Fil | str:
    """The file, or why it cannot be used."""
    try:
        if fremmed := _fremmed(sti):
            return f"{vist(sti)}: filen er {fremmed}; {_GEM_SOM}"
        sha256, tegnsaet = _aftryk_og_tegnsaet(sti)
    except OSError:
        return (
            f"{vist(sti)}: filen kan ikke læses; luk den i andre programmer, og se efter, om du må læse den"
        )
    if tegnsaet is None:
        return f"{vist(sti)}: tegnene kan ikke læses (forventet: UTF-8 eller Windows-1252); {_GEM_SOM}"
    return Fil(navn, sti, sha256, tegnsaet)


def _fremmed(sti: Path) -> str | None:
    """What the file is, when its first bytes say that it is no CSV file."""
    with sti.open("rb") as fil:
        begyndelse = fil.read(4)
    return next((hvad for maerke, hvad in _FREMMEDE.items() if begyndelse.startswith(maerke)), None)


def _filer(mappe: Path) -> list[Path]:
    try:
        return sorted(sti for sti in mappe.iterdir() if sti.is_file() and not sti.name.startswith("."))
    except OSError:
        raise ForkertBrug(
            f"{enlinje(str(mappe))}: mappen kan ikke læses (forventet: en mappe med CSV-udtræk)."
        ) from None


def _fordel(
    stier: Sequence[Path], extracts: Collection[str], fold: Fold
) -> tuple[dict[str, list[Path]], tuple[str, ...]]:
    fundne: dict[str, list[Path]] = {}
    ukendte: list[str] = []
    for sti, navn in zip(stier, fold([sti.stem.strip() for sti in stier]), strict=True):
        if navn in extracts and sti.suffix.lower() == ".csv":
            fundne.setdefault(navn, []).append(sti)
        else:
            ukendte.append(vist(sti))
    return fundne, tuple(ukendte)


def _aftryk_og_tegnsaet(sti: Path) -> tuple[str, str | None]:
    """The file's SHA-256 and codec; None when it is in neither of the two.

    UTF-8 is tried first since Windows-1252 reads almost anything; a guessing library was tried and
    guessed wrong on Danish.
    """
    sha = hashlib.sha256()
    utf8 = codecs.getincrementaldecoder("utf-8")()
    er_utf8, begyndelse, blandet = True, b"", False
    for blok in itertools.chain(_blokke(sti), [b""]):
        begyndelse = begyndelse or blok[:3]
        sha.update(blok)
        er_utf8 = er_utf8 and _kan_afkodes(utf8, blok)
        blandet = blandet or _DANSK_UTF8.search(blok) is not None
    if er_utf8:
        return sha.hexdigest(), "utf-8-sig" if begyndelse.startswith(codecs.BOM_UTF8) else "utf-8"
    cp1252 = codecs.getincrementaldecoder("cp1252")()
    mulig = not blandet and not begyndelse.startswith(_ANDRE_MAERKER)
    er_cp1252 = mulig and all(_kan_afkodes(cp1252, blok) for blok in _blokke(sti))
    return sha.hexdigest(), "cp1252" if er_cp1252 else None


def _blokke(sti: Path) -> Iterator[bytes]:
    with sti.open("rb") as fil:
        while blok := fil.read(_BLOK):
            yield blok


def _kan_afkodes(afkoder: codecs.IncrementalDecoder, blok: bytes) -> bool:
    """Whether the next block decodes; an empty one ends the text."""
    try:
        afkoder.decode(blok, final=not blok)
    except UnicodeDecodeError:
        return False
    return True
