"""The target kinds: milestones rising or falling, a baseline, or none; and what is too little to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.changes import NO_CHANGE, Change, change
from tests.oracle.days import month_start
from tests.oracle.periods import Period
from tests.oracle.plan import Indicator, Milestone
from tests.oracle.quantiles import Z
from tests.oracle.values import Figure

Mark = tuple[date, Fraction]


@dataclass(frozen=True)
class Goals:
    """The milestones as one period sees them: whether there are any, the one in force, the next."""

    exist: bool = False
    in_force: Mark | None = None
    following: Mark | None = None


def goals(milestones: tuple[Milestone, ...], last: date) -> Goals:
    """'In force = the last milestone dated <= the period's last day; next = the first one after'.

    'a period is judged by what was adopted by its last day': per date the entry with the latest
    vedtaget <= that day (missing = since the beginning); one adopted later does not exist.
    """
    by_day: dict[date, tuple[date, Fraction]] = {}
    for m in milestones:
        since = m.adopted or date.min
        if since <= last and (m.day not in by_day or since > by_day[m.day][0]):
            by_day[m.day] = since, m.amount
    series = [(day, amount) for day, (_, amount) in sorted(by_day.items())]
    reached = [m for m in series if m[0] <= last]
    coming = [m for m in series if m[0] > last]
    return Goals(bool(series), reached[-1] if reached else None, coming[0] if coming else None)


@dataclass(frozen=True)
class Assessment:
    """Status and usikker of a cell, with the change since its baseline where one is stated."""

    status: str
    usikker: bool
    baseline: str | None = None
    before: Figure | None = None
    change: Change = NO_CHANGE


def reaches(value: Fraction, goal: Fraction, *, rising: bool) -> bool:
    """'reached at >= the milestone'; falling: 'every comparison is mirrored'."""
    return value >= goal if rising else value <= goal


def milestone_status(value: Fraction, g: Goals, *, rising: bool) -> str:
    """The contract's statuses in its order; 'Values are compared unrounded'."""
    if not g.exist:
        return "uden_milepael"
    if g.in_force is None:
        return "foer_foerste_milepael"
    if g.following is not None and reaches(value, g.following[1], rising=rising):
        return "foran"
    return "naaet" if reaches(value, g.in_force[1], rising=rising) else "ikke_naaet"


def inside_wilson(taeller: int, naevner: int, amount: Fraction) -> bool:
    """Whether the percent lies strictly inside the Wilson interval, without computing its limits.

    The interval is by definition the shares p0 that the score test does not refuse:
    (share - p0)^2 < z^2 * p0 * (1 - p0) / n. Exact in fractions.
    """
    p0 = amount / 100
    distance = Fraction(taeller, naevner) - p0
    return distance * distance < Fraction(Z) ** 2 * p0 * (1 - p0) / naevner


def _inside(f: Figure, amount: Fraction) -> bool:
    lower, upper = f.interval
    return lower is not None and upper is not None and lower < amount < upper


def too_few(vaerditype: str, f: Figure, g: Goals) -> bool:
    """`usikker` without a baseline.

    andel: '(only with a milestone in force and a naevner) naevner < 5, or the milestone lies strictly
    inside'; 'of every kind but andel, antal and sum, with or without a target: n < 5 (rate: taeller < 5);
    never at ingen_data'; with milestones 'for the others: n < 5, or the milestone strictly inside'.
    """
    if f.no_data:
        return False
    if g.in_force is None:
        return vaerditype not in ("andel", "antal", "sum") and f.n < 5
    if vaerditype == "andel":
        return f.n < 5 or inside_wilson(f.taeller or 0, f.n, g.in_force[1])
    return f.n < 5 or _inside(f, g.in_force[1])


def by_milestones(indicator: Indicator, f: Figure, g: Goals) -> Assessment:
    """Milestones, or no target at all."""
    unsure = too_few(indicator.vaerditype, f, g)
    if f.vaerdi is None:
        return Assessment("ingen_data" if f.no_data else "uden_milepael", unsure)
    return Assessment(milestone_status(f.vaerdi, g, rising=indicator.rising), unsure)


def baseline_name(periodetype: str, month: str) -> str | None:
    """The name of the period a later one is held against; none where no such period ends with the month.

    'maaned, kvartal and tertial against the period of the same type that ends with it (none:
    `baseline_mangler`), aar and rullende12 against rullende12 of that month'.
    """
    length = {"kvartal": 3, "tertial": 4}.get(periodetype)
    if length is None:
        return month
    number, rest = divmod(month_start(month).month, length)
    letter = {"kvartal": "K", "tertial": "T"}[periodetype]
    return None if rest else f"{month[:4]}-{letter}{number}"


def baseline_type(periodetype: str) -> str:
    """A year (aar) is held against rullende12, every other type against its own."""
    return "rullende12" if periodetype == "aar" else periodetype


def by_baseline(
    indicator: Indicator, period: Period, f: Figure, before: tuple[Period, Figure] | None
) -> Assessment:
    """A baseline; `before` is the baseline's period and this team's figure in it.

    'The period that ends with the month itself is `baseline`, earlier ones `foer_baseline`'; 'ingen_data
    goes before the others; there, in baseline, foer_baseline and baseline_mangler usikker is false'.
    """
    assert indicator.baseline is not None
    if f.no_data:
        return Assessment("ingen_data", usikker=False)
    ends = f"{period.last.year:04}-{period.last.month:02}"
    if ends <= indicator.baseline:
        return Assessment("baseline" if ends == indicator.baseline else "foer_baseline", usikker=False)
    if before is None or before[1].no_data:
        return Assessment("baseline_mangler", usikker=False)
    period0, f0 = before
    c = change(indicator.vaerditype, (f, period), (f0, period0))
    status = _direction(c, rising=indicator.rising)
    unsure = status == "ikke_til_at_skelne" or f.n < 5 or f0.n < 5
    return Assessment(status, unsure, period0.name, f0, c)


def _direction(c: Change, *, rising: bool) -> str:
    """'bedre, daarligere (the interval of the change excludes none), ikke_til_at_skelne'."""
    if c.unjudged:
        return "uden_vurdering"
    if c.sign == 0:
        return "ikke_til_at_skelne"
    return "bedre" if (c.sign > 0) == rising else "daarligere"
