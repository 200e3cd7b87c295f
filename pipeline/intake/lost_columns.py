"""Columns that an earlier delivery filled and this one does not: a heading renamed at the source, most often.

Taken as empty they would look like work that is no longer done, a figure of 0 %. So the run stops, or goes on
without the figures that read them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.base.database import Database, col, fn, quote
from pipeline.base.text import enumeration
from pipeline.definitions.extract_models import Extract
from pipeline.intake.distribution import Distribution
from pipeline.intake.gates import FileCounts
from pipeline.intake.headings import Headings
from pipeline.intake.refusal import Loss, without_columns

FILLED = "udfyldt"
"""A delivery's table of the columns it fills, so that a later one need not look through its rows."""
Columns = Mapping[str, Sequence[str]]
"""Columns by extract; only extracts that have some."""


@dataclass(frozen=True)
class Lost:
    """The columns without a value that an earlier delivery filled; `lately` those that the latest one filled.

    `before` is the date of the latest earlier delivery.
    """

    columns: Columns
    lately: Columns
    before: date | None


def never_filled(now: Distribution, files: Sequence[FileCounts], extracts: Mapping[str, Extract]) -> Columns:
    """The optional columns that no accepted row fills, by the delivery's distribution; files with rows."""
    found = {}
    for name in (figures.extract for figures in files if figures.accepteret):
        optional = [
            column for column, described in extracts[name].kolonner.items() if not described.must_exist
        ]
        found[name] = [column for column in optional if not now[name, column].filled]
    return {extract: columns for extract, columns in found.items() if columns}


def filled_columns(
    database: Database, base: str, schema: str, extract: str, columns: Collection[str]
) -> set[str]:
    """Those of the columns that some row of the extract fills; a table or column may not be there."""
    exists = database.rows("intake", "columns_of", base=base, skema=schema, tabel=extract)
    names = sorted({row["navn"] for row in exists} & set(columns))
    if not names:
        return set()
    rows = database.connection.table(f"{base}.{schema}.{quote(extract)}")
    (count,) = rows.aggregate([fn("count", col(name)).alias(name) for name in names]).fetchall()
    return {name for name, filled in zip(names, count, strict=True) if filled}


def filled_before(
    database: Database, base: str, wanted: Mapping[str, Collection[str]]
) -> dict[str, set[str]]:
    """Those of the columns, by extract, that an earlier delivery attached as `base` fills.

    It says so itself; of one taken in by an earlier version the rows are asked.
    """
    if FILLED not in database.tables(base):
        return {e: filled_columns(database, base, "data", e, columns) for e, columns in wanted.items()}
    statement = "select extract, kolonne from query_table($tabel) order by all"
    rows = database.fetch(statement, tabel=f"{base}.main.{FILLED}")
    pairs = {(row["extract"], row["kolonne"]) for row in rows}
    return {e: {column for column in columns if (e, column) in pairs} for e, columns in wanted.items()}


def keep_filled(database: Database, columns: Iterable[tuple[str, str]]) -> None:
    """Write down which columns the delivery attached as `lev` fills, by extract and column."""
    rows = [{"extract": extract, "kolonne": column} for extract, column in columns]
    database.insert(f"lev.{FILLED}", rows)


def refusals(
    lost: Lost, headings: Mapping[str, Headings], extracts: Mapping[str, Extract], loss: Loss
) -> Iterator[str]:
    """A line per file whose columns the latest delivery filled: what to do, and what going on costs."""
    for name, columns in lost.lately.items():
        gone = [column for column in columns if column not in headings[name].names]
        for chosen, word in ((gone, "mangler"), ([c for c in columns if c not in gone], "er uden værdier")):
            if chosen:
                cost = without_columns(extracts[name].extract, chosen, loss)
                perhaps = _unknown(headings[name]) if chosen is gone else ""
                yield (
                    f"{name}.csv: {_which(chosen)} {word}, men var udfyldt i leverancen af "
                    f"{lost.before:%d-%m-%Y}{perhaps}. Ret udtrækket, eller oversæt i indstillingsfilen "
                    f"under [{'overskrifter' if chosen is gone else 'vaerdier'}.{name}]; "
                    f"--tillad-manglende-kolonne går videre uden, og {cost}."
                )


def _which(columns: Sequence[str]) -> str:
    return f"{'kolonnen' if len(columns) == 1 else 'kolonnerne'} {enumeration(list(columns))}"


def _unknown(headings: Headings) -> str:
    """Which headings of the file may be the missing ones under another name."""
    if headings.unknown.names:
        return f" (i filen kendes ikke overskrifterne {', '.join(headings.unknown.names)})"
    return f" ({headings.unknown})" if headings.unknown.numbers else ""


def remarks(lost: Lost, loss: Loss) -> Iterator[str]:
    """What the reports must say: one sentence per extract, with the columns and what they cost."""
    for name, columns in lost.columns.items():
        yield (
            f"Udtrækket {name} har ingen værdier i {_which(columns)}, som en tidligere leverance udfyldte; "
            f"{without_columns(name, columns, loss)}."
        )
