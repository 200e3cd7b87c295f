"""One returned input workbook -> what a leader states: comments, activities' status, what is closed, themes.

A row that nobody has changed since it was handed out states nothing. One without a day is of the day the
workbook's figures are made up on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pipeline.base.errors import UsageFault
from pipeline.base.periods import read_periode
from pipeline.base.sheets import UNCHANGED, Fill, SheetColumn, Value, fingerprint
from pipeline.definitions.form_sheets import (
    DAY,
    PERIODE,
    TEAM,
    activity_columns,
    agreement_columns,
    comment_columns,
    theme_choices,
    theme_columns,
)
from pipeline.definitions.plan_models import Plan
from pipeline.review.fields import Field, Mask, Place, Unreadable
from pipeline.review.returned import Book, Row

ALL = "ALLE"
"""The department as a team; as a plan, all plans of the run: a theme is chosen among them."""
Way = Callable[[Row, dict[str, Value]], None]
"""How a row of one table is made a statement, from the cells filled in."""
THEMES = ("1", "2", "3")


class StatementKey(NamedTuple):
    """What is stated by whom: the key of `indmelding` but for the single field."""

    plan_id: str
    art: str
    noegle: str
    periode: str
    team_id: str


@dataclass(frozen=True)
class Statement:
    """One thing stated; `fields` as text, days as ISO dates."""

    key: StatementKey
    fields: Mapping[str, str | None]
    place: Place


@dataclass
class Stated:
    """What a workbook states, what of it is left, and what is wrong with it."""

    statements: dict[StatementKey, Statement] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Known:
    """What a statement can be about: plans, teams, and agreements with the plan each is of."""

    plans: Mapping[str, Plan]
    teams: frozenset[str]
    agreements: Mapping[str, str]
    today: date

    @cached_property
    def choices(self) -> Mapping[str, str]:
        """Everything that can be a theme."""
        return theme_choices(tuple(self.plans.values()))


def judge_statements(book: Book, known: Known, mask: Mask) -> Stated:
    """Judge every row of a workbook that states something."""
    return _Judge(book, known, mask).stated()


class _Judge:
    def __init__(self, book: Book, known: Known, mask: Mask) -> None:
        self._book, self._known, self._mask, self._result = book, known, mask, Stated()
        self._head: Mapping[str, Field] = next((h for h in book.heads if TEAM in h and PERIODE in h), {})
        self._ways = {
            "kommentar": (comment_columns(), self._comment),
            "aktivitet": (activity_columns(), self._activity),
            "aftale": (agreement_columns(), self._agreement),
            "tema": (theme_columns(), self._theme),
        }

    def stated(self) -> Stated:
        rows = [row for row in self._book.rows if row.table in self._ways]
        if rows and self._head_holds(rows[0]):
            for row in rows:
                columns, way = self._ways[row.table]
                self._row(row, columns, way)
        return self._result

    def _fault(self, at: Field, what: str) -> None:
        self._result.faults.append(f"{at.place}: {what}.")

    def _head_holds(self, row: Row) -> bool:
        """The workbook says whose it is, and of which period and day."""
        if not self._head:
            self._fault(row.labelled(TEAM), f"felterne {TEAM} og {PERIODE} mangler øverst på arket")
            return False
        before = len(self._result.faults)
        self._periode, self._team = _text(self._head[PERIODE]), _text(self._head[TEAM])
        try:
            self._day = self._head[DAY].day() if DAY in self._head else None
            self._day = self._day or read_periode(self._periode).last
        except (UsageFault, Unreadable):
            self._fault(self._head[PERIODE], "perioden kan ikke læses")
        if self._team not in self._known.teams | {ALL}:
            self._fault(self._head[TEAM], "teamet kendes ikke")
        return len(self._result.faults) == before

    def _row(self, row: Row, columns: Sequence[SheetColumn], way: Way) -> None:
        before, cells = len(self._result.faults), dict[str, Value]()
        for column in columns:
            if column.fill is not Fill.SHOWN and (row.table, column.name) != ("tema", "indikator"):
                cells[column.name] = self._read(row, column)
        if row.table == "tema":
            cells["indikator"] = self._choice(row)
        filled = any(value is not None for value in cells.values())
        as_handed_out = _text(row.field(UNCHANGED)) == fingerprint(columns, cells)
        if filled and not as_handed_out and len(self._result.faults) == before:
            way(row, cells)

    def _read(self, row: Row, column: SheetColumn) -> Value:
        try:
            found = row.read(column, self._mask)
        except Unreadable as unreadable:
            self._fault(row.field(column.name), str(unreadable))
            return None
        if isinstance(found, date) and found > self._known.today:
            self._fault(row.field(column.name), "datoen ligger efter i dag")
        return found

    def _choice(self, row: Row) -> str | None:
        try:
            return row.field("indikator").choice(self._known.choices)
        except Unreadable:
            self._fault(row.field("indikator"), "indikatoren kendes ikke; vælg på listen")
            return None

    def _state(self, row: Row, plan_id: str, noegle: str, cells: Mapping[str, Value]) -> None:
        key = StatementKey(plan_id, row.table, noegle, self._periode, self._team)
        fields = {name: None if value is None else str(value) for name, value in cells.items()}
        earlier = self._result.statements.setdefault(key, Statement(key, fields, row.place))
        if earlier.fields != fields:
            self._fault(Field(None, row.place), "rækken står to gange med forskelligt indhold")

    def _plan(self, row: Row) -> Plan | None:
        plan = self._known.plans.get(_text(row.field("plan_id")))
        if plan is None:
            self._fault(row.field("plan_id"), "planen kendes ikke i denne arbejdsmappe")
        return plan

    def _comment(self, row: Row, cells: dict[str, Value]) -> None:
        id_, plan = _text(row.field("indikator_id")), self._plan(row)
        if plan is None:
            return
        if id_ not in {indicator.id for indicator in plan.indikatorer}:
            self._fault(row.field("indikator_id"), f"indikatoren findes ikke i {plan.plan_id}")
        elif cells["tekst"] is None:
            self._leave(row, "der er ingen kommentar at læse ved siden af dato og ansvarlig")
        else:
            self._state(row, plan.plan_id, id_, {**cells, "dato": cells["dato"] or self._day})

    def _activity(self, row: Row, cells: dict[str, Value]) -> None:
        id_, plan = _text(row.field("milepael_id")), self._plan(row)
        if plan is None:
            return
        if id_ not in _milepael_ids(plan):
            self._fault(row.field("milepael_id"), f"aktiviteten findes ikke i {plan.plan_id}")
        elif cells["status"] is None:
            self._leave(row, "aktiviteten har ingen status")
        else:
            self._state(row, plan.plan_id, id_, {**cells, "dato": cells["dato"] or self._day})

    def _agreement(self, row: Row, cells: dict[str, Value]) -> None:
        id_ = _text(row.field("aftale_id"))
        if id_ not in self._known.agreements:
            self._fault(row.field("aftale_id"), "aftalen kendes ikke i denne arbejdsmappe")
        elif cells["lukket_dato"] is None:
            self._leave(row, "aftalen lukkes først, når der står en dato i Lukket den")
        else:
            self._state(row, self._known.agreements[id_], id_, cells)

    def _theme(self, row: Row, cells: dict[str, Value]) -> None:
        number = _text(row.field("nr"))
        if self._team != ALL:
            self._fault(row.field("indikator"), "temaer vælges på ledermødet og står i afdelingens skema")
        elif number not in THEMES:
            self._fault(row.field("nr"), "der vælges to eller tre temaer: nummeret er 1, 2 eller 3")
        elif cells["indikator"] is None:
            self._leave(row, "temaet har ingen indikator")
        else:
            self._state(row, ALL, number, cells)

    def _leave(self, row: Row, why: str) -> None:
        self._result.left.append(f"{row.place}: {why}.")


def _milepael_ids(plan: Plan) -> set[str]:
    """What a status can be about: an activity, or one time of a recurring one."""
    times = {time.milepael_id for time in plan.occurrences(plan.slut_dato)}
    return times | {activity.id for activity in plan.aktiviteter}


def _text(at: Field) -> str:
    return at.text(str) or ""
