"""The department's table of its teams: how much each has to act on."""

from __future__ import annotations

from pipeline.base.text import FEWEST, number, periode_text
from pipeline.reports.blocks.actions import DAYS_AHEAD
from pipeline.reports.blocks.views import Table, TableColumn
from pipeline.reports.facts import Facts
from pipeline.reports.folders import folder_name
from pipeline.reports.words.value import NOTHING


def build_team_table(facts: Facts, file: str) -> Table:
    """How much each team has to act on; the rows themselves stand in the team's own report, called `file`."""
    ids = _most_behind_first(facts)
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
        rows=tuple(_team_row(facts, team_id) for team_id in ids),
        empty="Ingen team har resultater i perioden.",
        explanation="Flest overskredne pr. åben sag først. Sagerne selv står i teamenes egne rapporter.",
        addresses=tuple(_listed(facts, team_id, file) for team_id in ids),
    )


def _listed(facts: Facts, team_id: str, file: str) -> str:
    """Where a team's list stands; of those without a report the department's own."""
    place = "#handlingsliste"
    return f"../{folder_name(team_id)}/{file}{place}" if team_id in facts.run.own_reports else place


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
