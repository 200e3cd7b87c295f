"""A direction in words and a shape, to stand beside a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.base.text import maaned
from pipeline.reports.facts.direction import Direction, Movement, movement
from pipeline.reports.words.series import Series

SPAN = "på et år"
UNKNOWN = "–"


@dataclass(frozen=True)
class Way:
    """A shape and words; `told` is the sentence with the figures a year apart, empty where it has none.

    `short` stands under a heading that says over how long; `code` is the direction's own, empty where there
    is too little to tell.
    """

    sign: str
    short: str
    code: str = ""
    told: str = ""

    @property
    def words(self) -> str:
        """What is said where no heading says over how long."""
        return f"{self.short} {SPAN}" if self.code else self.short


_SHAPES = {
    Direction.BETTER: ("↗", "bedre"),
    Direction.UNCHANGED: ("→", "uændret"),
    Direction.WORSE: ("↘", "dårligere"),
}
NO_WAY = Way("", UNKNOWN)


def way_of(series: Series) -> Way:
    """The direction of a series; the shape points up where it is better, also where the figure falls."""
    found = movement(series.facts, series.team_id, series.indicator, series.source)
    if found is None:
        return NO_WAY
    sign, words = _SHAPES[found.direction]
    return Way(sign, words, found.direction.value, _told(series, found))


def _told(series: Series, found: Movement) -> str:
    """`Steget fra 25 % i december 2020 til 70 % i december 2021`, where it says the same as the direction."""
    if found.since is None or found.until is None or found.direction is Direction.UNCHANGED:
        return ""
    (then, before), (last, now) = found.since, found.until
    value = series.value
    gain = value.gained(before, now)
    if value.few(before) or value.few(now) or (gain > 0) != (found.direction is Direction.BETTER) or not gain:
        return ""
    verb = "Steget" if (now.vaerdi or 0.0) > (before.vaerdi or 0.0) else "Faldet"
    return (
        f"{verb} fra {value.figure(before)} i {maaned(then.first)} til {value.figure(now)} i "
        f"{maaned(last.first)}."
    )
