"""What the department has to act on or decide: a line each, with the ways to where it is done.

A team's own deadlines are acted on in the team, so a line about them leads to the teams' reports; what no
team has, what the plan promised and the choice of themes are the department's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.base.text import count_of
from pipeline.reports.facts import ALL, Facts, Run, WeekTask, week_of_every_team
from pipeline.reports.folders import folder_name
from pipeline.reports.words.safety import by_lack, lack, of_new, of_old
from pipeline.reports.words.terms import terms_of

LISTED = "#handlingsliste"
ASKED = "Er det gjort, men ikke skrevet ind?"
WITHOUT_TEAM = "Uden team"


@dataclass(frozen=True)
class Decision:
    """`ways` are titles with addresses; `safety`: a child's safety is at stake."""

    text: str
    ways: tuple[tuple[str, str], ...]
    safety: bool = False


def build_decisions(facts: Sequence[Facts], one: Facts, overdue: int, meeting: str) -> tuple[Decision, ...]:
    """The lines of one plan, the gravest first; what is no plan's own stands with the leading one.

    `overdue` is how many of the plan's activities are, `meeting` the leaders' paper on it, empty for none.
    """
    shared = (*_safety(facts), *_unregistered(one.run)) if one is facts[0] else ()
    own = (*_without_team(one), *_activities(one, overdue), *_themes(meeting))
    return (*shared, *own)


def _safety(facts: Sequence[Facts]) -> Iterator[Decision]:
    """Passed deadlines on a child's safety by team: the month's own, then the old ones."""
    week, run = week_of_every_team(facts), facts[0].run
    yield from _by_team(run, week.urgent, "uge", lambda t, n: f"{of_new(t, n)}.")
    yield from _by_team(run, week.old_on_safety, "gamle", lambda t, n: f"{of_old(t, n)}. {ASKED}")


def _by_team(
    run: Run,
    tasks: Sequence[WeekTask],
    place: str,
    told: Callable[[WeekTask, int], str],
) -> Iterator[Decision]:
    for task, n in by_lack(tasks):
        teams = Counter(t.frist.team_id for t in tasks if lack(t) == lack(task))
        ways = tuple(_way(run, team_id, count, place) for team_id, count in teams.most_common())
        yield Decision(told(task, n), ways, safety=True)


def _way(run: Run, team_id: str | None, count: int, place: str) -> tuple[str, str]:
    """A team with how many it has, and where its report lists them."""
    if team_id is None or team_id not in run.own_reports:
        return f"{WITHOUT_TEAM} ({count})", LISTED
    return f"{run.team_name(team_id)} ({count})", f"../{folder_name(team_id)}/rapport.html#{place}"


def _unregistered(run: Run) -> Iterator[Decision]:
    n = sum(f.team_id in run.covered_by(ALL) for f in run.findings)
    if n:
        told = count_of(n, "oplysning er", "oplysninger er")
        text = f"{told} nok ikke registreret og står ikke på noget teams liste."
        yield Decision(text, (("Registreringslisten", "registrering.html"),))


def _without_team(one: Facts) -> Iterator[Decision]:
    n = len(one.run.listed_for(ALL, one.frister))
    if n:
        told = count_of(n, "åben frist", "åbne frister")
        yield Decision(f"{told} har intet team: fordel sagerne.", (("Vis sagerne", LISTED),))


def _activities(one: Facts, overdue: int) -> Iterator[Decision]:
    if overdue:
        told, source = count_of(overdue, "aktivitet", "aktiviteter"), terms_of(one.plan).source
        text = f"{told} i {source} er overskredet: sæt en ny frist, eller luk dem."
        yield Decision(text, (("Vis dem", "#overskredet"),))


def _themes(meeting: str) -> Iterator[Decision]:
    """The choice of themes is made on the leaders' paper, where the plan has one."""
    if meeting:
        yield Decision("Vælg to eller tre temaer til ledermødet.", (("Forslagene", meeting),))
