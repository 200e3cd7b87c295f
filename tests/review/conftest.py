"""A database in memory for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.base.database import Database, open_database


@pytest.fixture
def database() -> Iterator[Database]:
    with open_database() as database:
        yield database
