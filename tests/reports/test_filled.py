"""A column in which no row says anything is drawn nowhere: on no page, in no mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from pipeline.base.database import Database
from pipeline.base.mailbody import MailFrame
from pipeline.base.periods import read_periode
from pipeline.definitions.plan_models import Plan
from pipeline.reports import Reports
from pipeline.reports.blocks.views import NOTHING, Table, TableColumn, filled
from pipeline.reports.papers.mail import build_mail
from pipeline.reports.render import Writer
from tests.reports.own_plan import publish
from tests.reports.test_several_plans import twin


class Blank:
    """Pictures nobody looks at."""

    def draw(self, _: object) -> str:
        """No picture."""
        return "data:,"

    def size(self, _: object) -> tuple[int, int]:
        """One point."""
        return 1, 1


class Columns(HTMLParser):
    """The tables of a page as rows of texts; a picture in a field is a text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a table, a row or a field, or put a picture in one."""
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        elif tag in {"svg", "img"} and self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] += tag

    def handle_data(self, data: str) -> None:
        """Put words in the field that was begun last."""
        if self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] += data.strip()

    def empty(self) -> list[str]:
        """The headings of columns without a word below them."""
        found = []
        for head, *rows in (table for table in self.tables if len(table) > 1):
            whole = [row for row in rows if len(row) == len(head)]
            for place, name in enumerate(head):
                if name and whole and all(row[place] in NOTHING for row in whole):
                    found.append(name)
        return found


ROWS = (("Nord", "", "–"), ("Syd", "–", "3"))


def test_a_table_is_drawn_without_the_columns_that_say_nothing():
    """An empty field and a dash say nothing; one field that does keeps its column."""
    table = Table("Team", (TableColumn("Team"), TableColumn("Svar"), TableColumn("Antal")), ROWS)
    assert [column.name for column in table.filled.columns] == ["Team", "Antal"]
    assert table.filled.rows == (("Nord", "–"), ("Syd", "3"))
    assert replace(table, rows=()).filled.rows == ()


@pytest.mark.parametrize(
    ("fields", "says"), [(["", None], False), (["–"], False), (["", "x"], True), ([0], True), ([], False)]
)
def test_a_field_says_something_where_any_row_does(fields, says):
    """A number says something, also 0."""
    assert filled([TableColumn(field) for field in fields], "name") is says


def test_the_page_of_a_plan_another_repeats_has_no_column_of_nothing(database: Database, own: Plan):
    """Its curves stand in the other's page: no column is kept for them, on the page and in the mail."""
    plans = [own, twin(own)]
    publish(database, plans, read_periode("2021-K2"), date(2021, 6, 30))
    page = Reports(database, plans).page("T1", "tvilling")
    assert page.first.milestones.rows
    assert all(row.curve is None for row in page.first.milestones.rows)
    writer = Writer(Blank())
    html = writer.page("team.html.j2", page)
    mail = build_mail([page], MailFrame("Prøve Kommune", "x"), writer, lambda _: b"").html
    assert all(page.span not in table[0] for table in Columns(html).tables)
    assert Columns(html).empty() == Columns(mail).empty() == []
