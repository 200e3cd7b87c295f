"""A workspace to torture: one month published, the next delivery at hand, and commands given as people do."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data_samples"
FIRST, NEXT = "2021-04-30", "2021-08-31"
PLAN = ("--plan", "sverigesmodellen")
Come = Callable[[], bool]
SETTLED = 0.002
"""Seconds between two looks at what a process has done."""


class Broken(Exception):
    """A promise that did not hold; what and where."""


@dataclass(frozen=True)
class World:
    """A workspace and how commands are given in it."""

    folder: Path

    def command(self, *words: str) -> list[str]:
        """A command as it is typed."""
        return [sys.executable, str(ROOT / "cli.py"), *words, "--arbejdsmappe", str(self.folder)]

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Begin a command in a process group of its own, so that all of it can be killed."""
        return subprocess.Popen(
            self.command(*words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    def give(self, *words: str, code: int | None = 0) -> str:
        """Give a command to its end; what it said. It must end with the code, where one is named.

        Raises:
            Broken: it did not, or it told of a fault nobody expected.
        """
        process = self.start(*words)
        out, error = process.communicate()
        if (code is not None and process.returncode != code) or "Uventet" in error or "Traceback" in error:
            raise Broken(f"{' '.join(words)}: exit {process.returncode}, {error.strip()[-400:]}")
        return out + error

    def month(self, delivery: str) -> tuple[str, ...]:
        """The monthly job on a sample delivery."""
        return ("run", "--leverance", str(SAMPLES / delivery), *PLAN)

    def copy(self, until: Path) -> World:
        """The same world, to do things to."""
        shutil.rmtree(until, ignore_errors=True)
        shutil.copytree(self.folder, until, symlinks=True)
        return World(until)


def begin(folder: Path, settings: str = "") -> World:
    """A workspace with the first month published."""
    folder.mkdir(parents=True)
    own = (SAMPLES / "indstillinger.toml").read_text(encoding="utf-8")
    (folder / "indstillinger.toml").write_text(own + settings, encoding="utf-8")
    world = World(folder)
    world.give(*world.month(FIRST))
    return world


def kill(process: subprocess.Popen[str]) -> None:
    """As a power cut ends it and all its helpers, without a last word."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


def kill_when(process: subprocess.Popen[str], come: Callable[[], bool]) -> bool:
    """Kill a process the moment something has come to pass; False when it ended before."""
    while process.poll() is None:
        if come():
            kill(process)
            return True
        time.sleep(SETTLED)
    kill(process)
    return False


def after(seconds: float) -> Come:
    """Comes to pass when so much time is gone."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until


def report(title: str, figures: Sequence[tuple[str, object]]) -> None:
    """A line of figures."""
    print(f"{title:<22} {', '.join(f'{name} {value}' for name, value in figures)}", flush=True)
