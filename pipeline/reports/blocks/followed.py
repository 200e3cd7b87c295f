"""The themes the leaders chose at a meeting, followed until they choose again: what it was then, and is now.

The newest meeting's choice stands. The committee is told the same figures as far as they may be told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.base.periods import Periode
from pipeline.base.text import periode_text
from pipeline.reports.blocks.suppression import Shown, show
from pipeline.reports.blocks.views import Line
from pipeline.reports.facts import ALL, Facts, Result
from pipeline.reports.words.reading import (
    known_periode,
    question_name,
    rounds_of_year,
    share_text,
    span,
)
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.verdicts import assess

NOTHING = "Ingen at opgøre i perioden."


@dataclass(frozen=True)
class _Theme:
    """One theme, and the period it was chosen on; a question that counts in no indicator has no series."""

    facts: Facts
    id: str
    series: Series | None
    chosen: Periode

    @property
    def name(self) -> str:
        """As the reports call it."""
        return (
            self.series.name
            if self.series
            else question_name(self.facts.plan, self.id, self.facts.run.periode.last)
        )

    @property
    def begun(self) -> str:
        """When it was chosen."""
        return f"Valgt om {periode_text(self.chosen)}."

    def then(self, series: Series) -> Result | None:
        """The result in the period of the reported kind that the meeting was about; None for this one."""
        held = [p for p in self.facts.all_perioder if p.first <= self.chosen.last <= p.last]
        return series.at(held[0]) if held and held[0] != self.facts.run.periode else None


def _themes(facts: Facts, team_id: str) -> list[_Theme]:
    """The newest choice by the end of the reported period."""
    until = facts.run.periode.last
    dated = [(known_periode(theme.periode), theme) for theme in facts.reading.followed]
    made = [(periode, theme.indikator_id) for periode, theme in dated if periode and periode.last <= until]
    if not made:
        return []
    newest = max(periode.last for periode, _ in made)
    indicators = {
        i.id: leading(facts, i, team_id) for i in facts.plan.indikatorer if i.id in dict(made).values()
    }
    known = indicators.keys() | {point.id for point in facts.plan.maalepunkter}
    return [
        _Theme(facts, id_, indicators.get(id_), periode)
        for periode, id_ in made
        if periode.last == newest and id_ in known
    ]


def build_followed(facts: Facts, team_id: str) -> tuple[Line, ...]:
    """The themes as a team's report follows them, or the department's: the figure, and what was read."""
    return tuple(
        Line(theme.name, " ".join(filter(None, (theme.begun, _figure(theme), _read(theme, team_id)))))
        for theme in _themes(facts, team_id)
    )


def _figure(theme: _Theme) -> str:
    if theme.series is None:
        return ""
    now, then, value = theme.series.now, theme.then(theme.series), theme.series.value
    if now is None or not now.measured:
        return NOTHING
    before = f"fra {value.full(then)} til " if then and then.measured else ""
    verdict = assess(value, now).words.lower()
    text = f"{before}{value.full(now)}: {verdict}."
    return f"{text[0].upper()}{text[1:]}"


def _read(theme: _Theme, team_id: str) -> str:
    """The two newest rounds that ask about it, oldest first."""
    key, facts = (theme.id, team_id), theme.facts
    answers = {a.traekning_id: a for a in facts.reading.answers if (a.maalepunkt_id, a.team_id) == key}
    found = [(one, answers[one.traekning_id]) for one in rounds_of_year(facts) if one.traekning_id in answers]
    told = [f"{share_text(a)} i {periode_text(span(one))}" for one, a in found[-2:] if a.read]
    if told:
        return f"Læst: {', '.join(told)}."
    return "" if theme.series else "Ingen har læst efter det endnu."


def build_followed_for_committee(facts: Facts, shown: Mapping[str, Shown]) -> tuple[Line, ...]:
    """The themes for the committee: figures only where they may be told, and nothing of single cases."""
    return tuple(Line(theme.name, f"{theme.begun} {_told(theme, shown)}") for theme in _themes(facts, ALL))


def _told(theme: _Theme, shown: Mapping[str, Shown]) -> str:
    series = theme.series
    if series is None:
        return "Det følges, når lederne læser sager."
    if series.now is None or not series.now.measured:
        return NOTHING
    verdict = assess(series.value, series.now).words.lower()
    before, now = show(series, theme.then(series)), shown[series.indicator.id]
    if now.figure and before.figure:
        return f"Fra {before.figure} til {now.figure}: {verdict}."
    return f"{verdict.capitalize()}."
