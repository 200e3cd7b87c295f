"""The craft under the made-up municipality: whole-number dice, day arithmetic and columns that know when.

Everything is drawn and computed in whole numbers (days, minutes, per mille, øre), so that the same
seed gives the same bytes on every platform: no logarithm, no rounding of fractions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Poster = TypeVar("Poster", bound="DataclassInstance")
"""A dataclass of arrays of one length: one entry per case, measure, .."""
Heltal = NDArray[np.int64]
Sandt = NDArray[np.bool_]

ALDRIG = 1 << 40
"""A day or minute that never comes; written as an empty field."""
MANGLER = -1
"""A missing code, number or yes/no; written as an empty field."""


def dag(dato: date) -> int:
    """Days since 1 January 1970."""
    return dato.toordinal() - date(1970, 1, 1).toordinal()


BEGYNDELSE = dag(date(2020, 1, 1))
"""The history's first day; what the register held before it is the stock it begins with."""
SLUTNING = dag(date(2023, 12, 31))
"""The history's last day. It is always drawn in full, so a delivery never changes an earlier one's past."""


def plus_maaneder(dage: Heltal, antal: int) -> Heltal:
    """Days plus calendar months, clamped to the month's last day; ALDRIG stays ALDRIG."""
    kendte = np.where(dage < ALDRIG, dage, 0).astype("datetime64[D]")
    maaned = kendte.astype("datetime64[M]")
    i_maaneden = (kendte - maaned.astype("datetime64[D]")).astype(np.int64)
    foerste = (maaned + antal).astype("datetime64[D]").astype(np.int64)
    laengde = (maaned + antal + 1).astype("datetime64[D]").astype(np.int64) - foerste
    return np.where(dage < ALDRIG, foerste + np.minimum(i_maaneden, laengde - 1), ALDRIG)


def maanedsnummer(dage: Heltal) -> Heltal:
    """Months since January 1970."""
    return np.asarray(dage, dtype="datetime64[D]").astype("datetime64[M]").astype(np.int64)


def kun_hvis(betingelse: Sandt, vaerdier: Heltal | int, ellers: int = ALDRIG) -> Heltal:
    """The value where the condition holds, else never."""
    return np.where(betingelse, vaerdier, ellers).astype(np.int64)


def saml(dele: Sequence[Poster]) -> Poster:
    """The entries of several as one."""
    navne = [f.name for f in fields(dele[0])]
    return type(dele[0])(**{n: np.concatenate([getattr(d, n) for d in dele]) for n in navne})


def udvalg(alle: Poster, hvilke: Sandt | Heltal) -> Poster:
    """The chosen entries, by condition or by position."""
    return type(alle)(**{f.name: getattr(alle, f.name)[hvilke] for f in fields(alle)})


def _weekend(dage: Heltal) -> Sandt:
    """Saturdays and Sundays; 1 January 1970 was a Thursday."""
    return np.asarray((dage < ALDRIG) & ((dage + 3) % 7 > 4))


def hverdag_foer(dage: Heltal) -> Heltal:
    """Days on a weekend moved two days back, to Thursday and Friday."""
    return dage - 2 * _weekend(dage)


def hverdag_efter(dage: Heltal) -> Heltal:
    """Days on a weekend moved two days on, to Monday and Tuesday."""
    return dage + 2 * _weekend(dage)


class Terning:
    """One numpy Generator per subject and block, so that one subject's draws never move another's."""

    def __init__(self, *froe: int) -> None:
        self._generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence(froe)))

    def heltal(self, lav: int | Heltal, hoej: int | Heltal, antal: int) -> Heltal:
        """Whole numbers from `lav` to `hoej`, both included; where `hoej` is below `lav`, `lav`."""
        raa = self._generator.integers(0, 1 << 32, antal, dtype=np.int64)
        spand = np.maximum(np.asarray(hoej) - np.asarray(lav) + 1, 1)
        return np.asarray(lav + ((raa * spand) >> 32), dtype=np.int64)

    def lykkes(self, promille: int | Heltal, antal: int) -> Sandt:
        """True with the given chance in thousand."""
        return np.asarray(self.heltal(0, 999, antal) < promille)

    def vaelg(self, vaegte: Sequence[int], antal: int) -> Heltal:
        """Positions 0, 1, .. drawn by weight."""
        skel = np.cumsum(np.asarray(vaegte, dtype=np.int64))
        return np.searchsorted(skel, self.heltal(0, int(skel[-1]) - 1, antal), side="right").astype(np.int64)

    def udsnit(self, hvem: Heltal, antal: int) -> Heltal:
        """`antal` different members of `hvem` (all of them when there are fewer), in order."""
        noegle = self.heltal(0, (1 << 31) - 1, len(hvem))
        return np.sort(hvem[np.argsort(noegle, kind="stable")[:antal]])

    def forsinkelse(self, antal: int) -> Heltal:
        """Days from a deed until it stands in the register: mostly at once, now and then after weeks."""
        slags = self.vaelg((820, 130, 35, 15), antal)
        fra, til = np.array((0, 1, 7, 25)), np.array((0, 4, 24, 70))
        return self.heltal(fra[slags], til[slags], antal)


@dataclass(frozen=True)
class Kolonne:
    """One column.

    `type` is one of id, barn, dato, tid, bool, heltal, kode, oere, maaned, tekst. `kendt` is the day the
    value was registered (None: with its row). `koder` are the words of a kode or, for an id, its
    pattern; `egne` the municipality's own words for the same. `paa_dagen` gives the values as of one
    day, for facts the register overwrites.
    """

    type: str
    vaerdier: Heltal | NDArray[np.object_]
    kendt: Heltal | None = None
    koder: tuple[str, ...] = ()
    egne: tuple[str, ...] = ()
    paa_dagen: Callable[[int], Heltal] | None = None


@dataclass
class Tabel:
    """One extract of one block: the day each row was registered, and its columns in file order.

    `afloest` is the day another row took its place.
    """

    navn: str
    registreret: Heltal
    kolonner: dict[str, Kolonne] = field(default_factory=dict)
    afloest: Heltal | None = None

    def __len__(self) -> int:
        return len(self.registreret)

    def nummer(self, navn: str, moenster: str, vaerdier: Heltal, kendt: Heltal | None = None) -> None:
        """An id: `moenster` is a format of one number; below zero: missing."""
        self.kolonner[navn] = Kolonne("id", vaerdier, kendt, (moenster,))

    def nummer_paa_dagen(self, navn: str, moenster: str, regel: Callable[[int], Heltal]) -> None:
        """An id the register overwrites: `regel` gives it as of the delivery's day."""
        ingen = np.full(len(self), MANGLER, dtype=np.int64)
        self.kolonner[navn] = Kolonne("id", ingen, koder=(moenster,), paa_dagen=regel)

    def dato(self, navn: str, dage: Heltal, forsinket: Heltal | int = 0) -> None:
        """A date, known when it has come and has been registered."""
        self.kolonner[navn] = Kolonne("dato", dage, dage + forsinket)

    def tid(self, navn: str, minutter: Heltal, forsinket: Heltal | int = 0) -> None:
        """A timestamp in minutes since 1970."""
        self.kolonner[navn] = Kolonne("tid", minutter, minutter // 1440 + forsinket)

    def tal(self, navn: str, type_: str, vaerdier: Heltal, kendt: Heltal | None = None) -> None:
        """A number or a yes/no (1, 0), with MANGLER for missing."""
        self.kolonner[navn] = Kolonne(type_, vaerdier, kendt)

    def kode(self, navn: str, koder: Sequence[str], vaerdier: Heltal, kendt: Heltal | None = None) -> None:
        """A code, given by its place in `koder`; below zero: missing."""
        self.kolonner[navn] = Kolonne("kode", vaerdier, kendt, tuple(koder))

    def tekst(self, navn: str, vaerdier: Sequence[str]) -> None:
        """Text, written as it stands."""
        self.kolonner[navn] = Kolonne("tekst", np.array([*vaerdier, None], dtype=object)[:-1])
