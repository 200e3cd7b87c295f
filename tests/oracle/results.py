"""The results of the grid: indikator_resultat, indikator_fordeling and indikator_gruppe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from tests.oracle.periods import Period
from tests.oracle.plan import Indicator, Plan
from tests.oracle.quantiles import wilson
from tests.oracle.register import ALLE, Register
from tests.oracle.rows import Judged, Row
from tests.oracle.targets import (
    Assessment,
    Goals,
    baseline_name,
    baseline_type,
    by_baseline,
    by_milestones,
    goals,
)
from tests.oracle.values import Cell, Figure, figure, percent

Exposures = dict[str, dict[str, int]]
"""A rate's exposure: month, then team (and ALLE), to the number of units."""


@dataclass
class Series:
    """Everything one indicator says from one source: its units by month, its figures by period and team."""

    plan: Plan
    indicator: Indicator
    kilde: str
    main: bool
    months: dict[str, list[Row]]
    exposures: Exposures
    missing: bool
    figures: dict[tuple[str, str], dict[str, Figure]] = field(default_factory=dict)
    periods: dict[tuple[str, str], Period] = field(default_factory=dict)

    def units(self, period: Period) -> list[Row]:
        """'its months' judged rows and its last computed month's afventer and stock rows'."""
        return [
            row
            for month in period.months
            for row in self.months.get(month, [])
            if not row.judged.at_end or month == period.months[-1]
        ]

    def cell(self, units: list[Judged], period: Period, team_id: str) -> Cell:
        """The cell of a team (or ALLE) in a period."""
        return Cell(units, self.indicator.art == "beholdning", self.exposure(period, team_id), self.missing)

    def exposure(self, period: Period, team_id: str) -> Fraction:
        """What a rate's units are held against: the mean of the period's computed months; else 0."""
        if not self.exposures:
            return Fraction(0)
        # 'months not computed are left out': those before the plan's foerste_periode are not computed either
        computed = [m for m in period.months if m >= self.plan.foerste_periode]
        counts = [self.exposures.get(m, {}).get(team_id, 0) for m in computed]
        return Fraction(sum(counts), len(counts))

    def compute(self, period: Period, active: set[str]) -> None:
        """The figures of a period's teams."""
        by_team: dict[str, list[Judged]] = defaultdict(list)
        for row in self.units(period):
            by_team[row.team_id].append(row.judged)
            by_team[ALLE].append(row.judged)
        key = period.periodetype, period.name
        self.periods[key] = period
        self.figures[key] = {
            team_id: figure(self.indicator.vaerditype, self.cell(by_team[team_id], period, team_id))
            for team_id in self.teams(by_team, active)
        }

    def teams(self, by_team: dict[str, list[Judged]], active: set[str]) -> set[str]:
        """The teams that get a row.

        'Full grid for main sources: every team active in the period (and any other with units), and ALLE;
        second sources and UKENDT only where rows exist'. 'spoergeskema: team rows only in periods where
        every team with answers to that question has at least 5, or none has any, else ALLE alone'.
        """
        with_units = set(by_team)
        if not self.main:
            return with_units
        few = any(len(units) < 5 for team_id, units in by_team.items() if team_id != ALLE)
        if self.kilde == "spoergeskema" and few:
            return {ALLE}
        return active | with_units | {ALLE}

    def baseline_of(self, period: Period, team_id: str) -> tuple[Period, Figure] | None:
        """The figure of the same team in the period the baseline names, where that was computed."""
        name = baseline_name(period.periodetype, self.indicator.baseline or "")
        key = baseline_type(period.periodetype), name or ""
        f = self.figures.get(key, {}).get(team_id)
        return None if f is None else (self.periods[key], f)

    def assess(self, period: Period, team_id: str, f: Figure, g: Goals) -> Assessment:
        """Status and usikker by the indicator's target kind; a second source has no baseline."""
        if self.indicator.maaltype == "baseline":
            return by_baseline(self.indicator, period, f, self.baseline_of(period, team_id))
        return by_milestones(self.indicator, f, g)


def second_source(indicator: Indicator) -> Indicator:
    """'always andel, with the indicator's milestones where it is andel itself, without baseline'."""
    kept = indicator.milestones if indicator.vaerditype == "andel" else ()
    return replace(
        indicator,
        vaerditype="andel",
        art="haendelse",
        maaltype="milepaele" if kept else "ingen",
        baseline=None,
        milestones=kept,
        kategorier=(),
        grupper=False,
    )


def active_teams(register: Register, period: Period) -> set[str]:
    """'aktiv_fra missing or <= its last day, aktiv_til missing or >= its first'."""
    return {
        t["team_id"]
        for t in register.all("teams")
        if (t.get("aktiv_fra") is None or t["aktiv_fra"] <= period.last)
        and (t.get("aktiv_til") is None or t["aktiv_til"] >= period.first)
    }


def review_leads(indicator: Indicator, review: Series | None, period: Period) -> bool:
    """'that one leads, in every periodetype but maaned, when the department's naevner is at least 5'."""
    if review is None or not indicator.tilsyn_foerer or period.periodetype == "maaned":
        return False
    f = review.figures[period.periodetype, period.name].get(ALLE)
    return f is not None and f.n >= 5


def result_rows(series: Series, key: tuple[str, str], *, leads: bool) -> Iterator[dict[str, Any]]:
    """The rows of indikator_resultat of one source in one period."""
    period = series.periods[key]
    marks = series.indicator.milestones if series.indicator.maaltype == "milepaele" else ()
    g = goals(marks, period.last)
    for team_id, f in series.figures[key].items():
        a = series.assess(period, team_id, f, g)
        yield {
            **_key(series, period, team_id),
            **_counts(f),
            **_marks(f, g),
            "status": a.status,
            "usikker": a.usikker,
            "foreloebig": period.foreloebig,
            "foerer": leads,
            "baseline_periode": a.baseline,
            "baseline_vaerdi": None if a.before is None else _number(a.before.vaerdi),
            "baseline_naevner": None if a.before is None else _number(a.before.naevner),
            "forskel": a.change.forskel,
            "forskel_nedre": a.change.lower,
            "forskel_oevre": a.change.upper,
        }


def _key(series: Series, period: Period, team_id: str) -> dict[str, Any]:
    return {
        "plan_id": series.plan.plan_id,
        "indikator_id": series.indicator.id,
        "kilde": series.kilde,
        "periodetype": period.periodetype,
        "periode": period.name,
        "team_id": team_id,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _counts(f: Figure) -> dict[str, Any]:
    return {
        "taeller": f.taeller,
        "naevner": _number(f.naevner),
        "undtaget": f.undtaget,
        "afventer": f.afventer,
        "vaerdi": _number(f.vaerdi),
        "ki_nedre": f.interval[0],
        "ki_oevre": f.interval[1],
    }


def _marks(f: Figure, g: Goals) -> dict[str, Any]:
    """'afstand_pp = vaerdi - milepael_procent'."""
    distance = None if f.vaerdi is None or g.in_force is None else f.vaerdi - g.in_force[1]
    return {
        "milepael_procent": None if g.in_force is None else float(g.in_force[1]),
        "milepael_dato": None if g.in_force is None else g.in_force[0],
        "naeste_procent": None if g.following is None else float(g.following[1]),
        "naeste_dato": None if g.following is None else g.following[0],
        "afstand_pp": _number(distance),
    }


def distribution_rows(series: Series, key: tuple[str, str]) -> Iterator[dict[str, Any]]:
    """'per kategori antal, andel, Wilson'; 'every kategori that the plan names for it, also with 0'."""
    period = series.periods[key]
    for team_id, f in series.figures[key].items():
        for kategori in series.indicator.kategorier:
            antal = f.kategorier[kategori]
            lower, upper = percent(wilson(antal, f.n)) if f.n else (None, None)
            yield {
                **_key(series, period, team_id),
                "kategori": kategori,
                "antal": antal,
                "andel": 100 * antal / f.n if f.n else None,
                "ki_nedre": lower,
                "ki_oevre": upper,
            }


def group_rows(series: Series, key: tuple[str, str]) -> Iterator[dict[str, Any]]:
    """'where units exist', by the indicator's own value kind."""
    period = series.periods[key]
    together: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for row in series.units(period):
        if row.gruppe is not None:
            for team_id in {row.team_id, ALLE} & series.figures[key].keys():
                together[team_id, row.gruppe].append(row.judged)
    for (team_id, gruppe), units in together.items():
        f = figure(series.indicator.vaerditype, series.cell(units, period, team_id))
        yield {**_key(series, period, team_id), "gruppe": gruppe, **_counts(f)}
