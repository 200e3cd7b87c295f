"""The whole plan on one screen: every indicator with its verdict, and for the department every team."""

from __future__ import annotations

from pipeline.base.text import FEWEST, number, periode_text
from pipeline.definitions.plan_models import Indicator, Udviklingspunkt
from pipeline.reports.blocks.actions import DAYS_AHEAD
from pipeline.reports.blocks.indicator import anchor
from pipeline.reports.blocks.reading_register import register_mark
from pipeline.reports.blocks.repeated import has_target, verdict_alone
from pipeline.reports.blocks.views import Cell, OverviewGroup, OverviewRow, Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.value import NOTHING


def build_overview(facts: Facts, team_id: str) -> tuple[OverviewGroup, ...]:
    """One row per indicator; for the department (`ALLE`) with a cell per team.

    Of a figure that an earlier plan tells only what this plan makes of it, where it has a target of its own.
    """
    groups = (_group(facts, point, team_id) for point in facts.plan.udviklingspunkter)
    return tuple(group for group in groups if group.rows)


def _group(facts: Facts, point: Udviklingspunkt, team_id: str) -> OverviewGroup:
    own = [
        i
        for i in facts.plan.indikatorer
        if i.udviklingspunkt == point.nr and (i.id not in facts.repeats or has_target(i))
    ]
    return OverviewGroup(point.nr, point.titel, tuple(_row(facts, i, team_id) for i in own))


def _row(facts: Facts, indicator: Indicator, team_id: str) -> OverviewRow:
    series = leading(facts, indicator, team_id)
    target = series.now.milepael_procent if series.now else None
    teams = facts.run.teams if team_id == ALL else ()
    each = [Series(facts, indicator, team.team_id, series.source) for team in teams]
    _, same = facts.repeats.get(indicator.id, ("", ""))
    return OverviewRow(
        anchor=anchor(indicator.id),
        id=indicator.id,
        title=indicator.titel,
        source=series.source_label,
        milepael="" if target is None else series.value.goal(target),
        cell=verdict_alone(series, same) if same else _own_cell(series),
        teams=tuple(verdict_alone(one, "") if same else _cell(one) for one in each),
    )


def _own_cell(series: Series) -> Cell:
    return _cell(series, "; ".join(filter(None, (_other(series), register_mark(series)))))


def _other(series: Series) -> str:
    """The other source's count with its name, so that neither passes for the other."""
    other = series.other
    if other is None or other.now is None or not other.now.measured:
        return ""
    return f"{other.source_label}: {other.value.full(other.now)}"


def _cell(series: Series, other: str = "") -> Cell:
    r, value = series.now, series.value
    if r is None or not r.measured:
        return Cell("", "", series.verdict, other)
    condition = " i hele afdelingen" if series.only_department else ""
    return Cell(value.figure(r), value.beside(r) + condition, series.verdict, other)


def build_team_table(facts: Facts) -> Table:
    """How much each team has to act on; the rows themselves stand in the team's own report."""
    return Table(
        title="Handlingslisterne i tal",
        columns=(
            TableColumn("Team"),
            TableColumn("Åbne sager", numeric=True),
            TableColumn("Overskredet nu", numeric=True),
            TableColumn("Pr. 100 åbne sager", numeric=True),
            TableColumn(f"Næste {DAYS_AHEAD} dage", numeric=True),
            TableColumn(f"Trækker ned i {periode_text(facts.run.periode)}", numeric=True),
        ),
        rows=tuple(_team_row(facts, team_id) for team_id in _most_behind_first(facts)),
        empty="Ingen team har resultater i perioden.",
        explanation="Flest overskredne pr. åben sag først. Sagerne selv står i teamenes egne rapporter.",
    )


def _most_behind_first(facts: Facts) -> list[str]:
    """The teams by overdue deadlines per open case; those with too few cases for that last, by id."""
    ids = [team.team_id for team in facts.run.teams]
    return sorted(ids, key=lambda id_: (-(_per_case(facts, id_) or 0.0), id_))


def _overdue(facts: Facts, team_id: str) -> int:
    return sum(f.overdue for f in facts.frister if f.team_id == team_id)


def _per_case(facts: Facts, team_id: str) -> float | None:
    """Overdue deadlines per 100 of the team's open cases; None where they are fewer than five."""
    cases = facts.run.open_cases.get(team_id, 0)
    return 100 * _overdue(facts, team_id) / cases if cases >= FEWEST else None


def _team_row(facts: Facts, team_id: str) -> tuple[str, ...]:
    frister = [f for f in facts.frister if f.team_id == team_id]
    per_case = _per_case(facts, team_id)
    return (
        facts.run.team_name(team_id),
        number(facts.run.open_cases.get(team_id, 0)),
        number(_overdue(facts, team_id)),
        NOTHING if per_case is None else number(round(per_case)),
        number(sum(f.due_within(DAYS_AHEAD) for f in frister)),
        number(sum(m.team_id == team_id for m in facts.shortfalls)),
    )
