"""A report's view that says little, and the mail that the reports make of it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from pipeline.base.mailbody import MailBody, MailFrame
from pipeline.reports.blocks.curves import MiniCurve, PictureSheet
from pipeline.reports.blocks.first import FirstScreen
from pipeline.reports.blocks.milestones import MilestoneRow, Milestones
from pipeline.reports.blocks.tasks import ActionList, TaskList
from pipeline.reports.blocks.views import Line, Summary
from pipeline.reports.blocks.week import WeekList, WeekRow
from pipeline.reports.papers.mail import build_mail
from pipeline.reports.papers.report import Page
from pipeline.reports.pictures import Painter
from pipeline.reports.render import Writer
from pipeline.reports.words.direction import NO_WAY
from pipeline.reports.words.terms import DEVELOPMENT_PLAN
from pipeline.reports.words.verdicts import verdict_on

CURVE = MiniCurve(
    "5.1", "20 % ikke nået", (30.0, None, 20.0), (False, False, True), (None, 25.0, 25.0), 100.0
)

NO_TASKS = TaskList("Frister", "", (), "Ingen.", short=True)
MISSED = MilestoneRow(
    "i-5-1", "5.1", "Partshøring", "20 %", "4 af 20", "register", "25 %", False,
    verdict_on("ikke_naaet", DEVELOPMENT_PLAN), None, NO_WAY, "–", (), False,
)  # fmt: skip


def body(page: Page, frame: MailFrame) -> MailBody:
    """The body, written and drawn by the reports; every page here shows the same curve, drawn once."""
    return build_mail([page], frame, _writer(), _png)


@functools.cache
def _writer() -> Writer:
    """A mail's templates show pictures that are attached, and ask for none to be drawn."""
    return Writer()


@functools.cache
def _png(picture: PictureSheet) -> bytes:
    with Painter() as painter:
        return painter.png(picture)


def small_page(name: str, remarks: tuple[str, ...] = (), frister: Sequence[dict[str, Any]] = ()) -> Page:
    """One line, one small curve and the deadlines of one caseworker, whose name must never leave the page."""
    summary = Summary(name, "maj 2021", "31. maj 2021", None, (Line("Milepæle", "1 af 2 milepæle er nået."),))
    return Page(
        title=f"Ledelsestilsyn: {name}, maj 2021",
        file="rapport.html",
        plan="Planen",
        organisation="Prøve Kommune",
        others=(),
        notes=(),
        terms=DEVELOPMENT_PLAN,
        first=FirstScreen("1 af 2 milepæle er nået.", "", "", _week(frister), Milestones((MISSED,), "", ())),
        lines=summary.lines,
        addresses={"planen": ""},
        milestones_title="",
        span="",
        since="",
        pages={},
        registration=0,
        summary=summary,
        remarks=remarks,
        behind=PictureSheet((CURVE,), "Små kurver, senest: 5.1: 20 % ikke nået."),
        behind_title="Ikke nået",
        section=(),
        teams=None,
        matrix=None,
        decisions=(),
        overdue=(),
        folded="",
        ladder=None,
        reading=None,
        appendix=None,
        action_list=ActionList("Handlingsliste", NO_TASKS, NO_TASKS, NO_TASKS, NO_TASKS, "", ""),
        assumptions=(),
        footnotes=(),
        version="9",
    )


def _week(frister: Sequence[dict[str, Any]]) -> WeekList | None:
    """A row of each deadline, with the caseworker that no mail names."""
    rows = tuple(
        WeekRow(
            day=f"{f['frist_dato']:%d-%m-%Y}",
            sag=f["sag_id"],
            call="Partshør",
            unit=f["enhed_id"],
            who="Rådgiver R77",
            raadgiver_id="R77",
            plan_id="planen",
            anchor="i-5-1",
            passed=f["tilstand"] == "overskredet",
            safety=False,
            on_raadgiver=False,
            rank=1,
            order=f"{f['frist_dato']:%Y-%m-%d}",
        )
        for f in frister
    )
    return WeekList("Til og med søndag 6/6", rows, rows, (), "", "", "", 0, 0, 22) if rows else None
