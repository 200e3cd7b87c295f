"""Which way an indicator moves, by a rule that no milestone's step resets.

The rule: the months up to the period's end, thirteen at most, so that the first is a year before the last.
Anhøj's run rules are held against them (the longest run on one side of the median, the crossings of it; from
ten points off the median). Where they signal, the later half's median against the earlier half's says
whether it is better or worse. Where they do not, but the 95 % intervals of the last month and of the one a
year before do not meet, those two say it: the last months of a climb are few for a run. Else it is unchanged:
no more than chance. Fewer than ten points give no direction, and a month without cases breaks every run. A
series that never moves is unchanged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from pipeline.base.periods import Periode
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.facts.model import Facts
from pipeline.reports.facts.rows import Result
from pipeline.reports.words.variation import FEWEST_SERIES, series_rule

MONTHS = 13


class Direction(StrEnum):
    """Which way, by what the plan wants: a fall is better where a fall is wanted."""

    BETTER = "bedre"
    UNCHANGED = "uaendret"
    WORSE = "daarligere"


@dataclass(frozen=True)
class Movement:
    """A direction, with the month a year before the last and the last, where both were measured."""

    direction: Direction
    since: tuple[Periode, Result] | None
    until: tuple[Periode, Result] | None


def movement(facts: Facts, team_id: str, indicator: Indicator, source: str) -> Movement | None:
    """Which way an indicator of a team moves from one source; None where there is too little to tell."""
    months = facts.all_maaneder[-MONTHS:]
    results = [facts.result(team_id, indicator.id, source, month) for month in months]
    falling = indicator.retning == "faldende" and source == indicator.kilde
    found = direction([r.vaerdi if r else None for r in results], falling=falling)
    if found is None:
        return None
    ends = [(p, r) for p, r in zip(months, results, strict=True) if r and r.vaerdi is not None]
    if len(months) < MONTHS or (ends[0][0], ends[-1][0]) != (months[0], months[-1]):
        return Movement(found, None, None)
    (_, before), (_, now) = ends[0], ends[-1]
    if found is Direction.UNCHANGED and apart(before, now):
        up = (now.vaerdi or 0.0) > (before.vaerdi or 0.0)
        found = Direction.BETTER if up != falling else Direction.WORSE
    return Movement(found, ends[0], ends[-1])


def apart(before: Result, now: Result) -> bool:
    """Whether the 95 % intervals of two results do not meet: hardly chance."""
    limits = (now.ki_nedre, before.ki_oevre, now.ki_oevre, before.ki_nedre)
    if any(limit is None for limit in limits):
        return False
    lower, before_upper, upper, before_lower = (limit or 0.0 for limit in limits)
    return lower > before_upper or upper < before_lower


def direction(values: Sequence[float | None], *, falling: bool = False) -> Direction | None:
    """The rule on a series in time order; None is a month without cases."""
    known = [value for value in values if value is not None]
    if len(known) < FEWEST_SERIES:
        return None
    if len(set(known)) == 1:
        return Direction.UNCHANGED
    rule = series_rule(values)
    if rule is None:
        return None
    half = len(known) // 2
    moved = median(known[-half:]) - median(known[:half])
    if not rule.signal or moved == 0:
        return Direction.UNCHANGED
    return Direction.BETTER if (moved > 0) != falling else Direction.WORSE
