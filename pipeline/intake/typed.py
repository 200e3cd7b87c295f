"""From an extract's raw text to typed columns, by SQL macros (`sql/typed/typer.sql`)."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.base.database import Database, Expression, Relation, col, fn, lit, quote
from pipeline.definitions.extract_models import HAS_TIME_OF_DAY, Column, Extract
from pipeline.intake.lookups import Lookup, looked_up

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
        selected += _typed(name, column, lookup.text(name))
    return looked_up(database, lookup).project(*selected)


def none(database: Database, extract: Extract) -> Relation:
    """Every typed column, and no rows."""
    selected = [
        expression for name, k in extract.kolonner.items() for expression in _typed(name, k, _empty())
    ]
    return database.connection.table("dublet").filter(lit(False)).project(*selected)


def as_type(column: Column, text: Expression) -> Expression:
    """The text as the column's type; null when it does not parse."""
    if column.type == "kode":
        return fn("som_tal" if column.som_tal else "som_tekst", text)
    return fn(f"som_{column.type}", text)


def _typed(name: str, column: Column, text: Expression) -> list[Expression]:
    """The typed column; for a timestamp also whether its clock is known."""
    typed = [as_type(column, text).alias(name)]
    if column.type == "tidspunkt":
        typed.append(fn("har_klokkeslaet", text).alias(name + HAS_TIME_OF_DAY))
    return typed


def _empty() -> Expression:
    return lit(None).cast("VARCHAR")
