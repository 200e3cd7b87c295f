"""The program's own trial, run once as a person runs it, for all that look at it; connections are refused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import call, guard_started, guarded
from tests.no_connection.sitecustomize import SAID, guard

MAY_CONNECT = ("tests/delivery/", "tests/country/", "tests/test_month_to_mailbox.py")
"""Where mail is sent to a server of the tests' own, and where a country's processes talk to each other."""
opened: list[str] = []


def _refuse() -> None:
    """Refuse what a test opens in this process; it is kept, since the program may catch what is raised."""
    if not (test := os.environ.get("PYTEST_CURRENT_TEST", "")).startswith(MAY_CONNECT):
        opened.append(test)
        raise AssertionError(SAID)


guard(_refuse)
guard_started()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What the program starts itself, its second process, is guarded too; but for a country's workers."""
    os.environ.update(guarded(dict(os.environ), connects=item.nodeid.startswith(MAY_CONNECT)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """A test that opened a connection fails, whatever the program made of being refused."""
    yield
    if opened:
        pytest.fail(f"{SAID}: {opened.pop()}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A workspace after `demo`, and what the terminal said; whoever does things to it takes a copy."""
    folder = tmp_path_factory.mktemp("tilsyn") / "ws"
    reply = call("demo", folder=folder)
    assert reply.returncode == 0, reply.stderr
    return folder, reply.stdout + reply.stderr
