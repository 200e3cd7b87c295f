"""What the plan promises without a percent: activities with a time, ongoing, recurring, or without one.

What nobody has reported is its own state: it is neither begun nor overdue. Overdue is only what was
reported as not begun or under way after its last day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.base.text import count_of, enumeration, number, short_date
from pipeline.definitions.occurrences import Occurrence
from pipeline.definitions.plan_models import Activity
from pipeline.reports.blocks.views import ActivityLine
from pipeline.reports.facts import ActivityStatus, Facts
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.verdicts import Tone, Verdict

MET, UNDER_WAY, NOT_STARTED, UNSTATED = "opfyldt", "i_gang", "ikke_startet", "ikke_oplyst"
_STATUS = {
    MET: Verdict("✓", "Opfyldt", Tone.GOOD),
    UNDER_WAY: Verdict("▸", "I gang", Tone.NONE),
    NOT_STARTED: Verdict("–", "Ikke startet", Tone.NONE),
    UNSTATED: Verdict("○", "Ikke oplyst", Tone.NONE),
}
OVERDUE = Verdict("✗", "Overskredet", Tone.MISSING)
SHOWN_TIMES = 3
"""How many of a recurring activity's last times are told one by one."""
_EVERY = {"maaned": "hver måned", "kvartal": "hvert kvartal", "halvaar": "hvert halvår", "aar": "hvert år"}


@dataclass(frozen=True)
class Standing:
    """One activity as it stands on the day of the report; `overdue` holds whatever was reported."""

    state: str
    overdue: bool
    scope: str = ""


def build_activities(
    facts: Facts, udviklingspunkt: int, *, with_scope: bool = True
) -> tuple[ActivityLine, ...]:
    """One udviklingspunkt's activities by their dates, then recurring ones, those without a time last.

    `with_scope`: with how many of how many, where that was reported.
    """
    chosen = [a for a in facts.plan.aktiviteter if a.udviklingspunkt == udviklingspunkt]
    return activity_lines(facts, chosen, with_scope=with_scope)


def overdue_activities(facts: Facts, *, with_scope: bool = True) -> tuple[ActivityLine, ...]:
    """The activities that are overdue, and no others."""
    late = [a for a in facts.plan.aktiviteter if is_due(facts, a) and stand(facts, a).overdue]
    return activity_lines(facts, late, with_scope=with_scope)


def activity_lines(
    facts: Facts, activities: Sequence[Activity], *, with_scope: bool = True
) -> tuple[ActivityLine, ...]:
    """A line for each of some activities, in the same order."""
    chosen = sorted(activities, key=lambda a: (_day(a) or date.max, a.gentages is None, a.id))
    return tuple(
        ActivityLine(a.id, a.titel, a.ansvarlig, when(a), status_for(facts, a, with_scope=with_scope))
        for a in chosen
    )


def _day(activity: Activity) -> date | None:
    return activity.frist or activity.begun_by


def when(activity: Activity) -> str:
    """When an activity is to be done, in words."""
    if activity.frist:
        return short_date(activity.frist)
    if activity.begun_by:
        return f"løbende fra {short_date(activity.begun_by.replace(day=1))}"
    return _EVERY[activity.gentages] if activity.gentages else "ikke fastsat"


def status_for(facts: Facts, activity: Activity, *, with_scope: bool = True) -> Verdict:
    """What was reported of an activity, and whether that is too late."""
    standing = stand(facts, activity)
    known, scope = _STATUS[standing.state], standing.scope if with_scope else ""
    if standing.overdue:
        elaboration = ", ".join(filter(None, (known.words.lower(), scope)))
        return Verdict(OVERDUE.sign, OVERDUE.words, OVERDUE.tone, elaboration)
    return Verdict(known.sign, known.words, known.tone, scope)


def stand(facts: Facts, activity: Activity) -> Standing:
    """How an activity stands; of a recurring one by its last times."""
    now = facts.run.opgoerelse.opgjort_pr
    times = activity.occurrences(min(now, facts.plan.slut_dato))
    if activity.gentages and times:
        return _recurring(facts, times)
    stated = facts.activities.get(activity.id)
    state = stated.status if stated else UNSTATED
    return Standing(state, _is_late(activity, state, now), _scope(stated))


def _is_late(activity: Activity, state: str, now: date) -> bool:
    """After its day, and reported as not done; what is ongoing only has to have begun."""
    if activity.frist:
        return activity.frist <= now and state in {NOT_STARTED, UNDER_WAY}
    return activity.begun_by is not None and activity.begun_by <= now and state == NOT_STARTED


def _recurring(facts: Facts, times: Sequence[Occurrence]) -> Standing:
    """The state of the last time, with the times before it and how many were never told of.

    Late is what was last reported as not done: a time missed long ago cannot be made good.
    """
    states = [_state(facts, time) for time in times]
    last = list(zip(times, states, strict=True))[-SHOWN_TIMES:]
    told = enumeration([f"{time.periode} {_STATUS[state].words.lower()}" for time, state in reversed(last)])
    missing = states.count(UNSTATED)
    if missing == len(times):
        return Standing(UNSTATED, False, f"ingen af {count_of(missing, 'gang', 'gange')}")
    rest = f"; {number(missing)} af {count_of(len(times), 'gang', 'gange')} er ikke oplyst" if missing else ""
    reported = [state for state in states if state != UNSTATED]
    late = bool(reported) and reported[-1] in {NOT_STARTED, UNDER_WAY}
    return Standing(states[-1], late, f"{told}{rest}")


def _state(facts: Facts, time: Occurrence) -> str:
    stated = facts.activities.get(time.milepael_id)
    return stated.status if stated else UNSTATED


def _scope(stated: ActivityStatus | None) -> str:
    """How many of how many; what the plan leaves open is said to be so, never shown as a number."""
    if stated is None or stated.antal is None:
        return ""
    if stated.i_alt is None:
        return f"{number(stated.antal)}, i alt ikke fastsat"
    return f"{number(stated.antal)} af {number(stated.i_alt)}"


def is_due(facts: Facts, activity: Activity) -> bool:
    """Whether its day has come: the last one, the one it must have begun by, or the first of its times."""
    now = facts.run.opgoerelse.opgjort_pr
    day = _day(activity)
    return day <= now if day else bool(activity.occurrences(min(now, facts.plan.slut_dato)))


def count_due(facts: Facts, activities: Sequence[Activity] | None = None) -> str:
    """How the activities that are due stand, as a sentence; of the plan's or of those given."""
    chosen = facts.plan.aktiviteter if activities is None else activities
    due = [stand(facts, a) for a in chosen if is_due(facts, a)]
    whose = f"{terms_of(facts.plan).sources} aktiviteter" if activities is None else "sporets aktiviteter"
    if not due and not any(_day(a) or a.gentages for a in chosen):
        return f"Ingen af {whose} har en frist."
    if not due:
        return f"Ingen af {whose} er forfaldet endnu."
    counted = Counter("overskredet" if s.overdue else s.state for s in due)
    words = {
        MET: "opfyldt", UNDER_WAY: "i gang", NOT_STARTED: "ikke startet",
        "overskredet": "overskredet", UNSTATED: "ikke oplyst",
    }  # fmt: skip
    part = [f"{number(counted[state])} {word}" for state, word in words.items() if counted[state]]
    return f"{number(len(due))} af {whose} er forfaldet: {enumeration(part)}."
