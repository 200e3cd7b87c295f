"""A case out of the deliveries and the quarantine: its rows, and its number wherever else it is named."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.base.database import Database, col, fn, lit, open_database, quote, rewritten
from pipeline.base.durable import write
from pipeline.base.traces import MASK, Traces
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.lost_columns import FILLED

_SCHEMAS = ("data", "raa")


def find_traces(deliveries: Sequence[Path], sag_id: str) -> Traces | None:
    """What rows of a case are known by, in all the deliveries together; None where none has it."""
    found: dict[str, set[str]] = {}
    with open_database([file.parent for file in deliveries[:1]]) as database:
        for file in deliveries:
            database.attach(file.resolve(), "lev")
            for column, values in (*_own_units(database, sag_id), _of_the_child(database, sag_id)):
                found.setdefault(column, set()).update(values)
            database.detach("lev")
    columns = {column: frozenset(values) for column, values in found.items() if values}
    return Traces(sag_id, {**columns, "sag_id": frozenset({sag_id})}) if columns else None


def _own_units(database: Database, sag_id: str) -> Iterator[tuple[str, set[str]]]:
    """By key column, the ids of what was registered on the case."""
    for name, extract in read_extracts().items():
        key = extract.key[0]
        for schema in _SCHEMAS:
            there = _text_columns(database, "lev", schema, name)
            if {key, "sag_id"} <= set(there):
                yield key, _values(database, f"lev.{schema}.{name}", key, sag_id=sag_id)


def _of_the_child(database: Database, sag_id: str) -> tuple[str, set[str]]:
    """Notifications about the child alone, where it has no other case."""
    column = "underretning_id"
    if not {"sag_id", "barn_id"} <= set(_text_columns(database, "lev", "data", "sager")):
        return column, set()
    rows = database.rows("intake", "of_the_child", sag_id=sag_id)
    return column, {row["underretning_id"] for row in rows}


def _values(database: Database, table: str, column: str, sag_id: str) -> set[str]:
    rows = database.connection.table(table).filter(fn("trim", col("sag_id")) == lit(sag_id))
    found = rows.project(fn("trim", col(column))).distinct().fetchall()
    return {value for (value,) in found if value}


def forget_in_delivery(file: Path, traces: Traces) -> int:
    """Write a delivery anew without the case; how many of its typed rows went."""
    gone = 0
    with rewritten(file) as (database, tables):
        for schema, table in tables:
            if (
                table == FILLED
            ):  # what the case alone filled is filled no more: the rows are asked from now on
                continue
            _copy_without(database, schema, table, traces)
            if schema == "data":
                before, after = (f"{base}.{schema}.{quote(table)}" for base in ("gammel", "ny"))
                gone += database.count(before) - database.count(after)
    return gone


def _copy_without(database: Database, schema: str, table: str, traces: Traces) -> None:
    """Copy a table but for the case's rows; where another row's text names it, the number is masked."""
    source, target = (f"{base}.{schema}.{quote(table)}" for base in ("gammel", "ny"))
    texts = _text_columns(database, "gammel", schema, table)
    by_id = {column: values for column, values in traces.columns.items() if column in texts}
    row_of_it = [f"coalesce(list_contains($v{i}, trim({quote(c)})), false)" for i, c in enumerate(by_id)]
    parameters: dict[str, object] = {f"v{i}": sorted(values) for i, values in enumerate(by_id.values())}
    if schema == "raa" and "felter" in database.columns(source):
        row_of_it.append("list_has_any(list_transform(felter, lambda f: trim(f)), $sager)")
        parameters["sager"] = [traces.sag_id]
    masked = [f"regexp_replace({quote(c)}, $ord, $maske, 'g') as {quote(c)}" for c in texts if c not in by_id]
    if traces.is_a_word and masked:
        parameters |= {"ord": rf"\b{re.escape(traces.sag_id)}\b", "maske": MASK}
    else:
        masked = []
    chosen = f"* replace ({', '.join(masked)})" if masked else "*"
    where = f" where not ({' or '.join(row_of_it)})" if row_of_it else ""
    statement = f"create table {target} as select {chosen} from {source}{where}"  # noqa: S608 - names are quoted
    database.run(statement, **parameters)


def _text_columns(database: Database, base: str, schema: str, table: str) -> list[str]:
    rows = database.rows("intake", "columns_of", base=base, skema=schema, tabel=table)
    return [row["navn"] for row in rows if row["slags"] == "VARCHAR"]


def forget_in_karantaene(folder: Path, traces: Traces) -> int:
    """Take a case's rows out of the files of quarantined rows; how many."""
    return sum(_forget_in_file(file, traces) for file in sorted(folder.rglob("*.csv")))


def _forget_in_file(file: Path, traces: Traces) -> int:
    with file.open(encoding="utf-8-sig", newline="") as source:
        heading, *rows = csv.reader(source, delimiter=";")
    kept = [[traces.masked(text) for text in row] for row in rows if not _is_of_it(heading, row, traces)]
    if kept == rows:
        return 0
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([heading, *kept])
    write(file, out.getvalue().encode("utf-8-sig"))
    return len(rows) - len(kept)


def _is_of_it(heading: Sequence[str], row: Sequence[str], traces: Traces) -> bool:
    """By an id in its column, or, in a row that fits no heading, by the case's number in any."""
    named: Mapping[str, str] = dict(zip(heading, row, strict=False))
    if any(traces.is_of_it(column, value.lstrip("'")) for column, value in named.items()):
        return True
    return any(text.strip().lstrip("'") == traces.sag_id for text in row)
