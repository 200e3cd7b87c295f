"""What the reading leaves open: forms that are out, and agreed actions until they are closed."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.base.text import days, number, short_date
from pipeline.reports.blocks.views import Table, TableColumn
from pipeline.reports.facts import ALL, Agreement, Facts
from pipeline.reports.words.reading import round_name

NOTHING = "–"


def build_missing(facts: Facts, team_id: str) -> Table:
    """Forms that a team's leader has not returned; the department's page names every team."""
    rounds = {one.traekning_id: one for one in facts.reading.rounds}
    return Table(
        title="Skemaer, der ikke er kommet tilbage",
        columns=(
            TableColumn("Læsende leder"),
            TableColumn("Runde", wide=True),
            TableColumn("Ikke læst", numeric=True),
            TableColumn("Siden udtrækket", numeric=True),
        ),
        rows=tuple(
            (
                facts.run.team_name(m.team_id),
                round_name(facts, rounds[m.traekning_id]),
                number(m.antal),
                days(m.dage),
            )
            for m in facts.reading.missing
            if team_id in (ALL, m.team_id) and m.traekning_id in rounds
        ),
        empty="Ingen mangler.",
    )


def build_agreements(facts: Facts, team_id: str) -> Table:
    """A team's open agreed actions, the first due first; the department sees how many each team has."""
    own = [a for a in facts.agreements if team_id in (ALL, a.team_id)]
    if team_id == ALL:
        return _by_team(facts, own)
    return Table(
        title="Åbne aftaler fra læsningen",
        columns=(
            TableColumn("Sag"),
            TableColumn("Rådgiver"),
            TableColumn("Aftale", wide=True),
            TableColumn("Frist"),
            TableColumn("Alder", numeric=True),
        ),
        rows=tuple(
            (a.sag_id, facts.run.raadgiver(a.raadgiver_id) or NOTHING, *agreement_fields(facts, a))
            for a in own
        ),
        explanation="En aftale bliver stående, til den er lukket i arbejdsbogen.",
    )


def agreement_fields(facts: Facts, a: Agreement) -> tuple[str, str, str]:
    """What is agreed, by when, and how long ago."""
    now = facts.run.opgoerelse.opgjort_pr
    late = f" (overskredet med {days((now - a.frist).days)})" if a.frist and a.frist < now else ""
    due = short_date(a.frist) if a.frist else "ingen"
    return f"{a.tekst} ({a.maalepunkt_id})", f"{due}{late}", days((now - a.oprettet_dato).days)


def _by_team(facts: Facts, agreements: Sequence[Agreement]) -> Table:
    now = facts.run.opgoerelse.opgjort_pr
    rows = []
    for team_id in dict.fromkeys(a.team_id for a in agreements):
        own = [a for a in agreements if a.team_id == team_id]
        late = sum(a.frist is not None and a.frist < now for a in own)
        oldest = max((now - a.oprettet_dato).days for a in own)
        rows.append((facts.run.team_name(team_id), number(len(own)), number(late), days(oldest)))
    return Table(
        title="Åbne aftaler fra læsningen",
        columns=(
            TableColumn("Team"),
            TableColumn("Åbne", numeric=True),
            TableColumn("Frist overskredet", numeric=True),
            TableColumn("Ældste", numeric=True),
        ),
        rows=tuple(sorted(rows)),
        explanation="Aftalerne selv står i teamenes egne rapporter.",
    )
