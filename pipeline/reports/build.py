"""All reports of one period: facts once for every plan, then a folder for each reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.base.aside import aside
from pipeline.base.database import Database
from pipeline.base.mailbody import MailBody, MailFrame, ShownFigure
from pipeline.definitions.plan_models import Plan
from pipeline.reports.blocks.since_last import turned_in_short
from pipeline.reports.blocks.summary import standings_of
from pipeline.reports.facts import ALL, UNKNOWN, Facts, fetch_facts
from pipeline.reports.facts.told import Memory
from pipeline.reports.folders import COMMITTEE_FOLDER, LEADERS_FOLDER, WEEK_PAGE, folder_name
from pipeline.reports.index import News
from pipeline.reports.papers import REPORTED, Audience, Paper, papers, told_to_committee
from pipeline.reports.shown import shown_figures

if TYPE_CHECKING:
    from pipeline.reports.papers.report import Page
    from pipeline.reports.render import Writer


class Reports:
    """All reports of one period, made from facts that are read once.

    `plans` are those the published file was computed for, in its order: the first one leads. Comments,
    answers, names and warnings come from the delivery attached as `lev`, figures as last published from
    `tidligere`; without them the reports say nothing of these. `steps` is what the municipality calls the
    steps of its ladder of measures, if it has said so. `memory` is what the committee has been told before,
    and after `write` what it then has been.

    Raises:
        InternalError: the published file is of other plans, or does not hold exactly one run.

    """

    def __init__(
        self,
        database: Database,
        plans: Sequence[Plan],
        steps: Sequence[str] = (),
        memory: Memory | None = None,
    ) -> None:
        self._facts = fetch_facts(database, plans, steps)
        self._built: dict[str, list[Page]] = {}
        self.memory = memory or Memory()

    def page(self, team_id: str, plan_id: str | None = None) -> Page:
        """The view of a team's report, or the department's (`ALLE`), on the leading plan or the one named."""
        chosen = [one for one in self._facts if plan_id in {None, one.plan.plan_id}]
        return self._pages(team_id)[self._facts.index(chosen[0])]

    def shown_figures(self, team_id: str) -> tuple[ShownFigure, ...]:
        """Every figure a reader's mail shows, over all plans: what a correction is told by."""
        return shown_figures(self._facts, team_id)

    def write(self, folder: Path, progress: Callable[[str], None] | None = None) -> tuple[Path, ...]:
        """Write a folder per team, the department's, the committee's and the leaders', with their papers.

        Cases without a known team stand in the department's papers; `progress` is told of each report. Every
        second reader's papers are written in the program's second process.
        """
        readers, run = readers_of(self._facts), self._facts[0].run
        count = sum(reader.audience in WITH_REPORT for reader in readers)

        def tell(reader: Reader) -> None:
            """Of the report, and of the one that is written beside it."""
            first = readers.index(reader)
            for number, one in enumerate(readers[first : first + 2], start=first + 1):
                if progress and one.audience in WITH_REPORT:
                    progress(f"Skriver rapport {number} af {count}: {run.team_name(one.team_id)}")

        outside = self._for_committee()
        beside = aside().begin(write_for, self._facts, outside, folder, readers[1::2])
        mine = write_for(self._facts, outside, folder, readers[::2], tell, self._built)
        return (*mine, *beside.result())

    def _for_committee(self) -> Sequence[Facts]:
        """The facts the committee's papers are made of; of a period it is not told of there are none."""
        if self._facts[0].run.periode.periodetype not in REPORTED:
            return ()
        from pipeline.reports.blocks.over_time import for_committee

        outside, self.memory = for_committee(told_to_committee(self._facts), self.memory)
        return outside

    def write_week(self, folder: Path) -> None:
        """Write a page per team with its list of what to do this week, and nothing else."""
        from pipeline.reports.papers.week_mail import build_week_page
        from pipeline.reports.render import Writer

        writer = Writer()
        for reader in readers_of(self._facts):
            if reader.audience is Audience.TEAM:
                file = folder / reader.folder / WEEK_PAGE
                file.parent.mkdir(parents=True, exist_ok=True)
                page = writer.page("document.html.j2", build_week_page(self._facts, reader.team_id))
                file.write_text(page, encoding="utf-8", newline="\n")

    def week_mail(self, team_id: str, frame: MailFrame) -> MailBody:
        """The mail about a team's week, in a frame."""
        from pipeline.reports.papers.week_mail import build_week_mail
        from pipeline.reports.render import Writer

        return build_week_mail(self._facts, team_id, frame, Writer())

    def week_figures(self, team_id: str) -> tuple[ShownFigure, ...]:
        """What that mail shows: what a correction is told by."""
        from pipeline.reports.papers.week_mail import week_figures

        return tuple(week_figures(self._facts, team_id))

    def news(self) -> dict[str, News]:
        """What every reader of a report is called, what matters most, and what has turned, by folder."""
        from pipeline.reports.blocks.first import subject_of

        one = self._facts[0]
        teams = [ALL, *(team.team_id for team in one.run.teams if team.team_id != UNKNOWN)]
        return {
            folder_name(id_): News(
                one.run.team_name(id_),
                subject_of(self._facts, one, id_),
                turned_in_short(one, standings_of(one, id_)),
            )
            for id_ in teams
        }

    def team_folders(self) -> tuple[str, ...]:
        """The folders that are a team's."""
        return tuple(r.folder for r in readers_of(self._facts) if r.audience is Audience.TEAM)

    @property
    def version(self) -> str:
        """The program's, as the run knows it."""
        return self._facts[0].run.opgoerelse.program_version

    @contextmanager
    def mails(self) -> Iterator[Callable[[str, MailFrame], MailBody]]:
        """What words the mail about a team's reports, or the department's, in a frame."""
        from pipeline.reports.papers.mail import build_mail
        from pipeline.reports.pictures import Painter
        from pipeline.reports.render import Writer

        with Painter() as painter:
            writer = Writer(painter)
            yield lambda team_id, frame: build_mail(self._pages(team_id), frame, writer, painter.png)

    def _pages(self, team_id: str) -> list[Page]:
        """A reader's reports on every plan; those that have just been written are not built again."""
        from pipeline.reports.papers.report import build_page

        return self._built.get(team_id) or [build_page(self._facts, one, team_id) for one in self._facts]


WITH_REPORT = frozenset({Audience.DEPARTMENT, Audience.TEAM})
"""Whose papers are told of while they are written."""


@dataclass(frozen=True)
class Reader:
    """Whose papers lie in a folder, and about which team."""

    audience: Audience
    team_id: str
    folder: str


def readers_of(facts: Sequence[Facts]) -> list[Reader]:
    """The department, the teams, the committee and the leaders' meeting."""
    teams = [team.team_id for team in facts[0].run.teams if team.team_id != UNKNOWN]
    return [
        Reader(Audience.DEPARTMENT, ALL, folder_name(ALL)),
        *(Reader(Audience.TEAM, team_id, folder_name(team_id)) for team_id in teams),
        Reader(Audience.COMMITTEE, ALL, COMMITTEE_FOLDER),
        Reader(Audience.LEADERS, ALL, LEADERS_FOLDER),
    ]


def _quiet(_: Reader) -> None:
    """Progress nobody watches."""


def write_for(
    facts: Sequence[Facts],
    outside: Sequence[Facts],
    folder: Path,
    readers: Sequence[Reader],
    tell: Callable[[Reader], None] = _quiet,
    built: dict[str, list[Page]] | None = None,
) -> list[Path]:
    """Write the papers of some readers, telling of each before it is begun; the files.

    The committee's are made of `outside`, where there is anything to tell it. The reports among them are kept
    in `built`, by team and in the order of the plans.
    """
    from pipeline.reports.papers.report import Page
    from pipeline.reports.pictures import Painter
    from pipeline.reports.render import Writer

    written = list[Path]()
    with Painter() as painter:
        writer = Writer(painter)
        for reader in readers:
            tell(reader)
            home = folder / reader.folder
            known = outside if reader.audience is Audience.COMMITTEE else facts
            papers_of = [paper for paper in papers() if known and paper.audience is reader.audience]
            views = [(p, name, view) for p in papers_of for name, view in p.files(known, reader.team_id)]
            written += [_write(home / name, paper, writer, view) for paper, name, view in views]
            if built is not None and (pages := [view for _, _, view in views if isinstance(view, Page)]):
                built[reader.team_id] = pages
    return written


def _write(file: Path, paper: Paper, writer: Writer, view: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(view, bytes):
        file.write_bytes(view)
    elif paper.template:
        file.write_text(writer.page(paper.template, view), encoding="utf-8", newline="\n")
    return file
