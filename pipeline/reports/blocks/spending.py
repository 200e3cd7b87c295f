"""What placements cost in the committee's period, by kind and in all; nobody to be recognised by it.

A kind with fewer than five children is told together with the next smallest, until the row holds ten: one
child may have been placed in several kinds. The price of a year is told of a whole period alone, when
something is posted in each of its months.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.base.text import count_of, decimal, number
from pipeline.definitions.extracts import read_extracts
from pipeline.reports.blocks.suppression import LIMIT
from pipeline.reports.blocks.views import Table, TableColumn
from pipeline.reports.facts import Run, Spending
from pipeline.reports.words.value import NOTHING, signed

MONTHS = {"maaned": 1, "kvartal": 3, "tertial": 4, "aar": 12}
_OF = {"maaned": "månedens", "kvartal": "kvartalets", "tertial": "tertialets", "aar": "årets"}
TOGETHER = 2 * LIMIT
_COLUMNS = (
    TableColumn("Anbringelse", wide=True),
    TableColumn("Børn", numeric=True),
    TableColumn("Helårsanbragte", numeric=True),
    TableColumn("Udgift, 1.000 kr.", numeric=True),
    TableColumn("Mod budget, 1.000 kr.", numeric=True),
    TableColumn("Pr. helårsanbragt, 1.000 kr.", numeric=True),
)


@dataclass(frozen=True)
class _Row:
    """One row of the table; of several kinds together the children of each added up."""

    name: str
    children: int
    nights: int
    spent: float
    budget: float | None


def build_spending(run: Run) -> Table | None:
    """The table; None where nothing is posted in the period."""
    posted = max((s.maaneder for s in run.spending), default=0)
    placed = [s for s in run.spending if s.sted is not None]
    if not posted or not placed:
        return None
    whole = posted == MONTHS[run.periode.periodetype] and not run.opgoerelse.foreloebig
    year = 366 if isleap(run.periode.last.year) else 365
    rows = _together([_kind(s) for s in placed])
    others = [s for s in run.spending if s.sted is None]
    return Table(
        title="Hvad anbringelserne koster",
        columns=_COLUMNS if whole else _COLUMNS[:-1],
        rows=tuple(_shown(rows, others, year, priced=whole)),
        explanation=_explanation(run, posted, whole=whole),
    )


def _kind(s: Spending) -> _Row:
    name = (
        read_extracts()["indsatser"].kolonner["anbringelsessted"].koder.get(s.sted or "", "Sted ikke oplyst")
    )
    return _Row(name, s.boern, s.doegn, s.udgift, s.budget)


def _together(rows: Sequence[_Row]) -> list[_Row]:
    """The most expensive first; the smallest together in the last row where any has fewer than five."""
    ordered = sorted(rows, key=lambda r: (r.children, r.spent))
    small: list[_Row] = []
    while ordered and (ordered[0].children < LIMIT or (small and sum(r.children for r in small) < TOGETHER)):
        small.append(ordered.pop(0))
    kept = sorted(ordered, key=lambda r: -r.spent)
    return [*kept, *([_sum("Andre anbringelser", small)] if small else [])]


def _sum(name: str, rows: Sequence[_Row]) -> _Row:
    budgets = [r.budget for r in rows if r.budget is not None]
    return _Row(
        name,
        sum(r.children for r in rows),
        sum(r.nights for r in rows),
        sum(r.spent for r in rows),
        sum(budgets) if len(budgets) == len(rows) else None,
    )


def _shown(
    rows: Sequence[_Row], others: Sequence[Spending], year: int, *, priced: bool
) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield _fields(row, year, number(row.children), priced=priced)
    placed = _sum("Anbringelser i alt", rows)
    yield _fields(placed, year, priced=priced)
    rest = [_Row("", 0, 0, s.udgift, s.budget) for s in others]
    if rest:
        name, all_ = "Andre indsatser og uden indsats", "Alle udgifter"
        yield _fields(_sum(name, rest), year, priced=priced)
        # a sum that holds other costs than those of nights has none
        yield _fields(replace(_sum(all_, [placed, *rest]), nights=0), year, priced=priced)


def _fields(row: _Row, year: int, children: str = NOTHING, *, priced: bool = False) -> tuple[str, ...]:
    """Children of several kinds are not added up: one child in two of them is one child."""
    price = _thousands(row.spent * year / row.nights) if row.nights else NOTHING
    return (
        row.name,
        children,
        decimal(row.nights / year) if row.nights else NOTHING,
        _thousands(row.spent),
        NOTHING if row.budget is None else _signed(row.spent - row.budget),
        *([price] if priced else []),
    )


def _signed(kroner: float) -> str:
    """A difference in thousands with its sign."""
    thousands = round(kroner / 1000)
    return signed(thousands, number(abs(thousands)))


def _thousands(kroner: float) -> str:
    return number(round(kroner / 1000))


def _explanation(run: Run, posted: int, *, whole: bool) -> str:
    of = _OF[run.periode.periodetype]
    text = "En helårsanbragt er et års døgn. Beløbene er dem, der er bogført på sagerne."
    if whole:
        return text
    months = count_of(posted, "måned", "måneder")
    all_ = MONTHS[run.periode.periodetype]
    return f"{text} Der er kun bogført i {months} af {of} {all_}, så prisen for et år vises ikke."
