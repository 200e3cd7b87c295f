"""A mail: the pages' own words, figures and pictures, for one reader, whatever the number of plans.

It is the first screen and little more: what matters most, what to do this week, and the milestones that are
missed. Leaders' comments, caseworkers and, unless asked for, cases stay in the report. It is no paper of the
walk: the delivery asks for it, in a frame of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.base.mailbody import MailBody, MailFrame, MailPicture
from pipeline.base.text import count_of, number
from pipeline.reports.blocks.curves import Ladder, PictureSheet
from pipeline.reports.blocks.milestones import MilestoneRow
from pipeline.reports.blocks.views import Table
from pipeline.reports.blocks.week import NO_CASE, WeekList, WeekRow, by_severity
from pipeline.reports.papers.report import Page
from pipeline.reports.render import Writer
from pipeline.reports.words.verdicts import Tone

TEMPLATES = ("mail.txt", "mail.html.j2")
ROWS_AT_MOST = 8
"""Missed milestones that one plan's part names; the rest are counted."""
FOOT = "Mailen er lavet og sendt automatisk, efter at en medarbejder har set den igennem og frigivet den. "
ANSWERED = "Et svar på mailen går til den, der laver tallene. "
WITHOUT_SAGER = "Den nævner ingen børn og ingen rådgivere."
WITH_SAGER = "Den rummer sagsnumre: videresend den ikke."
Png = Callable[[PictureSheet | Ladder], bytes]


@dataclass(frozen=True)
class PlanPart:
    """One plan's part of the mail; its picture is None where nothing is behind."""

    page: Page
    curves: MailPicture | None

    @property
    def missed(self) -> tuple[MilestoneRow, ...]:
        """The milestones that are missed, worst first, as many as are named; none that another part names."""
        return self._missed[:ROWS_AT_MOST]

    @property
    def _missed(self) -> tuple[MilestoneRow, ...]:
        own = (r for r in self.page.first.milestones.rows if not r.repeated)
        return tuple(r for r in own if r.verdict.tone is Tone.MISSING)

    @property
    def rest(self) -> str:
        """What of the plan's milestones is not named here."""
        rest = len(self.page.first.milestones.rows) - len(self.missed)
        return f"De øvrige {number(rest)} står i rapporten." if rest > 1 else ""


@dataclass(frozen=True)
class MailPage:
    """What the mail's templates know; the leading plan stands first."""

    parts: tuple[PlanPart, ...]
    frame: MailFrame
    ladder: MailPicture | None

    @property
    def page(self) -> Page:
        """The leading plan's page."""
        return self.parts[0].page

    @property
    def week(self) -> tuple[LineGroup, ...]:
        """Day and call of the week's first rows: one by one where case ids may stand here, else counted."""
        return week_lines(self.page.first.week, case_numbers=self.frame.case_numbers)

    @property
    def more(self) -> str:
        """How much more of the week the report lists: a list cut short is never taken for whole."""
        week = self.page.first.week
        rest = week.rest if week else 0
        return f"{count_of(rest, 'frist', 'frister')} mere står i rapporten." if rest else ""

    @property
    def names_cases(self) -> bool:
        """Whether a case id stands in it."""
        return self.frame.case_numbers and bool(self.week)

    @property
    def foot(self) -> str:
        """What the mail is, and how to treat it."""
        answered = ANSWERED if self.frame.answered else ""
        return FOOT + answered + (WITH_SAGER if self.names_cases or self.frame.attached else WITHOUT_SAGER)

    def in_words(self, page: Page, row: MilestoneRow) -> str:
        """A row's figures as one line of text."""
        target = f"{page.terms.target} {row.target}" if row.target else ""
        way = " ".join(filter(None, (row.way.sign, row.way.words)))
        return ", ".join(filter(None, (f"{row.figure} {row.count}".strip(), target, way)))

    def team_line(self, table: Table, row: tuple[str, ...]) -> str:
        """A team's row as one line of text."""
        fields = (f"{k.name} {field}" for k, field in zip(table.columns[1:], row[1:], strict=True))
        return f"{row[0]}: {', '.join(fields)}"


@dataclass(frozen=True)
class LineGroup:
    """Day and call of the deadlines of one severity, under its heading."""

    heading: str
    lines: tuple[tuple[str, str], ...]


def week_lines(week: WeekList | None, *, case_numbers: bool) -> tuple[LineGroup, ...]:
    """Day and call of a week's first rows, of cases alone: counted where no case may be named."""
    rows = [row for row in week.rows if not row.on_raadgiver] if week else []
    told = _sager if case_numbers else _counted
    return tuple(LineGroup(group.heading, tuple(told(group.rows))) for group in by_severity(rows))


def _sager(rows: Sequence[WeekRow]) -> Iterator[tuple[str, str]]:
    """A line for each deadline, without the caseworkers the report names."""
    for row in rows:
        yield row.day, row.what if row.sag == NO_CASE else f"{row.what}, sag {row.sag}"


def _counted(rows: Sequence[WeekRow]) -> Iterator[tuple[str, str]]:
    """A line for each day and call, in the order of the list, with how many where there are several."""
    for (day, call), own in groupby(rows, key=lambda row: (row.day, row.call)):
        n = len(list(own))
        yield day, call if n == 1 else f"{call} ({number(n)})"


def build_mail(pages: Sequence[Page], frame: MailFrame, writer: Writer, png: Png) -> MailBody:
    """The body of the mail about one reader's reports; `png` draws a picture of the view."""
    parts, first = [_part(place, page, png) for place, page in enumerate(pages, start=1)], pages[0]
    ladder = MailPicture("indsatstrappe.png", png(first.ladder.picture)) if first.ladder else None
    mail = MailPage(tuple(parts), frame, ladder)
    text, html = writer.mail(TEMPLATES, mail)
    return MailBody(
        name=first.summary.name,
        periode=first.summary.periode,
        text=text,
        html=html,
        subject=first.first.subject,
        pictures=tuple(picture for picture in (*(part.curves for part in parts), ladder) if picture),
        case_numbers=mail.names_cases or frame.attached,
    )


def _part(place: int, page: Page, png: Png) -> PlanPart:
    name = "kurver.png" if place == 1 else f"kurver-{place}.png"
    return PlanPart(page, MailPicture(name, png(page.behind)) if page.behind else None)
