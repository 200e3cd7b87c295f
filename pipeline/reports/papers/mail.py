"""A mail: the pages' own words, figures and pictures, for one reader, whatever the number of plans.

It says what a leader must know and how every indicator stands, and tells more of those that are behind.
Leaders' comments, caseworkers and, unless asked for, cases stay in the report. It is no paper of the walk:
the delivery asks for it, in a frame of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.base.mailbody import MailBody, MailFrame, MailPicture
from pipeline.reports.blocks.curves import Ladder, PictureSheet
from pipeline.reports.blocks.views import Block, OverviewRow, Table
from pipeline.reports.papers.report import Page
from pipeline.reports.render import Writer
from pipeline.reports.words.verdicts import Tone

TEMPLATES = ("mail.txt", "mail.html.j2")
ROWS_AT_MOST, ROWS_OF_ONE_BEHIND = 110, 3
"""Rows of overview in one mail, and how many such rows one of those behind is as long as: Gmail clips what
is longer than 102 kB. The leading plan is always told in full."""
FOOT = "Mailen er lavet og sendt automatisk, efter at en medarbejder har set den igennem og frigivet den. "
WITHOUT_SAGER = "Den nævner ingen børn og ingen rådgivere."
WITH_SAGER = "Den rummer sagsnumre: videresend den ikke."
Png = Callable[[PictureSheet | Ladder], bytes]


@dataclass(frozen=True)
class PlanPart:
    """One plan's part of the mail; its picture is None where nothing is behind.

    `in_full`: the mail is not yet so long that programs would clip it.
    """

    page: Page
    curves: MailPicture | None
    in_full: bool

    @property
    def behind(self) -> tuple[Block, ...]:
        """The indicators that are behind."""
        all_ = (block for section in self.page.section for block in section.blocks)
        return tuple(block for block in all_ if block.verdict.tone is Tone.MISSING)


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
    def sager(self) -> tuple[str, ...]:
        """What is overdue or soon due, where case ids may stand in a mail."""
        if not self.frame.case_numbers:
            return ()
        return tuple(line for part in self.parts for line in _sager(part.page))

    @property
    def foot(self) -> str:
        """What the mail is, and how to treat it."""
        return FOOT + (WITH_SAGER if self.sager or self.frame.attached else WITHOUT_SAGER)

    def in_words(self, page: Page, row: OverviewRow) -> str:
        """A row of a page's overview as one line of text."""
        cell = row.cell
        count = f"({cell.count})" if cell.figure and cell.count else cell.count
        target = f"{page.terms.target} {row.milepael}" if row.milepael else ""
        result = " ".join(filter(None, (cell.figure, count, row.source if result_is_told(row) else "")))
        return ", ".join(filter(None, (result, target, cell.verdict.words.lower(), cell.other)))

    def team_line(self, table: Table, row: tuple[str, ...]) -> str:
        """A team's row as one line of text."""
        fields = (f"{k.name} {field}" for k, field in zip(table.columns[1:], row[1:], strict=True))
        return f"{row[0]}: {', '.join(fields)}"


def result_is_told(row: OverviewRow) -> bool:
    """Whether a row has a figure that its source belongs to."""
    return bool(row.cell.figure or row.cell.count)


def _sager(page: Page) -> Iterator[str]:
    """A line for each deadline, without the caseworkers the report groups them by."""
    for list_ in (page.action_list.overdue, page.action_list.soon):
        for group in list_.groups:
            for task in group.tasks:
                if not task.on_raadgiver:
                    yield from (f"Sag {task.sag}, {task.unit}: {point}" for point in task.points)


def build_mail(pages: Sequence[Page], frame: MailFrame, writer: Writer, png: Png) -> MailBody:
    """The body of the mail about one reader's reports; `png` draws a picture of the view."""
    parts, rows, first = list[PlanPart](), 0, pages[0]
    for number, page in enumerate(pages, start=1):
        rows += _length(page)
        parts.append(_part(number, page, png, in_full=number == 1 or rows <= ROWS_AT_MOST))
    ladder = MailPicture("indsatstrappe.png", png(first.ladder.picture)) if first.ladder else None
    mail = MailPage(tuple(parts), frame, ladder)
    text, html = writer.mail(TEMPLATES, mail)
    return MailBody(
        name=first.summary.name,
        periode=first.summary.periode,
        text=text,
        html=html,
        pictures=tuple(picture for picture in (*(part.curves for part in parts), ladder) if picture),
        case_numbers=bool(mail.sager) or frame.attached,
    )


def _length(page: Page) -> int:
    """How long a page's part is, in rows of its overview."""
    behind = sum(block.verdict.tone is Tone.MISSING for section in page.section for block in section.blocks)
    return sum(len(group.rows) for group in page.overview) + ROWS_OF_ONE_BEHIND * behind


def _part(number: int, page: Page, png: Png, *, in_full: bool) -> PlanPart:
    name = "kurver.png" if number == 1 else f"kurver-{number}.png"
    drawn = MailPicture(name, png(page.behind)) if page.behind and in_full else None
    return PlanPart(page, drawn, in_full)
