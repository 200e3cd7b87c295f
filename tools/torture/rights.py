"""The program given by a user who may not read or write what it needs: one Danish line, nothing half-done.

Needs a superuser, who lends everything to a user without rights and takes one thing at a time back.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.base.durable import sha256
from tools.torture.world import FIRST, NEXT, SAMPLES, Broken, World, report

USER = "nobody"


@dataclass(frozen=True)
class Case:
    """What is taken back, with which mode for others, on which delivery, and how the run ends."""

    place: str
    mode: int
    delivery: str = NEXT
    code: int = 2


READ, NOTHING = 0o755, 0o700
CASES = (
    Case("ws", READ), Case("ws", NOTHING), Case("ws/indstillinger.toml", NOTHING),
    Case("ws/noegle", NOTHING), Case("ws/noegle.fingeraftryk", NOTHING), Case("ws/tilsyn.lock", NOTHING),
    Case("ws/rapporter", READ), Case("ws/rapporter", NOTHING), Case("ws/rapporter/2021-04", READ, FIRST),
    Case("ws/rapporter/2021-04", NOTHING, FIRST), Case("ws/rapporter/index.html", READ, code=0),
    Case("ws/publiceret", READ), Case("ws/publiceret", NOTHING),
    Case("ws/publiceret/ledelsestilsyn.duckdb", READ, code=0),
    Case("ws/publiceret/ledelsestilsyn.duckdb", NOTHING),
    Case("ws/log", READ), Case("ws/log/ledelsestilsyn.jsonl", READ), Case("ws/leverancer", READ),
    Case("ws/leverancer/2021-04-30.duckdb", NOTHING), Case("ws/leverancer/2021-04-30.duckdb", READ, code=0),
    Case("ws/beregning", READ), Case("ws/beregning/kandidat.duckdb", NOTHING, code=0),
    Case("ws/udbakke", READ), Case("ws/udbakke/2021-04", READ, FIRST),
    Case("ws/udbakke/2021-04", NOTHING, FIRST),
    Case("ws/besvarelser", NOTHING), Case("ws/karantaene", READ), Case("ws/postbog.sqlite3", READ),
    Case("ws/postbog.sqlite3", NOTHING), Case("ws/revisionsspor.sqlite3", READ),
    Case("udtraek/2021-08-31", NOTHING), Case("udtraek/2021-08-31/sager.csv", NOTHING, code=3),
    Case("tmp", READ, code=0),
)  # fmt: skip


@dataclass(frozen=True)
class Lent(World):
    """A world whose commands are given by the other user, with a folder of his own for temporary files."""

    user: int = 0

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        """As the other user."""
        return self.started(
            words,
            {"HOME": str(self.folder), "TMPDIR": str(self.folder.parent / "tmp"), **environment},
            self.user,
        )

    def month(self, delivery: str) -> tuple[str, ...]:
        """On a copy of the sample that he owns."""
        lent = str(self.folder.parent / "udtraek" / delivery)
        return tuple(lent if word == str(SAMPLES / delivery) else word for word in super().month(delivery))


def withheld(world: World, room: Path) -> None:
    """Case by case; after each, with everything given back, the workspace is whole."""
    if (user := _other_user(room)) is None:
        report("rights withheld", [("left out", "no superuser, or no other user who can run Python")])
        return
    told, broken_ones = 0, []
    for case in CASES:
        place = room / "lånt"
        lent = _lend(world, place, user)
        before = _standing(lent)
        try:
            with _taken_back(place / case.place, case.mode, user):
                said = lent.give(*lent.month(case.delivery), code=case.code)
            lines = [line for line in said.splitlines() if line.startswith("Fejl: ")]
            if len(lines) != (case.code + 1) // 2:  # where data is refused, the second names its account
                raise Broken(f"{len(lines)} lines told: {lines}")
            if case.code and _standing(lent) != before:
                raise Broken("it ended with a fault, and the publication or the reports are others")
            lent.give("verify")
            told += len(lines)
        except Broken as broken:
            broken_ones.append(f"{case}: {broken}")
    if broken_ones:
        raise Broken("\n".join(broken_ones))
    report("rights withheld", [("cases", len(CASES)), ("lines told", told), ("half-done", 0)])


def _other_user(room: Path) -> int | None:
    if not hasattr(os, "geteuid") or os.geteuid():
        return None
    with contextlib.suppress(KeyError, OSError):
        user = pwd.getpwnam(USER).pw_uid
        for folder in (room, *room.parents):
            if folder.owner() == pwd.getpwuid(os.geteuid()).pw_name and "torture" in str(folder):
                folder.chmod(folder.stat().st_mode | 0o711)
        done = subprocess.run(
            [sys.executable, "-c", "import duckdb"], user=user, group=user, check=False, capture_output=True
        )
        return user if not done.returncode else None
    return None


def _lend(world: World, place: Path, user: int) -> Lent:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    world.copy(place / "ws")
    shutil.copytree(SAMPLES, place / "udtraek")
    (place / "tmp").mkdir()
    for path in (place, *place.rglob("*")):
        os.chown(path, user, user)
    return replace(Lent(place / "ws"), user=user)


@contextlib.contextmanager
def _taken_back(path: Path, mode: int, user: int) -> Iterator[None]:
    """Owned by the superuser for a while; of a folder all in it, which the other may read as before."""
    all_ = [path, *path.rglob("*")] if path.is_dir() and path.name[0].isdigit() else [path]
    before = path.stat().st_mode
    for each in all_:
        os.chown(each, 0, 0)
    path.chmod(mode)
    yield
    for each in all_:
        if each.exists():
            os.chown(each, user, user)
    path.chmod(before)


def _standing(lent: Lent) -> dict[str, str]:
    shown = (lent.folder / "publiceret", lent.folder / "rapporter")
    files = (f for top in shown for f in sorted(top.rglob("*")) if f.is_file())
    return {f.relative_to(lent.folder).as_posix(): sha256(f) for f in files}
