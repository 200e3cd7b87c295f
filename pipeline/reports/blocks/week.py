"""What to do this week: a row per open deadline with day, case, call and who; and the old ones by age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.base.text import count_of, dato, days, number, weekday
from pipeline.reports.blocks.actions import WITHOUT_RAADGIVER, unit_name
from pipeline.reports.blocks.indicator import anchor
from pipeline.reports.facts import Run, Week, WeekTask
from pipeline.reports.facts.week import MONTH

ROWS_AT_MOST = 12
"""Rows on the first screen; the rest are reached from it."""
LINES_AT_MOST = 2
"""Lines of the backlog on the first screen, unless more are on a child's safety."""
NO_CASE = "–"
LEADER = "Teamlederen"
HEADINGS = (
    "Børns sikkerhed: frister på timer og dage",
    "Retssikkerhed: det, loven kræver, og det, familien er lovet",
    "Forløb: det, der holder sagen i gang",
    "Andre frister",
)
"""What the rows of each severity stand under, the gravest first; the last is for what no plan speaks of."""
WHOLE = frozenset({"Sagen", "Rådgiveren"})
"""Units that the row's case or caseworker says already."""


@dataclass(frozen=True)
class WeekRow:
    """One deadline; `call` is what to do, `question` what to ask of an old one; `anchor` is the indicator's.

    `on_raadgiver`: the unit is the caseworker, of whom nothing is said outside the team. `day` is the
    deadline's, as a day to come or as how long it has passed, `order` the same to sort by. `also` names what
    else the same deed keeps.
    """

    day: str
    sag: str
    call: str
    unit: str
    who: str
    raadgiver_id: str | None
    plan_id: str
    anchor: str
    passed: bool
    safety: bool
    on_raadgiver: bool
    rank: int
    order: str
    also: str = ""
    question: str = ""

    @property
    def what(self) -> str:
        """The call with the unit it is about, and what else it keeps."""
        call = f"{self.call} ({self.unit})" if self.unit else self.call
        return f"{call}. {self.also}" if self.also else call


@dataclass(frozen=True)
class RankGroup:
    """The rows of one severity, by day, under a heading in plain words."""

    heading: str
    rows: tuple[WeekRow, ...]


@dataclass(frozen=True)
class OldLine:
    """What of one call is long overdue: how much and how old, in a sentence, and what to ask of it."""

    text: str
    question: str
    safety: bool
    rows: tuple[WeekRow, ...]


@dataclass(frozen=True)
class WeekList:
    """The week: its first rows, the whole list, and the backlog by call, the gravest first.

    `span` says what the list covers, `rest` how many rows it has beyond the first, `more` which lines of the
    backlog the first screen leaves out, `passed` sums up every passed deadline by age; `urgent` counts the
    week's passed ones on a child's safety, `due` those to come.
    """

    span: str
    rows: tuple[WeekRow, ...]
    all_rows: tuple[WeekRow, ...]
    backlog: tuple[OldLine, ...]
    more: str
    passed: str
    empty: str
    urgent: int
    due: int
    number: int

    @property
    def first_lines(self) -> tuple[OldLine, ...]:
        """The backlog's lines for the first screen: those on a child's safety, and few others."""
        return self.backlog[: _lines(self.backlog)]

    @property
    def groups(self) -> tuple[RankGroup, ...]:
        """The first rows by severity: the order in which they stand, said."""
        return by_severity(self.rows)

    @property
    def all_groups(self) -> tuple[RankGroup, ...]:
        """Every row by severity."""
        return by_severity(self.all_rows)

    @property
    def explanation(self) -> str:
        """What a dash for a case means, where there is one: many notifications come before their case."""
        dashed = any(row.sag == NO_CASE and not row.on_raadgiver for row in self.rows)
        return "Streg under Sag: underretningen hører endnu ikke til en sag." if dashed else ""

    @property
    def rest(self) -> int:
        """Rows beyond those shown first."""
        return len(self.all_rows) - len(self.rows)


def by_severity(rows: Sequence[WeekRow]) -> tuple[RankGroup, ...]:
    """Rows in the list's order, each severity under its heading."""
    return tuple(RankGroup(HEADINGS[rank], tuple(own)) for rank, own in groupby(rows, key=lambda r: r.rank))


def _lines(backlog: Sequence[OldLine]) -> int:
    """How many lines stand on the first screen; one left over alone would take no less room."""
    safety = sum(line.safety for line in backlog)
    few = max(LINES_AT_MOST, safety)
    return few if len(backlog) > few + 1 else len(backlog)


def _more(backlog: Sequence[OldLine]) -> str:
    left = backlog[_lines(backlog) :]
    n = sum(len(line.rows) for line in left)
    return f"{number(len(left))} andre slags: {count_of(n, 'gammel frist', 'gamle frister')}" if left else ""


def build_week_list(run: Run, week: Week) -> WeekList:
    """The list in words; an old deadline on a child's safety is never left out of the backlog."""
    rows = tuple(week_row(run, task) for task in week.tasks)
    return WeekList(
        span=f"Til og med {weekday(week.until)} (uge {week.number}), pr. {dato(week.opgjort_pr)}",
        rows=rows[:ROWS_AT_MOST],
        all_rows=rows,
        backlog=(backlog := _backlog(run, week.backlog)),
        more=_more(backlog),
        passed=_passed(week),
        empty=f"Ingen frist forfalder til og med {weekday(week.until)}, og ingen er lige overskredet.",
        urgent=len(week.urgent),
        due=len(week.due),
        number=week.number,
    )


def week_row(run: Run, task: WeekTask, *, old: bool = False) -> WeekRow:
    """One deadline; of one that no call is written for, the indicator's own title."""
    frist, action = task.frist, task.indicator.handling
    unit = unit_name(frist)
    return WeekRow(
        day=_day(task),
        sag=frist.sag_id or NO_CASE,
        call=call_of(task),
        unit="" if unit in WHOLE else unit,
        who=_who(run, task),
        raadgiver_id=frist.raadgiver_id,
        plan_id=frist.plan_id,
        anchor=anchor(frist.indikator_id),
        passed=frist.overdue,
        safety=task.safety,
        on_raadgiver=frist.on_raadgiver,
        rank=task.rank,
        order=frist.frist_dato.isoformat(),
        also=_also(task),
        question=action.hvis_gammel if old and action else "",
    )


def call_of(task: WeekTask) -> str:
    """What to do about an open deadline."""
    return task.indicator.handling.goer if task.indicator.handling else task.indicator.titel


def _also(task: WeekTask) -> str:
    """`Også Hold opfølgningsmøde: fredag 18/2 (V12), onsdag 18/5 (7.7)`; nothing of what the row says."""
    own, told = call_of(task), dict[str, list[str]]()
    for other in task.also:
        if (call_of(other), other.frist.frist_dato) != (own, task.frist.frist_dato):
            told.setdefault(call_of(other), []).append(f"{_day(other)} ({other.indicator.id})")
    parts = [("" if call == own else f"{call}: ") + ", ".join(days_) for call, days_ in told.items()]
    return f"Også {'; '.join(parts)}" if parts else ""


def _day(task: WeekTask) -> str:
    if not task.frist.overdue:
        return weekday(task.frist.frist_dato)
    return f"{days(task.frist.dage)} over" if task.frist.dage else f"udløb {weekday(task.frist.frist_dato)}"


def _who(run: Run, task: WeekTask) -> str:
    name = run.raadgiver(task.frist.raadgiver_id)
    if task.indicator.handling and task.indicator.handling.hvem == "teamleder":
        return f"{LEADER}, med {name}" if name else LEADER
    return name or WITHOUT_RAADGIVER


def _backlog(run: Run, tasks: Sequence[WeekTask]) -> tuple[OldLine, ...]:
    """One line per call; tasks come the gravest first, so equal calls of a rank are put together."""
    ordered = sorted(tasks, key=lambda t: (t.rank, call_of(t), t.order))
    return tuple(_old_line(run, list(own)) for _, own in groupby(ordered, key=lambda t: (t.rank, call_of(t))))


def _old_line(run: Run, own: Sequence[WeekTask]) -> OldLine:
    oldest, newest = max(t.frist.dage for t in own), min(t.frist.dage for t in own)
    age = f"{number(newest)}–{days(oldest)} over" if newest != oldest else f"{days(oldest)} over"
    action = own[0].indicator.handling
    return OldLine(
        text=f"{call_of(own[0])}: {number(len(own))} er {age}",
        question=action.hvis_gammel if action else "",
        safety=own[0].safety,
        rows=tuple(week_row(run, task, old=True) for task in own),
    )


def _passed(week: Week) -> str:
    """`81 frister er overskredet: 20 inden for den seneste måned, den ældste for 339 dage siden`."""
    if not week.passed:
        return "Ingen åbne frister er overskredet."
    ages = [t.frist.dage for t in week.passed]
    verb = f"{count_of(len(ages), 'frist', 'frister')} er overskredet"
    if len(ages) == 1:
        return f"{verb}, med {days(ages[0])}."
    late = sum(age <= MONTH for age in ages)
    return f"{verb}: {number(late)} inden for den seneste måned; den ældste er {days(max(ages))} over."
