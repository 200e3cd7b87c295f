"""Macros and views of the published file: its answers to the usual questions, in Danish.

One file in `sql/published/macros` and `sql/published/views` per macro and view, named as what it makes.
Views read tables and macros but never each other, so that their order does not matter.
"""

from __future__ import annotations

import re
from graphlib import TopologicalSorter

from pipeline.base.database import Database
from pipeline.base.resources import resource


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
