"""What is to be acted on, as frozen plain values: for the page and the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Task:
    """One unit with everything that is to be done about it, the most pressing first.

    `on_raadgiver`: the unit is the caseworker, of whom nothing is said outside the team.
    """

    sag: str
    unit: str
    points: tuple[str, ...]
    on_raadgiver: bool = False


@dataclass(frozen=True)
class TaskGroup:
    """One caseworker's units; `count` says how many, and how pressing the first is."""

    name: str
    count: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class TaskList:
    """Units to act on, by caseworker; `empty` stands in its place when there are none.

    `short`: short enough to stand unfolded.
    """

    title: str
    count: str
    groups: tuple[TaskGroup, ...]
    empty: str
    short: bool


@dataclass(frozen=True)
class ActionList:
    """What to act on: overdue, soon due, due later, and what pulls the period's figures down.

    `elsewhere` says how much of it an earlier plan's report lists; empty for none.
    """

    title: str
    overdue: TaskList
    soon: TaskList
    later: TaskList
    pulls_down: TaskList
    explanation: str
    elsewhere: str


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: dates are dates, numbers numbers."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | date | None, ...], ...]
