"""The samples as the intake takes them in: once for all that look at them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pipeline.base.settings import read_settings
from pipeline.base.workspace import Workspace
from pipeline.definitions.plans import kendte_maalepunkter
from pipeline.intake.ingest import take_in
from tests.tools.synthetic.reading import SAMPLES

TakeIn = Callable[[Path, date], Path]
"""A folder and the day it was drawn -> the delivery's database."""


@pytest.fixture(scope="session")
def taken_in(tmp_path_factory: pytest.TempPathFactory, demo: tuple[Path, str]) -> TakeIn:
    """What the intake makes of the delivery of a folder; `demo` has taken the samples in."""

    @cache
    def taken_in(folder: Path, when: date) -> Path:
        if folder.parent == SAMPLES:
            return Workspace(demo[0]).leverancer / f"{when}.duckdb"
        workspace = tmp_path_factory.mktemp("arbejdsmappe")
        workspace.chmod(0o700)
        settings = read_settings(SAMPLES / "indstillinger.toml")
        reply = take_in(folder, when, workspace, settings, secrets.token_bytes(32), kendte_maalepunkter())
        assert reply.database
        return reply.database

    return taken_in
