"""Trends: one indicator period by period, sheets of small curves, and a distribution's bars; and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.base.harmless import shortened
from pipeline.base.periods import Periode
from pipeline.base.text import PERIOD_NOUNS, count_of, dato, enumeration, number, periode_text, short_periode
from pipeline.reports.blocks.curves import Bars, Curve, MiniCurve, PictureSheet, Point
from pipeline.reports.facts import Result, after
from pipeline.reports.words.series import Series
from pipeline.reports.words.value import part_of
from pipeline.reports.words.verdicts import Tone

_LABEL = 32
"""Signs there is room for above a small curve."""
_NAME = 27
"""The same for its name, which is bold."""
_AHEAD = {"maaned": 3, "kvartal": 2, "tertial": 1, "aar": 1}
"""How far past the reported period the staircase is drawn, so that the next step is in sight."""


def build_curve(series: Series) -> Curve | None:
    """The trend of a series with the other source; None when no period of it holds a value."""
    facts, indicator = series.facts, series.indicator
    if not any(r and r.vaerdi is not None for r in series.history):
        return None
    ahead = _AHEAD[facts.run.periode.periodetype] if indicator.milepaele else 0
    points = tuple(
        _point(series, p, r, target)
        for p, r, target in zip(facts.history, series.history, series.in_force(), strict=True)
    )
    coming = tuple(
        Point(short_periode(p), None, "", False, facts.in_force(indicator.id, p))
        for p in after(facts.run.periode, ahead)
    )
    references = _references(series)
    heights = [
        *(value for point in (*points, *coming) for value in (point.value, point.milepael)),
        *(height for height, _ in references),
    ]
    return Curve(points, _beside(series), coming, references, series.value.axis(heights), _alt(series))


def _point(series: Series, periode: Periode, r: Result | None, target: float | None) -> Point:
    """A period's point; its milestone is the one the period was judged by, revisions and all."""
    if r is None or not r.measured:
        return Point(short_periode(periode), None, "", False, target)
    size = number(series.value.size(r))
    return Point(short_periode(periode), r.vaerdi, size, series.value.few(r), target)


def _beside(series: Series) -> tuple[float | None, ...]:
    """The other source's values, where they are measured alike: a share beside days would be no curve."""
    other = series.other
    if other is None or type(other.value) is not type(series.value):
        return (None,) * len(series.history)
    return tuple(r.vaerdi if r else None for r in other.history)


def _references(series: Series) -> tuple[tuple[float, str], ...]:
    if not series.value.is_main:
        return ()
    return tuple((r.vaerdi, r.tekst) for r in series.indicator.referencer if r.vaerdi is not None)


def _alt(series: Series) -> str:
    """What the picture shows, for those who do not see it."""
    perioder, value = series.facts.history, series.value
    pairs = list(zip(perioder, series.history, strict=True))
    known = [(p, r) for p, r in pairs if r and r.vaerdi is not None]
    blanks = [periode_text(p) for p, r in pairs if not (r and r.vaerdi is not None)]
    low = min(known, key=lambda pair: pair[1].vaerdi or 0)
    high = max(known, key=lambda pair: pair[1].vaerdi or 0)
    last = known[-1]
    text = (
        f"Kurve for {series.name} fra {periode_text(perioder[0])} til {periode_text(perioder[-1])}: lavest "
        f"{value.short(low[1])} i {periode_text(low[0])}, højest {value.short(high[1])} i "
        f"{periode_text(high[0])}, senest {value.full(last[1])} i {periode_text(last[0])}."
    )
    beside = [f"{name}: {value.amount(height)}" for height, name in _references(series)]
    parts = (
        text,
        _step_text(series),
        f"Til sammenligning {enumeration(beside)}." if beside else "",
        f"Ingen at opgøre i {_short(blanks, series)}." if blanks else "",
    )
    return " ".join(filter(None, parts))


def _step_text(series: Series) -> str:
    steps = series.facts.milepaele.get(series.indicator.id, ())
    told = [f"{series.value.goal(target)} fra {dato(day)}" for day, target in steps]
    return f"{series.value.terms.targets_heading}: {enumeration(told)}." if told else ""


def _short(names: list[str], series: Series) -> str:
    """The names when they are few, else how many there are."""
    if len(names) <= 3:
        return enumeration(names)
    return count_of(len(names), *PERIOD_NOUNS[series.facts.run.periode.periodetype])


def build_bars(series: Series) -> Bars | None:
    """The bars of a distribution; None where there is none, or nothing in it."""
    r = series.now
    if r is None or not r.shares or not r.measured:
        return None
    bars = tuple((share.tekst, share.antal, _label(share.antal, r.units)) for share in r.shares)
    told = enumeration([f"{name}: {label}" for name, _, label in bars])
    return Bars(bars, f"Søjler for {series.name} i {periode_text(series.facts.run.periode)}: {told}.")


def _label(count: int, n: int) -> str:
    percent = part_of(count, n)
    return f"{number(count)} ({percent})" if percent else number(count)


def build_sheet(which: str, chosen: Iterable[Series]) -> PictureSheet | None:
    """The sheet of small curves of some indicators, `which` in words; None where none ever had a value."""
    chosen = tuple(chosen)
    curves = tuple(k for series in chosen if (k := _mini_curve(series)))
    if not curves:
        return None
    part = "; ".join(f"{k.name.partition(' ')[0]}: {k.text}" for k in curves)
    dashed = f" Stiplet: {chosen[0].value.terms.the_target}." if any_target(curves) else ""
    return PictureSheet(curves, f"Små kurver over {which}, senest: {part}.{dashed}")


def any_target(curves: Iterable[MiniCurve]) -> bool:
    """Whether any of the curves has a target drawn beside it."""
    return any(target is not None for curve in curves for target in curve.milepaele)


def build_behind(chosen: Sequence[Series], at_most: int | None = None) -> PictureSheet | None:
    """The sheet of those that are behind, in their order, `at_most` so many."""
    behind = [series for series in chosen if series.verdict.tone is Tone.MISSING][:at_most]
    if not behind:
        return None
    terms = behind[0].value.terms
    return build_sheet(f"de indikatorer, der ikke har {terms.met} {terms.the_target}", behind)


def _mini_curve(series: Series) -> MiniCurve | None:
    if not any(r and r.vaerdi is not None for r in series.history):
        return None
    now = series.now
    shown = series.value.short(now) if now and now.measured else ""
    told = ", ".join(filter(None, (shown, series.verdict.short.lower()))) if shown else "ingen data"
    text = shortened(told, _LABEL)
    return _own_curve(series, text)


def spark(series: Series) -> MiniCurve | None:
    """The curve beside a row that tells the rest; None where it never had a value. Its text is the ends."""
    known = [
        (p, r)
        for p, r in zip(series.facts.history, series.history, strict=True)
        if r and r.vaerdi is not None
    ]
    if not known:
        return None
    ends = dict.fromkeys((known[0], known[-1]))
    told = [f"{series.value.short(r)} i {periode_text(p)}" for p, r in ends]
    return _own_curve(series, f"Kurve: {', '.join(told)}.")


def _own_curve(series: Series, text: str) -> MiniCurve:
    few = tuple(bool(r and series.value.few(r)) for r in series.history)
    return small_curve(series, text, [r.vaerdi if r else None for r in series.history], few)


def small_curve(
    series: Series, text: str, values: Sequence[float | None], few: tuple[bool, ...]
) -> MiniCurve:
    """A small curve of these values, as high as they and the milestones need."""
    targets = series.in_force()
    top = series.value.axis([*values, *targets]).top
    return MiniCurve(shortened(series.name, _NAME), text, tuple(values), few, targets, top)
