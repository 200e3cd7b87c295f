"""A small delivery for each test, to be taken in or taken in already."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.intake.ingest import Intake
from tests.intake.delivery import Delivery
from tests.intake.full_delivery import Typed, full, typed


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    return Delivery(tmp_path)


@pytest.fixture(scope="session")
def taken_in_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Delivery, Intake]:
    """The small delivery, taken in as it is."""
    delivery = Delivery(tmp_path_factory.mktemp("indlaest"))
    return delivery, delivery.take_in().reply


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """What is accepted of the full delivery as it is."""
    delivery = Delivery(tmp_path_factory.mktemp("ren"))
    full(delivery)
    return typed(delivery.take_in())


@pytest.fixture
def first(delivery: Delivery, taken_in_once: tuple[Delivery, Intake]) -> Intake:
    """What came of the test's small delivery, which lies in its workspace as if the test had taken it in."""
    once, reply = taken_in_once
    shutil.copytree(once.workspace, delivery.workspace)
    assert reply.database
    return replace(reply, database=delivery.workspace / reply.database.relative_to(once.workspace))
