"""Everything the reports of one period are made from, and the periods they look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from pipeline.base.periods import Periode, maaned, read_periode, rolling12, shifted
from pipeline.definitions.plan_models import Indicator, Plan
from pipeline.reports.facts.cases import Caseworker, Finding, Frist, Reply, Shortfall, Step
from pipeline.reports.facts.reading import Reading
from pipeline.reports.facts.rows import (
    ActivityStatus,
    Agreement,
    ChosenTheme,
    Comment,
    Group,
    Opgoerelse,
    Result,
    Review,
    Revision,
    Spending,
    Start,
    TakenOver,
    Team,
)

ALL = "ALLE"
UNKNOWN = "UKENDT"
AFDELING = "Hele afdelingen"
UNKNOWN_NAME = "Ukendt team"
IN_CURVE = {"maaned": 13, "kvartal": 9, "tertial": 7, "aar": 6}
"""How many periods of each kind a trend shows."""

Row = TypeVar("Row", Frist, Shortfall)
ResultKey = tuple[str, str, str, str, str]
"""Team, indicator, source, kind of period, period."""


@dataclass(frozen=True)
class Run:
    """What is the same for every plan of a run.

    `frister` and `shortfalls` hold a unit and what is asked of it once, with the first plan that asks it; the
    rows of every plan's own are `all_frister` and `all_shortfalls`. What comes from the delivery (answers,
    names, findings) is empty where it was not handed in, and so is what comes from the store of the reviews
    (agreements, themes).
    """

    opgoerelse: Opgoerelse
    remarks: tuple[str, ...]
    teams: tuple[Team, ...]
    frister: tuple[Frist, ...]
    shortfalls: tuple[Shortfall, ...]
    all_frister: tuple[Frist, ...]
    all_shortfalls: tuple[Shortfall, ...]
    ladder: tuple[Step, ...] = ()
    open_cases: Mapping[str, int] = field(default_factory=dict)
    step_names: tuple[str, ...] = ()
    spending: tuple[Spending, ...] = ()
    replies: tuple[Reply, ...] = ()
    findings: tuple[Finding, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    themes: tuple[ChosenTheme, ...] = ()
    raadgiver_names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def periode(self) -> Periode:
        """The reported period."""
        return read_periode(self.opgoerelse.periode)

    @cached_property
    def rolling(self) -> Periode:
        """The twelve months that end with the reported period."""
        return rolling_to(self.periode)

    @cached_property
    def own_reports(self) -> frozenset[str]:
        """The teams that have a report."""
        return frozenset(team.team_id for team in self.teams) - {UNKNOWN}

    @cached_property
    def without_report(self) -> frozenset[str]:
        """Teams that rows name but that have no report of their own: the department's papers hold them."""
        agreed = {a.team_id for a in self.agreements}
        named = {f.team_id for f in self.frister} | {m.team_id for m in self.shortfalls}
        return frozenset(named | {f.team_id for f in self.findings} | agreed) - self.own_reports

    def covered_by(self, team_id: str) -> frozenset[str]:
        """The teams whose rows stand in a report: its own, or for the department those without one."""
        return self.without_report if team_id == ALL else frozenset({team_id})

    def listed_for(self, team_id: str, rows: Iterable[Row]) -> list[Row]:
        """The rows that stand in a report; a caseworker's own stand in no report but the team's."""
        teams = self.covered_by(team_id)
        return [row for row in rows if row.team_id in teams and not (team_id == ALL and row.on_raadgiver)]

    def team_name(self, team_id: str) -> str:
        """The team's public name; its id where it has none; the department for `ALL`."""
        if team_id in {ALL, UNKNOWN}:
            return AFDELING if team_id == ALL else UNKNOWN_NAME
        return next((team.navn for team in self.teams if team.team_id == team_id), team_id)

    def raadgiver(self, raadgiver_id: str | None) -> str:
        """What a page calls a caseworker: name and id, the id alone where the name is not known."""
        if raadgiver_id is None:
            return ""
        name = self.raadgiver_names.get(raadgiver_id)
        return f"{name} ({raadgiver_id})" if name else raadgiver_id


@dataclass(frozen=True)
class Facts:
    """One plan, with what its reports are made from; `run` is what it shares with the others.

    Comments are empty where the delivery was not handed in. `groups` are of the reported period,
    `groups_before` of the one before; `taken_over` of both, by team, indicator, source and which. `withheld`
    are results of which no figure may be told to the reader these facts are for. `repeats` names, for an
    indicator whose figure an earlier plan tells in full, that plan and its indicator.
    """

    run: Run
    plan: Plan
    first_maaned: date
    results: Mapping[ResultKey, Result]
    groups: Mapping[tuple[str, str, str], tuple[Group, ...]]
    starts: Mapping[str, tuple[Start, ...]]
    milepaele: Mapping[str, tuple[tuple[date, float], ...]]
    activities: Mapping[str, ActivityStatus]
    reviews: Mapping[tuple[str, str], Review]
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    caseworkers: Mapping[tuple[str, str], tuple[Caseworker, ...]] = field(default_factory=dict)
    repeats: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    reading: Reading = field(default_factory=Reading)
    groups_before: Mapping[tuple[str, str, str], tuple[Group, ...]] = field(default_factory=dict)
    taken_over: Mapping[tuple[str, str, str, str], TakenOver] = field(default_factory=dict)
    withheld: frozenset[ResultKey] = frozenset()

    @cached_property
    def own_indicators(self) -> tuple[Indicator, ...]:
        """The indicators whose figures the plan's own pages tell in full."""
        return tuple(i for i in self.plan.indikatorer if i.id not in self.repeats)

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The plan's own open agreements."""
        return tuple(a for a in self.run.agreements if a.plan_id == self.plan.plan_id)

    def result(self, team_id: str, indikator_id: str, source: str, periode: Periode) -> Result | None:
        """The result of one team, indicator and source in one period, if it was computed."""
        return self.results.get((team_id, indikator_id, source, periode.periodetype, periode.periode))

    @cached_property
    def _leading(self) -> Mapping[tuple[str, str, str], str]:
        return {
            (r.indikator_id, r.periodetype, r.periode): r.kilde for r in self.results.values() if r.foerer
        }

    def leading(self, indikator_id: str, periode: Periode) -> str | None:
        """The source that leads in a period, for every team alike, as the results say."""
        return self._leading.get((indikator_id, periode.periodetype, periode.periode))

    @cached_property
    def frister(self) -> tuple[Frist, ...]:
        """The plan's open deadlines that no earlier plan lists."""
        return tuple(f for f in self.run.frister if f.plan_id == self.plan.plan_id)

    @cached_property
    def listed_earlier(self) -> tuple[Frist, ...]:
        """The plan's open deadlines that an earlier plan lists, because it asks the same of the unit."""
        own = {(f.indikator_id, f.enhed_id, f.frist_dato) for f in self.frister}
        return tuple(
            f
            for f in self.run.all_frister
            if f.plan_id == self.plan.plan_id and (f.indikator_id, f.enhed_id, f.frist_dato) not in own
        )

    @cached_property
    def _frister_of(self) -> Mapping[str, list[Frist]]:
        found: dict[str, list[Frist]] = {}
        for f in self.run.all_frister:
            if f.plan_id == self.plan.plan_id:
                found.setdefault(f.indikator_id, []).append(f)
        return found

    def frister_of(self, indikator_id: str) -> Sequence[Frist]:
        """The open deadlines of one indicator, whoever lists them."""
        return self._frister_of.get(indikator_id, ())

    @cached_property
    def _shortfalls_of(self) -> Mapping[str, list[Shortfall]]:
        found: dict[str, list[Shortfall]] = {}
        for m in self.run.all_shortfalls:
            if m.plan_id == self.plan.plan_id:
                found.setdefault(m.indikator_id, []).append(m)
        return found

    def shortfalls_of(self, indikator_id: str) -> Sequence[Shortfall]:
        """The units of one indicator that were not met in the reported period, whoever lists them."""
        return self._shortfalls_of.get(indikator_id, ())

    @cached_property
    def taken_over_late(self) -> Mapping[tuple[str, str, str], int]:
        """How many missed units each team took over late, by team, indicator and source."""
        own = (m for m in self.run.all_shortfalls if m.plan_id == self.plan.plan_id)
        return Counter((m.team_id, m.indikator_id, m.kilde) for m in own if m.overtaget_sent)

    @cached_property
    def shortfalls(self) -> tuple[Shortfall, ...]:
        """The units that were not met in the reported period and that no earlier plan lists."""
        return tuple(m for m in self.run.shortfalls if m.plan_id == self.plan.plan_id)

    @cached_property
    def previous(self) -> Periode | None:
        """The period before the reported one; None where the plan is not computed for it."""
        found = [p for p in self.all_perioder if p != self.run.periode]
        return found[-1] if found else None

    @cached_property
    def history(self) -> tuple[Periode, ...]:
        """The periods of the trend, oldest first, ending with the reported one."""
        return self.all_perioder[-IN_CURVE[self.run.periode.periodetype] :]

    @cached_property
    def all_perioder(self) -> tuple[Periode, ...]:
        """Every computed period of the reported kind, oldest first, ending with the reported one."""
        return all_perioder(self.run.periode, self.first_maaned)

    @cached_property
    def all_maaneder(self) -> tuple[Periode, ...]:
        """Every computed month up to the reported period's last, oldest first."""
        return all_perioder(maaned(self.run.periode.last.replace(day=1)), self.first_maaned)

    def in_force(self, indikator_id: str, periode: Periode) -> float | None:
        """The milestone in force in a period, as adopted by the end of the reported one."""
        in_force = [p for day, p in self.milepaele.get(indikator_id, ()) if day <= periode.last]
        return in_force[-1] if in_force else None


def rolling_to(periode: Periode) -> Periode:
    """The twelve months that end with the period's last month."""
    return rolling12(periode.last.replace(day=1))


def all_perioder(periode: Periode, first_maaned: date) -> tuple[Periode, ...]:
    """The periods of the same kind from the plan's first month to the given one, oldest first."""
    found = []
    while periode.first >= first_maaned:
        found.append(periode)
        periode = shifted(periode, -1)
    return tuple(reversed(found))


def after(periode: Periode, count: int) -> tuple[Periode, ...]:
    """The next periods of the same kind."""
    return tuple(shifted(periode, number) for number in range(1, count + 1))
