"""The program in a process of its own, as a person starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUARD = ROOT / "tests" / "no_connection"
"""A Python process with this folder on its path opens no connection; neither do its children."""
CONNECTS = ("send", "country")
"""The commands that may."""


def call(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Give a command in a workspace; whichever opens a connection that may not ends with code 99."""
    guarded = {} if arguments[0] in CONNECTS else {"PYTHONPATH": str(GUARD)}
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments, "--arbejdsmappe", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **guarded, **environment},
    )
