"""Reports of a workspace: seconds of facts, pictures and markup, and of one more team.

python -m bench.reports WORKSPACE      a workspace in which `check` or `run` has been done
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.base.workspace import Workspace
from pipeline.stages.candidate import read_candidate


class Seconds:
    """Seconds spent in functions, and how often they were called, by name."""

    def __init__(self) -> None:
        self.start = time.perf_counter()
        self.by_name: Counter[str] = Counter()
        self.count: Counter[str] = Counter()

    @property
    def so_far(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self.start

    def taken(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        def with_time(*arguments: Any, **named: Any) -> Any:
            begun = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                self.by_name[name] += time.perf_counter() - begun
                self.count[name] += 1

        return with_time


def measure(workspace: Path) -> None:
    """Print where the time goes, imports included: the first run in a process is a cold one."""
    seconds = Seconds()
    written = _write_timed(Workspace(workspace), seconds)
    _show(seconds, written)


def _write_timed(folder: Workspace, seconds: Seconds) -> list[Path]:
    """Write the reports to a folder that is thrown away, all in this process; their files."""
    from pipeline.reports import build
    from pipeline.reports.papers import papers
    from pipeline.reports.pictures import Painter
    from pipeline.reports.render import Writer

    def at_once(files: Callable[..., Any]) -> Callable[..., Any]:
        """A paper's views all made when they are asked for, so that no writing is counted as making."""
        return seconds.taken("view model", lambda *arguments: list(files(*arguments)))

    timed = tuple(replace(paper, files=at_once(paper.files)) for paper in papers())
    seconds.by_name["imports"] = seconds.so_far
    build.fetch_facts = seconds.taken("facts", build.fetch_facts)
    build.papers = lambda: timed  # type: ignore[assignment]
    Painter.draw = seconds.taken("pictures", Painter.draw)  # type: ignore[method-assign]
    Writer.page = seconds.taken("markup and pictures", Writer.page)  # type: ignore[method-assign]
    candidate = read_candidate(folder)
    with candidate.open(folder) as database, tempfile.TemporaryDirectory() as out:
        facts = build.fetch_facts(database, candidate.plans)
        return build.write_for(facts, (), Path(out), build.readers_of(facts))


def _show(seconds: Seconds, written: list[Path]) -> None:
    by_name, all_ = seconds.by_name, seconds.so_far
    teams = sum(file.name == "rapport.html" for file in written)
    by_name["markup"] = by_name.pop("markup and pictures") - by_name["pictures"]
    for name, elapsed in by_name.items():
        print(f"{name:<12} {elapsed:6.2f} s  {seconds.count[name] or '':>5}")
    shared = by_name["imports"] + by_name["facts"]
    print(f"{'all':<12} {all_:6.2f} s for {teams} reports and {len(written)} files")
    print(f"{'per report':<12} {(all_ - shared) / teams:6.2f} s")


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
