"""Expressions of the relational API, for queries whose columns come from a definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import duckdb

Relation: TypeAlias = "duckdb.DuckDBPyRelation"
Expression: TypeAlias = "duckdb.Expression"


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
