"""The action list as an Excel workbook: real dates, filters, one sheet per kind, every plan of the run.

Text is always text, so that nothing out of a register runs as a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.base.workbooks import DATE_FORMAT, as_bytes, mark
from pipeline.definitions.plan_models import Plan
from pipeline.reports.blocks.actions import REASONS, days_late, shortfall_day, split_frister, unit_name
from pipeline.reports.blocks.tasks import Sheet
from pipeline.reports.blocks.week import HEADINGS, week_row
from pipeline.reports.facts import ALL, Facts, Frist, Run, Shortfall, week_of
from pipeline.reports.papers import Audience, Paper

WORKBOOK = "handlingsliste.xlsx"
NUMBER_FORMAT = "0_W_W"
"""Room to the right of a number, or 417 days and indicator 5.3 beside it read as one figure."""
_WIDTHS = {
    "Titel": 42,
    "Hvad": 42,
    "Plan": 26,
    "Navn": 26,
    "Også": 26,
    "Enhed": 18,
    "Indikator": 10,
    "Dage": 8,
}
_WIDTH = 13
_BOLD = Font(bold=True)
_WHAT = ("Indikator", "Titel", "Sag", "Enhed", "Rådgiver", "Navn")


def build_sheets(facts: Sequence[Facts], team_id: str) -> tuple[Sheet, ...]:
    """One row per deadline and per unmet unit, to filter and sort; its plan where there are several.

    Before them a team's week, as its first screen has it.
    """
    run, plans = facts[0].run, {one.plan.plan_id: one.plan for one in facts}
    over, soon, later = split_frister(run.listed_for(team_id, run.frister))
    shortfalls = run.listed_for(team_id, run.shortfalls)
    named = ("Plan", *_WHAT, "Også") if len(facts) > 1 else _WHAT

    def frist(f: Frist) -> tuple[str | int | date | None, ...]:
        return f.frist_dato, f.dage, *_what(run, plans, f)

    def shortfall(m: Shortfall) -> tuple[str | int | date | None, ...]:
        late = days_late(m, run.opgoerelse.opgjort_pr)
        source = "Sagsgennemgang" if m.kilde == "tilsyn" else "Register"
        return shortfall_day(m), m.frist_dato, late, REASONS[m.aarsag], *_what(run, plans, m), source

    return (
        *((_week(facts, team_id),) if team_id != ALL else ()),
        Sheet("Overskredet", ("Frist", "Dage", *named), tuple(map(frist, over))),
        Sheet("Kommende", ("Frist", "Dage", *named), tuple(map(frist, (*soon, *later)))),
        Sheet(
            "Trækker ned",
            ("Dato", "Frist", "Dage over", "Årsag", *named, "Kilde"),
            tuple(map(shortfall, shortfalls)),
        ),
    )


def _week(facts: Sequence[Facts], team_id: str) -> Sheet:
    """The first screen's list as a sheet: a row per case and act, the gravest first, then by day."""
    run, tasks = facts[0].run, week_of(facts, team_id).tasks
    rows = [(task, week_row(run, task)) for task in tasks]
    return Sheet(
        "Denne uge",
        ("Frist", "Alvor", "Hvad", "Sag", "Enhed", "Rådgiver", "Navn", "Også"),
        tuple(
            (
                task.frist.frist_dato, HEADINGS[row.rank].partition(":")[0], row.call, task.frist.sag_id,
                unit_name(task.frist), row.raadgiver_id, run.raadgiver_names.get(row.raadgiver_id or ""),
                row.also or None,
            )
            for task, row in rows
        ),
    )  # fmt: skip


def _what(run: Run, plans: dict[str, Plan], r: Frist | Shortfall) -> tuple[str | None, ...]:
    plan, name = plans[r.plan_id], run.raadgiver_names.get(r.raadgiver_id or "")
    title = plan.indicator(r.indikator_id).titel
    what = (r.indikator_id, title, r.sag_id, unit_name(r), r.raadgiver_id, name)
    return (plan.titel, *what, ", ".join(r.ogsaa) or None) if len(plans) > 1 else what


def workbook(sheets: tuple[Sheet, ...], day: date) -> bytes:
    """The workbook; `day` is the day it says it was made, so that the same rows give the same file."""
    book = Workbook(write_only=True)
    mark(book)
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet)
    return as_bytes(book, day)


def _write(worksheet: WriteOnlyWorksheet, sheet: Sheet) -> None:
    for number, name in enumerate(sheet.columns, start=1):
        worksheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _WIDTH)
    worksheet.freeze_panes = "A2"
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    _on_paper(worksheet)
    headings = [_cell(worksheet, name) for name in sheet.columns]
    for cell in headings:
        cell.font = _BOLD
    worksheet.append(headings)
    for row in sheet.rows:
        worksheet.append([None if field is None else _cell(worksheet, field) for field in row])


def _on_paper(worksheet: WriteOnlyWorksheet) -> None:
    """Every column on one A4 across, the heads on every sheet."""
    worksheet.print_title_rows = "1:1"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _cell(worksheet: WriteOnlyWorksheet, field: str | int | date) -> WriteOnlyCell:
    if isinstance(field, str):
        cell = WriteOnlyCell(worksheet, ILLEGAL_CHARACTERS_RE.sub("", field))
        cell.data_type = "s"
        return cell
    cell = WriteOnlyCell(worksheet, field)
    cell.number_format = DATE_FORMAT if isinstance(field, date) else NUMBER_FORMAT
    return cell


def _files(facts: Sequence[Facts], team_id: str) -> Iterator[tuple[str, object]]:
    yield WORKBOOK, workbook(build_sheets(facts, team_id), facts[0].run.opgoerelse.opgjort_pr)


PAPERS = (Paper(Audience.TEAM, None, _files), Paper(Audience.DEPARTMENT, None, _files))
