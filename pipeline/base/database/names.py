"""Names, texts and expressions as the database takes them, and where the shipped SQL lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pipeline.base.resources import resource

if TYPE_CHECKING:
    import duckdb

Relation: TypeAlias = "duckdb.DuckDBPyRelation"
Expression: TypeAlias = "duckdb.Expression"


def sql_file(*parts: str) -> Path:
    """Path of a shipped SQL file: ``sql_file("units", "bfu_rettidig")``."""
    *folders, name = parts
    return resource("sql", *folders, f"{name}.sql")


def quote(name: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """A text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def col(name: str) -> Expression:
    """A column as an expression."""
    import duckdb

    return duckdb.ColumnExpression(name)


def lit(value: object) -> Expression:
    """A value as an expression."""
    import duckdb

    return duckdb.ConstantExpression(value)


def fn(function: str, *arguments: Expression) -> Expression:
    """A call of a function or an SQL macro as an expression."""
    import duckdb

    return duckdb.FunctionExpression(function, *arguments)
