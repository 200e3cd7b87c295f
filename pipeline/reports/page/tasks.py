"""Lists of what to act on, as frozen plain values: by caseworker for the page, rows for the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Opgave:
    """One unit with everything that is to be done about it, the most pressing first."""

    sag: str
    enhed: str
    punkter: tuple[str, ...]


@dataclass(frozen=True)
class Opgavegruppe:
    """One caseworker's units; `antal` says how many, and how pressing the first is."""

    navn: str
    antal: str
    opgaver: tuple[Opgave, ...]


@dataclass(frozen=True)
class Opgaveliste:
    """Units to act on, by caseworker; `tom` stands in its place when there are none.

    `kort`: short enough to stand unfolded.
    """

    titel: str
    antal: str
    grupper: tuple[Opgavegruppe, ...]
    tom: str
    kort: bool


@dataclass(frozen=True)
class Handleliste:
    """What to act on: overdue, soon due, due later, and what pulls the period's percents down."""

    titel: str
    overskredet: Opgaveliste
    snart: Opgaveliste
    senere: Opgaveliste
    traekker_ned: Opgaveliste
    forklaring: str


@dataclass(frozen=True)
class Ark:
    """One sheet of a workbook: dates are dates, numbers numbers."""

    navn: str
    kolonner: tuple[str, ...]
    raekker: tuple[tuple[str | int | date | None, ...], ...]
