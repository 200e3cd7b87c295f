"""The week between two months: each leader's list of what to do, as a page and as a mail, and nothing else.

Both are the first screen's list by the same definitions (`facts/week.py`), made from a light delivery. What
needs an extract that was not delivered is not listed, and it is said which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.base.mailbody import MailBody, MailFrame, ShownFigure
from pipeline.base.text import count_of, enumeration, number
from pipeline.reports.blocks.views import Chapter, Document, Table, TableColumn
from pipeline.reports.blocks.week import WeekList, WeekRow, build_week_list
from pipeline.reports.facts import Facts, week_of
from pipeline.reports.papers.mail import ANSWERED, FOOT, WITH_SAGER, WITHOUT_SAGER, week_lines
from pipeline.reports.render import Writer

TEMPLATES = ("mail_uge.txt", "mail_uge.html.j2")
_COLUMNS = (
    TableColumn("Hvornår"),
    TableColumn("Sag"),
    TableColumn("Hvad", wide=True),
    TableColumn("Hvem"),
)


@dataclass(frozen=True)
class WeekMail:
    """What the mail's templates know."""

    name: str
    week: WeekList
    lines: tuple[tuple[str, str], ...]
    left_out: str
    frame: MailFrame

    @property
    def title(self) -> str:
        """What the mail is called."""
        return f"Uge {self.week.number}: {self.name}"

    @property
    def rest(self) -> str:
        """How much more the page lists."""
        more = self.week.rest
        return f"{count_of(more, 'frist', 'frister')} mere står på siden." if more else ""

    @property
    def names_cases(self) -> bool:
        """Whether a case id stands in it."""
        return self.frame.case_numbers and bool(self.lines)

    @property
    def foot(self) -> str:
        """What the mail is, and how to treat it."""
        answered = ANSWERED if self.frame.answered else ""
        return FOOT + answered + (WITH_SAGER if self.names_cases else WITHOUT_SAGER)


def week_list(facts: Sequence[Facts], team_id: str) -> WeekList:
    """A team's list over every plan of the run."""
    return build_week_list(facts[0].run, week_of(facts, team_id))


def build_week_mail(facts: Sequence[Facts], team_id: str, frame: MailFrame, writer: Writer) -> MailBody:
    """The mail about a team's week."""
    run, week = facts[0].run, week_list(facts, team_id)
    lines = week_lines(week, case_numbers=frame.case_numbers)
    mail = WeekMail(run.team_name(team_id), week, lines, left_out(facts), frame)
    text, html = writer.mail(TEMPLATES, mail)
    return MailBody(
        name=mail.name,
        periode=f"uge {week.number}",
        text=text,
        html=html,
        subject=_subject(week),
        case_numbers=mail.names_cases,
    )


def _subject(week: WeekList) -> str:
    urgent = (
        f"{count_of(week.urgent, 'frist', 'frister')} om barnets sikkerhed overskredet" if week.urgent else ""
    )
    old = sum(len(line.rows) for line in week.backlog if line.safety)
    older = f"{number(old)} ældre {'' if urgent else 'om barnets sikkerhed '}ikke registreret" if old else ""
    due = f"{count_of(week.due, 'frist', 'frister')} i uge {week.number}"
    return " · ".join(filter(None, (urgent, older, due)))


def left_out(facts: Sequence[Facts]) -> str:
    """Which deadlines cannot be told, because the delivery lacks what they are made from."""
    names = [
        f"{i.id} {i.titel}"
        for one in facts
        for i in one.plan.indikatorer
        if i.handling and any(r.grund for r in one.results.values() if r.indikator_id == i.id)
    ]
    return f"Ikke med, fordi udtrækkene ikke er leveret: {enumeration(names)}." if names else ""


def build_week_page(facts: Sequence[Facts], team_id: str) -> Document:
    """The whole list with its cases, as it lies in the team's folder."""
    run, week = facts[0].run, week_list(facts, team_id)
    own = Table("Gør dette", _COLUMNS, tuple(_fields(row) for row in week.all_rows), week.empty)
    old = tuple(
        Table(f"{line.text}. {line.question}".strip(), _COLUMNS, tuple(_fields(row) for row in line.rows))
        for line in week.backlog
    )
    chapters = [Chapter(f"Uge {week.number}", (), (own,))]
    if old:
        chapters.append(Chapter("Længe overskredet", (week.passed,), old))
    return Document(
        title=f"Uge {week.number}: {run.team_name(team_id)}",
        kicker=f"Ledelsestilsyn · {facts[0].plan.organisation}",
        heading=f"{run.team_name(team_id)}, uge {week.number}",
        meta=f"{week.span}.",
        introduction=tuple(filter(None, (left_out(facts),))),
        chapters=tuple(chapters),
        note="Fortroligt: siden rummer sagsnumre.",
        version=run.opgoerelse.program_version,
    )


def _fields(row: WeekRow) -> tuple[str, ...]:
    return row.day, row.sag, row.what, row.who


def week_figures(facts: Sequence[Facts], team_id: str) -> Iterator[ShownFigure]:
    """What the mail shows, by indicator and how near: a later mail about the same week corrects it."""
    rows = sorted(week_list(facts, team_id).all_rows, key=_kind)
    for (plan_id, anchor, passed), own in groupby(rows, key=_kind):
        found = list(own)
        word = "overskredet" if passed else "kommende"
        told = count_of(len(found), "frist", "frister")
        yield ShownFigure(f"uge/{plan_id}/{anchor}/{word}", f"{found[0].call} ({word})", told)


def _kind(row: WeekRow) -> tuple[str, str, bool]:
    return row.plan_id, row.anchor, row.passed
