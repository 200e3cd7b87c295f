"""A workspace after the job of a month, on a small delivery and by the plan with the fewest indicators."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from tests.intake.delivery import OPENED_GATES
from tests.stages.small_month import MAANED, leverance

Seen = tuple[int, int, int]


def seen(found: os.stat_result) -> Seen:
    """Which file or folder it is, and when its content was last changed."""
    return found.st_dev, found.st_ino, found.st_mtime_ns


def a_call(root: Path) -> Call:
    """A call in a workspace of the small month."""
    return Call(Workspace(root), OPENED_GATES, ("sverigesmodellen",), environment={})


@pytest.fixture(scope="session")
def flushed() -> set[Seen]:
    """Everything that was flushed while the month was done, as it was then."""
    return set()


@pytest.fixture(scope="session")
def month_done(tmp_path_factory: pytest.TempPathFactory, flushed: set[Seen]) -> Path:
    """The workspace; whoever does things to it takes a copy."""
    root, really = tmp_path_factory.mktemp("maaned"), os.fsync

    def flush(descriptor: int) -> None:
        flushed.add(seen(os.fstat(descriptor)))
        really(descriptor)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", flush)
        run.run(a_call(root / "tilsyn"), leverance(root), MAANED)
    return root / "tilsyn"


@pytest.fixture
def done(month_done: Path, tmp_path: Path) -> Call:
    """A copy of it to do things to."""
    return a_call(Path(shutil.copytree(month_done, tmp_path / "tilsyn")))
