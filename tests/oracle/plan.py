"""A plan as plain data: what of it the calculation needs, and nothing of how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.days import month_name


@dataclass(frozen=True)
class Milestone:
    """`amount` is the percent, or 'the indicator's own unit (kr., days)'; `adopted` its vedtaget."""

    day: date
    amount: Fraction
    adopted: date | None = None


@dataclass(frozen=True)
class Indicator:
    """One indicator of one plan; `kategorier` are what the plan names for a fordeling."""

    id: str
    kilde: str
    art: str
    vaerditype: str
    maaltype: str = "ingen"
    rising: bool = True
    baseline: str | None = None
    milestones: tuple[Milestone, ...] = ()
    kategorier: tuple[str, ...] = ()
    tilsyn_foerer: bool = False
    grupper: bool = False


@dataclass(frozen=True)
class Plan:
    """One plan of the run; `foerste_periode` is a month, `first_day` the plan's own first day."""

    plan_id: str
    foerste_periode: str
    first_day: date
    indicators: tuple[Indicator, ...]


def from_model(model: Any) -> Plan:
    """The plain data of a plan model of the pipeline."""
    return Plan(
        model.plan_id,
        str(model.foerste_periode)[:7],
        model.start_dato,
        tuple(_indicator(i) for i in model.indikatorer),
    )


def _indicator(i: Any) -> Indicator:
    return Indicator(
        i.id,
        i.kilde,
        i.art,
        i.vaerditype,
        i.maaltype,
        i.retning == "stigende",
        _month(i.baseline),
        tuple(milestones((m.dato, m.procent, m.vedtaget) for m in i.milepaele)),
        tuple(i.kategorier or ()),
        i.tilsyn_foerer,
        i.grupper is not None,
    )


def _month(value: Any) -> str | None:
    return month_name(value) if isinstance(value, date) else value


def milestones(rows: Iterable[tuple[date, Any, date | None]]) -> Iterable[Milestone]:
    """Milestones out of (dato, procent, vedtaget); the amount exactly as it is written."""
    return (Milestone(day, Fraction(str(amount)), adopted) for day, amount, adopted in rows)
