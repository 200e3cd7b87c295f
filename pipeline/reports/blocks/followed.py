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
from pipeline.reports.words.reading import known_periode, rounds_of_year, share_text, span
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.verdicts import assess


@dataclass(frozen=True)
class _Theme:
    """One theme: its indicator's series, and the period it was chosen on."""

    series: Series
    chosen: Periode

    @property
    def then(self) -> Result | None:
        """The result in the period of the reported kind that the meeting was about; None for this one."""
        facts = self.series.facts
        held = [p for p in facts.all_perioder if p.first <= self.chosen.last <= p.last]
        return self.series.at(held[0]) if held and held[0] != facts.run.periode else None


def _themes(facts: Facts, team_id: str) -> list[_Theme]:
    """The newest choice by the end of the reported period."""
    until = facts.run.periode.last
    dated = [(known_periode(theme.periode), theme) for theme in facts.reading.followed]
    made = [(periode, theme) for periode, theme in dated if periode and periode.last <= until]
    if not made:
        return []
    newest = max(periode.last for periode, _ in made)
    known = {indicator.id: indicator for indicator in facts.plan.indikatorer}
    return [
        _Theme(leading(facts, known[theme.indikator_id], team_id), periode)
        for periode, theme in made
        if periode.last == newest and theme.indikator_id in known
    ]


def build_followed(facts: Facts, team_id: str) -> tuple[Line, ...]:
    """The themes as a team's report follows them, or the department's: the figure, and what was read."""
    return tuple(
        Line(theme.series.name, " ".join(filter(None, (_figure(theme), _read(facts, theme, team_id)))))
        for theme in _themes(facts, team_id)
    )


def _figure(theme: _Theme) -> str:
    chosen, now, then = f"Valgt om {periode_text(theme.chosen)}.", theme.series.now, theme.then
    if now is None or not now.measured:
        return f"{chosen} Ingen at opgøre i perioden."
    value = theme.series.value
    before = f"fra {value.full(then)} til " if then and then.measured else ""
    verdict = assess(value, now).words.lower()
    text = f"{before}{value.full(now)}: {verdict}."
    return f"{chosen} {text[0].upper()}{text[1:]}"


def _read(facts: Facts, theme: _Theme, team_id: str) -> str:
    """The two newest rounds that ask about it, oldest first."""
    key = (theme.series.indicator.id, team_id)
    answers = {a.traekning_id: a for a in facts.reading.answers if (a.maalepunkt_id, a.team_id) == key}
    found = [(one, answers[one.traekning_id]) for one in rounds_of_year(facts) if one.traekning_id in answers]
    told = [f"{share_text(a)} i {periode_text(span(one))}" for one, a in found[-2:] if a.read]
    return f"Læst: {', '.join(told)}." if told else ""


def build_followed_for_committee(facts: Facts, shown: Mapping[str, Shown]) -> tuple[Line, ...]:
    """The themes for the committee: figures only where they may be told, and nothing of single cases."""
    return tuple(
        Line(theme.series.name, _told(theme, shown[theme.series.indicator.id]))
        for theme in _themes(facts, ALL)
    )


def _told(theme: _Theme, shown: Shown) -> str:
    chosen, now, then = f"Valgt om {periode_text(theme.chosen)}.", theme.series.now, theme.then
    if now is None or not now.measured:
        return f"{chosen} Ingen at opgøre i perioden."
    verdict = assess(theme.series.value, now).words.lower()
    before = show(theme.series, then)
    if shown.figure and before.figure:
        return f"{chosen} Fra {before.figure} til {shown.figure}: {verdict}."
    return f"{chosen} {verdict.capitalize()}."
