"""What is wrong with rows: refused values, keys, references, and rules between columns (row_rules.py).

Columns come from the expectations, so each rule first puts the columns it needs under fixed names; what
is then asked of them stands in one SQL file per rule.
"""

from __future__ import annotations

from datetime import date

from pipeline.base.database import Database, Relation, col, fn, lit, quote
from pipeline.definitions.column_models import Reference
from pipeline.definitions.extract_models import Extract
from pipeline.intake.csv_lines import FIELD_SEPARATOR
from pipeline.intake.row_rules import find_break
from pipeline.intake.typed import LINE, TYPED


def find_everything(database: Database, extract: Extract, udtraeksdato: date) -> None:
    """Put every fault and warning of the rows in `typede` into `fund`, and who falls in `i_karantaene`."""
    connection = database.connection
    _refused_values(database)
    database.run_file("intake", "misshapen")
    connection.register("raekkenoegle", _keys(connection.table(TYPED), extract))
    key = ", ".join(extract.key)
    database.run_file("intake", "conflicting_keys", kolonne=key)
    if extract.stop_ved_karantaene:
        database.run_file("intake", "keys_alike", kolonne=key)
    for name, column in extract.kolonner.items():
        if column.henviser and column.henviser.ukendt in {"karantaene", "advarsel"}:
            _reference(database, name, column.henviser)
    find_break(database, extract, udtraeksdato)
    database.run_file("intake", "quarantined")


def remember_keys(database: Database, extract: Extract) -> None:
    """Let later extracts refer to this one's keys."""
    if len(extract.key) == 1:
        database.run_file("intake", "keys", extract=extract.extract)


def _refused_values(database: Database) -> None:
    refused = database.fetch("select distinct kolonne from afvist order by all")
    if not refused:
        return
    fields = [fn("felt", lit(r["kolonne"]), col(r["kolonne"])) for r in refused]
    rows = database.connection.table("raekke")
    database.connection.register("mulige", rows.project(col(LINE), fn("list_value", *fields).alias("felter")))
    database.run_file("intake", "refused")


def _keys(rows: Relation, extract: Extract) -> Relation:
    """`linje` and the key as one text; a row with any part missing has no key."""
    parts = [col(name) for name in extract.key]
    for part in parts:
        rows = rows.filter(part.isnotnull())
    return rows.project(col(LINE), fn("concat_ws", lit(FIELD_SEPARATOR), *parts).alias("noegle"))


def _reference(database: Database, name: str, reference: Reference) -> None:
    connection = database.connection
    shares = col(reference.deler) if reference.deler else lit(None)
    rows = connection.table(TYPED)
    connection.register(
        "henvisning", rows.project(col(LINE), col(name).alias("noegle"), shares.alias("deler"))
    )
    database.run_file(
        "intake",
        "unknown_references",
        kolonne=name,
        til=reference.extract,
        alvor=reference.ukendt,
        undtagen=list(reference.undtagen),
    )
    if reference.deler:
        referred = connection.table(f"data.{quote(reference.extract)}")
        connection.register(
            "henvist", referred.project(col(reference.column).alias("noegle"), shares.alias("deler"))
        )
        database.run_file("intake", "other_cases", kolonne=name, til=reference.extract, deler=reference.deler)
