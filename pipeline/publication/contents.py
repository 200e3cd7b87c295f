"""What the economist opens beside the results: extracts, bookkeeping, macros and views, all with comments.

One file in `sql/published/macros` and `sql/published/views` per macro and view, named as what it makes.
Views read tables and macros but never each other, so that their order does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter
from pathlib import Path

from pipeline.base.database import Database, quote
from pipeline.base.resources import resource
from pipeline.definitions.extracts import Extract
from pipeline.publication.columns import Dictionary, Macro, Table, dictionary, extract_comment

HIDDEN = {"spoergeskemasvar": frozenset({"team_id"})}
"""Columns kept back beyond the confidential ones: a survey answer is published without its team
(contract, section 3)."""


def copy_extracts(database: Database, extracts: Mapping[str, Extract]) -> None:
    """Copy the typed extracts into `ud` without their confidential columns.

    `database` has the delivery's typed extracts as its unqualified names.
    """
    for name, extract in extracts.items():
        hidden = extract.confidential | HIDDEN.get(name, frozenset())
        columns = [k for k in database.columns(name) if k not in hidden]
        database.copy(name, f"ud.{quote(name)}", columns)


def copy_leverancer(database: Database, files: Sequence[Path]) -> None:
    """Copy the bookkeeping of every delivery taken in, oldest first: files, rows, quarantine places."""
    database.run_file("published", "leverancer")
    for file in files:
        database.attach(file, "en_leverance")
        database.run_file("published", "en_leverance")
        database.detach("en_leverance")


def macro_files() -> list[str]:
    """Names of the SQL files that make the macros, each after those it calls."""
    files = _files("macros")
    calls = {file: sorted(_called(file) & set(files) - {file}) for file in files}
    return list(TopologicalSorter(calls).static_order())


def view_files() -> list[str]:
    """Names of the SQL files that make the views, in order of name."""
    return _files("views")


def create_views(database: Database) -> None:
    """Make the macros and views in the attached database `ud`.

    `ud` holds every published table; afterwards it is what unqualified names mean.
    """
    database.use("ud")
    database.run("begin transaction")  # one write to disk instead of one per view
    for folder, files in (("macros", macro_files()), ("views", view_files())):
        for file in files:
            database.run_file("published", folder, file)
    database.run("commit")


def _files(folder: str) -> list[str]:
    return sorted(file.stem for file in resource("sql", "published", folder).glob("*.sql"))


def _called(macro: str) -> set[str]:
    text = resource("sql", "published", "macros", f"{macro}.sql").read_text(encoding="utf-8")
    return set(re.findall(r"(\w+)\(", text))


def write_comments(database: Database, extracts: Mapping[str, Extract]) -> None:
    """Give everything in the attached database `ud` its comment."""
    database.run("begin transaction")  # one write to disk instead of one per comment
    write_meanings(database, dictionary())
    for name, extract in extracts.items():
        database.comment_on("table", _of(name), extract_comment(extract))
        there = set(database.columns(_of(name)))
        _comment_columns(database, name, {c: m for c, m in extract.meanings.items() if c in there})
    database.run("commit")


def write_meanings(database: Database, meanings: Dictionary) -> None:
    """Give all that a dictionary names its comment in the attached database `ud`."""
    for name, entry in meanings.entries():
        if isinstance(entry, Macro):
            database.comment_on("macro table" if entry.kolonner else "function", _of(name), entry.comment)
            continue
        database.comment_on("table" if isinstance(entry, Table) else "view", _of(name), entry.comment)
        _comment_columns(database, name, meanings.meanings(entry.kolonner))


def _comment_columns(database: Database, table: str, meanings: Mapping[str, str]) -> None:
    for column, meaning in meanings.items():
        database.comment_on("column", f"{_of(table)}.{quote(column)}", meaning)


def _of(name: str) -> str:
    return f"ud.{quote(name)}"
