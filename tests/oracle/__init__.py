"""The oracle: the contract's sections 2 and 3 computed a second time, slowly and literally, in plain Python.

Written from the contract's words alone, without a look at the SQL, so that the two can confirm each
other cell by cell. It knows no cleverness: it loops over units and months, and each small function quotes
the words it obeys. Only the standard library is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.oracle import barnets_lov, herning, roskilde, slagelse, sverigesmodellen, varige_spor
from tests.oracle.answers import review_of
from tests.oracle.deadline_list import deadline_list
from tests.oracle.periods import Month, Period, limits, months, periods, reported_day
from tests.oracle.plan import Indicator, Plan
from tests.oracle.register import ALLE, Register
from tests.oracle.registry import Entry, plain_indicator
from tests.oracle.results import (
    Exposures,
    Series,
    active_teams,
    distribution_rows,
    group_rows,
    result_rows,
    review_leads,
    second_source,
)
from tests.oracle.rows import Row
from tests.oracle.units import Units

__all__ = ["PLANS", "REGISTRY", "Oracle", "calculate", "plain_plan"]

PLANS: dict[str, tuple[str, date, dict[str, Entry]]] = {
    slagelse.PLAN_ID: ("2020-10", date(2021, 1, 1), slagelse.ENTRIES),
    roskilde.PLAN_ID: ("2018-04", date(2019, 4, 1), roskilde.ENTRIES),
    sverigesmodellen.PLAN_ID: ("2021-01", date(2021, 1, 1), sverigesmodellen.ENTRIES),
    varige_spor.PLAN_ID: ("2021-01", date(2021, 1, 1), varige_spor.ENTRIES),
    herning.PLAN_ID: ("2015-01", date(2015, 1, 1), herning.ENTRIES),
    barnets_lov.PLAN_ID: ("2024-01", date(2024, 1, 1), barnets_lov.ENTRIES),
}
"""Each document's plan: its foerste_periode, its own first day, its table."""

REGISTRY: dict[str, Entry] = {i: entry for _, _, entries in PLANS.values() for i, entry in entries.items()}
"""Every indicator of every table; ids are unique across the documents' plans."""

Table = list[dict[str, Any]]


@dataclass(frozen=True)
class Oracle:
    """The five computed tables, rows in no particular order; values are not rounded."""

    raekke: Table
    resultat: Table
    fordeling: Table
    gruppe: Table
    fristliste: Table

    def tables(self) -> dict[str, Table]:
        """The tables under their published names."""
        return {
            "indikator_raekke": self.raekke,
            "indikator_resultat": self.resultat,
            "indikator_fordeling": self.fordeling,
            "indikator_gruppe": self.gruppe,
            "fristliste": self.fristliste,
        }


def plain_plan(plan_id: str) -> Plan:
    """A document's plan as its table says it, without targets."""
    foerste_periode, first_day, entries = PLANS[plan_id]
    indicators = tuple(plain_indicator(i, entry) for i, entry in entries.items())
    return Plan(plan_id, foerste_periode, first_day, indicators)


def calculate(
    extracts: dict[str, list[dict[str, Any]]],
    plans: Sequence[Plan],
    reported: str,
    delivery_date: date,
) -> Oracle:
    """Compute the five tables for one delivery and the plans of a run.

    `extracts` holds typed accepted rows by extract name (a missing optional extract may be absent),
    timestamps with a companion `<column>_har_klokkeslaet`; `reported` is `2021-04`, `2021-K2`, `2021-T1`
    or `2021`. 'A plan of the run whose foerste_periode is after the reported period is not computed.'
    Raises ValueError when the reported period begins after the delivery.
    """
    register = Register(extracts, delivery_date)
    oracle = Oracle([], [], [], [], [])
    last = limits(reported)[1]
    for plan in plans:
        if limits(plan.foerste_periode)[0] <= last:
            _add_plan(oracle, register, plan, reported)
            day = reported_day(reported, delivery_date)
            oracle.fristliste.extend(deadline_list(register, plan, REGISTRY, day))
    return oracle


def _add_plan(oracle: Oracle, register: Register, plan: Plan, reported: str) -> None:
    all_months = months(plan.foerste_periode, reported, register.delivery_date)
    all_periods = periods(plan.foerste_periode, reported, register.delivery_date)
    active = {period: active_teams(register, period) for period in all_periods}
    for indicator in plan.indicators:
        entry = REGISTRY[indicator.id]
        main = _series(register, plan, indicator, entry, all_months)
        sources = [main]
        if indicator.kilde != "tilsyn":
            sources.append(_review(register, plan, indicator, all_months))
        for series in sources:
            for period in all_periods:
                series.compute(period, active[period])
        _add_sources(oracle, main, sources[1] if sources[1:] else None, all_periods)


def _add_sources(oracle: Oracle, main: Series, review: Series | None, all_periods: list[Period]) -> None:
    for series in (main, review) if review else (main,):
        oracle.raekke.extend(row.as_dict() for rows in series.months.values() for row in rows)
        for period in all_periods:
            key = period.periodetype, period.name
            leads = review_leads(main.indicator, review, period) == (series is review)
            oracle.resultat.extend(result_rows(series, key, leads=leads))
            oracle.fordeling.extend(distribution_rows(series, key))
            oracle.gruppe.extend(group_rows(series, key))


def _series(
    register: Register, plan: Plan, indicator: Indicator, entry: Entry, all_months: list[Month]
) -> Series:
    rows = _rows(register, plan, indicator, indicator.kilde, entry.units, all_months)
    exposures: Exposures = {}
    if entry.exposure is not None:
        for month in all_months:
            counts = entry.exposure(register, plan, month.opgjort_pr)
            exposures[month.name] = {**counts, ALLE: sum(counts.values())}
    missing = entry.extract is not None and not register.has(entry.extract)
    return Series(plan, indicator, indicator.kilde, True, rows, exposures, missing)


def _review(register: Register, plan: Plan, indicator: Indicator, all_months: list[Month]) -> Series:
    """'any indicator that has tilsynssvar under its own id as maalepunkt gets a second result'."""
    second = second_source(indicator)
    rows = _rows(register, plan, second, "tilsyn", review_of(indicator.id), all_months)
    return Series(plan, second, "tilsyn", False, rows, {}, False)


def _rows(
    register: Register,
    plan: Plan,
    indicator: Indicator,
    kilde: str,
    units: Units,
    all_months: list[Month],
) -> dict[str, list[Row]]:
    """An indicator's rows by month.

    'of the eleven months before foerste_periode, which rolling periods reach, the judged rows'; 'A group
    value that is missing is `ukendt`', and there is none where the indicator has no groups.
    """
    found: dict[str, list[Row]] = {month.name: [] for month in all_months}
    for unit in units(register, plan):
        for month in all_months:
            for judged in unit.in_month(register, month):
                if judged.at_end and month.name < plan.foerste_periode:
                    continue
                gruppe = (judged.gruppe or "ukendt") if indicator.grupper else None
                row = Row(plan.plan_id, indicator.id, kilde, month.name, judged, gruppe)
                found[month.name].append(row)
    return found
