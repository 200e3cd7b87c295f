"""The cases behind one indicator: its open deadlines and what was not met, under the figure itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.base.text import short_date
from pipeline.reports.blocks.actions import (
    DAYS_AHEAD,
    WITHOUT_RAADGIVER,
    how_far,
    shortfall_day,
    unit_name,
)
from pipeline.reports.blocks.views import CaseRow
from pipeline.reports.facts import ALL, Facts, Frist, Shortfall

STATES = {"for_sent": "for sent", "mangler": "ikke dokumenteret", "indhold": "ikke som krævet"}
"""What is wrong with a unit that was not met, in words that need no list beside them."""


def build_cases(facts: Facts, indikator_id: str, team_id: str) -> tuple[CaseRow, ...]:
    """A team's cases of one indicator; what is both overdue and not met in the period stands once."""
    if team_id == ALL:
        return ()
    return tuple(_rows(facts, indikator_id, team_id))


def _rows(facts: Facts, indikator_id: str, team_id: str) -> Iterator[CaseRow]:
    open_ = [
        f
        for f in facts.run.listed_for(team_id, facts.frister_of(indikator_id))
        if f.overdue or f.due_within(DAYS_AHEAD)
    ]
    yield from (_row(facts, f, how_far(f), f.frist_dato) for f in open_)
    told = {(f.enhed_id, f.frist_dato) for f in open_}
    for m in facts.run.listed_for(team_id, facts.shortfalls_of(indikator_id)):
        if (m.enhed_id, m.frist_dato) not in told:
            yield _row(facts, m, STATES[m.aarsag], shortfall_day(m))


def _row(facts: Facts, row: Frist | Shortfall, state: str, day: date) -> CaseRow:
    return CaseRow(
        sag=row.sag_id or "–",
        unit=unit_name(row),
        state=state,
        day=short_date(day),
        who=facts.run.raadgiver(row.raadgiver_id) or WITHOUT_RAADGIVER,
        raadgiver_id=row.raadgiver_id,
    )
