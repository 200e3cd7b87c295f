"""A small delivery for each test, to be taken in or taken in already."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pipeline.intake.ingest import Intake
from tests.intake.delivery import Delivery, Udfald
from tests.intake.full_delivery import Typed, full, typed


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    return Delivery(tmp_path)


@dataclass(frozen=True)
class Once:
    """The small delivery, taken in as it is: what came of it, what was said, and how it was flushed."""

    delivery: Delivery
    udfald: Udfald
    said: Sequence[str]
    flushed: Sequence[int]
    """How each file that was flushed was open."""
    rest: Path
    """What a killed run of another date had left of its file."""


@pytest.fixture(scope="session")
def taken_in_once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Once for all that only look at it."""
    delivery = Delivery(tmp_path_factory.mktemp("indlaest"))
    rest = delivery.workspace / "leverancer" / ".2021-03-31.ny"
    rest.parent.mkdir(parents=True)
    rest.touch()
    said: list[str] = []
    flushed: list[int] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            os, "fsync", lambda file: flushed.append(fcntl.fcntl(file, fcntl.F_GETFL) & os.O_ACCMODE)
        )
        udfald = delivery.take_in(progress=said.append)
    return Once(delivery, udfald, said, flushed, rest)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """What is accepted of the full delivery as it is."""
    delivery = Delivery(tmp_path_factory.mktemp("ren"))
    full(delivery)
    return typed(delivery.take_in())


@pytest.fixture
def first(delivery: Delivery, taken_in_once: Once) -> Intake:
    """What came of the test's small delivery, which lies in its workspace as if the test had taken it in."""
    once, reply = taken_in_once.delivery, taken_in_once.udfald.reply
    shutil.copytree(once.workspace, delivery.workspace)
    assert reply.database
    return replace(reply, database=delivery.workspace / reply.database.relative_to(once.workspace))
