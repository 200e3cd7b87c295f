"""The first screen: what matters most in a sentence, a team's week, and the milestones worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.base.text import count_of, dato, number, weekday
from pipeline.reports.blocks.milestones import Milestones, build_milestones, judged_series
from pipeline.reports.blocks.week import WeekList, build_week_list
from pipeline.reports.facts import ALL, Facts, Week, week_of, week_of_every_team
from pipeline.reports.facts.direction import Direction
from pipeline.reports.words.direction import way_of
from pipeline.reports.words.safety import headline, in_subject
from pipeline.reports.words.series import Series
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.verdicts import applies, is_missed, is_reached

SUBJECT_PART = " · "


@dataclass(frozen=True)
class FirstScreen:
    """`lead` is what matters most, `more` what comes next; deadlines stand with the leading plan alone.

    `subject` says the same facts in a few words, for a mail's subject.
    """

    lead: str
    more: str
    subject: str
    week: WeekList | None
    milestones: Milestones


def build_first(facts: Sequence[Facts], one: Facts, team_id: str) -> FirstScreen:
    """The first screen of one plan's report to a team, or to the department (`ALL`), which has no list."""
    week, afdeling = _week(facts, one, team_id), team_id == ALL
    series = judged_series(one, team_id)
    due, targets = (_due(week) if week else ""), _targets(one, series)
    first_due = week and week.due and not afdeling
    sentences = [headline(week) if week else "", *([due, targets] if first_due else [targets, due])]
    said = [sentence for sentence in sentences if sentence]
    return FirstScreen(
        lead=said[0] if said else "",
        more=" ".join(said[1:]),
        subject=SUBJECT_PART.join(filter(None, _subject(one, week, series, team_id))),
        week=build_week_list(one.run, week) if week and not afdeling else None,
        milestones=build_milestones(one, team_id),
    )


def subject_of(facts: Sequence[Facts], one: Facts, team_id: str) -> str:
    """What matters most on one plan, in the few words of a mail's subject."""
    week = _week(facts, one, team_id)
    return SUBJECT_PART.join(filter(None, _subject(one, week, judged_series(one, team_id), team_id)))


def _week(facts: Sequence[Facts], one: Facts, team_id: str) -> Week | None:
    if one is not facts[0]:
        return None
    return week_of_every_team(facts) if team_id == ALL else week_of(facts, team_id)


def _due(week: Week) -> str:
    if not week.due:
        return f"Ingen frister forfalder til og med {weekday(week.until)}."
    return f"{count_of(len(week.due), 'frist', 'frister')} forfalder til og med {weekday(week.until)}."


def _targets(one: Facts, series: Sequence[Series]) -> str:
    """How the milestones stand, and what is held against the start instead."""
    told = (_milestones(one, in_force(series)), _since_start(series))
    return " ".join(sentence for sentence in told if sentence)


def in_force(series: Sequence[Series]) -> list[Series]:
    """Those with a milestone in force; the others are held against what they were at the start."""
    return [s for s in series if applies(s.now)]


def _milestones(one: Facts, series: Sequence[Series]) -> str:
    """How many are missed, whether they are new, and how many figures get better."""
    terms = terms_of(one.plan)
    missed = [s for s in series if is_missed(s.now)]
    if not series:
        return ""
    of = count_of(len(series), terms.target, terms.targets)
    if not missed:
        reached = sum(is_reached(s.now) for s in series)
        return f"{number(reached)} af {of} er {terms.met}, og ingen er med sikkerhed misset."
    text = f"{number(len(missed))} af {of} er ikke {terms.met}"
    better = sum(way_of(s).code == Direction.BETTER.value for s in missed)
    parts = [part for part in (_new(one, missed), _better(better, len(missed))) if part]
    return f"{text}; {', og '.join(parts)}." if parts else f"{text}."


def _better(better: int, missed: int) -> str:
    if not better:
        return ""
    if better == missed:
        return f"{'tallet' if missed == 1 else 'alle tallene'} er blevet bedre på et år"
    return f"{number(better)} af tallene er blevet bedre på et år"


def _new(one: Facts, missed: Sequence[Series]) -> str:
    """That those missed are in force from a day within the period, which is why they are missed now."""
    run = one.run.periode
    days = [s.now.milepael_dato for s in missed if s.now and s.now.milepael_dato]
    new = [day for day in days if run.first <= day <= run.last]
    if not new or len(missed) == 1:
        return f"{terms_of(one.plan).the_target} gælder fra den {dato(new[0])}" if new else ""
    if len(new) == len(missed) and len(set(new)) == 1:
        return f"alle gælder fra den {dato(new[0])}"
    return f"{number(len(new))} af dem er {'ny' if len(new) == 1 else 'nye'} i perioden"


def _since_start(series: Sequence[Series]) -> str:
    """`1 af 8 tal er dårligere og 2 bedre end ved start.`; nothing where none is either."""
    held = [s for s in series if not applies(s.now) and s.now and s.now.status in _HELD]
    worse, better = sum(is_missed(s.now) for s in held), sum(is_reached(s.now) for s in held)
    told = [(number(n), words) for n, words in ((worse, "dårligere"), (better, "bedre")) if n]
    if not told:
        return ""
    (n, words), *rest = told
    more = "".join(f" og {more} {than}" for more, than in rest)
    return f"{n} af {number(len(held))} tal er {words}{more} end ved start."


_HELD = frozenset({"bedre", "daarligere", "ikke_til_at_skelne"})


def _subject(one: Facts, week: Week | None, series: Sequence[Series], team_id: str) -> list[str]:
    """`4 mangler 24-timers vurdering`, `11 ældre ikke registreret`, `15 frister til og med uge 1`.

    Else, and for the department that has no week's list, how many milestones are missed.
    """
    terms, judged = terms_of(one.plan), in_force(series)
    missed = sum(is_missed(s.now) for s in judged)
    of = count_of(len(judged), terms.target, terms.targets)
    told = f"{number(missed)} af {of} ikke {terms.met}" if judged else _since_start(series).rstrip(".")
    safety = in_subject(week) if week else []
    if week is None or team_id == ALL or not (safety or week.due):
        return [*safety, told]
    due = f"{count_of(len(week.due), 'frist', 'frister')} til og med uge {week.number}" if week.due else ""
    return [*safety, due]
