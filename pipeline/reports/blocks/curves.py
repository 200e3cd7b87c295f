"""What the pictures show, as frozen plain values; each picture carries its words."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.reports.words.axis import Axis


@dataclass(frozen=True)
class Point:
    """One period of a trend: value (None: no cases), what it rests on, the milestone in force.

    `few`: it rests on too few for its figure to be shown elsewhere. `count` is empty for none.
    """

    name: str
    value: float | None
    count: str
    few: bool
    milepael: float | None


@dataclass(frozen=True)
class Curve:
    """A trend: `points` up to the reported period, then the milestones of the periods to come.

    `other` is the values of the other source in the same periods, `references` published figures, each
    with the few words its line is labelled by.
    """

    points: tuple[Point, ...]
    other: tuple[float | None, ...]
    coming: tuple[Point, ...]
    references: tuple[tuple[float, str], ...]
    axis: Axis
    alt: str


@dataclass(frozen=True)
class MiniCurve:
    """One small curve: values (None: nothing to show), which rest on few, the milestones, and its top."""

    name: str
    text: str
    values: tuple[float | None, ...]
    few: tuple[bool, ...]
    milepaele: tuple[float | None, ...]
    top: float


@dataclass(frozen=True)
class PictureSheet:
    """Small curves side by side, and what they show in words."""

    curves: tuple[MiniCurve, ...]
    alt: str


@dataclass(frozen=True)
class Bars:
    """A distribution: a bar for each category as long as it has units, with its name and its label."""

    bars: tuple[tuple[str, int, str], ...]
    alt: str


@dataclass(frozen=True)
class Ladder:
    """The ladder of measures: step, its name, children now, and the change since a quarter ago."""

    step: tuple[tuple[int, str, int, int], ...]
    alt: str
