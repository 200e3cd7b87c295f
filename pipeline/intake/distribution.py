"""How much a column is filled and how its codes are distributed, now and in the delivery before.

A delivery is a full snapshot, most of whose rows were there before: what moves much moved for a reason at the
source, a code renamed or a field no longer drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from pipeline.base.database import Database, col, fn, quote
from pipeline.definitions.extract_models import Extract

LEAST_POINTS = 10
LEAST_ROWS = 20
_LEAST_Z = 3.0
RULE = (
    f"En kode eller en kolonne nævnes, når dens andel har flyttet sig mindst {LEAST_POINTS} procentpoint "
    f"siden den forrige leverance, når der er mindst {LEAST_ROWS} rækker begge gange, og når forskellen er "
    f"større, end et tilfælde giver (z over {_LEAST_Z:g} ved sammenligning af to andele)."
)
"""When a change is told of, for its reader."""
FILLED = "udfyldt"
"""In the place of a code: that there is any value at all."""


@dataclass(frozen=True)
class Shares:
    """A column's rows by code among those filled, and how many are filled of how many."""

    codes: Mapping[str, int]
    filled: int
    rows: int


@dataclass(frozen=True)
class Change:
    """A code, or `udfyldt`, whose share moved: percent before and now."""

    extract: str
    kolonne: str
    kode: str
    foer: float
    nu: float


Distribution = Mapping[tuple[str, str], Shares]
"""By extract and column."""


def distribution(
    database: Database, schema: str, extracts: Mapping[str, Extract]
) -> dict[tuple[str, str], Shares]:
    """How many typed rows fill each column, and how codes and yes or no are shared; no other value."""
    there = _columns(database, schema)
    found: dict[tuple[str, str], Shares] = {}
    for name, extract in extracts.items():
        columns = [n for n in extract.kolonner if n in there.get(name, ())]
        table = f"{schema}.{quote(name)}"
        if not columns or not database.count(table):
            found |= {(name, column): Shares({}, 0, 0) for column in columns}
            continue
        coded = [n for n in columns if extract.kolonner[n].type in {"kode", "bool"}]
        rows = database.connection.table(table)
        asked = [fn("count").alias("·alle"), *(fn("count", col(n)).alias(n) for n in columns)]
        asked += [fn("histogram", col(n).cast("VARCHAR")).alias(f"{n}·koder") for n in coded]
        ((total, *answers),) = rows.aggregate(asked).fetchall()
        filled = dict(zip(columns, answers[: len(columns)], strict=True))
        codes = dict(zip(coded, answers[len(columns) :], strict=True))
        for column in columns:
            found[name, column] = Shares(dict(codes.get(column) or {}), filled[column], total)
    return found


def changes(now: Distribution, before: Distribution) -> Iterator[Change]:
    """What moved much (`RULE`), in the order of extracts and columns."""
    for (extract, column), shares in now.items():
        if (then := before.get((extract, column))) is None:
            continue
        if moved := _moved((then.filled, then.rows), (shares.filled, shares.rows)):
            yield Change(extract, column, FILLED, *moved)
        for code in sorted({*shares.codes, *then.codes}):
            pair = (then.codes.get(code, 0), then.filled), (shares.codes.get(code, 0), shares.filled)
            if moved := _moved(*pair):
                yield Change(extract, column, code, *moved)


def _moved(before: tuple[int, int], now: tuple[int, int]) -> tuple[float, float] | None:
    """The two percents where they differ by more than chance and enough to matter."""
    (k0, n0), (k, n) = before, now
    if min(n0, n) < LEAST_ROWS:
        return None
    p0, p, pooled = k0 / n0, k / n, (k0 + k) / (n0 + n)
    spread = sqrt(pooled * (1 - pooled) * (1 / n0 + 1 / n))
    if 100 * abs(p - p0) < LEAST_POINTS or abs(p - p0) <= _LEAST_Z * spread:
        return None
    return 100 * p0, 100 * p


def _columns(database: Database, schema: str) -> dict[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    statement = "select distinct table_name, column_name from duckdb_columns() where schema_name = $skema"
    for row in database.fetch(f"{statement} order by all", skema=schema):
        found.setdefault(row["table_name"], []).append(row["column_name"])
    return {name: tuple(columns) for name, columns in found.items()}
