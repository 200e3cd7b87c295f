"""What a reader's mail shows, as a flat list: each figure by a key that stays the same from run to run.

A correction is the difference of two such lists, so the words here are the mail's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.base.labels import SOURCES
from pipeline.base.mailbody import ShownFigure
from pipeline.base.text import TOO_FEW, count_of, days, number, periode_text
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.blocks.actions import DAYS_AHEAD
from pipeline.reports.blocks.activities import count_due
from pipeline.reports.blocks.ladder import build_ladder
from pipeline.reports.blocks.team_table import build_team_table
from pipeline.reports.blocks.views import Table
from pipeline.reports.facts import ALL, Facts, Result, week_of
from pipeline.reports.papers import report_name
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.verdicts import BEHIND, REACHED


def shown_figures(facts: Sequence[Facts], team_id: str) -> tuple[ShownFigure, ...]:
    """Every figure a team's mail (`ALL`: the department's) rests on, over all plans of the run.

    Results of the reported period, the one before and the twelve months, from each source; open deadlines
    by indicator and how near; and of the department teams, activities and the ladder of measures.
    """
    run = facts[0].run
    found = [figure for one in facts for figure in _plan(facts, one, team_id)]
    frister = [f for f in run.frister if team_id in (ALL, f.team_id)]
    soon = sum(f.due_within(DAYS_AHEAD) for f in frister)
    oldest = max((f.dage for f in frister if f.overdue), default=0)
    late = sum(m.overtaget_sent for m in run.shortfalls if m.team_id == team_id)
    week = week_of(facts, team_id)
    found += [
        ShownFigure("uge/haster", "Overskredet for nylig om børns sikkerhed", number(len(week.urgent))),
        ShownFigure("uge/frister", "Frister, der falder i ugen", number(len(week.due))),
        ShownFigure("frister/snart", f"Frister de næste {DAYS_AHEAD} dage", number(soon)),
        ShownFigure("frister/aeldste", "Ældste overskredne frist", days(oldest)),
        ShownFigure("frister/overtaget", f"Overtaget i fristens sidste {DAYS_AHEAD} dage", number(late)),
    ]
    ladder = build_ladder(run) if team_id == ALL else None
    return (*found, *(_table("indsatstrappe", "Indsatstrappen, ", _by_step(ladder.table)) if ladder else ()))


def _by_step(table: Table) -> Table:
    """A step keeps its key whatever it is called, or holds most of."""
    return replace(table, rows=tuple((row[0].partition(" (")[0], *row[1:]) for row in table.rows))


def _plan(facts: Sequence[Facts], one: Facts, team_id: str) -> Iterator[ShownFigure]:
    for indicator in one.plan.indikatorer:
        yield from _results(one, indicator, team_id)
        yield from _frister(one, indicator, team_id)
    if team_id == ALL:
        plan_id, which = one.plan.plan_id, "" if len(facts) == 1 else f"{one.plan.titel}, "
        if one.plan.aktiviteter:
            yield ShownFigure(f"aktiviteter/{plan_id}", f"{which}Aktiviteter", count_due(one))
        yield from _table(f"teams/{plan_id}", which, build_team_table(one, report_name(facts, one)))


def _results(one: Facts, indicator: Indicator, team_id: str) -> Iterator[ShownFigure]:
    """Of each source; a survey not told by team is the department's, and is said to be."""
    first = leading(one, indicator, team_id)
    condition = ", hele afdelingen" if first.only_department else ""
    periods = dict.fromkeys(p for p in (one.run.periode, one.run.rolling, one.previous) if p)
    for series in filter(None, (first, first.other)):
        for periode in periods:
            if r := series.at(periode):
                key = (one.plan.plan_id, indicator.id, series.source, periode.periodetype, periode.periode)
                source = f"{SOURCES[series.source]}, {periode_text(periode)}{condition}"
                told = _verdict(series, r) if indicator.id in one.repeats else _told(series, r)
                yield ShownFigure("/".join(("resultat", *key)), f"{series.name} ({source})", told)


def _told(series: Series, r: Result) -> str:
    """The result as mail and report show it: figure, verdict, what is beside it, and the milestone."""
    told = series.value.sentence(r) if r.shares else series.value.full(r)
    part = [
        told if r.measured else "ingen at opgøre",
        _judged(series, r),
        f"{number(r.undtaget)} undtaget",
        f"{number(r.afventer)} afventer",
        _target(series, r),
    ]
    return ", ".join(dict.fromkeys(part))


def _verdict(series: Series, r: Result) -> str:
    """What a plan makes of a figure that an earlier plan of the run tells."""
    return f"{_judged(series, r)}, {_target(series, r)}"


def _judged(series: Series, r: Result) -> str:
    few = r.usikker and r.status in REACHED | BEHIND
    return TOO_FEW if few else series.value.terms.status(r.status)


def _target(series: Series, r: Result) -> str:
    terms = series.value.terms
    if r.milepael_procent is None:
        return terms.no_target
    return f"{terms.target} {series.value.goal(r.milepael_procent)}"


def _frister(facts: Facts, indicator: Indicator, team_id: str) -> Iterator[ShownFigure]:
    own = [f for f in facts.frister if f.indikator_id == indicator.id and team_id in (ALL, f.team_id)]
    for tilstand, group in groupby(sorted(own, key=lambda f: f.tilstand), key=lambda f: f.tilstand):
        word = "overskredne" if tilstand == "overskredet" else "kommende"
        yield ShownFigure(
            f"frist/{facts.plan.plan_id}/{indicator.id}/{tilstand}",
            f"{indicator.id} {indicator.titel} ({word} frister)",
            count_of(len(list(group)), "frist", "frister"),
        )


def _table(key: str, before: str, table: Table) -> Iterator[ShownFigure]:
    """A table's fields, each by its row and column."""
    for name, *fields in table.rows:
        for column, field in zip(table.columns[1:], fields, strict=True):
            yield ShownFigure(f"{key}/{name}/{column.name}", f"{before}{name}: {column.name}", field)
