"""The committee's first two pages: children, what it is asked, milestones, money, what is overdue, the words.

Every figure is one that may be told (`suppression.py`): of 1 to 4 none is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.base.periods import maaned
from pipeline.base.text import count_of, dato, enumeration, number, periode_text
from pipeline.reports.blocks.activities import overdue_activities
from pipeline.reports.blocks.spending import build_spending
from pipeline.reports.blocks.suppression import UNDER, Shown, are_few, show
from pipeline.reports.blocks.themes import find_themes
from pipeline.reports.blocks.views import ActivityLine, Line, Table
from pipeline.reports.facts import Facts, Run
from pipeline.reports.words.glossary import explained
from pipeline.reports.words.series import Series
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.verdicts import Tone, Verdict, applies, assess, is_reached

NOTHING = "–"
NAMED_AT_MOST = 3


@dataclass(frozen=True)
class MilestoneRow:
    """One milestone: the period's verdict, and the period before beside it."""

    name: str
    source: str
    target: str
    figure: str
    count: str
    verdict: Verdict
    before: str


@dataclass(frozen=True)
class Front:
    """The two pages; `before` names the period before, `measurements` what a milestone's own month said."""

    children: tuple[str, ...]
    asked: tuple[str, ...]
    milestones: tuple[MilestoneRow, ...]
    before: str
    measurements: str
    spending: Table | None
    overdue: tuple[ActivityLine, ...]
    explained: tuple[Line, ...]


def build_front(facts: Facts, told: Sequence[Series], shown: Mapping[str, Shown], *, first: bool) -> Front:
    """The front of one plan's paper; what is no plan's stands with the `first`."""
    milestones, overdue = build_milestones(told, shown), overdue_activities(facts, with_scope=False)
    children = build_children(facts, told, shown, first=first)
    asked = build_asked(facts, len(overdue))
    said = [*children, *asked, *(row.name for row in milestones), *(a.title for a in overdue)]
    return Front(
        children=children,
        asked=asked,
        milestones=milestones,
        before=periode_text(facts.previous) if facts.previous else "",
        measurements=build_measurements(told) if terms_of(facts.plan).measurement else "",
        spending=build_spending(facts.run) if first else None,
        overdue=overdue,
        explained=tuple(Line(term, meaning) for term, meaning in explained(said)),
    )


def build_children(
    facts: Facts, told: Sequence[Series], shown: Mapping[str, Shown], *, first: bool
) -> tuple[str, ...]:
    """Three sentences: how many are helped, the promise kept for most, and the one broken for most."""
    kept = [s for s in told if is_reached(s.now) and applies(s.now) and _whole(shown[s.indicator.id])]
    broken = [k.series for k, _ in find_themes(facts, facts.run.periode) if not k.result.usikker]
    broken = [s for s in broken if _whole(shown[s.indicator.id])]
    sentences = [
        _helped(facts.run) if first else "",
        max(kept, key=_size).conclusion() if kept else "",
        max(broken, key=_missed).conclusion() if broken else "",
    ]
    return tuple(text for text in sentences if text)


def _whole(shown: Shown) -> bool:
    return bool(shown.figure) and shown.counts[0] is not None


def _size(series: Series) -> int:
    return series.value.size(series.now) if series.now else 0


def _missed(series: Series) -> int:
    return series.value.missed(series.now) if series.now else 0


def _helped(run: Run) -> str:
    """How many children have a measure, and which way they have moved on the ladder."""
    now = sum(step.nu for step in run.ladder)
    if not now or are_few(now):
        return ""
    up, down = (sum(getattr(step, way) for step in run.ladder) for way in ("op", "ned"))
    return (
        f"{count_of(now, 'barn', 'børn')} har en indsats i gang pr. {dato(run.opgoerelse.opgjort_pr)}; "
        f"i de seneste tre måneder er {_told(up)} rykket op og {_told(down)} ned ad indsatstrappen."
    )


def _told(count: int) -> str:
    return UNDER if are_few(count) else number(count) if count else "ingen"


def build_asked(facts: Facts, overdue: int) -> tuple[str, ...]:
    """What the committee is asked to do, from how the plan stands."""
    behind = [k for k, _ in find_themes(facts, facts.run.periode) if not k.result.usikker]
    names = [k.series.name for k in behind][:NAMED_AT_MOST]
    asked = ["tage orienteringen til efterretning"]
    if names:
        asked.append(f"drøfte, hvad der skal til for {enumeration(names)}, som er bagud")
    if overdue:
        asked.append(f"tage stilling til {count_of(overdue, 'aktivitet', 'aktiviteter')}, der er overskredet")
    return tuple(asked)


def build_milestones(told: Sequence[Series], shown: Mapping[str, Shown]) -> tuple[MilestoneRow, ...]:
    """A row for each milestone in force: the missed first, then those too few to tell, then the reached."""
    rows = [(s, assess(s.value, s.now)) for s in told if applies(s.now)]
    ordered = sorted(rows, key=lambda one: _ORDER.index(one[1].tone))
    return tuple(_milestone(s, verdict, shown[s.indicator.id]) for s, verdict in ordered)


_ORDER = (Tone.MISSING, Tone.UNDETERMINED, Tone.GOOD, Tone.NONE)


def _milestone(series: Series, verdict: Verdict, shown: Shown) -> MilestoneRow:
    target = series.now.milepael_procent if series.now else None
    return MilestoneRow(
        name=series.name,
        source="" if series.source_label == "register" else series.source_label,
        target=NOTHING if target is None else series.value.goal(target),
        figure=shown.figure,
        count=shown.count,
        verdict=replace(verdict, elaboration="", words=verdict.short or verdict.words),
        before=_before(series, shown),
    )


def _before(series: Series, shown: Shown) -> str:
    """The verdict of the period before, with its figure where both may be told."""
    r = series.before
    if r is None or not r.measured:
        return NOTHING
    verdict, then = assess(series.value, r), show(series, r)
    words = verdict.short.lower() if applies(r) else ""
    figure = then.figure if shown.figure else ""
    return ", ".join(filter(None, (figure, words))) or NOTHING


def build_measurements(told: Sequence[Series]) -> str:
    """The other period's verdict, of the month a milestone is dated by, where it is not the reported one's.

    Without figures: a quarter less a month is two.
    """
    found: dict[str, list[str]] = {}
    for series in told:
        r = series.now
        if r is None or r.milepael_dato is None:
            continue
        month = maaned(r.milepael_dato.replace(day=1))
        led = series.led_in(month)
        then, now = assess(led.value, led.at(month)).words, assess(series.value, r).words
        if then != now and led.at(month) is not None:
            found.setdefault(f"{periode_text(month)}", []).append(f"{series.indicator.id} {then.lower()}")
    return "; ".join(f"{month}: {enumeration(told_)}" for month, told_ in found.items())
