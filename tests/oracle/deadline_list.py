"""fristliste: what is open at the reported period's opgjort_pr, past its deadline or coming."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.oracle.plan import Plan
from tests.oracle.register import Register
from tests.oracle.registry import Entry


def deadline_list(
    register: Register, plan: Plan, registry: dict[str, Entry], day: date
) -> Iterator[dict[str, Any]]:
    """'for every deadline indicator but 4.4, S16 and H7, and every cadence with its due'.

    'overskredet when F (the due) <= opgjort_pr, else kommende; dage = days between F and opgjort_pr, never
    negative; team and caseworker are those who hold the case at opgjort_pr'.
    """
    for indicator in plan.indicators:
        entry = registry[indicator.id]
        if not entry.listed:
            continue
        for unit in entry.units(register, plan):
            for line in unit.listed(register, day):
                yield {
                    "plan_id": plan.plan_id,
                    "indikator_id": indicator.id,
                    "enhed_id": line.enhed_id,
                    "sag_id": line.sag_id,
                    "team_id": line.holder.team_id,
                    "raadgiver_id": line.holder.raadgiver_id,
                    "startdato": line.startdato,
                    "frist_dato": line.frist_dato,
                    "tilstand": "overskredet" if line.frist_dato <= day else "kommende",
                    "dage": abs((line.frist_dato - day).days),
                }
