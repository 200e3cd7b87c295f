"""A command stopped before every change of a file it makes: what lies there then is what a kill leaves.

A process that is killed does nothing more, so a copy of its files taken while it stands still is the same as
what a kill at that instant leaves; one run shows them all. Some are killed in earnest, to hold that true.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.torture.sigte.sitecustomize import LOG, ROOTS, SINCE
from tools.torture.world import Broken, World, kill

AIM = Path(__file__).with_name("sigte")
_NO_STATE = ("log", "tilsyn.lock")
"""What a workspace holds that no state is told by."""


@dataclass(frozen=True)
class Stop:
    """One stop: the how manyth, before what, and whether anything has changed since the one before."""

    number: int
    what: str
    changed: bool


def stops(
    world: World, words: Sequence[str], since: str = "", *, killed_at: int | None = None
) -> Iterator[Stop]:
    """Give a command and stop it before each change from the first of a file whose name begins with `since`.

    The command goes on when the next stop is asked for; at the number `killed_at` it is killed and over.

    Raises:
        Broken: it did not end well.
    """
    told = world.folder.with_name(f"{world.folder.name}.stop")
    told.unlink(missing_ok=True)
    roots = os.pathsep.join(str(root) for root in world.roots)
    process = world.start(*words, PYTHONPATH=str(AIM), **{ROOTS: roots, SINCE: since, LOG: str(told)})
    number, before = 0, None
    try:
        while _stands(process.pid):
            number += 1
            if number == killed_at:
                return
            now = _state(world)
            yield Stop(number, told.read_text(encoding="utf-8").splitlines()[-1], now != before)
            before = now
            os.kill(process.pid, signal.SIGCONT)
        _, error = process.communicate()
        if process.returncode:
            raise Broken(f"{words[0]}: exit {process.returncode}, {error.strip()[-400:]}")
    finally:
        kill(process)


def _stands(pid: int) -> bool:
    """Wait until a process stands still or has ended; whether it stands. Its end is left to be asked for."""
    told = os.waitid(os.P_PID, pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
    if told is None or told.si_code != os.CLD_STOPPED:
        return False
    os.waitid(os.P_PID, pid, os.WSTOPPED)
    return True


def _state(world: World) -> frozenset[tuple[str, int, int, int]]:
    found = []
    for root in world.roots:
        for path in root.rglob("*"):
            if path.relative_to(root).parts[0] not in _NO_STATE:
                seen = path.lstat()
                found.append((str(path), seen.st_ino, seen.st_size, seen.st_mtime_ns))
    return frozenset(found)
