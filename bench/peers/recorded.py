"""A database that writes down what the calculation has it do, as tables each made by one query.

The calculation fills shared tables bit by bit, by statements that read variables and parameters. For a
program that makes each table with one query, parameters and variables are written out, and what fills a table
is put together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from pipeline.base.database import Database, quote
from pipeline.base.database.connection import _statements

_CREATED = re.compile(
    r"create (?:temp )?(table|view|macro) (?:ud\.)?(\w+)\s*(as\b|\()(.*)", re.DOTALL | re.IGNORECASE
)
_FILLED = re.compile(r"insert into (?:ud\.)?(\w+) by name\b", re.IGNORECASE)
_CHANGED = re.compile(r"update ", re.IGNORECASE)
_PARAMETER = re.compile(r"--[^\n]*|'(?:[^']|'')*'|(?<!\w)\$(\w+)")
_VARIABLE = re.compile(r"getvariable\('(\w+)'\)")
_END = re.compile(r";\s*(?:--[^\n]*\s*)*$")
_PLACE = re.compile(r"\b(?:ud|lev\.data)\.(?=\w)")


@dataclass
class Made:
    """One table, view or macro: what makes it, in order; `columns` are of a table that is filled later."""

    name: str
    kind: str
    parts: list[str] = field(default_factory=list)
    columns: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    afterwards: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """What had been made when its last part was: nothing else can be meant by a name in it."""

    @property
    def query(self) -> str:
        """The one query that makes it whole."""
        if not self.parts:
            none = ", ".join(f"null::{type_} as {quote(name)}" for name, (type_, _) in self.columns.items())
            return f"select {none} where false"
        return "\nunion all by name\n".join(f"from (\n{part}\n)" for part in self.parts)


class Recorder(Database):
    """Does what it is asked, and remembers it in `made`, in the order it was made."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        super().__init__(connection)
        self.made: dict[str, Made] = {}
        self._variables: dict[str, str] = {}

    def set_variable(self, name: str, value: str) -> None:
        """Remember the variable, for those that read it."""
        super().set_variable(name, value)
        self._variables[name] = value

    def run_path(self, file: Path, parameters: Mapping[str, object]) -> duckdb.DuckDBPyConnection:
        """Run a file, and write down each of its statements."""
        for statement in _statements(file):
            own = {name: parameters[name] for name in statement.named_parameters}
            text = self._written_out(statement.query, own)
            if filled := _FILLED.search(text):
                self._fill(filled[1], _FILLED.sub("", text, count=1))
            self.connection.execute(statement, own or None)
            if created := _CREATED.search(text):
                self._create(created)
            elif _CHANGED.match(_without_comments(text)):
                # after what was made last, which may have read the table as it was
                next(reversed(self.made.values())).afterwards.append(text)
        return self.connection

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert, and write the rows down as a query of constants."""
        super().insert(table, rows)
        made = self.made[table.removeprefix("ud.")]
        for row in rows:
            values = ", ".join(
                f"{_constant(row[name]) if name in row else default}::{type_} as {quote(name)}"
                for name, (type_, default) in made.columns.items()
            )
            made.parts.append(f"select {values}")

    def _create(self, created: re.Match[str]) -> None:
        kind, name, how, rest = created.groups()
        made = self.made[name] = Made(name, kind, known=set(self.made))
        if kind == "macro":
            made.parts.append(f"create or replace macro {name}{how}{rest}")
        elif how.lower() == "as":
            made.parts.append(rest)
        else:
            made.columns = {
                row["column_name"]: (row["column_type"], row["default"] or "null")
                for row in self.fetch(f"describe {self._place(name)}")
            }

    def _place(self, name: str) -> str:
        return f"ud.{name}" if name in self.tables("ud") else name

    def _fill(self, table: str, query: str) -> None:
        """One more part of a table: what it leaves out is what the table says it then is."""
        made = self.made[table]
        made.known |= set(self.made)
        if not made.columns:
            made.parts.append(query)
            return
        there = set(self.columns(f"({query})"))
        left_out = [
            f"{self._written_out(default, {})}::{type_} as {quote(name)}"
            for name, (type_, default) in made.columns.items()
            if name not in there
        ]
        typed = [
            f"{quote(name)}::{type_} as {quote(name)}"
            for name, (type_, _) in made.columns.items()
            if name in there
        ]
        made.parts.append(f"select {', '.join([*typed, *left_out])} from (\n{query}\n)")

    def _written_out(self, text: str, parameters: Mapping[str, object]) -> str:
        """A statement with its parameters and variables as constants, and no word on where tables lie."""

        def constant(found: re.Match[str]) -> str:
            return found[0] if found[1] is None else _constant(parameters[found[1]])

        text = _PARAMETER.sub(constant, _END.sub("", text.strip()))
        return _VARIABLE.sub(lambda found: _constant(self._variables.get(found[1])), text)


def places_taken_out(text: str) -> str:
    """Names without the database they lie in: the other program has one."""
    return _PLACE.sub("", text)


def _without_comments(text: str) -> str:
    return re.sub(r"--[^\n]*", "", text).strip()


def _constant(value: object) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_constant, value))}]"
    text = "'" + str(value).replace("'", "''") + "'"
    return f"{text}::date" if isinstance(value, date) else text
