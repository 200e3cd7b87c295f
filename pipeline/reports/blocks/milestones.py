"""The milestones that apply to a team, worst first, level beside direction; the rest folds into a line.

A row is what has a target in force and enough to be judged by. What has none, too few or nothing at all is
counted in one line, and stands in a fold below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.base.text import enumeration, number
from pipeline.reports.blocks.curves import MiniCurve
from pipeline.reports.blocks.indicator import anchor, judged
from pipeline.reports.blocks.marks import Mark, build_marks
from pipeline.reports.blocks.trend import spark
from pipeline.reports.facts import Facts, Result
from pipeline.reports.words.direction import Way, way_of
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.verdicts import Verdict, applies, is_missed, is_reached

NO_NEXT = "–"


@dataclass(frozen=True)
class MilestoneRow:
    """One indicator: its level, which way it moves, and what to know before trusting it.

    `count` stands small beside the figure; `since_start`: it is held against what it was at the start, and
    `target` says what that was; `repeated`: an earlier plan tells the figure.
    """

    anchor: str
    id: str
    title: str
    figure: str
    count: str
    source: str
    target: str
    since_start: bool
    verdict: Verdict
    curve: MiniCurve | None
    way: Way
    next: str
    marks: tuple[Mark, ...]
    repeated: bool


@dataclass(frozen=True)
class RestRow:
    """An indicator that is none of the rows: its figure, if any, and why it is not."""

    anchor: str
    name: str
    figure: str
    why: str


@dataclass(frozen=True)
class Milestones:
    """The rows, the line that counts the rest, and the rest one by one."""

    rows: tuple[MilestoneRow, ...]
    folded: str
    rest: tuple[RestRow, ...]


def build_milestones(facts: Facts, team_id: str) -> Milestones:
    """A plan's milestones for a team; of a plan that judges nothing, every figure there is."""
    chosen = [leading(facts, indicator, team_id) for indicator in facts.plan.indikatorer]
    told = sorted((s for s in chosen if _is_told(s)), key=_worst_first)
    rest = [s for s in chosen if not _is_told(s)]
    return Milestones(tuple(_row(s) for s in told), _folded(rest), _rest(rest))


def judged_series(facts: Facts, team_id: str) -> list[Series]:
    """Those of the rows that are held up against a target, worst first."""
    chosen = (leading(facts, indicator, team_id) for indicator in facts.plan.indikatorer)
    return sorted((s for s in chosen if judged(s)), key=_worst_first)


def _is_told(series: Series) -> bool:
    if series.value.terms.judges:
        return judged(series)
    r = series.now
    measured = r is not None and r.measured and not series.only_department
    return measured and series.indicator.id not in series.facts.repeats


def _worst_first(series: Series) -> tuple[int, float]:
    """Missed before too uncertain to say before reached; the farthest behind first; else the plan's order."""
    r = series.now
    if is_missed(r):
        return 0, -series.value.behind_by(r) if r and applies(r) else 0.0
    return (2 if is_reached(r) else 1), 0.0


def _row(series: Series) -> MilestoneRow:
    r, value = series.now, series.value
    assert r is not None  # noqa: S101 - only what is measured is told
    _, same = series.facts.repeats.get(series.indicator.id, ("", ""))
    return MilestoneRow(
        anchor=anchor(series.indicator.id),
        id=series.indicator.id,
        title=series.indicator.titel,
        figure="" if same else value.narrow(r),
        count=f"samme tal som {same}" if same else value.beside(r),
        source=series.source_label,
        target=_target(series, r),
        since_start=not applies(r),
        verdict=series.verdict,
        curve=None if same else spark(series),
        way=way_of(series),
        next=_next(series, r),
        marks=build_marks(series),
        repeated=bool(same),
    )


def _target(series: Series, r: Result) -> str:
    if r.milepael_procent is not None:
        return series.value.goal(r.milepael_procent)
    then = r.baseline_vaerdi
    return "" if then is None else f"ved start {series.value.narrow_about(then)}"


def _next(series: Series, r: Result) -> str:
    if r.naeste_procent is None or r.naeste_dato is None:
        return NO_NEXT
    return f"{series.value.goal(r.naeste_procent)} {r.naeste_dato:%d/%m %y}"


# what folds into a line ---------------------------------------------------------------------------------


def _why(series: Series) -> str:
    """Why it is not among the rows, in a word or two."""
    r, terms = series.now, series.value.terms
    if r is not None and r.grund:
        return "kan ikke opgøres"
    if r is None or not r.measured:
        return "uden sager"
    if series.only_department:
        return "kun for hele afdelingen"
    if terms.judges and not (applies(r) or r.baseline_vaerdi is not None):
        return f"uden {terms.target}"
    return "for få sager" if series.indicator.id not in series.facts.repeats else "i den anden rapport"


def _folded(rest: Sequence[Series]) -> str:
    """`15 uden milepæl, 11 med for få sager og 4 uden sager`."""
    why = [_why(s) for s in rest]
    counted = {word: why.count(word) for word in sorted(set(why), key=lambda w: (-why.count(w), w))}
    return enumeration([f"{number(n)} {word.replace('for få', 'med for få')}" for word, n in counted.items()])


def _rest(rest: Sequence[Series]) -> tuple[RestRow, ...]:
    return tuple(RestRow(anchor(s.indicator.id), s.name, _short(s), _why(s)) for s in rest)


def _short(series: Series) -> str:
    r = series.now
    return "" if r is None or not r.measured else series.value.full(r)
