"""Indicators whose units are caseworkers: how they spread, and for their own leader one by one.

Never a ranking: by name, no totals, nobody outside the team, and in no paper but the team's report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import quantiles

from pipeline.base.text import FEWEST, amount, number
from pipeline.reports.blocks.views import Table, TableColumn
from pipeline.reports.facts import ALL, Caseworker
from pipeline.reports.words.series import Series
from pipeline.reports.words.value import NOTHING, part_of

EXPLANATION = "Efter navn. Til din samtale med den enkelte; listen står kun i dit teams rapport."
_SPREAD = ("Alle overholdt", "Nogle overholdt", "Ingen overholdt")


def build_caseworkers(series: Series) -> tuple[Table, ...]:
    """The tables below an indicator: the spread of chains, and on a team's page who the units are."""
    own = _of(series, series.team_id)
    if not own or not series.value.is_main or series.only_department:
        return ()
    listed = () if series.team_id == ALL else (_list(series, own),)
    return (*_spread(series, own), *listed)


def _of(series: Series, team_id: str) -> tuple[Caseworker, ...]:
    """The caseworkers of a team; of the department all of them."""
    told = series.facts.caseworkers
    keys = [key for key in told if key[1] == series.indicator.id and team_id in (ALL, key[0])]
    return tuple(row for key in keys for row in told[key])


def _list(series: Series, own: Sequence[Caseworker]) -> Table:
    run = series.facts.run
    rows = sorted((run.raadgiver(row.raadgiver_id), series.value.of_one(row)) for row in own)
    return Table(
        title="Rådgiverne",
        columns=(TableColumn("Rådgiver", wide=True), TableColumn(series.value.of_one_heading)),
        rows=tuple(rows),
        explanation=EXPLANATION,
    )


def _spread(series: Series, own: Sequence[Caseworker]) -> tuple[Table, ...]:
    """How many kept all, some or none of their deadlines, where each has several."""
    judged = [row for row in own if row.afgjort]
    if series.indicator.art != "kadence" or not judged:
        return ()
    counted = Counter(_SPREAD[0 if r.opfyldt == r.afgjort else 1 if r.opfyldt else 2] for r in judged)
    return (
        Table(
            title="Rådgiverne fordelt efter, hvor mange af deres frister der blev holdt",
            columns=(
                TableColumn("Gruppe", wide=True),
                TableColumn("Rådgivere", numeric=True),
                TableColumn("Andel", numeric=True),
            ),
            rows=tuple(
                (name, number(counted[name]), part_of(counted[name], len(judged)) or NOTHING)
                for name in _SPREAD
            ),
        ),
    )


def spread_in_words(series: Series) -> str:
    """Between which numbers the middle half of the caseworkers lie; of fewer than five nothing is said."""
    values = [row.vaerdi for row in _of(series, series.team_id) if row.vaerdi is not None]
    if not series.value.is_main or len(values) < FEWEST:
        return ""
    low, _, high = quantiles(values, n=4, method="inclusive")
    return f"Den midterste halvdel af rådgiverne ligger mellem {amount(low)} og {series.value.about(high)}."
