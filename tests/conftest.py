"""The program's own trial, run once as a person runs it, for all that look at what it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import call


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A workspace after `demo`, and what the terminal said; whoever does things to it takes a copy."""
    folder = tmp_path_factory.mktemp("tilsyn") / "ws"
    reply = call("demo", folder=folder)
    assert reply.returncode == 0, reply.stderr
    return folder, reply.stdout + reply.stderr
