"""The calendar of the case review: which rounds the plans' themes ask for, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from pipeline.base.database import Database
from pipeline.base.periods import Periode
from pipeline.definitions.occurrences import Span
from pipeline.definitions.plan_review import Tema
from pipeline.definitions.plans import Plan

TO_DRAW, LATE, OUT, OVERDUE, READ = "skal_traekkes", "ikke_trukket", "ude", "overskredet", "laest"
"""The states of a round: its period runs or has passed without it; it is out, out too long, or read."""


@dataclass(frozen=True)
class TeamCount:
    """What of a round is one team's: drawn = read + eliminated + missing, some of the missing begun."""

    team_id: str
    ramme: int
    trukket: int
    laest: int
    udgaaet: int
    mangler: int
    paabegyndt: int


@dataclass(frozen=True)
class Due:
    """One round of a theme; `frist` is its period's last day. Not drawn yet, it has no id and no counts."""

    plan_id: str
    tema_id: str
    titel: str
    periode: str
    frist: date
    tilstand: str
    traekning_id: str | None = None
    udvaelgelse: str | None = None
    whole: TeamCount | None = None
    teams: tuple[TeamCount, ...] = ()


def calendar(
    database: Database, plans: Sequence[Plan], day: date, periode: Periode | None = None
) -> tuple[Due, ...]:
    """The rounds of the plans' themes on a day, by plan, theme and period.

    Of a period: all that lie in it and have begun. Without one: the round whose period holds the day and the
    one before, and of the earlier ones those that are out. A plan that has ended asks for no more.
    """
    database.run_file("review", "genstand_status")
    drawn: dict[tuple[str, str, str], list[list[dict[str, Any]]]] = {}
    for _, group in groupby(database.rows("review", "runder"), key=lambda row: row["traekning_id"]):
        rows = list(group)
        drawn.setdefault((rows[0]["plan_id"], rows[0]["tema_id"], rows[0]["periode"]), []).append(rows)
    return tuple(
        due for plan in plans for theme in plan.tilsyn for due in _of_theme(plan, theme, day, periode, drawn)
    )


def silent_lines(plans: Sequence[Plan], rounds: Sequence[Due]) -> Iterator[str]:
    """A line per plan that the calendar tells nothing of: when its rounds are, or that it has none."""
    told = {due.plan_id for due in rounds}
    for plan in (plan for plan in plans if plan.plan_id not in told):
        spans = [span for theme in plan.tilsyn for span in theme.rounds(plan.slut_dato)]
        if not spans:
            yield f"{plan.plan_id} har ingen temaer, der skal læses sager efter."
            continue
        first, last = min(span.first for span in spans), max(span.last for span in spans)
        yield (
            f"{plan.plan_id} har ingen runder her. Planens runder går fra {first:%d-%m-%Y} til "
            f"{last:%d-%m-%Y}; se et af årene med fx --periode {last.year}."
        )


def _of_theme(
    plan: Plan,
    theme: Tema,
    day: date,
    periode: Periode | None,
    drawn: Mapping[tuple[str, str, str], list[list[dict[str, Any]]]],
) -> Iterator[Due]:
    spans = theme.rounds(periode.last if periode else day)
    for number, span in enumerate(spans, start=1):
        if periode and span.first < periode.first:
            continue
        asked = periode is not None or number > len(spans) - 2
        rounds = drawn.get((plan.plan_id, theme.id, span.name), [])
        if not rounds and asked and span.first <= min(day, plan.slut_dato):
            yield _due(plan, theme, span, LATE if span.last < day else TO_DRAW)
        for rows in rounds:
            due = _drawn(plan, theme, span, day, rows)
            if asked or due.tilstand != READ:
                yield due


def _drawn(plan: Plan, theme: Tema, span: Span, day: date, rows: Sequence[dict[str, Any]]) -> Due:
    whole, *teams = (
        TeamCount(**{name: row[name] for name in TeamCount.__dataclass_fields__}) for row in rows
    )
    state = READ if whole.mangler == 0 else OVERDUE if span.last < day else OUT
    return _due(
        plan,
        theme,
        span,
        state,
        traekning_id=rows[0]["traekning_id"],
        udvaelgelse=rows[0]["udvaelgelse"],
        whole=whole,
        teams=tuple(teams),
    )


def _due(plan: Plan, theme: Tema, span: Span, state: str, **drawn: Any) -> Due:
    return Due(plan.plan_id, theme.id, theme.titel, span.name, span.last, state, **drawn)
