"""Passed deadlines on a child's safety in words: those of the month, and apart from them the old ones.

The first are to be done, the second are mostly done and not registered, which only the team can tell. Both
stand in the headline, in the mail's subject and among what the department has to act on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.base.text import enumeration, number
from pipeline.reports.facts import Week, WeekTask


def headline(week: Week) -> str:
    """`4 underretninger mangler 24-timers vurdering; 11 ældre 24-timers vurderinger er ikke registreret.`."""
    new = enumeration([of_new(t, n) for t, n in by_lack(week.urgent)])
    kinds = by_lack(week.old_on_safety)
    deeds = [deed for t, n in kinds if (deed := _deed(t, n))]
    old = f"{enumeration(deeds)} er ikke registreret" if deeds else ""
    told = "; ".join(filter(None, (new, old, *(of_old(t, n) for t, n in kinds if not _deed(t, n)))))
    return f"{told}." if told else ""


def in_subject(week: Week) -> list[str]:
    """The headline's clauses; the old ones without their name where it stands before, or they are several."""
    new = [f"{number(n)} {_lacking(t)}" for t, n in by_lack(week.urgent)]
    kinds, n = by_lack(week.old_on_safety), len(week.old_on_safety)
    if not kinds:
        return new
    named = len(kinds) == 1 and lack(kinds[0][0]) not in {lack(t) for t in week.urgent}
    return [*new, f"{(_deed(*kinds[0]) if named else '') or f'{number(n)} ældre'} ikke registreret"]


def by_lack(tasks: Sequence[WeekTask]) -> list[tuple[WeekTask, int]]:
    """One task of each lack among some, whichever plans name it, and how many there are."""
    counted = Counter(map(lack, tasks))
    first = {lack(t): t for t in reversed(tasks)}
    return [(first[what], n) for what, n in counted.items()]


def lack(task: WeekTask) -> tuple[str, str]:
    """What a task's unit lacks, whichever plan asks for it."""
    return task.indicator.enhed, _lacking(task)


def of_new(task: WeekTask, n: int) -> str:
    """What is said of so many whose deadline passed within the month."""
    return f"{number(n)} {task.indicator.unit_for(n)} {_lacking(task)}"


def of_old(task: WeekTask, n: int) -> str:
    """What is said of so many that passed longer ago; where the plan names no deed, what the units lack."""
    deed = _deed(task, n)
    if deed:
        return f"{deed} er ikke registreret"
    return f"{number(n)} ældre {task.indicator.unit_for(n)} {_lacking(task)}"


def _deed(task: WeekTask, n: int) -> str:
    action = task.indicator.handling
    return f"{number(n)} ældre {action.gerning[n != 1]}" if action and action.gerning else ""


def _lacking(task: WeekTask) -> str:
    action, title = task.indicator.handling, task.indicator.titel
    return (action.mangler if action else None) or f"mangler {title[0].lower()}{title[1:]}"
