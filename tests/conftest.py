"""The program's own trial, run once as a person runs it, for all that look at it; connections are refused."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

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


def pytest_configure(config: pytest.Config) -> None:
    """What tests start is guarded; the processes that tests are shared out to are none of it."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
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
    """A workspace after `demo`, and what the terminal said; whoever does things to it takes a copy.

    It is run once for all processes of a test run: each looks at its own copy, and reads its place in what
    was said.
    """
    folder = tmp_path_factory.mktemp("tilsyn") / "ws"
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return folder, _run_demo(folder)
    made = tmp_path_factory.getbasetemp().parent / "tilsyn" / "ws"
    made.parent.mkdir(exist_ok=True)
    told = made.with_name("sagt")
    with FileLock(made.with_name("laas")):
        if not told.is_file():
            said = _run_demo(made)
            told.write_text(said, encoding="utf-8")
    shutil.copytree(made, folder)
    return folder, told.read_text(encoding="utf-8").replace(str(made), str(folder))


def _run_demo(folder: Path) -> str:
    reply = call("demo", folder=folder)
    assert reply.returncode == 0, reply.stderr
    return reply.stdout + reply.stderr
