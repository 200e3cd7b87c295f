"""The program in a process of its own, as a person starts it, and no connection but for those that may."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GUARD = ROOT / "tests" / "no_connection"
"""A Python process with this folder on its path opens no connection; neither do its children."""
CONNECTS = ("send", "country")
"""The commands that may."""
PROGRAMS = ("tests.delivery.draebt", "distributed.cli.dask_scheduler", "distributed.cli.dask_worker")
"""And the modules that tests run as programs: one that sends and is killed, and a country's cluster."""


def call(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Give a command in a workspace; whichever opens a connection that may not ends with code 99."""
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments, "--arbejdsmappe", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def may_connect(program: Sequence[object]) -> bool:
    """Whether a process that a test starts may: `cli.py send`, `cli.py country`, or one of `PROGRAMS`."""
    words = [str(word) for word in program]
    for first, second in itertools.pairwise(words):
        if Path(first).name == "cli.py" or first == "-m":
            return second in (CONNECTS if first != "-m" else PROGRAMS)
    return False


def guarded(environment: dict[str, str], *, connects: bool = False) -> dict[str, str]:
    """An environment with the guard on the path that Python looks on, or without it."""
    before = [path for path in environment.get("PYTHONPATH", "").split(os.pathsep) if path]
    others = [path for path in before if path != str(GUARD)]
    path = others if connects else [str(GUARD), *others]
    return {**environment, "PYTHONPATH": os.pathsep.join(path)}


def guard_started() -> None:
    """Have every process that is started from now on guarded, whatever environment it is given."""
    really = subprocess.Popen.__init__

    def begin(self: Any, program: Any, *given: Any, **named: Any) -> None:
        words = [program] if isinstance(program, str | Path) else list(program)
        inherited = named.get("env")
        environment = dict(os.environ if inherited is None else inherited)
        named["env"] = guarded(environment, connects=may_connect(words))
        really(self, program, *given, **named)

    subprocess.Popen.__init__ = begin
