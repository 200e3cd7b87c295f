"""The current goes the moment a run has told of its success: what had not been flushed is not there any more.

The workspace lies on a disk made of a file. What the disk's own cache holds is not in the file yet, so a copy
of the file is what a power cut leaves; it is mounted, which replays its journal, and looked through.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.torture.world import NEXT, Broken, World, begin, report

_SIZE = "400M"


def cut_after_success(room: Path) -> None:
    """After a first month and after the next one: everything told of is there, the key too."""
    image, files = room / "disk.img", 0
    if not _make(image):
        report("power cuts", [("left out", "no disk can be made of a file here")])
        return
    with _mounted(image, room / "strøm") as disk:
        world = begin(disk / "ws")
        files += _after_the_cut(image, room)
        world.give(*world.month(NEXT))
        files += _after_the_cut(image, room)
    report("power cuts", [("cuts", 2), ("files", files), ("empty", 0), ("lost", 0)])


def _after_the_cut(image: Path, room: Path) -> int:
    """How many files there are on what the disk holds now."""
    left = room / "efter.img"
    shutil.copyfile(image, left)
    with _mounted(left, room / "efter") as disk:
        files = [path for path in (disk / "ws").rglob("*") if path.is_file() and path.name != "tilsyn.lock"]
        if empty := [path.name for path in files if not path.stat().st_size]:
            raise Broken(f"power cut: empty files {empty}")
        World(disk / "ws").give("verify")
        return len(files)


def _make(image: Path) -> bool:
    with contextlib.suppress(OSError):
        done = (
            subprocess.run(["truncate", "-s", _SIZE, str(image)], check=False, capture_output=True),
            subprocess.run(["mkfs.ext4", "-q", str(image)], check=False, capture_output=True),
        )
        return not any(process.returncode for process in done) and _can_mount(image)
    return False


def _can_mount(image: Path) -> bool:
    with contextlib.suppress(Broken), _mounted(image, image.with_suffix(".prøve")):
        return True
    return False


@contextlib.contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    mount = ["mount", "-o", "loop", str(image), str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        raise Broken(f"{image.name} cannot be mounted")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=False)
