"""Nothing read is run, nobody outside is told, and no command but `send` opens a connection."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.command_line import GUARD, ROOT, call, may_connect
from tests.no_connection.sitecustomize import SAID

FILES = [ROOT / "cli.py", *sorted((ROOT / "pipeline").rglob("*.py")), *sorted((ROOT / "tools").rglob("*.py"))]
FORBIDDEN = {"eval", "exec", "compile", "__import__"}
MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "ctypes"}
NETWORK = {"socket", "smtplib", "ssl", "http", "requests", "ftplib", "httpx"}


@cache
def nodes(file: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def calls(file: Path) -> list[ast.Call]:
    return [node for node in nodes(file) if isinstance(node, ast.Call)]


@cache
def imported(file: Path) -> set[str]:
    found = set()
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_nothing_read_is_run(file: Path) -> None:
    """No eval and its like, no pickled file, and YAML by the safe loader alone."""
    for made in calls(file):
        name = made.func.id if isinstance(made.func, ast.Name) else ""
        assert name not in FORBIDDEN, made.lineno
        if isinstance(made.func, ast.Attribute) and isinstance(made.func.value, ast.Name):
            whole = f"{made.func.value.id}.{made.func.attr}"
            assert whole not in {"yaml.load", "yaml.unsafe_load", "yaml.full_load", "os.system"}, made.lineno
    assert not {name.partition(".")[0] for name in imported(file)} & MODULES


def test_only_the_sender_knows_the_network() -> None:
    """The modules that could open a connection."""
    rooms = [f for f in FILES if {n.partition(".")[0] for n in imported(f)} & NETWORK]
    assert {f.relative_to(ROOT).as_posix() for f in rooms} == {
        "pipeline/delivery/smtp/patient.py",
        "pipeline/delivery/smtp/server.py",
        "tools/torture/mails.py",  # a mail server of its own, to be sent to while the sender is killed
    }


CONNECT = "import socket; socket.create_connection(('127.0.0.1', 9))"


@pytest.mark.parametrize(
    "program",
    [
        CONNECT,
        f"try: {CONNECT}\nexcept BaseException: pass",
        f"import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', {CONNECT!r}]))",
    ],
    ids=["opened", "caught", "in a child"],
)
def test_every_command_is_tried_where_a_connection_ends_it(program: str) -> None:
    """As every process is that a test starts, in whatever environment: of its own, or the tests'."""
    for environment in (None, {"PATH": "/usr/bin:/bin"}):
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environment
        )
        assert (done.returncode, SAID in done.stderr) == (99, True), done.stderr


@pytest.mark.parametrize(
    ("program", "connects"),
    [
        (("python", "/x/cli.py", "send", "--periode", "2021-04"), True),
        (("python", "/x/cli.py", "country", "run"), True),
        (("python", "-m", "distributed.cli.dask_worker"), True),
        (("python", "/x/cli.py", "run", "--leverance", "send"), False),
        (("python", "-m", "tools.documents", "send"), False),
        (("python", "-c", "send"), False),
        (("python",), False),
    ],
)
def test_only_what_sends_and_a_countrys_processes_are_started_without_the_guard(
    program: tuple[str, ...], connects: bool
) -> None:
    """By the command, whatever else is said."""
    assert may_connect(program) is connects


def test_the_programs_second_process_is_guarded_too() -> None:
    """It is spawned by the program itself, and takes over the surroundings of the test."""
    assert str(GUARD) in os.environ["PYTHONPATH"].split(os.pathsep)


def test_no_command_but_send_opens_a_connection(demo: tuple[Path, str]) -> None:
    """Neither the monthly job nor its second process, in which Great Expectations is loaded, nor the rest."""
    folder, said = demo
    assert SAID not in said
    for words in (["status", "--periode", "2021-12"], ["plan", "list"], ["verify"]):
        done = call(*words, folder=folder)
        assert (done.returncode, SAID in done.stderr) == (0, False), done.stderr


def test_a_connection_is_refused_in_the_tests_own_process() -> None:
    """Of commands that are called in it: the test fails, even where the program catches what is raised."""
    with pytest.raises(AssertionError, match=SAID):
        socket.create_connection(("127.0.0.1", 9))
    from tests.conftest import opened

    assert opened.pop().startswith("tests/house/test_safe.py")


def test_telemetry_is_off_where_great_expectations_is_loaded() -> None:
    """Before it is imported, in whatever process that is and whatever its surroundings say."""
    program = (
        "import os, sys\n"
        "from pipeline.intake.validate import Validator\n"
        "assert 'great_expectations' not in sys.modules\n"
        "Validator()\n"
        "print(os.environ['GX_ANALYTICS_ENABLED'], 'posthog' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT,
        env={"GX_ANALYTICS_ENABLED": "true", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.stdout.split()[0] == "false"


def test_great_expectations_has_one_door() -> None:
    """The module that switches its telemetry off is the only one that imports it."""
    doors = [f.name for f in FILES if any(n.startswith("great_expectations") for n in imported(f))]
    assert doors == ["validate.py"]
