"""The samples as the intake takes them in: once for all that look at them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pipeline.base.settings import read_settings
from pipeline.definitions.plans import kendte_maalepunkter
from pipeline.intake.ingest import Intake, take_in
from tests.tools.synthetic.reading import SAMPLES

TakeIn = Callable[[Path, date], Intake]


@pytest.fixture(scope="session")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> TakeIn:
    """Take the delivery of a folder in, in a workspace of its own; the same one only once."""

    @cache
    def taken_in(folder: Path, when: date) -> Intake:
        workspace = tmp_path_factory.mktemp("arbejdsmappe")
        workspace.chmod(0o700)
        settings = read_settings(SAMPLES / "indstillinger.toml")
        return take_in(folder, when, workspace, settings, secrets.token_bytes(32), kendte_maalepunkter())

    return taken_in
