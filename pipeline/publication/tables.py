"""What the economist opens beside the results: extracts without confidential columns, and bookkeeping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.base.database import Database, quote
from pipeline.definitions.extracts import Extract

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
