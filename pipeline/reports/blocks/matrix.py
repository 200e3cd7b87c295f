"""The department on one screen: every indicator with a figure, a column per team, what moved, what is behind.

What the department or a team of it is behind with comes first, the worst above; the whole stands by chapter.
A cell with nothing to tell is empty, a team without any figure has no column, and an indicator that nobody
has a figure of stands in a line below. A verdict is a sign, explained once above; its words are read aloud.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.base.labels import SOURCE_LABELS
from pipeline.base.text import count_of, enumeration
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.blocks.indicator import anchor
from pipeline.reports.blocks.matrix_views import Arrow, Matrix, MatrixCell, MatrixGroup, MatrixRow
from pipeline.reports.blocks.milestones import judged_series
from pipeline.reports.blocks.reading_register import register_mark
from pipeline.reports.blocks.repeated import has_target
from pipeline.reports.facts import ALL, UNKNOWN, Facts
from pipeline.reports.facts.direction import Direction
from pipeline.reports.folders import folder_name
from pipeline.reports.words.direction import SPAN, way_of
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.verdicts import Tone


def build_matrix(facts: Facts, file: str) -> Matrix:
    """The matrix of one plan; `file` is what the teams' reports on it are called."""
    teams = [team for team in facts.run.teams if _has_any(facts, team.team_id)]
    places = {t.team_id: f"../{folder_name(t.team_id)}/{file}" for t in teams if t.team_id != UNKNOWN}
    own = [i for i in facts.plan.indikatorer if i.id not in facts.repeats or has_target(i)]
    rows = {i.id: _row(facts, i, [t.team_id for t in teams], places) for i in own}
    told = {id_: row for id_, row in rows.items() if any(cell.told for cell in row.cells)}
    (here, in_team), judges = _behind(facts, told), terms_of(facts.plan).judges
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
        behind=here,
        behind_in_team=in_team,
        key=_signs((*here, *in_team) if judges else told.values()),
        groups=tuple(group for group in groups if group.rows),
        legend=(_legend(told.values()),),
        empty=tuple(_empty(facts, rows, told, {t.team_id for t in teams})),
        judges=judges,
    )


def _behind(facts: Facts, told: dict[str, MatrixRow]) -> tuple[tuple[MatrixRow, ...], tuple[MatrixRow, ...]]:
    """What the department is behind with, the worst first; and what only a team is, in the plan's order."""
    rank = {s.indicator.id: place for place, s in enumerate(judged_series(facts, ALL))}
    missed = {id_: [cell.verdict.tone is Tone.MISSING for cell in row.cells] for id_, row in told.items()}
    here = sorted((id_ for id_ in told if missed[id_][0]), key=lambda id_: rank.get(id_, len(rank)))
    in_team = (id_ for id_ in told if any(missed[id_]) and id_ not in here)
    return tuple(told[id_] for id_ in here), tuple(told[id_] for id_ in in_team)


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
    return MatrixCell(value.narrow(r), value.beside(r), series.verdict, arrow(series), led_there)


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


_ORDER = "✓▲✗?≈○"


def _legend(rows: Iterable[MatrixRow]) -> str:
    """What the signs mean, and what an empty cell does."""
    return f"{_signs(rows)} Et tomt felt: ingen at opgøre.".strip()


def _signs(rows: Iterable[MatrixRow]) -> str:
    """What the signs mean that stand in some rows, and no others."""
    cells = [cell for row in rows for cell in row.cells if cell.told]
    words: dict[str, set[str]] = {}
    for verdict in (cell.verdict for cell in cells if cell.verdict.short):
        ahead = verdict.sign == "▲"
        words.setdefault(verdict.sign, set()).add(verdict.elaboration if ahead else verdict.words.lower())
    told = [f"{sign} {' eller '.join(sorted(words[sign]))}." for sign in _ORDER if sign in words]
    if any(cell.arrow for cell in cells):
        chance = "med mere end tilfældet giver (måned for måned, mindst 10 måneder)"
        told.append(f"↗ bedre og ↘ dårligere {SPAN}, {chance}.")
    return " ".join(told)


def _empty(
    facts: Facts, rows: dict[str, MatrixRow], told: dict[str, MatrixRow], shown: set[str]
) -> list[str]:
    """What has no row and no column, in words; of a period without any figure that it has none."""
    if rows and not told:
        n, source = len(rows), terms_of(facts.plan).sources
        return [f"Ingen af {source} {count_of(n, 'indikator', 'indikatorer')} har tal i perioden."]
    names = [row.name for id_, row in rows.items() if id_ not in told]
    teams = [facts.run.team_name(t.team_id) for t in facts.run.teams if t.team_id not in shown]
    found = [f"Uden tal i perioden: {enumeration(names)}."] if names else []
    return found + ([f"Team uden tal i perioden: {enumeration(teams)}."] if teams else [])
