"""The program in a process of its own, as a person starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def call(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Give a command in a workspace."""
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments, "--arbejdsmappe", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )
