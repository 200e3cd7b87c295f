"""A workspace to torture: one month published, the next delivery at hand, and commands given as people do."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.settings import read_settings
from pipeline.base.workspace import Workspace
from pipeline.call import Call

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data_samples"
FIRST, NEXT = "2021-04-30", "2021-08-31"
REPORTS = "rapporter"
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

    @property
    def roots(self) -> tuple[Path, ...]:
        """Its folder, and where its reports lie when they lie elsewhere."""
        reports = self.folder / REPORTS
        return (self.folder, reports.resolve()) if reports.is_symlink() else (self.folder,)

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        """Begin a command in a process group of its own, so that all of it can be killed."""
        return self.started(words, environment)

    def started(
        self, words: Sequence[str], environment: Mapping[str, str], user: int | None = None
    ) -> subprocess.Popen[str]:
        """A command begun, by another user where one is named."""
        return subprocess.Popen(
            self.command(*words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
            user=user,
            group=user,
            extra_groups=None if user is None else [],
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
        """The same world, to do things to; reports that lie on another disk do so in the copy too."""
        shutil.rmtree(until, ignore_errors=True)
        shutil.copytree(self.folder, until, symlinks=True)
        copy = World(until)
        for elsewhere in self.roots[1:]:
            (until / REPORTS).unlink()
            copy.lay_reports(elsewhere.parent, elsewhere)
        return copy

    def lay_reports(self, disk: Path, source: Path | None = None) -> None:
        """Have the reports, or those of `source`, on another disk, behind a link."""
        place = disk / f"{self.folder.name}.{REPORTS}"
        shutil.rmtree(place, ignore_errors=True)
        if source:
            shutil.copytree(source, place, symlinks=True)
        else:
            place.mkdir()
        (self.folder / REPORTS).symlink_to(place)

    def call(self) -> Call:
        """The same world to a call in this process, with its own settings."""
        settings = read_settings(self.folder / "indstillinger.toml")
        return Call(Workspace(self.folder), settings, PLAN[1:], environment={})


def begin(folder: Path, settings: str = "") -> World:
    """A workspace with the first month published."""
    world = empty(folder, settings)
    world.give(*world.month(FIRST))
    return world


def empty(folder: Path, settings: str = "") -> World:
    """A workspace in which nothing has been done yet."""
    folder.mkdir(parents=True, mode=0o700)
    own = (SAMPLES / "indstillinger.toml").read_text(encoding="utf-8")
    (folder / "indstillinger.toml").write_text(own + settings, encoding="utf-8")
    return World(folder)


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
