"""A report's view that says little, and the mail that the reports make of it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from pipeline.base.mailbody import MailBody, MailFrame
from pipeline.reports.blocks.curves import MiniCurve, PictureSheet
from pipeline.reports.blocks.tasks import ActionList, Task, TaskGroup, TaskList
from pipeline.reports.blocks.views import Line, Summary
from pipeline.reports.papers.mail import build_mail
from pipeline.reports.papers.report import Page
from pipeline.reports.pictures import Painter
from pipeline.reports.render import Writer
from pipeline.reports.words.terms import DEVELOPMENT_PLAN

CURVE = MiniCurve(
    "5.1", "20 % ikke nået", (30.0, None, 20.0), (False, False, True), (None, 25.0, 25.0), 100.0
)


def body(page: Page, frame: MailFrame) -> MailBody:
    """The body, written and drawn by the reports; every page here shows the same curve, drawn once."""
    return build_mail([page], frame, _writer(), _png)


@functools.cache
def _writer() -> Writer:
    """A mail's templates show pictures that are attached, and ask for none to be drawn."""
    return Writer(str)


@functools.cache
def _png(picture: PictureSheet) -> bytes:
    with Painter() as painter:
        return painter.png(picture)


def small_page(name: str, remarks: tuple[str, ...] = (), frister: Sequence[dict[str, Any]] = ()) -> Page:
    """One line, one small curve and the deadlines of one caseworker, whose name must never leave the page."""
    summary = Summary(name, "maj 2021", "31. maj 2021", None, (Line("Milepæle", "1 af 2 milepæle er nået."),))
    over, coming = (
        _list([f for f in frister if f["tilstand"] == state]) for state in ("overskredet", "kommende")
    )
    return Page(
        title=f"Ledelsestilsyn: {name}, maj 2021",
        plan="Planen",
        organisation="Prøve Kommune",
        others=(),
        notes=(),
        terms=DEVELOPMENT_PLAN,
        summary=summary,
        remarks=remarks,
        behind=PictureSheet((CURVE,), "Små kurver, senest: 5.1: 20 % ikke nået."),
        behind_title="Ikke nået",
        team_names=(),
        overview=(),
        section=(),
        teams=None,
        matrix=None,
        ladder=None,
        reading=None,
        appendix=None,
        action_list=ActionList("Handleliste", over, coming, _list([]), _list([]), "", ""),
        assumptions=(),
        footnotes=(),
        version="9",
    )


def _list(frister: Sequence[dict[str, Any]]) -> TaskList:
    tasks = tuple(
        Task(f["sag_id"], f["enhed_id"], (f"5.1 Partshøring: frist {f['frist_dato']:%d-%m-%Y}",))
        for f in frister
    )
    return TaskList("Frister", "", (TaskGroup("Rådgiver R77", "", tasks),), "Ingen.", short=True)
