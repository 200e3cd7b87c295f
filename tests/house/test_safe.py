"""Nothing read is run, nobody outside is told, and no command but `send` opens a connection."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT

FILES = [ROOT / "cli.py", *sorted((ROOT / "pipeline").rglob("*.py")), *sorted((ROOT / "tools").rglob("*.py"))]
FORBIDDEN = {"eval", "exec", "compile", "__import__"}
MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "ctypes"}
NETWORK = {"socket", "smtplib", "ssl", "http", "requests", "ftplib", "httpx"}
WITHOUT_NETWORK = """
import socket, sys
def forbidden(*_, **__):
    print("a socket was opened", file=sys.stderr)
    sys.stderr.flush()
    import os
    os._exit(99)
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = forbidden
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = forbidden
"""


def calls(file: Path) -> list[ast.Call]:
    return [
        node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]


def imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_nothing_read_is_run(file: Path) -> None:
    """No eval and its like, no pickled file, and YAML by the safe loader alone."""
    for call in calls(file):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        assert name not in FORBIDDEN, call.lineno
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            whole = f"{call.func.value.id}.{call.func.attr}"
            assert whole not in {"yaml.load", "yaml.unsafe_load", "yaml.full_load", "os.system"}, call.lineno
    assert not {name.partition(".")[0] for name in imported(file)} & MODULES


def test_only_the_sender_knows_the_network() -> None:
    """The modules that could open a connection."""
    rooms = [f for f in FILES if {n.partition(".")[0] for n in imported(f)} & NETWORK]
    assert {f.relative_to(ROOT).as_posix() for f in rooms} == {
        "pipeline/delivery/smtp.py",
        "tools/torture/mails.py",  # a mail server of its own, to be sent to while the sender is killed
    }


@pytest.mark.parametrize(
    "call", [["demo"], ["status", "--periode", "2021-12"], ["plan", "list"]], ids=" ".join
)
def test_no_command_but_send_opens_a_connection(
    call: list[str], tmp_path: Path, demo: tuple[Path, str]
) -> None:
    """Neither the program nor its second process, in which Great Expectations is loaded."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_NETWORK, encoding="utf-8")
    folder = tmp_path / "ws" if call == ["demo"] else demo[0]
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *call, "--arbejdsmappe", str(folder)],
        capture_output=True, text=True, check=False, cwd=ROOT,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, "socket" in done.stderr) == (0, False), done.stderr


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
