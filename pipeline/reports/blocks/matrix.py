"""The department on one screen: every indicator with a figure, a column per team, what moved, what is behind.

A cell with nothing to tell is empty, a team without any figure has no column, and an indicator that nobody
has a figure of stands in a line below. A verdict is a sign, explained once above; its words are read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.base.labels import SOURCE_LABELS
from pipeline.base.text import enumeration
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.blocks.indicator import anchor
from pipeline.reports.blocks.reading_register import register_mark
from pipeline.reports.blocks.repeated import has_target
from pipeline.reports.facts import ALL, UNKNOWN, Facts
from pipeline.reports.facts.direction import Direction
from pipeline.reports.folders import folder_name
from pipeline.reports.words.direction import SPAN, way_of
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import Terms
from pipeline.reports.words.verdicts import Tone, Verdict


@dataclass(frozen=True)
class Arrow:
    """That an indicator has become better or worse over a year, by the rule of `facts/direction.py`."""

    sign: str
    words: str
    tone: Tone


@dataclass(frozen=True)
class MatrixCell:
    """One team's figure, or the department's; of one that is behind `address` leads to where it is told."""

    figure: str
    count: str
    verdict: Verdict
    arrow: Arrow | None
    address: str = ""

    @property
    def told(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.figure or self.count or self.verdict.elaboration)


@dataclass(frozen=True)
class MatrixRow:
    """One indicator; `source` is empty for the register, `other` is what the department's other source says.

    `same` is the indicator's id in the plan that tells the figure.
    """

    anchor: str
    name: str
    source: str
    other: str
    target: str
    same: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class MatrixGroup:
    """The rows of one chapter."""

    number: int
    title: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class Matrix:
    """`teams` are the columns after the department's, each with its report's address, or none."""

    teams: tuple[tuple[str, str], ...]
    groups: tuple[MatrixGroup, ...]
    legend: tuple[str, ...]
    empty: tuple[str, ...]

    @property
    def columns(self) -> int:
        """The department's and the teams'."""
        return 1 + len(self.teams)


def build_matrix(facts: Facts, file: str, terms: Terms) -> Matrix:
    """The matrix of one plan; `file` is what the teams' reports on it are called."""
    teams = [team for team in facts.run.teams if _has_any(facts, team.team_id)]
    places = {t.team_id: f"../{folder_name(t.team_id)}/{file}" for t in teams if t.team_id != UNKNOWN}
    own = [i for i in facts.plan.indikatorer if i.id not in facts.repeats or has_target(i)]
    rows = {i.id: _row(facts, i, [t.team_id for t in teams], places) for i in own}
    told = {id_: row for id_, row in rows.items() if any(cell.told for cell in row.cells)}
    groups = (
        MatrixGroup(
            point.nr,
            point.titel,
            tuple(told[i.id] for i in own if i.id in told and i.udviklingspunkt == point.nr),
        )
        for point in facts.plan.udviklingspunkter
    )
    return Matrix(
        teams=tuple(
            (t.navn if t.team_id != UNKNOWN else facts.run.team_name(UNKNOWN), places.get(t.team_id, ""))
            for t in teams
        ),
        groups=tuple(group for group in groups if group.rows),
        legend=_legend(terms),
        empty=tuple(_empty(facts, rows, told, {t.team_id for t in teams})),
    )


def _has_any(facts: Facts, team_id: str) -> bool:
    """Whether a team has a figure of anything in the reported period."""
    series = (leading(facts, i, team_id) for i in facts.plan.indikatorer)
    return any(s.now and s.now.measured and not s.only_department for s in series)


def _row(facts: Facts, indicator: Indicator, teams: Sequence[str], places: dict[str, str]) -> MatrixRow:
    series = leading(facts, indicator, ALL)
    target = series.now.milepael_procent if series.now else None
    _, same = facts.repeats.get(indicator.id, ("", ""))
    each = [Series(facts, indicator, team_id, series.source) for team_id in teams]
    place = f"#{anchor(indicator.id)}"
    return MatrixRow(
        anchor=anchor(indicator.id),
        name=series.name,
        source="" if series.source_label == SOURCE_LABELS["dubu"] else series.source_label,
        other=_beside(series),
        target="" if target is None else series.value.goal(target),
        same=same,
        cells=(
            _cell(series, place),
            *(_cell(s, places.get(s.team_id, "") and places[s.team_id] + place) for s in each),
        ),
    )


def _cell(series: Series, address: str) -> MatrixCell:
    r, value = series.now, series.value
    if r is None or not r.measured:
        return MatrixCell("", "", series.verdict, None)
    led_there = address if series.verdict.tone is Tone.MISSING else ""
    return MatrixCell(value.figure(r), value.beside(r), series.verdict, arrow(series), led_there)


def _beside(series: Series) -> str:
    """The other source's count with its name, and a mark where the reading does not bear the register out."""
    other = series.other
    told = other and other.now and other.now.measured
    counted = f"{other.source_label}: {other.value.full(other.now)}" if told and other and other.now else ""
    return "; ".join(filter(None, (counted, register_mark(series))))


def arrow(series: Series) -> Arrow | None:
    """None where it is unchanged, or has too few months to tell."""
    way = way_of(series)
    if way.code not in _TONES:
        return None
    return Arrow(way.sign, " ".join(filter(None, (f"{way.words}.", way.told))), _TONES[way.code])


_TONES = {Direction.BETTER.value: Tone.GOOD, Direction.WORSE.value: Tone.MISSING}


def _legend(terms: Terms) -> tuple[str, ...]:
    """What the signs mean."""
    judged = (
        f"✓ {terms.met}. ▲ også {terms.next_target.partition(' ')[2]} er {terms.met}. ✗ ikke {terms.met}. "
        "? for få til at konkludere. "
        if terms.judges
        else ""
    )
    moved = (
        f"↗ bedre og ↘ dårligere {SPAN}, med mere end tilfældet giver (måned for måned, mindst 10 måneder). "
    )
    return (f"{judged}{moved}Et tomt felt: ingen at opgøre.",)


def _empty(
    facts: Facts, rows: dict[str, MatrixRow], told: dict[str, MatrixRow], shown: set[str]
) -> list[str]:
    """What has no row and no column, in words."""
    names = [row.name for id_, row in rows.items() if id_ not in told]
    teams = [facts.run.team_name(t.team_id) for t in facts.run.teams if t.team_id not in shown]
    found = [f"Uden tal i perioden: {enumeration(names)}."] if names else []
    return found + ([f"Team uden tal i perioden: {enumeration(teams)}."] if teams else [])
