"""What a law asks at one step of a case: the paragraph, the deadline in words, and what is overdue now."""

from __future__ import annotations

from pipeline.base.text import dato, days, number
from pipeline.definitions.plan_models import Indicator, Udviklingspunkt
from pipeline.reports.blocks.actions import DAYS_AHEAD, WITH_DEADLINES
from pipeline.reports.blocks.views import Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.words.terms import terms_of

NOTHING = "–"
_COLUMNS = (
    TableColumn("Krav", wide=True),
    TableColumn("Grundlag"),
    TableColumn("Frist"),
    TableColumn("Overskredet nu", numeric=True),
    TableColumn("Ældste", numeric=True),
    TableColumn(f"Næste {DAYS_AHEAD} dage", numeric=True),
)


def build_step(facts: Facts, point: Udviklingspunkt, team_id: str) -> Table | None:
    """One row per demand of the step; None where the plan's chapters are no steps of a case."""
    if not terms_of(facts.plan).steps:
        return None
    own = [i for i in facts.plan.indikatorer if i.udviklingspunkt == point.nr]
    return Table(
        title="Krav og frister i dette sagsskridt",
        columns=_COLUMNS,
        rows=tuple(_row(facts, indicator, team_id) for indicator in own),
        empty="Ingen krav måles i dette sagsskridt.",
        explanation=f"Åbne frister pr. {dato(facts.run.opgoerelse.opgjort_pr)}, uanset hvornår de udløb.",
    )


def _row(facts: Facts, indicator: Indicator, team_id: str) -> tuple[str, ...]:
    frister = [f for f in facts.frister_of(indicator.id) if team_id in (ALL, f.team_id)]
    over = [f.dage for f in frister if f.overdue]
    soon = sum(f.due_within(DAYS_AHEAD) for f in frister)
    listed = indicator.art in WITH_DEADLINES
    return (
        f"{indicator.id} {indicator.titel}",
        indicator.lovgrundlag,
        indicator.frist_tekst or NOTHING,
        number(len(over)) if listed else NOTHING,
        days(max(over)) if over else NOTHING,
        number(soon) if listed else NOTHING,
    )
