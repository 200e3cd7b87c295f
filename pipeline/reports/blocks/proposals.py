"""Themes the leaders may choose to learn from, proposed by one stated rule, and what became of those chosen.

The rule takes in turn the lowest share, the largest fall and the largest gap between reading and register,
then the next of each, until there are five; a question is proposed once. Cases picked by criteria say
nothing of others and are left out, and so is what fewer than five answers speak for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from pipeline.base.text import FEWEST, Percent, number, periode_text
from pipeline.reports.blocks.reading_register import register_of_year
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.facts.reading import Answers, Round
from pipeline.reports.words.reading import question_name, rounds_of_year, span

MOST = 5
SMALLEST_FALL = 10.0
"""Percentage points: less is what a single case more or less gives."""
RULE = (
    "Forslagene følger en fast regel: på skift den laveste andel ja, det største fald siden runden før "
    f"(mindst {SMALLEST_FALL:.0f} procentpoint) og den største uenighed mellem læsning og register, højst "
    f"{MOST} i alt. De bygger på de seneste 12 måneders runder; runder, hvor sagerne er valgt ud, og "
    f"målepunkter med færre end {FEWEST} svar er ikke med. Lederne vælger selv."
)


@dataclass(frozen=True)
class Proposal:
    """One question worth a theme, and why."""

    maalepunkt_id: str
    name: str
    reason: str


def build_proposals(facts: Facts) -> tuple[Proposal, ...]:
    """At most five, the most pressing first."""
    found: dict[str, str] = {}
    in_turn = zip_longest(_lowest(facts), _falling(facts), _gaps(facts))
    for id_, reason in filter(None, chain.from_iterable(in_turn)):
        found.setdefault(id_, reason)
    day = facts.run.periode.last
    return tuple(Proposal(id_, question_name(facts.plan, id_, day), reason) for id_, reason in found.items())[
        :MOST
    ]


def _lowest(facts: Facts) -> list[tuple[str, str]]:
    pooled = [(id_, *counted([a for _, a in own])) for id_, own in _answers(facts)]
    enough = [(yes / n, id_, yes, n) for id_, yes, n in pooled if n >= FEWEST and yes < n]
    return [
        (id_, f"Lav andel ja: {share_of(yes, n)} i de seneste 12 måneders runder.")
        for _, id_, yes, n in sorted(enough)
    ]


def _falling(facts: Facts) -> list[tuple[str, str]]:
    found = []
    for id_, own in _answers(facts):
        enough = [(one, a) for one, a in own if a.read >= FEWEST]
        if len(enough) < 2:
            continue
        (earlier, before), (later, now) = enough[-2:]
        fall = 100 * (before.ja / before.read - now.ja / now.read)
        if fall >= SMALLEST_FALL:
            told = (
                f"Faldet fra {share_of(before.ja, before.read)} i {periode_text(span(earlier))} til "
                f"{share_of(now.ja, now.read)} i {periode_text(span(later))}."
            )
            found.append((-fall, id_, told))
    return [(id_, reason) for _, id_, reason in sorted(found)]


def _gaps(facts: Facts) -> list[tuple[str, str]]:
    found = [
        (-r.differing / r.compared, id_, r)
        for id_, r in register_of_year(facts, ALL).items()
        if r.compared >= FEWEST and r.differing
    ]
    return [
        (
            id_,
            f"Læsning og register er uenige i {number(r.differing)} af {number(r.compared)}.",
        )
        for _, id_, r in sorted(found, key=lambda one: one[:2])
    ]


def _answers(facts: Facts) -> Iterator[tuple[str, list[tuple[Round, Answers]]]]:
    """By question: the answers of the whole department that speak for others, the oldest round first."""
    rounds = [one for one in rounds_of_year(facts) if one.udvaelgelse != "kriterier"]
    of_all = {(a.traekning_id, a.maalepunkt_id): a for a in facts.reading.answers if a.team_id == ALL}
    for id_ in dict.fromkeys(maalepunkt_id for _, maalepunkt_id in sorted(of_all)):
        own = [(r, of_all[r.traekning_id, id_]) for r in rounds if (r.traekning_id, id_) in of_all]
        if own:
            yield id_, own


def counted(answers: Sequence[Answers]) -> tuple[int, int]:
    """How many yes of how many."""
    return sum(a.ja for a in answers), sum(a.read for a in answers)


def share_of(yes: int, n: int) -> str:
    """A count with its percent where it rests on enough: `3 af 12 (25 %)`."""
    told = f"{number(yes)} af {number(n)}"
    return f"{told} ({Percent(yes, n)})" if n >= FEWEST else told
