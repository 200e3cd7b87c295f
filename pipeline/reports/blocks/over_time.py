"""What outsiders may be told now, after all they have been told before: suppression over time.

The committee by its papers, and the country: whoever reads both is one reader, with one memory. Whoever keeps
every paper can lay them side by side. So a figure stays as told until all that it counts has changed by
five persons or more, or not at all: a smaller change would be those persons. What was withheld of a period
stays withheld in later curves, and a curve shows no period that its own paper would not have shown. Quarters,
tertials and years are sums of months: none is told that would give a small count away as a difference of
others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.base.periods import Periode, maaned
from pipeline.reports.blocks.sums import Months, contradicts, months_of, sums_betray
from pipeline.reports.blocks.suppression import WITHHELD, Sieve, are_few, show
from pipeline.reports.facts import ALL, Facts, Result, result_key
from pipeline.reports.facts.told import Memory, Told
from pipeline.reports.words.series import Series, leading

_STOCK = "beholdning"
"""A kind that is counted on a day: its quarters are no sums of months."""
_SAME = 1e-9


def for_committee(told: Sequence[Facts], memory: Memory) -> tuple[list[Facts], Memory]:
    """The plans' facts as the committee may know them, and what it has then been told."""
    facts = list(told)
    for periode in sorted({p for one in told for p in one.history}, key=lambda p: p.first):
        facts, memory = _tell_periode(facts, memory, periode)
    return _with_measurements(facts, memory)


def for_country(told: Sequence[Facts], memory: Memory) -> tuple[list[Facts], Memory]:
    """The plans' facts as the country may know them of the reported period alone, and what has been told."""
    return _tell_periode(told, memory, told[0].run.periode)


def _tell_periode(facts: Sequence[Facts], memory: Memory, periode: Periode) -> tuple[list[Facts], Memory]:
    """One period: every plan's indicators in their order."""
    sieve, new, found = _all_told(facts, memory, periode), list[Told](), list[Facts]()
    for one in facts:
        mine = [_tell(series, r, memory, sieve) for series, r in _read(one, periode)]
        new += mine
        found.append(_as_told(one, mine))
    return found, memory.grown(new)


def _as_told(facts: Facts, told: Iterable[Told]) -> Facts:
    """The facts with these editions of their results."""
    results, withheld = dict(facts.results), set(facts.withheld)
    for one in told:
        key = result_key(one.result)
        results[key] = replace(one.result, foerer=facts.results[key].foerer)
        withheld |= {key} if one.withheld else set()
    return replace(facts, results=results, withheld=frozenset(withheld))


def _all_told(facts: Sequence[Facts], memory: Memory, periode: Periode) -> Sieve:
    """All that has been told of a period, in every edition."""
    sieve = Sieve()
    known = {(one.plan.plan_id, i.id): (one, i) for one in facts for i in one.plan.indikatorer}
    for told in memory.of_periode(periode.periodetype, periode.periode):
        pair = known.get((told.plan_id, told.result.indikator_id))
        if pair and not (told.withheld or told.verdict_alone):
            sieve.learn(Series(*pair, ALL, told.result.kilde), told.result)
    return sieve


def _read(facts: Facts, periode: Periode) -> Iterator[tuple[Series, Result]]:
    """What a paper on the period leads with, and what the curves of the reported one draw of it."""
    for indicator in facts.own_indicators:
        now = leading(facts, indicator, ALL)
        for source in dict.fromkeys((now.led_in(periode).source, now.source)):
            series = replace(now, source=source)
            if r := series.at(periode):
                yield series, r


def _tell(series: Series, r: Result, memory: Memory, sieve: Sieve) -> Told:
    """The edition of a figure that may be told: the one before, a new one, or that there is none."""
    plan_id = series.facts.plan.plan_id
    editions = memory.editions(plan_id, result_key(r))
    figures = [each for each in editions if not each.verdict_alone]
    if not figures:
        shown, near = sieve.tell(series, r), any(changed_by_few(series, each.result, r) for each in editions)
        withheld = near or shown.count == WITHHELD or _betrays_months(series, r, memory)
        return Told(plan_id, r, withheld, (None, None) if withheld else shown.counts)
    last = figures[-1]
    if not changed(series, last.result, r):
        return replace(last, result=r)
    near = any(changed_by_few(series, each.result, r) for each in editions)
    if last.withheld or near or sieve.betrays(series, r) or _betrays_months(series, r, memory):
        return last
    return Told(plan_id, r, withheld=False, counts=sieve.tell(series, r).counts)


def _persons(series: Series, r: Result) -> list[int]:
    """All counts of persons a result holds: of how many, how many did and did not, and each category's."""
    n, k = series.value.told(r)
    return [n or 0, k or 0, (n or 0) - (k or 0), *(share.antal for share in r.shares)]


def _moves(series: Series, before: Result, now: Result) -> list[int]:
    pairs = zip(_persons(series, before), _persons(series, now), strict=False)
    return [abs(a - b) for a, b in pairs]


def changed(series: Series, before: Result, now: Result) -> bool:
    """Whether two editions of a figure differ in what they count or come to."""
    return any(_moves(series, before, now)) or abs((before.vaerdi or 0.0) - (now.vaerdi or 0.0)) > _SAME


def changed_by_few(series: Series, before: Result, now: Result) -> bool:
    """Whether they differ by fewer than five persons, as those may that differ in the value alone."""
    moves = _moves(series, before, now)
    return changed(series, before, now) and (any(map(are_few, moves)) or not any(moves))


def _betrays_months(series: Series, r: Result, memory: Memory) -> bool:
    """Whether the counts of other periods, taken from these, would leave a small one."""
    if series.indicator.art == _STOCK and series.value.is_main:
        return False
    new = months_of(r.periodetype, r.periode)
    latest = {
        told.key: told
        for told in memory.of_series(series.facts.plan.plan_id, r.indikator_id, r.kilde)
        if told.key[1] != result_key(r) and told.result.periode[:4] == r.periode[:4]
        if not told.verdict_alone
    }
    known = {months_of(t.result.periodetype, t.result.periode): _told_counts(t) for t in latest.values()}
    mine = _told_counts(Told(series.facts.plan.plan_id, r, withheld=False, counts=show(series, r).counts))
    return any(_betrays(new, mine[i], {p: counts[i] for p, counts in known.items()}) for i in range(3))


def _told_counts(told: Told) -> tuple[int | None, int | None, int | None]:
    """How many, how many did, how many did not; none at all is told as that, and is not kept back."""
    if not (told.withheld or told.result.measured):
        return 0, 0, 0
    n, k = told.counts
    return n, k, n - k if n is not None and k is not None else None


def _betrays(months: Months, count: int | None, others: dict[Months, int | None]) -> bool:
    if not months or count is None:
        return False
    told = {p: n for p, n in others.items() if n is not None and p}
    hidden = [p for p, n in others.items() if n is None and p]
    return contradicts(told, months, count) or sums_betray({**told, months: count}, hidden)


def _with_measurements(facts: Sequence[Facts], memory: Memory) -> tuple[list[Facts], Memory]:
    """The verdicts of the months milestones are dated by, which are told in words: as they were told."""
    found, new = [], list[Told]()
    for one in facts:
        mine = []
        for indicator in one.own_indicators:
            series = leading(one, indicator, ALL)
            if not (series.now and series.now.milepael_dato):
                continue
            led = series.led_in(maaned(series.now.milepael_dato.replace(day=1)))
            if r := led.at(maaned(series.now.milepael_dato.replace(day=1))):
                mine.append(_as_measured(led, r, memory))
        new += mine
        found.append(_as_told(one, mine))
    return found, memory.grown(new)


def _as_measured(series: Series, r: Result, memory: Memory) -> Told:
    plan_id, key = series.facts.plan.plan_id, result_key(r)
    last: Told | None = next(reversed(memory.editions(plan_id, key)), None)
    if last and changed_by_few(series, last.result, r):
        return last
    return Told(plan_id, r, withheld=False, verdict_alone=True)
