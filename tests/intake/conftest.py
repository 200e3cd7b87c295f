"""A small delivery for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.delivery import Delivery


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    return Delivery(tmp_path)
