"""A municipality drawn in a few rows, and what became of its units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tests.oracle import PLANS, REGISTRY, Oracle, calculate, plain_plan
from tests.oracle.plan import Indicator, Plan
from tests.oracle.registry import plain_indicator

LATE = date(2022, 12, 31)
SLAGELSE = "slagelse_2021_2023"


def d(text: str) -> date:
    """A date written as in the drawn tables."""
    return date.fromisoformat(text)


def typed(row: dict[str, Any]) -> dict[str, Any]:
    """A drawn row with its dates and timestamps typed; a timestamp without a clock is known to the day."""
    out: dict[str, Any] = {}
    for column, value in row.items():
        out[column] = value
        if column.endswith("_tidspunkt") and isinstance(value, str):
            out[column] = datetime.fromisoformat(value)
            out[f"{column}_har_klokkeslaet"] = "T" in value
        elif column.endswith(("dato", "_fra", "_til")) and isinstance(value, str):
            out[column] = d(value)
    return out


def extracts_of(**drawn: Any) -> dict[str, list[dict[str, Any]]]:
    """Drawn rows as typed extracts; they are about one case S (born 2010-01-01) unless they say otherwise."""
    sag = {"sag_id": "S", "sagstype": "barn", "foedselsdato": "2010-01-01", "oprettet_dato": "2019-01-01"}
    drawn.setdefault("sager", [{}])
    drawn["sager"] = [sag | s for s in drawn["sager"]]
    without = ("teams", "raadgivere", "spoergeskemasvar")
    return {
        name: [typed(({} if name in without else {"sag_id": "S"}) | r) for r in rows]
        for name, rows in drawn.items()
    }


def drawn_plan(indicators: Sequence[Indicator | str], plan_id: str = SLAGELSE) -> Plan:
    """A plan of some indicators alone: by id as its table says them, or with a target of their own."""
    chosen = tuple(plain_indicator(i, REGISTRY[i]) if isinstance(i, str) else i for i in indicators)
    foerste_periode, first_day, _ = PLANS[plan_id]
    return Plan(plan_id, foerste_periode, first_day, chosen)


def aimed(indicator_id: str, **target: Any) -> Indicator:
    """An indicator of a table with a target."""
    return replace(plain_indicator(indicator_id, REGISTRY[indicator_id]), **target)


def municipality(
    *,
    delivery: date = LATE,
    period: str = "2022-12",
    plans: Sequence[Plan] = (),
    indicators: Sequence[Indicator | str] = (),
    **drawn: Any,
) -> Oracle:
    """Compute a drawn municipality: the plans given, else Slagelse's (or some of its indicators)."""
    default = drawn_plan(indicators) if indicators else plain_plan(SLAGELSE)
    return calculate(extracts_of(**drawn), plans or [default], period, delivery)


def course(oracle: Oracle, indicator_id: str, column: str = "udfald") -> dict[str, Any]:
    """One unit's months, period by value."""
    return {str(r["periode"]): r[column] for r in oracle.raekke if r["indikator_id"] == indicator_id}


def cell(oracle: Oracle, indicator_id: str, periodetype: str, period: str, **more: Any) -> dict[str, Any]:
    """One row of indikator_resultat: the department's from the main source, unless `more` says otherwise."""
    wanted = {"indikator_id": indicator_id, "periodetype": periodetype, "periode": period} | more
    wanted.setdefault("team_id", "ALLE")
    found = [r for r in oracle.resultat if all(r[k] == v for k, v in wanted.items())]
    main = [r for r in found if r["kilde"] == REGISTRY[indicator_id].kilde or "kilde" in more]
    assert len(main) == 1, main
    return main[0]


def plans_for_children(yes: int, no: int, day: str = "2021-05-01") -> dict[str, Any]:
    """Plans for children made on a day, with and without three goals."""
    return {
        "handleplaner": [
            {
                "handleplan_id": f"{day}{n}",
                "type": "barn",
                "oprettet_dato": day,
                "antal_maal": 3 if n < yes else 1,
            }
            for n in range(yes + no)
        ]
    }


def of_plan(plan_id: str, indikator_id: str, period: str, **drawn: Any) -> Oracle:
    """A drawn municipality and one indicator of another plan."""
    drawn.setdefault("delivery", d("2026-12-31"))
    return municipality(plans=[drawn_plan([indikator_id], plan_id)], period=period, **drawn)


def note(**more: Any) -> dict[str, Any]:
    """A notification by a professional."""
    return {"underretning_id": "U", "underretter_type": "fagperson"} | more
