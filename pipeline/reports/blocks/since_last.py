"""What has turned since the period before: verdicts won and lost, and what moved by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.base.text import count_of, enumeration, periode_text
from pipeline.reports.facts import Facts
from pipeline.reports.facts.direction import apart
from pipeline.reports.words.series import Series
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.verdicts import applies, is_missed, is_reached

NAMED_AT_MOST = 3
IDS_AT_MOST = 6


def since_last(facts: Facts, standings: Sequence[Series]) -> str:
    """The sentences of it; what is held against no target has only moved, or not."""
    previous = facts.previous
    if previous is None:
        return "Ingen tidligere periode at sammenligne med."
    terms, since = terms_of(facts.plan), f"siden {periode_text(previous)}"
    targeted = any(s.indicator.milepaele for s in standings)
    turned = _turned(standings)
    groups = (
        (f"{terms.met.capitalize()} {since}", [s.name for s in turned.won]),
        (f"Nu ikke {terms.met}", [_lost(s) for s in turned.lost]),
        (f"Første {terms.target}, {terms.met}", [s.name for s in turned.first_won]),
        (f"Første {terms.target}, ikke {terms.met}", [s.name for s in turned.first_lost]),
    )
    part = [f"{what}: {at_most(names)}." for what, names in groups if names]
    part += _movements(standings)
    raised = [
        s for s in standings if s.before and s.now and s.before.milepael_procent != s.now.milepael_procent
    ]
    if raised:
        part.append(f"Nye {terms.targets} gælder for {indicators(len(raised))}.")
    if part:
        return " ".join(part)
    none = f"Ingen {terms.targets} har skiftet vurdering {since}."
    return none if targeted else f"Intet tal har flyttet sig mere end tilfældigt {since}."


@dataclass(frozen=True)
class _Turned:
    """Verdicts won and lost since the period before, and those of a target that is the first."""

    won: list[Series]
    lost: list[Series]
    first_won: list[Series]
    first_lost: list[Series]


def _turned(standings: Sequence[Series]) -> _Turned:
    judged = [s for s in standings if s.before and s.before.measured and applies(s.before)]
    first = [s for s in standings if applies(s.now) and not applies(s.before)]
    return _Turned(
        won=[s for s in judged if is_reached(s.now) and not is_reached(s.before)],
        lost=[s for s in judged if is_missed(s.now) and not is_missed(s.before)],
        first_won=[s for s in first if is_reached(s.now)],
        first_lost=[s for s in first if is_missed(s.now)],
    )


def turned_in_short(facts: Facts, standings: Sequence[Series]) -> str:
    """`Nået: 6.4. Ikke nået: 3.1 og 5.1.`: the ids alone, for a list one chooses from; empty for none."""
    terms, turned = terms_of(facts.plan), _turned(standings)
    groups = (
        (terms.met.capitalize(), [*turned.won, *turned.first_won]),
        (f"Ikke {terms.met}", [*turned.lost, *turned.first_lost]),
    )
    order = [s.indicator.id for s in standings]
    ids = [(what, sorted((s.indicator.id for s in own), key=order.index)) for what, own in groups if own]
    told = [f"{what}: {at_most(own, IDS_AT_MOST)}." for what, own in ids]
    return " ".join(told) if facts.previous else ""


def _lost(s: Series) -> str:
    """A milestone missed now and not before, with its reason: it was raised, or the figure fell."""
    if s.now is None:
        return s.name
    if s.before and s.before.milepael_procent != s.now.milepael_procent:
        return f"{s.name} ({s.value.terms.the_target} er nu {s.value.goal(s.now.milepael_procent or 0)})"
    return f"{s.name} ({s.value.short(s.now)})"


def _movements(standings: Sequence[Series]) -> list[str]:
    """The largest gain and loss among those whose 95 % intervals do not meet: hardly chance."""
    moved = [
        (s.value.gained(s.before, s.now), f"{s.name} ({s.value.change(s.before, s.now)}).")
        for s in standings
        if s.before and s.now and apart(s.before, s.now)
    ]
    gains, losses = [m for m in moved if m[0] > 0], [m for m in moved if m[0] < 0]
    part = [f"Størst fremgang: {max(gains, key=lambda m: m[0])[1]}"] if gains else []
    return part + ([f"Størst tilbagegang: {min(losses, key=lambda m: m[0])[1]}"] if losses else [])


def indicators(n: int) -> str:
    """A count of them."""
    return count_of(n, "indikator", "indikatorer")


def at_most(part: Sequence[str], most: int = NAMED_AT_MOST) -> str:
    """The first few, and how many more there are."""
    rest = len(part) - most
    if rest <= 0:
        return enumeration(part)
    return f"{', '.join(part[:most])} og {count_of(rest, 'mere', 'flere')}"
