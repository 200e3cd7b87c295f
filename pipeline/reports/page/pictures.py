"""What the curves show, as frozen plain values; each picture carries its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Punkt:
    """One period of a trend: percent (None: no cases), how many it rests on, the milestone in force."""

    navn: str
    procent: float | None
    naevner: int
    milepael: float | None


@dataclass(frozen=True)
class Kurve:
    """A trend: `punkter` up to the reported period, then the milestones of the periods to come.

    `anden` is the percents of the other source in the same periods.
    """

    punkter: tuple[Punkt, ...]
    anden: tuple[float | None, ...]
    kommende: tuple[Punkt, ...]
    alt: str


@dataclass(frozen=True)
class Minikurve:
    """One small curve: percents (None: nothing to show), which rest on few, and the milestones."""

    navn: str
    tekst: str
    procenter: tuple[float | None, ...]
    faa: tuple[bool, ...]
    milepaele: tuple[float | None, ...]


@dataclass(frozen=True)
class Billedark:
    """Small curves side by side, and what they show in words."""

    kurver: tuple[Minikurve, ...]
    alt: str
