"""A workspace after the job of a month, on a small delivery and by the plan with the fewest indicators."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from tests.intake.delivery import OPENED_GATES
from tests.stages.small_month import MAANED, leverance


def call_in(root: Path) -> Call:
    """A call in the workspace, by the plan with the fewest indicators."""
    return Call(Workspace(root), OPENED_GATES, ("sverigesmodellen",), environment={})


@pytest.fixture(scope="session")
def month_done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace; whoever does things to it takes a copy."""
    root = tmp_path_factory.mktemp("maaned")
    run.run(call_in(root / "tilsyn"), leverance(root), MAANED)
    return root / "tilsyn"


@pytest.fixture
def done(month_done: Path, tmp_path: Path) -> Call:
    """A copy of it to do things to."""
    return call_in(Path(shutil.copytree(month_done, tmp_path / "tilsyn")))
