"""The report to the political committee on a quarter, a tertial or a year: nobody to be recognised.

The department alone, as far as the committee may know it (`over_time.py`). Counts of 1 to 4 are "under 5"
without a figure (`suppression.py`). The trend shows figures alone, none stands beside the twelve months that
hold it, and no leader's words are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.base.text import PERIOD_NOUNS, dato, periode_text
from pipeline.definitions.plan_models import Plan, Track, Udviklingspunkt
from pipeline.reports.blocks.activities import build_activities, count_due
from pipeline.reports.blocks.committee_front import Front, build_front
from pipeline.reports.blocks.curves import MiniCurve, PictureSheet
from pipeline.reports.blocks.followed import build_followed_for_committee
from pipeline.reports.blocks.summary import milepaele_text, preliminary_text
from pipeline.reports.blocks.suppression import Shown, show, show_together
from pipeline.reports.blocks.themes import build_last, build_themes
from pipeline.reports.blocks.trend import any_target, small_curve
from pipeline.reports.blocks.views import ActivityLine, Line
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.papers import Audience, Paper, other_reports, report_name, told_to_committee
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import Terms, terms_of
from pipeline.reports.words.verdicts import Verdict

NOTHING = "–"


@dataclass(frozen=True)
class UdvalgRow:
    """One indicator: the milestone in force, what may be told, and the verdict.

    `link` is the paper that tells the figure, where it is another plan's.
    """

    name: str
    source: str
    milepael: str
    figure: str
    count: str
    link: str
    verdict: Verdict


@dataclass(frozen=True)
class UdvalgPoint:
    """One udviklingspunkt."""

    number: int
    title: str
    purpose: str
    rows: tuple[UdvalgRow, ...]
    sheet: PictureSheet | None
    activities: tuple[ActivityLine, ...]


@dataclass(frozen=True)
class UdvalgPage:
    """The whole report: two pages in front, the rest annexed.

    `noun` is the reported kind of period, `others` the further plans' reports.
    """

    title: str
    recipient: str
    organisation: str
    plan: str
    others: tuple[tuple[str, str], ...]
    opgjort_pr: str
    periode: str
    noun: str
    terms: Terms
    preliminary: str | None
    front: Front
    lines: tuple[Line, ...]
    track: tuple[Line, ...]
    themes: tuple[Line, ...]
    last: tuple[Line, ...]
    followed: tuple[Line, ...]
    points: tuple[UdvalgPoint, ...]
    assumptions: tuple[str, ...]
    version: str


def build_udvalg(facts: Sequence[Facts], one: Facts) -> UdvalgPage:
    """The report of one plan; `facts` are those of all plans the committee is told of."""
    plan, run = one.plan, one.run
    chosen = [leading(one, indicator, ALL) for indicator in plan.indikatorer]
    shown, elsewhere = _shown(facts, one), _elsewhere(facts, one)
    periode = periode_text(run.periode)
    terms = terms_of(plan)
    told = [s for s in chosen if s.indicator.id not in elsewhere]
    progress = [Line(terms.targets_heading if terms.judges else "Mål", milepaele_text(one, ALL))]
    if plan.aktiviteter:
        progress.append(Line("Aktiviteter", count_due(one)))
    return UdvalgPage(
        title=f"{plan.titel}: status for {periode}",
        recipient=_recipient(plan),
        organisation=plan.organisation,
        plan=plan.titel,
        others=other_reports(facts, one),
        opgjort_pr=dato(run.opgoerelse.opgjort_pr),
        periode=periode,
        noun=PERIOD_NOUNS[run.periode.periodetype][0],
        terms=terms,
        preliminary=preliminary_text(run),
        front=build_front(one, told, shown, first=one is facts[0]),
        lines=tuple(progress),
        track=tuple(Line(f"{s.nr}. {s.titel}", _track(one, s, shown)) for s in plan.spor),
        themes=build_themes(one, shown),
        last=build_last(one, shown),
        followed=build_followed_for_committee(one, shown),
        points=tuple(_point(one, point, chosen, shown, elsewhere) for point in plan.udviklingspunkter),
        assumptions=plan.antagelser,
        version=run.opgoerelse.program_version,
    )


def _shown(facts: Sequence[Facts], one: Facts) -> dict[str, Shown]:
    """What may be told of each indicator, all papers looked at together; what another tells is not again."""
    ways = {each.plan.plan_id: _elsewhere(facts, each) for each in facts}
    read = [
        leading(each, indicator, ALL)
        for each in facts
        for indicator in each.plan.indikatorer
        if indicator.id not in ways[each.plan.plan_id]
    ]
    told = show_together(read)
    seen = {id_: Shown(text, "", (None, None)) for id_, (text, _) in ways[one.plan.plan_id].items()}
    own = {i.id: told[one.plan.plan_id, i.id] for i in one.plan.indikatorer if i.id not in seen}
    return own | seen


def _elsewhere(facts: Sequence[Facts], one: Facts) -> dict[str, tuple[str, str]]:
    """The figures another of the committee's papers tells: which words lead there, and where."""
    found = {}
    for indikator_id, (plan_id, same) in one.repeats.items():
        for earlier in facts:
            if earlier.plan.plan_id == plan_id:
                place = report_name(facts, earlier)
                found[indikator_id] = f"se {same} i orienteringen om {earlier.plan.titel}", place
    return found


def _recipient(plan: Plan) -> str:
    """The committee by the name the plan gives it."""
    return next((use.modtager for use in plan.anvendelser if use.udvalg), "udvalget")


def _track(facts: Facts, track: Track, shown: Mapping[str, Shown]) -> str:
    """What the plan's own figures and activities say of a track; of the others the administration speaks."""
    if track.hele_planen:
        return "Se fremdriften ovenfor."
    parts = [_track_figure(facts, id_, shown[id_]) for id_ in track.indikatorer]
    if activities := [a for a in facts.plan.aktiviteter if a.id in track.aktiviteter]:
        parts.append(count_due(facts, activities))
    return " ".join(parts) or "Kan ikke ses i registrene; forvaltningen orienterer selv om sporet."


def _track_figure(facts: Facts, indikator_id: str, shown: Shown) -> str:
    indicator = facts.plan.indicator(indikator_id)
    told = f"{shown.figure} ({shown.count})" if shown.figure and shown.count else shown.figure or shown.count
    return f"{indicator.id} {indicator.titel}: {told}."


def _point(
    facts: Facts,
    point: Udviklingspunkt,
    chosen: Sequence[Series],
    shown: Mapping[str, Shown],
    elsewhere: Mapping[str, tuple[str, str]],
) -> UdvalgPoint:
    own = [s for s in chosen if s.indicator.udviklingspunkt == point.nr]
    told = [s for s in own if s.indicator.id not in elsewhere]
    curves = tuple(k for s in told if (k := _mini_curve(s, shown[s.indicator.id])))
    return UdvalgPoint(
        number=point.nr,
        title=point.titel,
        purpose=point.formaal,
        rows=tuple(_row(s, shown[s.indicator.id], elsewhere.get(s.indicator.id)) for s in own),
        sheet=PictureSheet(curves, _alt(facts, point, curves)) if curves else None,
        activities=build_activities(facts, point.nr, with_scope=False),
    )


def _row(series: Series, shown: Shown, elsewhere: tuple[str, str] | None) -> UdvalgRow:
    r = series.now
    in_force = r.milepael_procent if r else None
    return UdvalgRow(
        name=series.name,
        source=series.source_label,
        milepael=NOTHING if in_force is None else series.value.goal(in_force),
        figure=shown.figure,
        count=shown.count,
        link=elsewhere[1] if elsewhere else "",
        verdict=replace(series.verdict, elaboration=""),
    )


def _mini_curve(series: Series, now: Shown) -> MiniCurve | None:
    values = [r.vaerdi if r and show(series, r).figure else None for r in series.history]
    if not now.figure:
        values[-1] = None
    if not any(value is not None for value in values):
        return None
    return small_curve(series, now.figure or "vises ikke", values, (False,) * len(values))


def _alt(facts: Facts, point: Udviklingspunkt, curves: tuple[MiniCurve, ...]) -> str:
    part = "; ".join(f"{k.name}: {k.text}" for k in curves)
    noun = PERIOD_NOUNS[facts.run.periode.periodetype][0]
    dashed = f" Stiplet: {terms_of(facts.plan).the_target}." if any_target(curves) else ""
    return f"Små kurver {noun} for {noun} for {point.titel}, seneste {noun}: {part}.{dashed}"


def _files(facts: Sequence[Facts], _team_id: str) -> Iterator[tuple[str, object]]:
    told = told_to_committee(facts)
    for one in told:
        yield report_name(told, one), build_udvalg(told, one)


PAPERS = (Paper(Audience.COMMITTEE, "udvalg.html.j2", _files),)
