"""A CSV file as numbered lines, and the rows they make: where quotes, newlines and blanks are judged.

A quote that is never closed would swallow the rows after it. So a row that runs over several lines must
be well-formed; where it is not, its first line alone is taken as a malformed row and reading goes on
with the next line. Nothing is lost, and every row is counted.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

SKILLETEGN = (";", ",", "\t")
BLOK = 4 << 20

STOERSTE_FELT = 1 << 24
_LAENGSTE_HOVED = 20
FELTSKEL = "\x1f"
"""What values are joined by where rows and keys are compared: read as a blank, so never part of one."""

# NUL is no text either.
_BLANKE = bytes.maketrans(b"\x00\x1f", b"  ")

csv.field_size_limit(STOERSTE_FELT)


@dataclass(frozen=True)
class Post:
    """One row: the line it begins on and its fields; `hel` is False when a quote was not closed."""

    linje: int
    felter: list[str]
    hel: bool = True


class Linjekilde:
    """A file as blocks of whole lines. `linje` is the number of the next line to be read."""

    def __init__(self, fil: BinaryIO, tegnsaet: str) -> None:
        self._fil = fil
        self._tegnsaet = tegnsaet
        self._tilbage: deque[str] = deque()
        self.linje = 1

    def blok(self, stoerrelse: int = BLOK) -> str:
        """The next lines, about `stoerrelse` bytes of them; '' at the end of the file."""
        if self._tilbage:
            tekst = "".join(self._tilbage)
            self._tilbage.clear()
            return tekst
        raa = (self._fil.read(stoerrelse) if stoerrelse else b"") + self._fil.readline()
        tekst = raa.translate(_BLANKE).decode(self._tegnsaet)
        if self._tegnsaet == "utf-8-sig" and raa:
            self._tegnsaet = "utf-8"
            return tekst or self.blok(stoerrelse)
        return tekst

    def hoved(self, genkendt: Callable[[Sequence[str]], int]) -> tuple[str, list[str]]:
        """The separator and the headings: the first line that is not blank.

        The separator is the one that gives most of the headings `genkendt` counts, then most headings,
        then the first of `SKILLETEGN`. A file without such a line has no headings.
        """
        linjer = self._foerste_linjer()
        forslag = [(tegn, *_foerste_post(linjer, tegn)) for tegn in SKILLETEGN]
        tegn, overskrifter, brugt = max(forslag, key=lambda f: (genkendt(f[1]), len(f[1])))
        self.linje += brugt
        self._tilbage.extend(linjer[brugt:])
        return tegn, overskrifter

    def _foerste_linjer(self) -> list[str]:
        """The first line that is not blank, and those after it while a quote may be open."""
        while (tekst := self.blok(0)) and not tekst.strip("".join(SKILLETEGN) + ' \r\n\v\f\u00a0"'):
            self.linje += len(opdelt(tekst))
        linjer = opdelt(tekst)
        while linjer and _ulige("".join(linjer)) and len(linjer) < _LAENGSTE_HOVED and (mere := self.blok(0)):
            linjer += opdelt(mere)
        return linjer

    def poster(self, tekst: str, skilletegn: str) -> Iterator[Post]:
        """The rows of a block, read on past its end where its last row does; counts the lines."""
        koe = deque(opdelt(tekst))
        while koe:
            post, brugt = self._en_post(koe, skilletegn)
            yield post
            self.linje += brugt

    def _en_post(self, koe: deque[str], skilletegn: str) -> tuple[Post, int]:
        brugt: list[str] = []
        sluttede = False

        def traek() -> Iterator[str]:
            nonlocal sluttede
            while koe or (mere := self.blok()):
                if not koe:
                    koe.extend(opdelt(mere))
                brugt.append(koe.popleft())
                yield brugt[-1]
            sluttede = True  # asked for a line when there was none: a quote is still open

        try:
            felter = next(csv.reader(traek(), delimiter=skilletegn), [])
            hel = not sluttede and (len(brugt) == 1 or _velformet(brugt, skilletegn))
        except csv.Error:
            felter, hel = [], False
        if hel:
            return Post(self.linje, felter), len(brugt)
        koe.extendleft(reversed(brugt[1:]))
        return Post(self.linje, brugt[0].split(skilletegn), hel=False), 1


def opdelt(tekst: str) -> list[str]:
    """A text's lines with their ends: CR LF, LF or CR, as the csv module counts them."""
    return list(io.StringIO(tekst, newline=""))


def felter_i(linje: str, skilletegn: str) -> list[str]:
    """The fields of one well-formed line."""
    return next(csv.reader([linje], delimiter=skilletegn), [])


def _foerste_post(linjer: list[str], skilletegn: str) -> tuple[list[str], int]:
    """The first row's fields, and how many lines it takes."""
    if not linjer:
        return [], 0
    antal = len(linjer) if _velformet(linjer, skilletegn) else 1
    return next(csv.reader(linjer[:antal], delimiter=skilletegn), []), antal


def _velformet(linjer: Sequence[str], skilletegn: str) -> bool:
    """Whether the lines are exactly one row whose quotes hold."""
    try:
        return len(list(csv.reader(linjer, delimiter=skilletegn, strict=True))) == 1
    except csv.Error:
        return False


def _ulige(tekst: str) -> bool:
    return tekst.count('"') % 2 == 1
