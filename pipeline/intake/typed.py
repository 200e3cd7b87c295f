"""From an extract's raw text to typed columns, by SQL macros (`sql/typed/typer.sql`, `tal.sql`)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from pipeline.base.database import Database, Expression, Relation, col, fn, lit, quote
from pipeline.definitions.column_models import AFTER_ALL, HAS_TIME_OF_DAY, TIME_TYPES, Column
from pipeline.definitions.extract_models import Extract
from pipeline.intake.lookups import Lookup, Reading, looked_up

LINE = "linje"
TYPED = "typede"
"""The working table of one extract's typed rows."""


def show_rows(database: Database, extract: Extract, found: Collection[str]) -> None:
    """Name `raekke` the file's rows but duplicates: every column of the extract as text.

    A column that is not among `found` is missing throughout.
    """
    connection = database.connection
    duplicates = connection.table("dublet").project(col(LINE).alias("dublet"))
    raw = connection.table(f"raa.{quote(extract.extract)}")
    rows = raw.join(duplicates, col(LINE) == col("dublet"), how="anti")
    selected = [(col(name) if name in found else _empty()).alias(name) for name in extract.kolonner]
    connection.register("raekke", rows.project(col(LINE), *selected))


def typed(database: Database, lookup: Lookup) -> Relation:
    """The rows of `raekke`: `linje` and every column as its type."""
    selected: list[Expression] = [col(LINE)]
    for name, column in lookup.extract.kolonner.items():
        selected += _typed(name, column, lookup.text(name), lookup.readings.get(name, "komma"))
    return looked_up(database, lookup).project(*selected)


def as_type(column: Column, text: Expression, reading: Reading = "komma") -> Expression:
    """The text as the column's type; null when it does not parse, or is a date that cannot be meant."""
    if column.type == "kode":
        return fn("som_tal" if column.som_tal else "som_tekst", text)
    if column.type == "decimal":
        return fn(f"som_decimal_{reading}", text)
    value = fn(f"som_{column.type}", text)
    if column.type in TIME_TYPES:
        return fn("inden_for", value, lit(date(column.tidligst, 1, 1)), lit(AFTER_ALL))
    return value


def _typed(name: str, column: Column, text: Expression, reading: Reading = "komma") -> list[Expression]:
    """The typed column; for a timestamp also whether its clock is known."""
    value = as_type(column, text, reading)
    typed = [value.alias(name)]
    if column.type == "tidspunkt":
        typed.append(fn("har_klokkeslaet", text, value).alias(name + HAS_TIME_OF_DAY))
    return typed


def _empty() -> Expression:
    return lit(None).cast("VARCHAR")
