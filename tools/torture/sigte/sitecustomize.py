"""Stops its process before every change of a file, for whoever wants to look at what a kill leaves there.

Loaded at its start by every Python process that has this folder on its path. It stops that one alone, not its
children, and nothing before the first change of a file whose name begins with `SIGTE_FRA`; each stop is told
in the file `SIGTE_LOG` first. Only what lies below `SIGTE_I` counts.
"""

from __future__ import annotations

import functools
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHANGES = ("rename", "replace", "unlink", "remove", "rmdir", "mkdir", "link", "symlink", "fsync", "chmod")
ROOTS, SINCE, LOG = "SIGTE_I", "SIGTE_FRA", "SIGTE_LOG"


class Aim:
    """What counts, and whether counting has begun."""

    def __init__(self, roots: str, since: str, log: str) -> None:
        self._roots, self._since, self._log = tuple(roots.split(os.pathsep)), since, log
        self._begun = False

    def stops(self, name: str, place: str) -> None:
        """Stop before a change, where it counts."""
        if not place.startswith(self._roots):
            return
        self._begun = self._begun or Path(place).name.startswith(self._since)
        if self._begun:
            with open(self._log, "a", encoding="utf-8") as told:  # noqa: PTH123 - Path's own would be counted
                told.write(f"{name} {place}\n")
            os.kill(os.getpid(), signal.SIGSTOP)


def place_of(what: Any, folder: int | None) -> str:
    """The path of what a call names: by name, by its descriptor, or in an open folder."""
    if isinstance(what, int):
        return str(Path(f"/proc/self/fd/{what}").readlink())
    if folder is not None:
        return str(Path(f"/proc/self/fd/{folder}").readlink() / os.fsdecode(what))
    return str(Path(os.fsdecode(what)).absolute())


def take_aim(aim: Aim) -> None:
    """Put the stop before each of the system's calls that change what a folder or the disk holds."""
    for name in CHANGES:
        setattr(os, name, _stopping(aim, name, getattr(os, name)))
    os.open = _opening(aim, os.open)


def _stopping(aim: Aim, name: str, really: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(really)
    def change(what: Any, *given: Any, **named: Any) -> Any:
        aim.stops(name, place_of(what, named.get("dir_fd")))
        return really(what, *given, **named)

    return change


def _opening(aim: Aim, really: Callable[..., int]) -> Callable[..., int]:
    @functools.wraps(really)
    def opened(what: Any, flags: int, *given: Any, **named: Any) -> int:
        if flags & os.O_CREAT:
            aim.stops("create", place_of(what, named.get("dir_fd")))
        return really(what, flags, *given, **named)

    return opened


if __name__ == "sitecustomize" and ROOTS in os.environ:
    take_aim(Aim(*(os.environ.pop(name) for name in (ROOTS, SINCE, LOG))))
