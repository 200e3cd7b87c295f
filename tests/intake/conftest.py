"""A small delivery for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.levering import Levering


@pytest.fixture
def levering(tmp_path: Path) -> Levering:
    return Levering(tmp_path)
