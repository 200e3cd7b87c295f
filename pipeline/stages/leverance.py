"""A delivery in the workspace as this version reads one, also where an earlier version took it in.

An earlier version knew fewer columns. What it did not take in counts as empty, as in a file that lacks the
column; the delivery's file itself is never changed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from pathlib import Path

from pipeline.base.database import Database, quote
from pipeline.base.errors import UsageFault
from pipeline.base.resources import resource
from pipeline.base.text import enumeration
from pipeline.base.workspace import udtraeksdato
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Plan
from pipeline.definitions.sql_files import names_in

FILE = "lev_fil"
"""The delivery's own file, where `lev` only shows it with what it lacks."""
REVIEWS = "gennemgang"
UNITED = ("tilsynssvar", "kommentarer", "milepaelsstatus")
"""What the store of the reviews is attached as, and the extracts that what is read back is added to."""
BOOKKEEPING = frozenset({"leverance", "leverance_fil", "karantaene", "bemaerkning"})
LOST = "mistet_kolonne"
"""The delivery's table of columns without a value that an earlier delivery filled."""
Missing = Mapping[str, Sequence[str]]


def attach_leverance(database: Database, file: Path, reviews: Path | None = None) -> Missing:
    """Attach a delivery as `lev`; columns that its file lacks, by extract, are there and empty.

    With the store of the `reviews`, what has been read back of answers and statements is among the rows of
    the extracts that hold such.

    Raises:
        UsageFault: it lacks a whole extract that every delivery has: it has to be taken in again.
    """
    database.attach(file.resolve(), "lev")
    there = _columns(database)
    extracts = read_extracts()
    gone = [name for name, extract in extracts.items() if name not in there and not extract.valgfri]
    if gone or BOOKKEEPING - set(database.tables("lev.main")):
        day = f"{udtraeksdato(file):%d-%m-%Y}"
        raise UsageFault(
            f"Leverancen af {day} er indlæst af en version, som denne ikke kan læse; kør ingest med den igen."
        )
    missing = {
        name: lacking
        for name, extract in extracts.items()
        if (lacking := [column for column in extract.types if column not in there.get(name, ())])
    }
    united = UNITED if reviews and _attach_reviews(database, reviews) else ()
    if missing or united:
        database.detach("lev")
        _show_completed(database, file, there, united)
    return missing


def _attach_reviews(database: Database, file: Path) -> bool:
    """Attach the store of the reviews, where there is one; whether it has anything to add to a delivery."""
    if not file.is_file():
        return False
    if REVIEWS not in {row["database_name"] for row in database.fetch("from duckdb_databases()")}:
        database.attach(file.resolve(), REVIEWS)
    return any(database.count(f"{REVIEWS}.main.{table}") for table in ("besvarelse", "indmelding"))


def remark(missing: Missing, plans: Sequence[Plan]) -> str | None:
    """What the reports must say of columns an earlier version did not take in; None when none matters."""
    shared = frozenset[str]().union(*map(names_in, resource("sql", "kinds").glob("*.sql")))
    units = {i.id: names_in(plan.unit_file(i)) for plan in plans for i in plan.indikatorer}
    lacking = [(extract, column) for extract, columns in missing.items() for column in columns]
    read = [pair for pair in lacking if any(_reads(words, *pair) for words in (shared, *units.values()))]
    if not read:
        return None
    hit = [id_ for id_, words in units.items() if any(_reads(words, *pair) for pair in read)]
    return (
        "Leverancen er indlæst af en tidligere version, som ikke kendte "
        f"{enumeration(['.'.join(pair) for pair in read])}. De regnes som tomme"
        f"{f'; det gælder {enumeration(hit)}' if hit else ''}. Tallene kan ændre sig, når leverancen er "
        "indlæst igen."
    )


def _reads(words: Set[str], extract: str, column: str) -> bool:
    """Whether SQL of these words reads the column: a shared view may stand between it and the extract."""
    having = [name for name, other in read_extracts().items() if column in other.types]
    return column in words and (extract in words or having == [extract])


def _columns(database: Database) -> dict[str, list[str]]:
    """Columns of the typed extracts, by extract."""
    found: dict[str, list[str]] = {}
    columns = "select table_name, column_name from duckdb_columns() where database_name = 'lev'"
    for row in database.fetch(f"{columns} and schema_name = 'data'"):
        found.setdefault(row["table_name"], []).append(row["column_name"])
    return found


def _show_completed(
    database: Database, file: Path, there: Mapping[str, Sequence[str]], united: Collection[str]
) -> None:
    """`lev` in memory: views of the file's tables, the typed extracts with every column of today.

    Those `united` hold what has been read back too; as delivered they are in the schema `leveret`.
    """
    database.attach(file.resolve(), FILE)
    database.attach_memory("lev")
    for schema in ("raa", "data", "leveret"):
        database.run(f"create schema lev.{schema}")
    for schema in ("main", "raa"):
        for table in database.tables(f"{FILE}.{schema}"):
            database.run(f"create view lev.{schema}.{quote(table)} as from {FILE}.{schema}.{quote(table)}")
    for name, extract in read_extracts().items():
        schema = "lev.leveret" if name in united else "lev.data"
        if name in there:
            database.complete(f"{FILE}.data.{quote(name)}", f"{schema}.{quote(name)}", extract.types)
        else:
            database.create_empty(name, extract.types, schema)
    for name in united:
        database.run_file("review", f"forenet_{name}")
