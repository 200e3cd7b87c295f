"""Kills at every single change of a file, from the note of the switch to the end of the run.

For a first run, the same month once more and the month after, with the reports on the same disk and on
another: before each change a reader looks, the kill is mended, the workspace looked through; at every change
within the switch and at some of the mails' the run is given again, and nobody gets a mail twice.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import keeping, run
from pipeline.base.errors import UsageFault
from pipeline.base.reading import before_reading
from pipeline.base.switch import NOTE, note
from pipeline.call import Call, Leverance
from pipeline.delivery.approval import read_published
from pipeline.delivery.ledger import Postbog
from tools.torture.stops import Stop, stops
from tools.torture.world import FIRST, NEXT, REPORTS, SAMPLES, Broken, World, empty, report

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, for its being another one
SINCE = f".{NOTE}.ny"
EVERY = 15
"""Of the changes after the switch, every so manyth is followed by a run."""
IN_EARNEST = 3
"""Kills in earnest of each trial."""
Dispatched = list[tuple[str, str, str, int, str]]


@dataclass
class Trial:
    """One command to kill: what it is called, in which world, on which delivery, for which period."""

    name: str
    world: World
    delivery: str
    room: Path
    healthy: Dispatched = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    @property
    def periode(self) -> str:
        """The month the delivery is run for."""
        return {FIRST: "2021-04", NEXT: "2021-08"}[self.delivery]

    def done(self) -> Iterator[tuple[str, int]]:
        """What was counted."""
        return iter(sorted(self.seen.items()))


def killed(begun: World, room: Path) -> None:
    """Every trial, on one disk and on two; `begun` has the first month."""
    for disk in (None, MEMORY) if MEMORY.is_dir() else (None,):
        with _elsewhere(disk) as other:
            for trial in _trials(room, begun, other):
                _trial(trial)
                place = "two disks" if other else "one disk"
                report(f"aimed: {trial.name}, {place}", [*trial.done()])


@contextmanager
def _elsewhere(disk: Path | None) -> Iterator[Path | None]:
    if disk is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="torture", dir=disk) as place:
        yield Path(place)


def _trials(room: Path, begun: World, other: Path | None) -> Iterator[Trial]:
    place = room / ("to" if other else "en")
    for name, delivery in (("first run", FIRST), ("same month again", FIRST), ("month after", NEXT)):
        folder = place / name.replace(" ", "-")
        world = empty(folder) if name == "first run" else begun.copy(folder)
        if other and not (world.folder / REPORTS).exists():
            world.lay_reports(other)
        elif other:
            kept = (world.folder / REPORTS).rename(place / "gemt")
            world.lay_reports(other, kept)
        yield Trial(name, world, delivery, place)


def _trial(trial: Trial) -> None:
    words = trial.world.month(trial.delivery)
    healthy = trial.world.copy(trial.room / "hel")
    healthy.give(*words)
    trial.healthy = _dispatched(healthy)
    numbers = []
    before = _Standing(trial)
    for stop in stops(trial.world.copy(trial.room / "live"), words, SINCE):
        live = World(trial.room / "live")
        trial.seen["kills"] += 1
        state = before.read(live, stop)
        trial.seen[f"reader: {state}"] += 1
        if stop.changed:
            numbers.append(stop.number)
            _after(trial, live.copy(trial.room / "drab"), stop, again=_is_chosen(stop, live))
    for number in numbers[:: max(1, len(numbers) // IN_EARNEST)]:
        dead = trial.world.copy(trial.room / "live")
        for _ in stops(dead, words, SINCE, killed_at=number):
            pass
        trial.seen["in earnest"] += 1
        _after(trial, dead, Stop(number, "in earnest", changed=True), again=True)


def _is_chosen(stop: Stop, live: World) -> bool:
    return note(live.call().folder).exists() or not stop.number % EVERY


class _Standing:
    """What stood before, by which the old is told from the new: neither is ever changed in its place."""

    def __init__(self, trial: Trial) -> None:
        self._periode = trial.periode
        self._first: tuple[int, int] | None = None

    def read(self, live: World, stop: Stop) -> str:
        """What a reader sees: the old, the new, or a mixture, of which it is told.

        Raises:
            Broken: it is a mixture and nothing tells of it.
        """
        folder = live.call().folder
        database, reports = _inode(folder.published), _inode(folder.reports / self._periode)
        if self._first is None:
            self._first = database, reports
        news = {database != self._first[0], reports != self._first[1]}
        if note(folder).exists():
            if not before_reading(folder):
                raise Broken(f"at {stop.what}: the reader is not told")
            return "told"
        if len(news) > 1:
            raise Broken(f"at {stop.what}: database and reports are of two runs, and nothing says so")
        return "new" if news.pop() else "old"


def _inode(path: Path) -> int:
    return path.stat().st_ino if path.exists() else 0


def _after(trial: Trial, dead: World, stop: Stop, *, again: bool) -> None:
    """After a kill: mended, whole, mails of the old refused; with `again` the run goes through."""
    call = dead.call()
    try:
        trial.seen["mended"] += bool(before_reading(call.folder))
        if told := before_reading(call.folder):
            raise Broken(f"not mended: {told}")
        faults = keeping.verify(call).faults if _has_delivery(call) else ()
        if others := [line for line in faults if "mails" not in line]:
            raise Broken(f"verify: {others}")
        _mails_wait(trial, call, bool(faults))
        if again:
            _again(trial, dead)
        left = [p.name for p in dead.folder.rglob("*") if p.name.endswith((".ny", ".gammel", NOTE))]
        if again and left:
            raise Broken(f"left behind: {left}")
    except Broken as broken:
        raise Broken(f"{trial.name}, killed at {stop.number} {stop.what}: {broken}") from None


def _has_delivery(call: Call) -> bool:
    return bool(call.folder.leverance_files())


def _mails_wait(trial: Trial, call: Call, told: bool) -> None:
    """The mails of what stands published may be released only when they tell of it, all of them."""
    if not call.folder.published.is_file():
        return
    periode = read_published(call.folder.published, call.command).periode
    try:
        run.approve(call, periode)
    except UsageFault:
        trial.seen["mails refused"] += 1
        if not told:
            raise Broken("the mails are refused, and verify does not say so") from None
        return
    if told:
        raise Broken("the mails can be released, and verify says they are not as they should be")


def _again(trial: Trial, dead: World) -> None:
    call = dead.call()
    run.run(call, Leverance(SAMPLES / trial.delivery))
    trial.seen["run again"] += 1
    if faults := keeping.verify(call).faults:
        raise Broken(f"run again, verify: {faults}")
    if (now := _dispatched(dead)) != trial.healthy:
        raise Broken(f"run again: {len(now)} mails, and not the {len(trial.healthy)} there should be")


def _dispatched(world: World) -> Dispatched:
    """The ledger: to whom, about what, which edition, and whether it waits; and a file for each that does."""
    call = world.call()
    published = read_published(call.folder.published, call.command)
    with Postbog(call.folder.postbog) as book:
        rows = book.dispatches(published.plan_id, published.periode)
    files = {file.name for file in (call.folder.outbox / published.periode).glob("*.eml")}
    if files != {row.fil for row in rows if row.waiting} or len(files) != len({row.key for row in rows}):
        raise Broken(f"{len(files)} files of {len(rows)} mails")
    return [(r.periode, r.team_id, r.modtager, r.udgave, r.tilstand) for r in rows]
