"""Kills at every change of a file that the weekly lists, a purge and a forgotten case make.

After each: what a reader has is whole or it is told, the workspace is whole, and the same command given again
comes to the end the first was on its way to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline import keeping, run
from pipeline.base.database import open_file
from pipeline.base.reading import before_reading
from pipeline.base.saved_books import text_in
from pipeline.base.switch import note
from pipeline.base.traces import Traces
from pipeline.call import Call, Leverance
from pipeline.delivery.forget import mails_about
from pipeline.intake.forget import find_traces
from tools.torture.stops import Stop, stops
from tools.torture.world import FIRST, NEXT, PLAN, SAMPLES, Broken, World, report

WEEK = "2021-U18"
"""The week that the lists from the first delivery reach to."""
TODAY, MONTHS = date(2021, 10, 15), 4
EVERY = 10
"""Every so manyth change is followed by the whole command again."""
Look = Callable[[World, Stop], str]
Again = Callable[[Call], None]


def killed(begun: World, room: Path) -> None:
    """The three of them, one after the other."""
    _week(room, begun)
    old = begun.copy(room / "gammel")
    old.give(*old.month(NEXT))
    words = ("purge", "--aeldre-end", str(MONTHS), "--dato", str(TODAY), "--ja")
    _each("purge", old.copy(room / "slet"), words, _quiet, _purged)
    sag = _a_case(old)
    _each("forget", old.copy(room / "glem"), ("forget", sag, "--ja"), _quiet, lambda call: _gone(call, sag))


def _week(room: Path, begun: World) -> None:
    words = ("week", "--leverance", str(SAMPLES / FIRST), *PLAN)
    world = begun.copy(room / "uge")
    world.give(*words)
    pages = _names(world.call())

    def look(live: World, stop: Stop) -> str:
        folder = live.call().folder
        if note(folder).exists():
            return "told"
        if _names(live.call()) != pages:
            raise Broken(f"at {stop.what}: the week's pages are not whole")
        return "whole"

    def again(call: Call) -> None:
        if _names(call) != pages:
            raise Broken("the week's pages are not whole")
        run.week(call, Leverance(SAMPLES / FIRST))

    _each("week", world, words, look, again, since=f".{WEEK}.ny")


def _names(call: Call) -> list[str]:
    home = call.folder.reports / WEEK
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*"))


def _each(name: str, world: World, words: Sequence[str], look: Look, again: Again, since: str = "") -> None:
    seen: Counter[str] = Counter()
    for stop in stops(world, words, since):
        seen["kills"] += 1
        if state := look(world, stop):
            seen[f"reader: {state}"] += 1
        if stop.changed:
            full = not seen["looked through"] % EVERY
            seen["looked through"] += 1
            seen["given again"] += full
            dead = world.copy(world.folder.with_name("drab"))
            try:
                _after(dead.call(), again if full else None)
            except Broken as broken:
                raise Broken(f"{name}, killed at {stop.number} {stop.what}: {broken}") from None
    _after(world.call(), again)
    report(f"aimed: {name}", [*sorted(seen.items())])


def _after(call: Call, again: Again | None) -> None:
    before_reading(call.folder)
    if faults := keeping.verify(call).faults:
        raise Broken(f"verify: {faults}")
    if again:
        again(call)
        if faults := keeping.verify(call).faults:
            raise Broken(f"given again, verify: {faults}")


def _quiet(_world: World, _stop: Stop) -> str:
    return ""


def _purged(call: Call) -> None:
    keeping.purge(call, TODAY, MONTHS)
    if left := keeping.find_old(call, TODAY, MONTHS):
        raise Broken(f"given again, and left: {left.lines(done=False)}")


def _a_case(world: World) -> str:
    """One of those that a published list names."""
    with open_file(world.call().folder.published) as database:
        return str(database.value("select min(sag_id) from fristliste where tilstand = 'overskredet'"))


def _gone(call: Call, sag: str) -> None:
    keeping.forget(call, sag)
    if left := [*_left(call, sag)]:
        raise Broken(f"given again, and still in {left}")


def _left(call: Call, sag: str) -> Iterator[str]:
    traces = Traces(sag, {"sag_id": frozenset({sag})})
    if find_traces(call.folder.leverance_files(), sag):
        yield "a delivery"
    if mails_about(call.folder.outbox, traces):
        yield "a mail"
    for file in call.folder.reports.rglob("*.html"):
        if traces.holds(file.read_text(encoding="utf-8")):
            yield file.name
    for file in call.folder.reports.rglob("*.xlsx"):
        if any(traces.holds(text) for text in text_in(file.read_bytes())):
            yield file.name
