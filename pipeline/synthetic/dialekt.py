"""How a register writes: encoding, separators, dates, numbers, yes and no, and its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.synthetic.kerne import ALDRIG, Heltal, Kolonne, dag

_FOERSTE = date(1985, 1, 1)
_SIDSTE = date(2031, 12, 31)
_SENT = 1 << 39
"""From here on a day or minute never comes, whatever was added to or taken from it."""


@dataclass(frozen=True)
class Dialekt:
    """One register's way of writing a CSV file."""

    indkodning: str
    skilletegn: str
    linjeskift: str
    iso: bool
    ja: str
    nej: str
    tusindtal: bool = False
    cpr_streg: bool = True
    overskrifter: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    vaerdier: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    egne_ord: bool = False
    ekstra: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Extract -> heading and constant value of a column the contract does not know."""

    @cached_property
    def _dage(self) -> NDArray[np.object_]:
        antal = (_SIDSTE - _FOERSTE).days + 1
        alle = [self.dato(_FOERSTE + timedelta(days=n)) for n in range(antal)]
        return np.array([*alle, ""], dtype=object)

    @cached_property
    def _minutter(self) -> NDArray[np.object_]:
        foran, bag = ("T", ":00") if self.iso else (" ", "")
        return np.array([f"{foran}{m // 60:02d}:{m % 60:02d}{bag}" for m in range(1440)] + [""], dtype=object)

    def dato(self, dato: date) -> str:
        """One date."""
        return dato.isoformat() if self.iso else f"{dato:%d-%m-%Y}"

    def felt(self, tekst: str) -> str:
        """One field, quoted where it must be."""
        if any(tegn in tekst for tegn in (self.skilletegn, '"', "\n")):
            return '"' + tekst.replace('"', '""') + '"'
        return tekst

    def overskrift(self, extract: str, kolonne: str) -> str:
        """The heading of a column: the municipality's own, where it has one."""
        return self.overskrifter.get(extract, {}).get(kolonne, kolonne)

    def ord_(self, extract: str, kolonne: str, valg: Kolonne) -> list[str]:
        """What is written for each code, and the empty field last."""
        egne = self.vaerdier.get(extract, {}).get(kolonne, {})
        koder: Sequence[str] = (
            valg.egne if self.egne_ord and valg.egne else [egne.get(k, k) for k in valg.koder]
        )
        return [*map(self.felt, koder), ""]

    def dage(self, vaerdier: Heltal) -> NDArray[np.object_]:
        """Dates of days; empty for a day that never comes."""
        plads = np.where(vaerdier < _SENT, vaerdier - dag(_FOERSTE), len(self._dage) - 1)
        return self._dage[plads]

    def tider(self, vaerdier: Heltal) -> NDArray[np.object_]:
        """Timestamps of minutes."""
        kommer = vaerdier < _SENT
        dage = self.dage(np.where(kommer, vaerdier // 1440, ALDRIG))
        return np.asarray(dage + self._minutter[np.where(kommer, vaerdier % 1440, 1440)])

    def beloeb(self, oere: int) -> str:
        """An amount of money."""
        hele, rest = divmod(oere, 100)
        kroner = f"{hele:,}".replace(",", ".") if self.tusindtal else str(hele)
        return f"{kroner}{'.' if self.iso else ','}{rest:02d}"

    def barn(self, nummer: int) -> str:
        """A replacement CPR number; a number of the municipality's own for a child not born or unknown."""
        if nummer >= ALDRIG:
            return ""
        if nummer < 0:
            return f"UFOEDT-{-nummer:05d}"
        streg = "-" if self.cpr_streg else ""
        return f"{nummer // 10_000:06d}{streg}{nummer % 10_000:04d}"


def maaned(nummer: int) -> str:
    """A month as YYYY-MM."""
    return f"{1970 + nummer // 12}-{nummer % 12 + 1:02d}"


def tekster(
    dialekt: Dialekt, extract: str, navn: str, kolonne: Kolonne, vaerdier: NDArray[np.generic]
) -> list[str]:
    """The fields of one column."""
    match kolonne.type:
        case "dato":
            return list(dialekt.dage(vaerdier.astype(np.int64)))
        case "tid":
            return list(dialekt.tider(vaerdier.astype(np.int64)))
        case "kode":
            return list(
                np.array(dialekt.ord_(extract, navn, kolonne), dtype=object)[vaerdier.astype(np.int64)]
            )
        case "bool":
            return list(np.array([dialekt.nej, dialekt.ja, ""], dtype=object)[vaerdier.astype(np.int64)])
        case "tekst":
            return [dialekt.felt(str(v)) for v in vaerdier.tolist()]
    return _tal(dialekt, kolonne, vaerdier.tolist())


def _tal(dialekt: Dialekt, kolonne: Kolonne, tal: Sequence[int]) -> list[str]:
    match kolonne.type:
        case "id":
            skriv = kolonne.koder[0].format
            return [skriv(v) if v >= 0 else "" for v in tal]
        case "oere":
            return [dialekt.beloeb(v) for v in tal]
        case "barn":
            return [dialekt.barn(v) for v in tal]
        case "maaned":
            return [maaned(v) for v in tal]
    return [str(v) if v >= 0 else "" for v in tal]
