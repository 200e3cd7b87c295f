"""Why a share has moved since the period before, where one cause carries it; else nothing is said.

Looked for in this order, so that a change is told of once: what was registered late, cases that changed team
in the deadline's last fourteen days, who the units are, one team (on the department's page alone), one group.
The rule itself is `words/causes.py`. It is for leaders: no paper of the committee tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.base.text import Percent, number, periode_text
from pipeline.reports.blocks.actions import DAYS_AHEAD
from pipeline.reports.blocks.views import Line
from pipeline.reports.facts import ALL, Group, Result, TakenOver
from pipeline.reports.words.causes import (
    NONE,
    Counts,
    Move,
    by_late_registration,
    is_to_explain,
    newcomers_carry,
    part_that_carries,
    with_the_same_mix,
)
from pipeline.reports.words.series import Series

LABEL = "Hvorfor"
NAMED_AT_MOST = 3


def why_lines(series: Series) -> tuple[Line, ...]:
    """The line of an indicator's block; none where nothing is said."""
    text = why(series)
    return (Line(LABEL, text),) if text else ()


def why_of_all(told: Sequence[Series]) -> str:
    """For the top of the department's page: the largest changes that one cause carries, by indicator."""
    found = [
        (abs(move.points), series.name, text)
        for series in told
        if (text := why(series)) and (move := move_of(series))
    ]
    largest = sorted(found, key=lambda one: (-one[0], one[1]))[:NAMED_AT_MOST]
    return " ".join(f"{name}: {text[0].lower()}{text[1:]}" for _, name, text in largest)


def why(series: Series) -> str:
    """The sentence; empty where no cause carries the change, or it may be chance."""
    move = move_of(series)
    if move is None or series.only_department:
        return ""
    if late := _late(series, move):
        return late
    if not is_to_explain(move):
        return ""
    return next((text for text in _causes(series, move) if text), "")


def move_of(series: Series) -> Move | None:
    """A share's counts in both periods; None for other kinds of value, or where either has none."""
    before, now = series.before, series.now
    if not (series.value.counts_met and before and now and before.units and now.units):
        return None
    return Move(_counts(before), _counts(now))


def _causes(series: Series, move: Move) -> Iterator[str]:
    yield _taken_over(series, move)
    teams, groups = _teams(series, move), _groups(series, move)
    yield _mix(series, move, teams, "teamene")
    yield _mix(series, move, groups, "grupperne")
    if part := part_that_carries(move, teams):
        name = series.facts.run.team_name(part.key)
        yield (
            f"{_told(series, move)} ligger mest i ét team: {name} gik {_moved(part.own)}; "
            f"de øvrige {_rest(part.rest)}."
        )
    if part := part_that_carries(move, groups):
        name = series.indicator.grupper.name(part.key) if series.indicator.grupper else part.key
        yield (
            f"{_told(series, move)} ligger mest i én gruppe: „{name}“ gik {_moved(part.own)}; "
            f"resten {_rest(part.rest)}."
        )


def _late(series: Series, move: Move) -> str:
    shown = _shown_then(series)
    if shown is None or not by_late_registration(shown, move):
        return ""
    way = "steget" if move.before.share > shown.share else "faldet"
    return (
        f"Forskellen fra det, der sidst blev vist ({_percent(shown)}), er mest sen registrering: "
        f"{_before(series)} er siden {way} til {_figure(series, series.before)}."
    )


def _shown_then(series: Series) -> Counts | None:
    """The period before as it was last published, where it has changed since."""
    facts = series.facts
    for r in facts.revisions:
        key = (r.indikator_id, r.kilde, r.team_id, r.periode)
        if facts.previous and key == (
            series.indicator.id,
            series.source,
            series.team_id,
            facts.previous.periode,
        ):
            return Counts(r.foer_taeller or 0, int(r.foer_naevner or 0)) if r.foer_naevner else None
    return None


def _taken_over(series: Series, move: Move) -> str:
    key = (series.team_id, series.indicator.id, series.source)
    own = Move(*(_of(series.facts.taken_over.get((*key, when))) for when in ("foer", "nu")))
    rest = newcomers_carry(move, own)
    if rest is None:
        return ""
    return (
        f"{_told(series, move)} ligger mest i det, der skiftede team i fristens sidste {DAYS_AHEAD} dage "
        f"({number(own.now.met)} af {number(own.now.units)} opfyldt); resten {_rest(rest)}."
    )


def _mix(series: Series, move: Move, parts: Mapping[str, Move], over: str) -> str:
    share = with_the_same_mix(move, tuple(parts.values()))
    if share is None:
        return ""
    units = series.value.unit(0)
    return (
        f"{_told(series, move)} skyldes mest, at {units} fordeler sig anderledes på {over}: "
        f"fordelt som i {_before(series)} var det {series.value.amount(round(share))}."
    )


def _teams(series: Series, move: Move) -> dict[str, Move]:
    """The department's figure by team; nothing for a team, or where teams' figures do not add up to it."""
    if series.team_id != ALL:
        return {}
    facts, indicator = series.facts, series.indicator
    ids = {r.team_id for r in facts.results.values() if r.indikator_id == indicator.id} - {ALL}
    each = {id_: Series(facts, indicator, id_, series.source) for id_ in sorted(ids)}
    return _whole({id_: Move(_of(one.before), _of(one.now)) for id_, one in each.items()}, move)


def _groups(series: Series, move: Move) -> dict[str, Move]:
    """The figure by the groups the plan tells apart."""
    key, facts = (series.team_id, series.indicator.id, series.source), series.facts
    before, now = (
        {g.gruppe: g for g in groups.get(key, ())} for groups in (facts.groups_before, facts.groups)
    )
    return _whole(
        {name: Move(_of(before.get(name)), _of(now.get(name))) for name in sorted({*before, *now})}, move
    )


def _whole(parts: dict[str, Move], move: Move) -> dict[str, Move]:
    """Parts that add up to the whole in both periods; else none: some of it is not known by part."""
    summed = [sum(getattr(part, when).units for part in parts.values()) for when in ("before", "now")]
    return parts if summed == [move.before.units, move.now.units] else {}


def _of(r: Result | Group | TakenOver | None) -> Counts:
    return _counts(r) if r else NONE


def _counts(r: Result | Group | TakenOver) -> Counts:
    return Counts(r.met, r.units)


def _told(series: Series, move: Move) -> str:
    noun = "Stigningen" if move.points > 0 else "Faldet"
    before, now = (_figure(series, r) for r in (series.before, series.now))
    return f"{noun} fra {before} til {now} siden {_before(series)}"


def _figure(series: Series, r: Result | None) -> str:
    """As the page shows it."""
    return series.value.figure(r) if r else ""


def _before(series: Series) -> str:
    previous = series.facts.previous
    return periode_text(previous) if previous else ""


def _moved(move: Move) -> str:
    return f"fra {_percent(move.before)} til {_percent(move.now)}"


def _rest(move: Move) -> str:
    before, now = _percent(move.before), _percent(move.now)
    return f"er uændret {now}" if before == now else f"gik {_moved(move)}"


def _percent(counts: Counts) -> str:
    return str(Percent(counts.met, counts.units))
