"""One indicator of one team from one source: its results over the periods, and how they are told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.base.labels import SOURCE_LABELS
from pipeline.base.periods import Periode
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.facts import ALL, Facts, Result
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.value import Value
from pipeline.reports.words.values import value_of
from pipeline.reports.words.verdicts import Verdict, assess, conclusion


@dataclass(frozen=True)
class Series:
    """What a page shows of one indicator; `only_department`: the department's figure on a team's page."""

    facts: Facts
    indicator: Indicator
    team_id: str
    source: str
    only_department: bool = False

    @cached_property
    def value(self) -> Value:
        """How its figures are told."""
        return value_of(self.indicator, self.source, terms_of(self.facts.plan))

    def at(self, periode: Periode) -> Result | None:
        """Its result in a period, if it was computed."""
        return self.facts.result(self.team_id, self.indicator.id, self.source, periode)

    @cached_property
    def now(self) -> Result | None:
        """Its result in the reported period."""
        return self.at(self.facts.run.periode)

    @cached_property
    def before(self) -> Result | None:
        """Its result in the period before."""
        return self.at(self.facts.previous) if self.facts.previous else None

    @cached_property
    def history(self) -> tuple[Result | None, ...]:
        """Its results in the periods of the trend."""
        return tuple(self.at(periode) for periode in self.facts.history)

    @cached_property
    def other(self) -> Series | None:
        """The source beside it: the register beside case review, or the other way."""
        source = self.indicator.kilde if self.source == "tilsyn" else "tilsyn"
        if source == self.source:
            return None
        return Series(self.facts, self.indicator, self.team_id, source, self.only_department)

    @property
    def name(self) -> str:
        """What the indicator is called: `5.1 Partshøring inden for 14 dage`."""
        return f"{self.indicator.id} {self.indicator.titel}"

    @property
    def source_label(self) -> str:
        """Where its figures come from, in one word; `register` stands for both registers."""
        return SOURCE_LABELS[self.source]

    @cached_property
    def verdict(self) -> Verdict:
        """The reported period's verdict."""
        return assess(self.value, self.now)

    def conclusion(self) -> str:
        """The reported period's sentence."""
        run = self.facts.run
        return conclusion(self.value, self.now, run.periode, run.opgoerelse.opgjort_pr)

    def led_in(self, periode: Periode) -> Series:
        """The same from the source that leads in another period, which may be another one."""
        source = self.facts.leading(self.indicator.id, periode) or self.source
        return self if source == self.source else replace(self, source=source)

    def in_force(self) -> tuple[float | None, ...]:
        """The milestone each period of the trend is judged by, revisions and all."""
        return tuple(
            r.milepael_procent if r else self.facts.in_force(self.indicator.id, p)
            for p, r in zip(self.facts.history, self.history, strict=True)
        )


def leading(facts: Facts, indicator: Indicator, team_id: str) -> Series:
    """The indicator as a page leads with it: from the source the results say leads.

    A survey that is not told by team is the department's.
    """
    source = facts.leading(indicator.id, facts.run.periode) or indicator.kilde
    own = Series(facts, indicator, team_id, source)
    if own.now is None and indicator.kilde == "spoergeskema" and team_id != ALL:
        return Series(facts, indicator, ALL, source, only_department=True)
    return own
