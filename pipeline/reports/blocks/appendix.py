"""What has moved by more than chance, and what a process as it runs will do to its milestone, in plain words.

Direction is told by run rules over the last year, whatever milestones have come into force since
(`facts/direction.py`). Limits are told only of months under one milestone and without a gap, from thirteen of
them, since a series that climbs by design is unstable by design. What says nothing has no row.
"""

from __future__ import annotations

from pipeline.base.text import amount, count_of, enumeration, number
from pipeline.reports.blocks.views import Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.facts.direction import Direction
from pipeline.reports.words.direction import NO_WAY, Way, way_of
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.value import NOTHING, Value
from pipeline.reports.words.variation import (
    FEWEST_SERIES,
    FEWEST_XMR,
    Security,
    Signal,
    Xmr,
    last_piece,
    security,
    signal,
    xmr,
)

EXPLANATION = (
    "Måned for måned for hele afdelingen. Retningen følger serieregler efter Anhøj over det seneste år, "
    f"uanset hvilken {{target}} der gælder, og kræver {FEWEST_SERIES} måneder. Fra {FEWEST_XMR} måneder i "
    "træk under samme {target} siges også, hvor en måned plejer at ligge (XmR: middel ± 2,66 gange den "
    "gennemsnitlige forskel fra måned til måned, hvor meget store spring er holdt ude én gang)."
)
_SIGNALS = {
    Signal.OUTSIDE: "en måned ligger uden for",
    Signal.TREND: "syv måneder i træk gik samme vej",
    Signal.TWO_OF_THREE: "to af tre måneder lå tæt på grænsen",
    Signal.SHIFT: "syv måneder i træk lå på samme side af midten",
    None: "kun tilfældige udsving",
}
_SECURITY = {
    Security.WHEN: "Holdes, som det kører nu",
    Security.WHEN_NOT: "Nås ikke, som det kører nu",
    Security.SWINGS: "Nås i nogle måneder, i andre ikke",
}
_COLUMNS = (
    TableColumn("Indikator", wide=True),
    TableColumn("Retning"),
    TableColumn("Plejer at ligge"),
)


def build_appendix(facts: Facts) -> Table:
    """One row per indicator that something can be said of; what stands still is counted."""
    terms = terms_of(facts.plan)
    chosen = [leading(facts, indicator, ALL) for indicator in facts.own_indicators]
    told = [(series, way_of(series), _piece(series)) for series in chosen]
    rows = [_row(*one) for one in told if _says(*one[1:])]
    still = sum(way.code == Direction.UNCHANGED for _, way, piece in told if not _says(way, piece))
    few = len(told) - len(rows) - still
    return Table(
        title="Retning og udsving",
        columns=(*_COLUMNS, TableColumn(f"Mod {terms.the_target if terms.judges else 'mål'}")),
        rows=tuple(rows),
        empty=f"Ingen indikator har flyttet sig mere, end tilfældet giver. {_rest(still, few)}",
        explanation=f"{EXPLANATION.format(target=terms.target)} {_rest(still, few)}",
    )


def _says(way: Way, piece: list[float]) -> bool:
    """Whether there is more to tell than that it is unchanged."""
    return way.code in {Direction.BETTER, Direction.WORSE} or _has_limits(piece)


def _has_limits(piece: list[float]) -> bool:
    """Whether where a month uses to lie can be told: of enough months, or of some that are all alike."""
    return len(piece) >= FEWEST_XMR or (len(piece) >= FEWEST_SERIES and len(set(piece)) == 1)


def _rest(still: int, few: int) -> str:
    """How many are not told of, and why."""
    part = [f"{count_of(still, 'indikator', 'indikatorer')} er uændret"] if still else []
    part += [f"{count_of(few, 'indikator', 'indikatorer')} har for få måneder"] if few else []
    return f"{enumeration(part)}." if part else ""


def _piece(series: Series) -> list[float]:
    """The months in a row under the milestone in force now."""
    results = [series.at(m) for m in series.facts.all_maaneder]
    return last_piece([(r.vaerdi, r.milepael_procent) if r else (None, None) for r in results])


def _row(series: Series, way: Way, piece: list[float]) -> tuple[str, ...]:
    words = " ".join(filter(None, (way.sign, way.words))) if way != NO_WAY else NOTHING
    direction = f"{words}. {way.told}" if way.told else words
    if not _has_limits(piece):
        return series.name, direction, NOTHING, NOTHING
    target = series.now.milepael_procent if series.now else None
    return series.name, direction, *_limits(series.value, piece, target)


def _limits(value: Value, piece: list[float], target: float | None) -> tuple[str, str]:
    """Where a month uses to lie, and what that does to the milestone; a constant series is its own limit."""
    if len(set(piece)) == 1:
        return f"Altid {value.amount(round(piece[0]))}", _constant_against(value, piece[0], target)
    limits = xmr(piece)
    lower, upper = value.clipped(limits.lower), value.clipped(limits.upper)
    span = f"{amount(round(lower))}–{value.amount(round(upper))} ({number(len(piece))} måneder)"
    verdict = NOTHING if target is None else _security(value, limits, target)
    return f"{span}: {_SIGNALS[signal(piece, limits)]}", verdict


def _security(value: Value, limits: Xmr, target: float) -> str:
    """What the process as it runs does to a target; where a fall is wanted, seen from below."""
    held = security(limits, target)
    if value.falling and held is not Security.SWINGS:
        held = Security.WHEN_NOT if held is Security.WHEN else Security.WHEN
    return _SECURITY[held]


def _constant_against(value: Value, figure: float, target: float | None) -> str:
    """A constant series is judged against the milestone alone."""
    if target is None:
        return NOTHING
    held = figure <= target if value.falling else figure >= target
    return value.terms.status("naaet" if held else "ikke_naaet").capitalize()
