"""The Danish comments in the published file: every table, view, macro and column says what it means."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.base.database import Database, quote
from pipeline.definitions.extracts import Extract
from pipeline.publication.columns import Macro, Table, dictionary, extract_comment


def write_comments(database: Database, extracts: Mapping[str, Extract]) -> None:
    """Give everything in the attached database `ud` its comment."""
    database.run("begin transaction")  # one write to disk instead of one per comment
    for name, entry in dictionary().entries():
        if isinstance(entry, Macro):
            database.comment_on("macro table" if entry.kolonner else "function", _of(name), entry.comment)
            continue
        database.comment_on("table" if isinstance(entry, Table) else "view", _of(name), entry.comment)
        _comment_columns(database, name, dictionary().meanings(entry.kolonner))
    for name, extract in extracts.items():
        database.comment_on("table", _of(name), extract_comment(extract))
        there = set(database.columns(_of(name)))
        _comment_columns(database, name, {c: m for c, m in extract.meanings.items() if c in there})
    database.run("commit")


def _comment_columns(database: Database, table: str, meanings: Mapping[str, str]) -> None:
    for column, meaning in meanings.items():
        database.comment_on("column", f"{_of(table)}.{quote(column)}", meaning)


def _of(name: str) -> str:
    return f"ud.{quote(name)}"
