"""What to act on: overdue now, due soon, due later, and what pulled the period's figures down.

One row per unit with everything that is missing in it, by caseworker, since that is whom a leader talks to.
The same rows one by one are the sheets of the workbook beside the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.base.text import count_of, dato, days, enumeration, periode_text, short_date
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.blocks.tasks import ActionList, Task, TaskGroup, TaskList
from pipeline.reports.facts import ALL, Facts, Frist, Shortfall
from pipeline.reports.facts.cases import Duty, is_day
from pipeline.reports.facts.reading import Difference

DAYS_AHEAD = 14
WITH_DEADLINES = frozenset({"frist", "kadence"})
"""The kinds whose units have a day each; what is counted as it happens, or as it stands, has none."""
REASONS = {"for_sent": "For sent", "mangler": "Mangler", "indhold": "Indhold"}
EXPLANATION = (
    "For sent: sket efter fristen. Mangler: ikke dokumenteret. Indhold: dokumenteret, men ikke som krævet."
)
_FRISTER = ("frist", "frister")
UNFOLDED_AT_MOST = 15
"""A list of no more units stands unfolded on the screen."""
WITHOUT_RAADGIVER = "Uden kendt rådgiver"


@dataclass(frozen=True)
class _Point:
    """One thing to do about a unit; `order` puts the most pressing first."""

    row: Frist | Shortfall
    text: str
    order: tuple[date, str]


def build_action_list(facts: Facts, team_id: str) -> ActionList:
    """A team's list; the department's (`ALL`) holds what no report does: no known team, or one without."""
    now = facts.run.opgoerelse.opgjort_pr
    over, soon, later = split_frister(facts.run.listed_for(team_id, facts.frister))
    shortfalls = facts.run.listed_for(team_id, facts.shortfalls)
    limit, periode = dato(now + timedelta(days=DAYS_AHEAD)), periode_text(facts.run.periode)
    listed = (
        (f"Overskredet pr. {dato(now)}", over, "Ingen åbne frister er overskredet."),
        (f"Forfalder til og med {limit}", soon, f"Ingen frister forfalder de næste {DAYS_AHEAD} dage."),
        (f"Forfalder efter {limit}", later, "Ingen senere frister er åbne."),
    )
    overdue, soon_list, later_list = (
        _list(facts, title, _FRISTER, [_frist_point(facts, f) for f in frister], empty)
        for title, frister, empty in listed
    )
    return ActionList(
        title="Sager uden kendt team" if team_id == ALL else "Handlingsliste",
        overdue=overdue,
        soon=soon_list,
        later=later_list,
        pulls_down=_list(
            facts,
            f"Trækker procenterne ned i {periode}",
            ("mangel", "mangler"),
            [_shortfall_point(facts, m) for m in shortfalls],
            f"Ingen enheder trækker procenterne ned i {periode}.",
        ),
        explanation=EXPLANATION,
        elsewhere=_elsewhere(facts, team_id),
    )


def _elsewhere(facts: Facts, team_id: str) -> str:
    """How many of the plan's open deadlines an earlier plan lists, because it asks the same of the unit."""
    n = len(facts.run.listed_for(team_id, facts.listed_earlier))
    if not n:
        return ""
    what = count_of(n, "åben frist", "åbne frister")
    return f"{what} mere står i den rapport, der nævner dem først, fordi en anden plan kræver det samme."


def split_frister(frister: Iterable[Frist]) -> tuple[list[Frist], list[Frist], list[Frist]]:
    """Overdue, due soon, due later."""
    parts: tuple[list[Frist], list[Frist], list[Frist]] = ([], [], [])
    for f in frister:
        parts[0 if f.overdue else 1 if f.due_within(DAYS_AHEAD) else 2].append(f)
    return parts


def _frist_point(facts: Facts, f: Frist) -> _Point:
    indicator = facts.plan.indicator(f.indikator_id)
    name, day = asked_of(indicator, f), short_date(f.frist_dato)
    again = "skulle være sket senest" if f.overdue else "næste gang senest"
    frist = again if indicator.art == "kadence" else "frist"
    return _Point(f, f"{name}: {how_far(f)} ({frist} {day})", (f.frist_dato, f.indikator_id))


def asked_of(indicator: Indicator, row: Frist | Shortfall) -> str:
    """The indicator by name, with those of other plans that ask the same of the unit."""
    also = f" (også {enumeration(row.ogsaa)})" if row.ogsaa else ""
    return f"{indicator.id} {indicator.titel}{also}"


def how_far(f: Frist) -> str:
    """How far a deadline is: `12 dage over`, `3 dage tilbage`, `udløbet samme dag`."""
    if f.overdue:
        return f"{days(f.dage)} over" if f.dage else "udløbet samme dag"
    return f"{days(f.dage)} tilbage"


def _shortfall_point(facts: Facts, m: Shortfall) -> _Point:
    indicator = facts.plan.indicator(m.indikator_id)
    part = [f"{asked_of(indicator, m)}: {REASONS[m.aarsag].lower()}"]
    over = days_late(m, facts.run.opgoerelse.opgjort_pr)
    if over is not None:
        part.append(f", {days(over)} over")
    day = shortfall_day(m)
    part.append(f" (frist {short_date(m.frist_dato)})" if m.frist_dato else f" ({short_date(day)})")
    if m.kilde != indicator.kilde:
        part.append(", sagsgennemgang")
    if m.overtaget_sent:
        part.append(", overtaget i fristens sidste 14 dage")
    return _Point(m, "".join(part), (day, m.indikator_id))


def shortfall_day(m: Shortfall) -> date:
    """The day an unmet unit is sorted by: its deadline, else the event's day, else the day it counts."""
    return m.frist_dato or m.haendelsesdato or m.referencedato


def days_late(m: Shortfall, opgjort_pr: date) -> int | None:
    """Days from the deadline until it was done, or until now; none where lateness is not the fault."""
    if m.frist_dato is None or m.aarsag == "indhold":
        return None
    done = m.haendelsesdato if m.haendelsesdato and m.haendelsesdato > m.frist_dato else opgjort_pr
    return (done - m.frist_dato).days


def _list(facts: Facts, title: str, what: tuple[str, str], points: Sequence[_Point], empty: str) -> TaskList:
    """Units by caseworker; a unit is one row however much is missing in it."""
    units: dict[tuple[str, str, str], list[_Point]] = {}
    for point in sorted(points, key=lambda p: p.order):
        r = point.row
        who = facts.run.raadgiver(r.raadgiver_id) or WITHOUT_RAADGIVER
        units.setdefault((who, r.sag_id or "–", unit_name(r)), []).append(point)
    groups: dict[str, list[tuple[Task, _Point]]] = {}
    for (who, sag, unit), own in units.items():
        task = Task(sag, unit, tuple(p.text for p in own), own[0].row.on_raadgiver)
        groups.setdefault(who, []).append((task, own[0]))
    return TaskList(
        title=title,
        count=f"{count_of(len(units), 'enhed', 'enheder')}, {count_of(len(points), *what)}",
        groups=tuple(
            TaskGroup(name, _group_count(groups[name]), tuple(o for o, _ in groups[name]))
            for name in sorted(groups, key=lambda n: (n == WITHOUT_RAADGIVER, n))
        ),
        empty=empty,
        short=len(units) <= UNFOLDED_AT_MOST,
    )


def _group_count(own: Sequence[tuple[Task, _Point]]) -> str:
    """How many units a caseworker has in the list, and the date of the most pressing."""
    first = own[0][1].order[0]
    return (
        f"{count_of(len(own), 'enhed', 'enheder')}, {'den første' if len(own) > 1 else 'fra'} {dato(first)}"
    )


def unit_name(row: Frist | Shortfall | Difference) -> str:
    """The unit's id; a meeting, which is its case and day, by its day; a link of a chain by its base."""
    if isinstance(row, Duty) and row.on_raadgiver:
        return "Rådgiveren"
    base, _, day = row.enhed_id.rpartition("@")
    if base and base == row.sag_id and is_day(day):
        return f"Møde {short_date(date.fromisoformat(day))}"
    if base and is_day(day):
        return base
    return "Sagen" if row.enhed_id == row.sag_id else row.enhed_id
