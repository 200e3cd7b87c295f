"""Two or three themes to learn from in the coming period, and what became of the last ones.

The rule is the same each time, so the last period's proposals can be found again from its figures: the
milestone farthest away, the one missed the longest, the one with most cases affected.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.base.periods import Periode
from pipeline.base.text import PERIOD_NOUNS, number, periode_text
from pipeline.reports.blocks.suppression import Shown, show
from pipeline.reports.blocks.views import Line
from pipeline.reports.facts import ALL, Facts, Result
from pipeline.reports.words.outlook import behind_from
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.verdicts import assess

MOST, FEWEST = 3, 2


@dataclass(frozen=True)
class Candidate:
    """One indicator that has not reached its milestone in a period."""

    series: Series
    result: Result
    since: Periode
    periods: int

    @property
    def behind_by(self) -> float:
        """How far, comparable across kinds of value."""
        return self.series.value.behind_by(self.result)


def find_themes(facts: Facts, periode: Periode) -> list[tuple[Candidate, str]]:
    """The proposals of one period, each with what it was chosen for.

    When the first of a kind is chosen already, the next one is, and it is said to be that of the others.
    """
    all_ = _candidates(facts, periode)
    safe = [k for k in all_ if not k.result.usikker]
    picked: list[tuple[Candidate, str]] = []
    for reason, rank in _REASONS:
        taken = [k for k, _ in picked]
        if rest := [k for k in safe if k not in taken]:
            chosen = max(rest, key=rank)
            is_first = all(rank(chosen) >= rank(k) for k in safe)
            picked.append((chosen, reason if is_first else f"{reason} af de øvrige"))
    uncertain = [(k, _FEW) for k in all_ if k.result.usikker]
    terms = terms_of(facts.plan)
    found = (picked + uncertain[: max(0, FEWEST - len(picked))])[:MOST]
    return [(k, why.format(met=terms.met, the=terms.the_target, own=terms.own_target)) for k, why in found]


_FEW = "Har ikke {met} {the}, men der er for få til at konkludere"
_REASONS: tuple[tuple[str, Callable[[Candidate], tuple[float, float]]], ...] = (
    ("Længst fra {own}", lambda k: (k.behind_by, k.periods)),
    ("Har længst været bagud", lambda k: (k.periods, k.behind_by)),
    ("Berører flest", lambda k: (k.series.value.missed(k.result), k.periods)),
)


def _candidates(facts: Facts, periode: Periode) -> list[Candidate]:
    found = []
    for indicator in facts.own_indicators:
        series = leading(facts, indicator, ALL)
        r = series.at(periode)
        if r is None or r.status != "ikke_naaet":
            continue
        since, n = behind_from(series, periode)
        found.append(Candidate(series, r, since or periode, n))
    return found


def build_themes(facts: Facts, shown: dict[str, Shown]) -> tuple[Line, ...]:
    """The proposals for the coming period, each with its reason; figures only where they may be told."""
    return tuple(
        Line(k.series.name, _reason(k, why, shown[k.series.indicator.id]))
        for k, why in find_themes(facts, facts.run.periode)
    )


def _reason(k: Candidate, why: str, shown: Shown) -> str:
    value = k.series.value
    target = f"{value.terms.the_target} er {value.goal(k.result.milepael_procent or 0)}"
    part = [f"{why} ({shown.figure}, {target})." if shown.figure else f"{why} ({target})."]
    if k.result.usikker:
        return part[0]
    missed = value.missed(k.result)
    if shown.figure and missed:
        part.append(f"{number(missed)} {value.unit(missed)} levede ikke op til kravet.")
    one, many = PERIOD_NOUNS[k.since.periodetype]
    times = f"første {one}" if k.periods <= 1 else f"{number(k.periods)} {many} i træk"
    return " ".join((*part, f"Bagud siden {periode_text(k.since)} ({times})."))


def build_last(facts: Facts, shown: dict[str, Shown]) -> tuple[Line, ...]:
    """What became of the proposals the same rule gives for the period before."""
    previous = facts.previous
    if previous is None:
        return ()
    return tuple(
        Line(k.series.name, _what_became_of(k, shown[k.series.indicator.id]))
        for k, _ in find_themes(facts, previous)
    )


def _what_became_of(k: Candidate, shown: Shown) -> str:
    now = k.series.now
    if now is None or not now.measured:
        return "Ingen at opgøre i perioden."
    verdict = assess(k.series.value, now).words.lower()
    before = show(k.series, k.result)
    if shown.figure and before.figure:
        return f"Fra {before.figure} til {shown.figure}: {verdict}."
    return f"{verdict.capitalize()}."
