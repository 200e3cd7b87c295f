"""What whoever may see no rows may have: the department's figures as the committee has been told them.

Nothing is told here that no paper has told, or has been made from: not a month, not a team, not a figure that
was kept back. So the rows add nothing to what can be worked out of the papers (`blocks/over_time.py`),
however often they are copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.base.periods import read_periode
from pipeline.definitions.plan_models import Plan
from pipeline.reports.blocks.suppression import UNDER, WITHHELD, Shown, Sieve
from pipeline.reports.facts import Facts, Opgoerelse, Result, Run, result_key
from pipeline.reports.facts.told import Memory, Told
from pipeline.reports.papers import REPORTED
from pipeline.reports.words.series import Series

SHOWN, FEW, HIDDEN, NONE = "vises", "under_5", "skjult", "ingen"
"""How a figure is told, in the column `tilstand`."""


@dataclass(frozen=True)
class _Edition:
    """A figure as it was last told."""

    series: Series
    told: Told

    @property
    def order(self) -> tuple[bool, int]:
        """What leads comes first, as in the papers: what comes later gives way."""
        indicators = self.series.facts.plan.indikatorer
        return not self.told.result.foerer, indicators.index(self.series.indicator)


def open_figures(
    opgoerelse: Opgoerelse, plans: Sequence[Plan], memory: Memory
) -> Iterator[Mapping[str, Any]]:
    """Every figure of every quarter, tertial and year that has been told; columns as `aabne_tal`.

    `plans` are those the figures are told by, the leading one first; another plan's are left out.
    """
    editions = list(_editions(opgoerelse, plans, memory))
    perioder = {(e.told.result.periodetype, e.told.result.periode) for e in editions}
    for periodetype, periode in sorted(perioder, key=lambda p: (read_periode(p[1]).last, p[0])):
        sieve = Sieve()
        mine = [
            e
            for e in editions
            if (e.told.result.periodetype, e.told.result.periode) == (periodetype, periode)
        ]
        for edition in sorted(mine, key=lambda e: e.order[0]):
            yield _row(edition, sieve.tell(edition.series, edition.told.result))


def _editions(opgoerelse: Opgoerelse, plans: Sequence[Plan], memory: Memory) -> Iterator[_Edition]:
    """The last edition of every figure, by plan and the plan's order."""
    last = {told.key: told for told in memory.told if told.result.periodetype in REPORTED}
    for plan in plans:
        own = [told for told in last.values() if told.plan_id == plan.plan_id]
        facts = _facts(opgoerelse, plan, own)
        known = {indicator.id: indicator for indicator in plan.indikatorer}
        found = [
            _Edition(Series(facts, known[r.indikator_id], r.team_id, r.kilde), told)
            for told in own
            if (r := told.result).indikator_id in known
        ]
        yield from sorted(found, key=lambda edition: edition.order[1])


def _facts(opgoerelse: Opgoerelse, plan: Plan, told: Sequence[Told]) -> Facts:
    """A plan with what was told of it alone: no run is read for it."""
    return Facts(
        run=Run(opgoerelse, (), (), (), (), (), ()),
        plan=plan,
        first_maaned=date.min,
        results={result_key(one.result): one.result for one in told},
        groups={},
        starts={},
        milepaele={},
        activities={},
        reviews={},
        withheld=frozenset(result_key(one.result) for one in told if one.withheld),
    )


def _row(edition: _Edition, shown: Shown) -> Mapping[str, Any]:
    series, r = edition.series, edition.told.result
    indicator, (count, met) = series.indicator, shown.counts
    state = _state(shown)
    return {
        "periodetype": r.periodetype,
        "periode": r.periode,
        "plan_id": edition.told.plan_id,
        "indikator_id": indicator.id,
        "titel": indicator.titel,
        "kilde": r.kilde,
        "foerer": r.foerer,
        "vaerditype": series.value.vaerditype,
        "enhed": indicator.enhed,
        "antal": count,
        "opfyldt": met,
        "vaerdi": _value(r, shown),
        "vist": shown.figure or None,
        "fortalt": shown.count,
        "tilstand": state,
        "milepael_procent": r.milepael_procent,
        "milepael_dato": r.milepael_dato,
        "status": r.status if state == SHOWN else None,
    }


def _state(shown: Shown) -> str:
    if shown.count == WITHHELD:
        return HIDDEN
    if shown.count == "ingen":
        return NONE
    return FEW if UNDER in shown.count else SHOWN


def _value(r: Result, shown: Shown) -> float | None:
    """Exact where the counts tell it anyway; else as the papers round it: all decimals could tell a sum."""
    if not shown.figure or r.vaerdi is None:
        return None
    return r.vaerdi if shown.counts[1] is not None else round(r.vaerdi, 1)
