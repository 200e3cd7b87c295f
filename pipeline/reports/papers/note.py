"""A note against the baseline: what has risen, what has fallen, and what cannot be told apart from chance.

Written for the plan that says so of one of its uses (`notat`), when the reported period is of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.base.text import dato, periode_text
from pipeline.definitions.plan_models import Use
from pipeline.reports.blocks.activities import activity_lines
from pipeline.reports.blocks.curves import PictureSheet
from pipeline.reports.blocks.summary import preliminary_text
from pipeline.reports.blocks.trend import build_sheet
from pipeline.reports.blocks.views import ActivityLine
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.papers import Audience, Paper
from pipeline.reports.words.change import certainty, has_risen
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import Terms, terms_of
from pipeline.reports.words.verdicts import Verdict, closed, since_baseline

NAMES = {"maaned": "Månedsnotat", "kvartal": "Kvartalsnotat", "tertial": "Tertialnotat", "aar": "Årsnotat"}
_RISEN, _FALLEN, _CHANCE, _UNJUDGED, _BLANK, _WITHOUT = range(6)
_GROUPS = {
    _RISEN: ("Steget", "Mere end tilfældet kan forklare."),
    _FALLEN: ("Faldet", "Mere end tilfældet kan forklare."),
    _CHANCE: (
        "Kan ikke skelnes fra tilfældig variation",
        "Tallet kan være steget, faldet eller uændret; der er for få, eller ændringen er for lille.",
    ),
    _UNJUDGED: ("Ændringen siges alene", "En sum og en fordeling kan ikke kaldes bedre eller dårligere."),
    _BLANK: ("Kan ikke holdes op mod udgangspunktet", "Der mangler tal nu eller ved udgangspunktet."),
    _WITHOUT: ("Følges uden udgangspunkt", "Holdes op mod et mål eller vises, som det er."),
}
"""The groups in the order shown, each with what it means."""
_OF_STATUS = {
    "bedre": _CHANCE,
    "daarligere": _CHANCE,
    "ikke_til_at_skelne": _CHANCE,
    "uden_vurdering": _UNJUDGED,
    "baseline": _BLANK,
    "foer_baseline": _BLANK,
    "baseline_mangler": _BLANK,
    "ingen_data": _BLANK,
}
"""Where a result stands by its status, unless it has risen or fallen by more than chance."""


@dataclass(frozen=True)
class NoteRow:
    """One figure: its verdict, what it was and is, and how sure the change is."""

    name: str
    source: str
    verdict: Verdict
    text: str
    certainty: str


@dataclass(frozen=True)
class NoteGroup:
    """The figures that have gone one way."""

    title: str
    explanation: str
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True)
class NotePage:
    """The whole note."""

    title: str
    kicker: str
    heading: str
    meta: str
    purpose: str
    preliminary: str | None
    terms: Terms
    sheet: PictureSheet | None
    groups: tuple[NoteGroup, ...]
    activities: tuple[ActivityLine, ...]
    assumptions: tuple[str, ...]
    version: str


def build_note(one: Facts, use: Use) -> NotePage:
    """The note of one use, on the whole department."""
    plan, run = one.plan, one.run
    ids = use.indikatorer or tuple(i.id for i in plan.indikatorer if i.baseline)
    chosen = [leading(one, plan.indicator(id_), ALL) for id_ in ids]
    name, periode = NAMES[run.periode.periodetype], periode_text(run.periode)
    return NotePage(
        title=f"{name}: {plan.titel}, {periode}",
        kicker=f"{name} til {use.modtager} · {plan.organisation}",
        heading=f"{plan.titel}: {name.lower()} for {periode}",
        meta=f"Opgjort pr. {dato(run.opgoerelse.opgjort_pr)} for hele afdelingen.",
        purpose=use.formaal,
        preliminary=preliminary_text(run),
        terms=terms_of(plan),
        sheet=build_sheet("notatets tal", chosen),
        groups=_groups(chosen),
        activities=activity_lines(one, [a for a in plan.aktiviteter if a.id in use.aktiviteter]),
        assumptions=plan.antagelser,
        version=run.opgoerelse.program_version,
    )


def _groups(chosen: Sequence[Series]) -> tuple[NoteGroup, ...]:
    """What has gone each way, in the order the use names the figures; a group with none is left out."""
    found: dict[int, list[NoteRow]] = {}
    for series in chosen:
        found.setdefault(_group(series), []).append(_row(series))
    return tuple(
        NoteGroup(title, explanation, tuple(found[key]))
        for key, (title, explanation) in _GROUPS.items()
        if key in found
    )


def _group(series: Series) -> int:
    r = series.now
    if not series.indicator.baseline:
        return _WITHOUT
    if r is None:
        return _BLANK
    risen = has_risen(r)
    if risen is None:
        return _OF_STATUS[r.status]
    return _RISEN if risen else _FALLEN


def _row(series: Series) -> NoteRow:
    sure = certainty(series.value, series.now) if series.now else ""
    return NoteRow(series.name, series.source_label, series.verdict, _text(series), sure)


def _text(series: Series) -> str:
    """What it is, and what it was; the verdict stands beside it and is not said again."""
    r = series.now
    if r is None or not r.measured or series.indicator.milepaele:
        return series.conclusion()
    since = since_baseline(series.value, r)
    return closed("; ".join(filter(None, (series.value.sentence(r), since))))


def notes_of(facts: Sequence[Facts], one: Facts) -> tuple[tuple[str, Use], ...]:
    """The notes a plan has for the reported kind of period: the file of each, and its use."""
    uses = [use for use in one.plan.anvendelser if use.notat == one.run.periode.periodetype]
    first = "notat" if one is facts[0] else f"{one.plan.plan_id}-notat"
    return tuple((f"{first}{f'-{n}' if n > 1 else ''}.html", use) for n, use in enumerate(uses, start=1))


def note_links(facts: Sequence[Facts], one: Facts) -> tuple[tuple[str, str], ...]:
    """Title and file of each, for the report that lies beside them."""
    name = NAMES[one.run.periode.periodetype]
    return tuple((f"{name} til {use.modtager}", file) for file, use in notes_of(facts, one))


def _files(facts: Sequence[Facts], _team_id: str) -> Iterator[tuple[str, object]]:
    for one in facts:
        for file, use in notes_of(facts, one):
            yield file, build_note(one, use)


PAPERS = (Paper(Audience.DEPARTMENT, "notat.html.j2", _files),)
