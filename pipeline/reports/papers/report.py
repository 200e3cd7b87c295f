"""The report of a team or of the department: one page per plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.base.text import PERIOD_NOUNS, count_of, enumeration, number, periode_text
from pipeline.definitions.plan_models import Udviklingspunkt
from pipeline.reports.blocks.actions import build_action_list
from pipeline.reports.blocks.activities import build_activities, overdue_activities
from pipeline.reports.blocks.appendix import build_appendix
from pipeline.reports.blocks.curves import PictureSheet
from pipeline.reports.blocks.decisions import Decision, build_decisions
from pipeline.reports.blocks.first import FirstScreen, build_first
from pipeline.reports.blocks.footnote import build_footnote
from pipeline.reports.blocks.indicator import build_block
from pipeline.reports.blocks.ladder import build_ladder
from pipeline.reports.blocks.matrix import build_matrix
from pipeline.reports.blocks.matrix_views import Matrix
from pipeline.reports.blocks.milestones import judged_series
from pipeline.reports.blocks.reading import ReadingSection, build_reading
from pipeline.reports.blocks.repeated import build_repeated, told_in
from pipeline.reports.blocks.steps import build_step
from pipeline.reports.blocks.summary import BEHIND, SINCE, build_summary
from pipeline.reports.blocks.tasks import ActionList
from pipeline.reports.blocks.team_table import build_team_table
from pipeline.reports.blocks.trend import build_behind
from pipeline.reports.blocks.views import ActivityLine, Footnote, LadderBlock, Line, Section, Summary, Table
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.papers import Audience, Paper, other_reports, report_name
from pipeline.reports.papers.feedback import feedback_pages
from pipeline.reports.papers.meeting import meeting_link
from pipeline.reports.papers.note import note_links
from pipeline.reports.words.names import in_words
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import Terms, terms_of
from pipeline.reports.words.verdicts import is_missed

CURVES_AT_MOST = 4
"""Small curves of those missed that a team's mail shows, the worst first."""


@dataclass(frozen=True)
class Page:
    """A whole report of one plan.

    `first` is what the page begins with, `lines` what the summary says beyond it, `addresses` the page of
    each plan as a link names it (its own is empty), `span` how far the curves reach, `since` what has turned,
    `pages` the caseworkers' own by id, `registration` how much is probably not registered. `others` are the
    reports of the run's further plans, `notes` the plan's own notes, by title and file. The department's has
    a `matrix`, `decisions` and the `overdue` activities; `folded` says on paper what is on the screen alone.
    """

    title: str
    file: str
    plan: str
    organisation: str
    others: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    terms: Terms
    first: FirstScreen
    addresses: Mapping[str, str]
    milestones_title: str
    span: str
    since: str
    pages: Mapping[str, str]
    registration: int
    summary: Summary
    lines: tuple[Line, ...]
    remarks: tuple[str, ...]
    behind: PictureSheet | None
    behind_title: str
    matrix: Matrix | None
    decisions: tuple[Decision, ...]
    overdue: tuple[ActivityLine, ...]
    folded: str
    section: tuple[Section, ...]
    teams: Table | None
    ladder: LadderBlock | None
    appendix: Table | None
    action_list: ActionList
    reading: ReadingSection | None
    assumptions: tuple[str, ...]
    footnotes: tuple[Footnote, ...]
    version: str


def build_page(facts: Sequence[Facts], one: Facts, team_id: str) -> Page:
    """The report of a team, or of the department (`ALL`), on one plan of the run.

    What is no plan's, the ladder of measures, stands with the leading one.
    """
    plan, run, afdeling = one.plan, one.run, team_id == ALL
    chosen = [leading(one, indicator, team_id) for indicator in plan.indikatorer]
    told = [series for series in chosen if series.indicator.id not in one.repeats]
    section = tuple(_section(facts, one, point, team_id, told) for point in plan.udviklingspunkter)
    with_figures = {block.id for part in section for block in part.blocks if block.has_figures}
    name, terms, file = run.team_name(team_id), terms_of(plan), report_name(facts, one)
    overdue = overdue_activities(one) if afdeling else ()
    appendix = build_appendix(one) if afdeling else None
    summary, action_list = build_summary(one, team_id), build_action_list(one, team_id)
    which = "" if len(facts) == 1 else f", {plan.titel}"
    return Page(
        title=f"Ledelsestilsyn: {name}, {periode_text(run.periode)}{which}",
        file=file,
        plan=plan.titel,
        organisation=plan.organisation,
        others=other_reports(facts, one),
        notes=note_links(facts, one) if afdeling else (),
        terms=terms,
        first=build_first(facts, one, team_id),
        addresses={each.plan.plan_id: _address(facts, each, one) for each in facts},
        milestones_title=terms.worst_first if terms.judges else "Tallene",
        span=count_of(len(one.history), *PERIOD_NOUNS[run.periode.periodetype]),
        since=" ".join(line.text for line in summary.lines if line.label in SINCE),
        pages={} if afdeling else feedback_pages(run, team_id),
        registration=sum(f.team_id in run.covered_by(team_id) for f in run.findings),
        summary=summary,
        lines=tuple(line for line in summary.lines if line.label not in {terms.targets_heading, BEHIND}),
        remarks=tuple(in_words(text) for text in run.remarks),
        behind=build_behind(told) if afdeling else build_behind(_own_judged(one, team_id), CURVES_AT_MOST),
        behind_title=_behind_title(terms, told),
        matrix=build_matrix(one, file) if afdeling else None,
        decisions=build_decisions(facts, one, len(overdue), meeting_link(facts, one)) if afdeling else (),
        overdue=overdue,
        folded=_folded(section, terms, action_list.title, appendix),
        section=section,
        teams=build_team_table(one, file) if afdeling and (one.frister or not one.repeats) else None,
        ladder=build_ladder(run) if afdeling and one is facts[0] else None,
        appendix=appendix,
        action_list=action_list,
        reading=build_reading(one, team_id),
        assumptions=plan.antagelser,
        footnotes=tuple(build_footnote(one, i, said=i.id in with_figures) for i in plan.indikatorer),
        version=run.opgoerelse.program_version,
    )


def _own_judged(one: Facts, team_id: str) -> list[Series]:
    """What is held up against a target here and told by no earlier plan."""
    return [s for s in judged_series(one, team_id) if s.indicator.id not in one.repeats]


def _address(facts: Sequence[Facts], each: Facts, here: Facts) -> str:
    """A plan's page as a link names it."""
    return "" if each is here else report_name(facts, each)


def _behind_title(terms: Terms, chosen: Sequence[Series]) -> str:
    worse = any(series.now and series.now.status == "daarligere" for series in chosen)
    missed = f"Ikke {terms.met}"
    return f"{missed} eller dårligere end ved start" if worse else missed


def _section(
    facts: Sequence[Facts], one: Facts, point: Udviklingspunkt, team_id: str, told: Sequence[Series]
) -> Section:
    plan = one.plan
    opened = [u for u in plan.ikke_fastsat if u.udviklingspunkt == point.nr]
    own = [series for series in told if series.indicator.udviklingspunkt == point.nr]
    repeats = [i for i in plan.indikatorer if i.udviklingspunkt == point.nr and i.id in one.repeats]
    return Section(
        number=point.nr,
        title=point.titel,
        purpose=point.formaal,
        told=_told(own, len(repeats)),
        step=build_step(one, point, team_id),
        blocks=tuple(
            build_block(
                one,
                series.indicator,
                team_id,
                tuple(u for u in opened if u.indikator == series.indicator.id),
            )
            for series in own
        ),
        repeated=tuple(
            build_repeated(facts, one, i, team_id, report_name(facts, told_in(facts, one, i)[0]))
            for i in repeats
        ),
        activities=build_activities(one, point.nr) if team_id == ALL else (),
        ikke_fastsat=tuple(f"„{u.planens_ordlyd}“: {u.forklaring}" for u in opened if not u.indikator)
        if team_id == ALL
        else (),
    )


def _told(own: Sequence[Series], repeats: int) -> str:
    """`9 indikatorer, 3 ikke nået`; of a chapter that another report tells, how many it repeats."""
    if not own and repeats:
        return f"{number(repeats)} med samme tal som i den anden rapport"
    told = count_of(len(own), "indikator", "indikatorer")
    missed = sum(is_missed(series.now) for series in own)
    return f"{told}, {missed} ikke {own[0].value.terms.met}" if missed else told


def _folded(section: Sequence[Section], terms: Terms, listed: str, appendix: Table | None) -> str:
    """What paper takes along only where the reader has opened its fold, and under which heading it lies."""
    blocks = [b.id for part in section for b in part.blocks if b.has_figures and not b.judged]
    found = [f"kurve og tabel for {enumeration(blocks)}"] if blocks and terms.judges else []
    found += ["alle aktiviteter"] if any(part.activities for part in section) else []
    told = [f"under Indikatorerne {enumeration(found)}"] if found else []
    told.append(f"under {listed} listerne over sager")
    told += ["i bilaget, hvor en måned plejer at ligge"] if appendix and appendix.rows else []
    told.append("under Om tallene, hvordan hver indikator måles")
    return f"Ikke på papir, fordi det er foldet sammen på skærmen: {'; '.join(told)}."


def _files(facts: Sequence[Facts], team_id: str) -> Iterator[tuple[str, object]]:
    for one in facts:
        yield report_name(facts, one), build_page(facts, one, team_id)


PAPERS = (
    Paper(Audience.TEAM, "team.html.j2", _files),
    Paper(Audience.DEPARTMENT, "afdeling.html.j2", _files),
)
