"""The monthly job, killed at its stages and at random, on a disk that fills, by twos, while it is read."""

from __future__ import annotations

import contextlib
import random
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.base.database import open_file
from pipeline.base.durable import sha256
from pipeline.base.released import MARK, read_mark
from pipeline.base.switch import NOTE
from tools.torture.world import NEXT, Broken, Come, World, after, kill_when, report

_FULL = 64
"""Megabytes of the small disk."""


def killed(world: World, room: Path, count: int, dice: random.Random) -> None:
    """Kill runs; afterwards a reader reads, the workspace is whole, and the same run goes through."""
    seconds = _seconds(world.copy(room / "hel"))
    outcomes: Counter[str] = Counter()
    for number in range(count):
        trial = world.copy(room / "drab")
        process = trial.start(*trial.month(NEXT))
        boundary = list(_boundaries(trial.folder))
        name, come = boundary[number // 2 % len(boundary)]
        if number % 2:
            name, come = "random", after(dice.uniform(0, seconds))
        if not kill_when(process, come):
            outcomes["ended before"] += 1
        outcomes["told" if "Bemærk" in trial.give("status", "--format", "csv") else "quiet"] += 1
        try:
            trial.give("verify")
            if number % 4 == 0:
                trial.give(*trial.month(NEXT))
                trial.give("verify")
                outcomes["run again"] += 1
        except Broken as broken:
            raise Broken(f"killed at {name}: {broken}") from None
        _no_leftovers(trial.folder)
    report("kills of run", [("kills", count), *sorted(outcomes.items())])


def _seconds(world: World) -> float:
    begun = time.monotonic()
    world.give(*world.month(NEXT))
    return time.monotonic() - begun


def _boundaries(folder: Path) -> Iterator[tuple[str, Come]]:
    """Every moment that can be seen from outside: the end of a stage, and each step of the switch."""
    log, database = folder / "log" / "ledelsestilsyn.jsonl", folder / "publiceret" / "ledelsestilsyn.duckdb"
    before, inode = log.read_bytes().count(b'"trin"'), database.stat().st_ino
    reports = folder / "rapporter"
    for number in range(1, 6):
        yield f"stage {number}", _stages(log, before + number)
    yield "reports being built", lambda: any(reports.glob(".*.ny"))
    yield "note written", lambda: (reports / NOTE).exists()
    yield "reports in place", lambda: (reports / "2021-08").exists()
    yield "database in place", lambda: _inode(database) != inode
    yield "first mail", lambda: any((folder / "udbakke" / "2021-08").glob("*"))


def _stages(log: Path, count: int) -> Come:
    return lambda: log.read_bytes().count(b'"trin"') >= count


def _inode(file: Path) -> int:
    return file.stat().st_ino if file.exists() else 0


def _no_leftovers(folder: Path) -> None:
    left = [path.name for path in folder.rglob("*") if path.name.endswith((".ny", ".gammel", NOTE))]
    if left:
        raise Broken(f"left behind: {left}")


def two_at_once(world: World, room: Path) -> None:
    """Of two runs begun together one does it all and the other is told; twenty readers read meanwhile."""
    trial = world.copy(room / "to")
    runs = [trial.start(*trial.month(NEXT)) for _ in range(2)]
    readers = [trial.start("status", "--format", "csv") for _ in range(20)]
    for process in (*readers, *runs):
        process.communicate()
    codes = sorted(process.returncode for process in runs)
    if codes != [0, 2] or any(reader.returncode for reader in readers):
        raise Broken(f"two at once: {codes}, readers {[reader.returncode for reader in readers]}")
    trial.give("verify")
    report("two at once", [("one done", 1), ("one told", 1), ("readers", len(readers))])


def read_while_switched(world: World, room: Path, times: int) -> None:
    """A reader opens the published file again and again while it is replaced: always one run's, whole."""
    reads, apart = 0, 0
    for _ in range(times):
        trial = world.copy(room / "laes")
        process = trial.start(*trial.month(NEXT))
        while process.poll() is None:
            with open_file(trial.folder / "publiceret" / "ledelsestilsyn.duckdb") as database:
                database.value("select max(hash(r)) from indikator_resultat as r")
            reads += 1
            apart += not _together(trial.folder)
        process.communicate()
        if process.returncode:
            raise Broken(f"run: exit {process.returncode}")
    report("readers during swap", [("swaps", times), ("reads", reads), ("errors", 0), ("apart", apart)])


def _together(folder: Path) -> bool:
    file = folder / "publiceret" / "ledelsestilsyn.duckdb"
    marks = [read_mark(mark.parent) for mark in (folder / "rapporter").glob(f"*/{MARK}")]
    fine = sha256(file) in {mark.database for mark in marks if mark}
    return fine or (folder / "rapporter" / NOTE).exists()


def disk_full(world: World, room: Path, count: int, dice: random.Random) -> None:
    """A disk of its own, filled while the run works: one line, nothing torn; then all is whole."""
    with _small_disk(room / "disk") as disk:
        if disk is None:
            report("disk full", [("left out", "no disk can be mounted here")])
            return
        codes: Counter[int] = Counter()
        for _ in range(count):
            trial = world.copy(disk / "ws")
            process = trial.start(*trial.month(NEXT))
            time.sleep(dice.uniform(1, 12))
            filler = disk / "fyld"
            with contextlib.suppress(OSError), filler.open("wb") as out:
                while out.write(b"\0" * 100_000):
                    pass
            _, error = process.communicate()
            codes[process.returncode] += 1
            filler.unlink(missing_ok=True)
            if process.returncode not in {0, 2} or "Uventet" in error:
                raise Broken(f"disk full: exit {process.returncode}, {error[-300:]}")
            trial.give("verify")
        report("disk full", [("times", count), *((f"exit {code}", n) for code, n in sorted(codes.items()))])


@contextlib.contextmanager
def _small_disk(place: Path) -> Iterator[Path | None]:
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_FULL}m", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=False)


def rights(world: World, room: Path) -> None:
    """Every place a run needs, taken over by something else: one Danish line, exit 2, and nothing changed."""
    trial, told = world.copy(room / "ret"), 0
    before = sha256(trial.folder / "publiceret" / "ledelsestilsyn.duckdb")
    for name in (
        "tilsyn.lock",
        "rapporter",
        "karantaene",
        "udbakke",
        "besvarelser",
        "log",
        "postbog.sqlite3",
    ):
        place, away = trial.folder / name, room / "gemt"
        if place.exists():
            place.rename(away)
        place.mkdir() if "." in name else place.write_text("x")
        said = trial.give(*trial.month(NEXT), code=2)
        told += sum(line.startswith("Fejl: ") for line in said.splitlines())
        place.rmdir() if place.is_dir() else place.unlink()
        if away.exists():
            away.rename(place)
        trial.give("verify")
    if sha256(trial.folder / "publiceret" / "ledelsestilsyn.duckdb") != before:
        raise Broken("rights: the publication changed")
    report("places taken", [("places", 7), ("lines told", told)])
