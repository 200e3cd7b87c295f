"""A database with nothing in it but the macros of intervals and quantiles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.base.database import Database, open_database


@pytest.fixture(scope="package")
def macros() -> Iterator[Database]:
    """The macros alone, to be called with numbers."""
    with open_database() as database:
        database.run_file("results", "fraktiler")
        database.run_file("results", "intervaller")
        yield database
