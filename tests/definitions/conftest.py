"""The folder a test's plan lies in, with the SQL it brings itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.plan_file import SQL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "til_tiden.sql").write_text(SQL, encoding="utf-8")
    return tmp_path
