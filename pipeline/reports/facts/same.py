"""What several plans of a run have in common: figures that are told once, and duties that are owed once.

That two plans ask the same is decided from the plans as data, the unit file with its parameters, never from
names of plans or ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pipeline.definitions.plan_models import Indicator, Plan
from pipeline.reports.facts.cases import Frist, Shortfall
from pipeline.reports.facts.model import ALL, Facts
from pipeline.reports.facts.rows import Result

Row = TypeVar("Row", Frist, Shortfall)
_FIRST_DAY = "fra_dato"
"""The day a unit file measures from. Two plans ask the same of a unit that begins after both their days, so
it is no part of the question; whether the days make a difference to a figure is for the figures to say."""


@dataclass(frozen=True)
class Question:
    """One unit file with its parameters, read from one source and told as one kind of value."""

    file: Path
    parameters: tuple[tuple[str, str], ...]
    kilde: str
    art: str
    vaerditype: str


def _question(plan: Plan, indicator: Indicator) -> Question:
    """What an indicator of a plan asks.

    Raises:
        InternalError: the plan has no such unit file; a plan read from its file has been checked for it.
    """
    given = indicator.beregning.parametre
    return Question(
        file=plan.unit_file(indicator),
        parameters=tuple(sorted((name, repr(given[name])) for name in given if name != _FIRST_DAY)),
        kilde=indicator.kilde,
        art=indicator.art,
        vaerditype=indicator.vaerditype,
    )


@dataclass(frozen=True)
class Questions:
    """What each indicator of the run asks; plans in the order of the run, the leading one first."""

    order: Mapping[str, int]
    asked: Mapping[tuple[str, str], Question]

    def duties(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """One row per unit and what is asked of it: the first plan's, with the others' ids in `ogsaa`."""
        found: dict[object, list[Row]] = {}
        for row in rows:
            found.setdefault(self._duty(row), []).append(row)
        return tuple(row for own in found.values() for row in self._first_plans(own))

    def _duty(self, row: Frist | Shortfall) -> object:
        """A register's unit is known by its own id; an answer of a review belongs to its målepunkt."""
        asked = self.asked.get((row.plan_id, row.indikator_id))
        day = row.frist_dato if isinstance(row, Frist) else row.referencedato
        if asked is None or (isinstance(row, Shortfall) and row.kilde != asked.kilde):
            return row.plan_id, row.indikator_id, row.enhed_id, day
        return asked, row.enhed_id, day

    def _first_plans(self, own: Sequence[Row]) -> Iterator[Row]:
        first = min((row.plan_id for row in own), key=lambda plan_id: self.order[plan_id])
        others = tuple(dict.fromkeys(row.indikator_id for row in own if row.plan_id != first))
        yield from (replace(row, ogsaa=others) for row in own if row.plan_id == first)


def questions(plans: Sequence[Plan]) -> Questions:
    """What the indicators of a run's plans ask."""
    return Questions(
        {plan.plan_id: number for number, plan in enumerate(plans)},
        {(p.plan_id, i.id): _question(p, i) for p in plans for i in p.indikatorer},
    )


def with_repeats(facts: Sequence[Facts], asked: Questions) -> tuple[Facts, ...]:
    """The facts of each plan, knowing which of its figures an earlier plan of the run tells in full."""
    told: dict[Question, list[tuple[Facts, Indicator]]] = {}
    found = []
    for one in facts:
        repeats, own = dict[str, tuple[str, str]](), list[tuple[Question, Indicator]]()
        for indicator in one.plan.indikatorer:
            what = asked.asked[one.plan.plan_id, indicator.id]
            earlier = told.get(what, ())
            same = next((pair for pair in earlier if _same(*pair, one, indicator)), None)
            if same:
                repeats[indicator.id] = same[0].plan.plan_id, same[1].id
            else:
                own.append((what, indicator))
        for what, indicator in own:
            told.setdefault(what, []).append((one, indicator))
        found.append(replace(one, repeats=repeats))
    return tuple(found)


def _same(first: Facts, earlier: Indicator, one: Facts, indicator: Indicator) -> bool:
    """Whether every figure a page shows of the two is the same: of the period and of its twelve months.

    One that a review has answered under its own id has more to tell, and is told in full.
    """
    teams = (ALL, *(team.team_id for team in one.run.teams))
    periods = (one.run.periode, one.run.rolling)
    reviewed = [one.result(ALL, indicator.id, "tilsyn", p) for p in periods if indicator.kilde != "tilsyn"]
    return not any(r and r.measured for r in reviewed) and all(
        _figure(first.result(team, earlier.id, earlier.kilde, p))
        == _figure(one.result(team, indicator.id, indicator.kilde, p))
        for team in teams
        for p in periods
    )


def _figure(r: Result | None) -> object:
    """What is counted; milestones and what they make of it are each plan's own."""
    if r is None:
        return None
    shares = tuple(share.antal for share in r.shares)
    return r.taeller, r.naevner, r.undtaget, r.afventer, r.vaerdi, shares
