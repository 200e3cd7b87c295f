"""The analyst's appendix: whether an indicator's months differ by more than chance.

Only months under one milestone and without a gap are compared, since a series that climbs by design is
unstable by design. Ten to twelve months: run rules alone; from thirteen: limits too; fewer: nothing is said.
"""

from __future__ import annotations

from pipeline.base.text import amount, count_of, number
from pipeline.reports.blocks.views import Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.value import Value
from pipeline.reports.words.variation import (
    FEWEST_SERIES,
    FEWEST_XMR,
    Security,
    Signal,
    Xmr,
    last_piece,
    security,
    series_rule,
    signal,
    xmr,
)

EXPLANATION = (
    "Måned for måned for hele afdelingen, i den seneste række måneder under samme {target} uden ophold. "
    "Grænser: middel ± 2,66 gange den gennemsnitlige forskel fra måned til måned, hvor meget store spring er "
    "holdt ude én gang (XmR). Fra 10 måneder bruges serieregler efter Anhøj, fra 13 måneder også grænser."
)
_SIGNALS = {
    Signal.OUTSIDE: "En måned ligger uden for grænserne",
    Signal.TREND: "Syv måneder i træk samme vej",
    Signal.TWO_OF_THREE: "To af tre måneder tæt på en grænse",
    Signal.SHIFT: "Syv måneder i træk på samme side af midten",
    None: "Kun tilfældig variation",
}
_SECURITY = {
    Security.WHEN: "Holdes, som det kører nu",
    Security.WHEN_NOT: "Nås ikke, som det kører nu",
    Security.SWINGS: "Nås i nogle måneder, i andre ikke",
}
_COLUMNS = (
    TableColumn("Indikator", wide=True),
    TableColumn("Måneder", numeric=True),
    TableColumn("Middel", numeric=True),
    TableColumn("Grænser", numeric=True),
    TableColumn("Variation"),
)


def build_appendix(facts: Facts) -> Table:
    """One row per indicator with enough months."""
    terms = terms_of(facts.plan)
    rows = [row for indicator in facts.own_indicators if (row := _row(leading(facts, indicator, ALL)))]
    rest = len(facts.own_indicators) - len(rows)
    return Table(
        title="Variation over tid",
        columns=(*_COLUMNS, TableColumn(f"Mod {terms.the_target if terms.judges else 'mål'}")),
        rows=tuple(rows),
        empty=f"Ingen indikator har endnu 10 måneder i træk under samme {terms.target}.",
        explanation=f"{EXPLANATION.format(target=terms.target)} "
        f"{count_of(rest, 'indikator', 'indikatorer')} har færre end {FEWEST_SERIES} måneder at gå ud fra "
        "og er ikke med.",
    )


def _row(series: Series) -> tuple[str, ...] | None:
    results = [series.at(m) for m in series.facts.all_maaneder]
    values = last_piece([(r.vaerdi, r.milepael_procent) if r else (None, None) for r in results])
    if len(values) < FEWEST_SERIES or (latest := results[-1]) is None:
        return None
    target, value = latest.milepael_procent, series.value
    limits = xmr(values)
    mean, n = value.amount(round(limits.mean)), number(len(values))
    if limits.constant and len(set(values)) == 1:
        return series.name, n, mean, "–", "Konstant", _constant_against(value, values[0], target)
    if len(values) < FEWEST_XMR:
        return series.name, n, mean, "–", _series_words(values), "–"
    verdict = "–" if target is None else _security(value, limits, target)
    lower, upper = value.clipped(limits.lower), value.clipped(limits.upper)
    span = f"{amount(round(lower))}–{value.amount(round(upper))}"
    return series.name, n, mean, span, _SIGNALS[signal(values, limits)], verdict


def _security(value: Value, limits: Xmr, target: float) -> str:
    """What the process as it runs does to a target; where a fall is wanted, seen from below."""
    held = security(limits, target)
    if value.falling and held is not Security.SWINGS:
        held = Security.WHEN_NOT if held is Security.WHEN else Security.WHEN
    return _SECURITY[held]


def _series_words(series: list[float]) -> str:
    rule = series_rule(series)
    if rule is None:
        return "For få måneder uden for midten"
    return "Skifter mere, end tilfældet giver" if rule.signal else "Kun tilfældig variation"


def _constant_against(value: Value, figure: float, target: float | None) -> str:
    """A constant series is judged against the milestone alone."""
    if target is None:
        return "–"
    held = figure <= target if value.falling else figure >= target
    return value.terms.status("naaet" if held else "ikke_naaet").capitalize()
