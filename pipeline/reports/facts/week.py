"""The week's list: which open deadlines a leader should see to first, the gravest first, then by day.

It holds what falls until the week's last day and what has just passed: of a deadline on a child's safety all
that passed within a month, of others what passed within a week. What is older is the backlog, told by its
size and age: it is rather done and not registered, and would fill the list for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pipeline.definitions.plan_models import Indicator
from pipeline.definitions.plan_parts import SEVERITIES
from pipeline.reports.facts.cases import Frist
from pipeline.reports.facts.model import Facts

FRESH_DAYS, FRESH_DAYS_OF_SAFETY = 7, 31
"""How long a passed deadline stands in the list; of a child's safety longer."""
MONTH = 31
"""A deadline that passed longer ago is old, whatever it is about."""
FEWEST_DAYS = 5
"""The list reaches to the first Sunday so many days away: one drawn on a Friday is read on the Monday."""


@dataclass(frozen=True)
class WeekTask:
    """One open deadline with the indicator that says what is to be done, and its plan."""

    frist: Frist
    indicator: Indicator

    @property
    def rank(self) -> int:
        """How grave: 0 for a child's safety; what its plan says nothing of comes last."""
        return self.indicator.handling.rank if self.indicator.handling else len(SEVERITIES)

    @property
    def safety(self) -> bool:
        """Whether a child's safety is at stake."""
        return self.rank == 0

    @property
    def order(self) -> tuple[int, date, str, str]:
        """The gravest first, then by day."""
        return self.rank, self.frist.frist_dato, self.indicator.id, self.frist.enhed_id

    @property
    def fresh(self) -> bool:
        """Whether it passed so lately that it belongs to the week."""
        return self.frist.overdue and self.frist.dage <= (FRESH_DAYS_OF_SAFETY if self.safety else FRESH_DAYS)


@dataclass(frozen=True)
class Week:
    """A reader's list; every open deadline is in one of `tasks`, `backlog` and `later`, in their order.

    `until` is the last day it looks ahead to, `opgjort_pr` the day it was made up.
    """

    opgjort_pr: date
    until: date
    tasks: tuple[WeekTask, ...]
    backlog: tuple[WeekTask, ...]
    later: tuple[WeekTask, ...]

    @cached_property
    def urgent(self) -> tuple[WeekTask, ...]:
        """Passed deadlines of the week on a child's safety."""
        return tuple(t for t in self.tasks if t.safety and t.frist.overdue)

    @cached_property
    def old_on_safety(self) -> tuple[WeekTask, ...]:
        """Deadlines on a child's safety that passed longer ago: done and not registered, or not done."""
        return tuple(t for t in self.backlog if t.safety)

    @cached_property
    def due(self) -> tuple[WeekTask, ...]:
        """What is still to be kept this week."""
        return tuple(t for t in self.tasks if not t.frist.overdue)

    @cached_property
    def passed(self) -> tuple[WeekTask, ...]:
        """Every passed deadline, the gravest first, then the oldest."""
        return tuple(sorted((t for t in (*self.tasks, *self.backlog) if t.frist.overdue), key=_order))

    @property
    def number(self) -> int:
        """The week's number, which is its last day's."""
        return self.until.isocalendar().week


def week_of(facts: Sequence[Facts], team_id: str) -> Week:
    """A team's list over every plan of the run; the department's (`ALL`) holds what no report does.

    A deadline that several plans ask for stands once, as the first of them says it.
    """
    run = facts[0].run
    return _week_of(facts, run.listed_for(team_id, run.frister))


def week_of_every_team(facts: Sequence[Facts]) -> Week:
    """All teams' deadlines together, but for a caseworker's own, of whom nothing is said outside the team."""
    return _week_of(facts, [f for f in facts[0].run.frister if not f.on_raadgiver])


def _week_of(facts: Sequence[Facts], frister: Iterable[Frist]) -> Week:
    plans = {one.plan.plan_id: one.plan for one in facts}
    tasks = (WeekTask(f, plans[f.plan_id].indicator(f.indikator_id)) for f in frister)
    return build_week(tasks, facts[0].run.opgoerelse.opgjort_pr)


def build_week(tasks: Iterable[WeekTask], opgjort_pr: date) -> Week:
    """The list of these deadlines as of a day."""
    until = last_day(opgjort_pr)
    parts: tuple[list[WeekTask], list[WeekTask], list[WeekTask]] = ([], [], [])
    for task in sorted(tasks, key=_order):
        due = not task.frist.overdue and task.frist.frist_dato <= until
        parts[0 if due or task.fresh else 1 if task.frist.overdue else 2].append(task)
    return Week(opgjort_pr, until, *(tuple(part) for part in parts))


def last_day(opgjort_pr: date) -> date:
    """The first Sunday that leaves most of a working week."""
    earliest = opgjort_pr + timedelta(days=FEWEST_DAYS)
    return earliest + timedelta(days=6 - earliest.weekday())


def _order(task: WeekTask) -> tuple[int, date, str, str]:
    return task.order
