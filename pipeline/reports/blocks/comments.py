"""The leaders' own words, under the figure they concern.

Those on the reported period and on the one before stand; older ones, as long as the period they concern is in
the trend, are history. The department's page shows every team's, a team's page its own alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.base.text import dato, periode_text
from pipeline.reports.blocks.views import Quote
from pipeline.reports.facts import ALL, Comment, Facts


@dataclass(frozen=True)
class Comments:
    """What leaders have said of one indicator, the department's word first, then team by team."""

    recent: tuple[Quote, ...]
    history: tuple[Quote, ...]


def build_comments(facts: Facts, indikator_id: str, team_id: str) -> Comments:
    """What the leaders said about the reported period or the one before, and what they said earlier."""
    said = (k for k in facts.comments if k.indikator_id == indikator_id and team_id in (ALL, k.team_id))
    own = sorted(
        ((periode, k) for k in said if (periode := _periode(k.periode))),
        key=lambda pair: (pair[1].team_id != ALL, facts.run.team_name(pair[1].team_id), pair[1].team_id),
    )
    now, since = facts.run.periode, facts.history[0].first
    fresh = (facts.previous or now).first
    recent = [_quote(facts, p, k) for p, k in own if fresh <= p.last <= now.last]
    earlier = [(p, k) for p, k in own if since <= p.last < fresh]
    earlier.sort(key=lambda pair: pair[0].last, reverse=True)
    return Comments(tuple(recent), tuple(_quote(facts, p, k) for p, k in earlier))


def _periode(text: str) -> Periode | None:
    """The period a comment names; None for what is no period of ours."""
    try:
        return read_periode(text)
    except UsageFault:
        return None


def _quote(facts: Facts, periode: Periode, k: Comment) -> Quote:
    part = [facts.run.team_name(k.team_id), f"om {periode_text(periode)}"]
    signature = ", ".join(filter(None, (k.ansvarlig, dato(k.dato) if k.dato else "")))
    return Quote(" ".join(part) + (f" ({signature})" if signature else ""), k.tekst)
