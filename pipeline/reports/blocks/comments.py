"""The leaders' own words, under the figure they concern.

Those on the reported period stand; where a team has said nothing about it, its latest earlier word does,
as long as the period it concerns is in the trend. The department's page shows every team's, a team's
page its own alone.
"""

from __future__ import annotations

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.base.text import dato, periode_text
from pipeline.reports.blocks.views import Quote
from pipeline.reports.facts import ALL, Comment, Facts


def build_comments(facts: Facts, indikator_id: str, team_id: str) -> tuple[Quote, ...]:
    """What leaders have said about one indicator, the department's word first, then team by team."""
    per_team: dict[str, list[tuple[Periode, Comment]]] = {}
    for k in facts.comments:
        periode = _periode(k.periode)
        if k.indikator_id == indikator_id and team_id in (ALL, k.team_id) and periode:
            per_team.setdefault(k.team_id, []).append((periode, k))
    return tuple(
        _quote(facts, periode, k)
        for team in sorted(per_team, key=lambda h: (h != ALL, facts.run.team_name(h), h))
        for periode, k in _chosen(facts, per_team[team])
    )


def _periode(text: str) -> Periode | None:
    """The period a comment names; None for what is no period of ours."""
    try:
        return read_periode(text)
    except UsageFault:
        return None


def _chosen(facts: Facts, own: list[tuple[Periode, Comment]]) -> list[tuple[Periode, Comment]]:
    now, since = facts.run.periode, facts.history[0].first
    about_now = [(p, k) for p, k in own if now.first <= p.last <= now.last]
    earlier = [(p, k) for p, k in own if since <= p.last < now.first]
    return about_now or sorted(earlier, key=lambda pair: (pair[0].last, pair[0].first))[-1:]


def _quote(facts: Facts, periode: Periode, k: Comment) -> Quote:
    part = [facts.run.team_name(k.team_id), f"om {periode_text(periode)}"]
    signature = ", ".join(filter(None, (k.ansvarlig, dato(k.dato) if k.dato else "")))
    return Quote(" ".join(part) + (f" ({signature})" if signature else ""), k.tekst)
