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


def target(workspace: Path) -> None:
    """Print where the time goes, imports included: the first run in a process is a cold one."""
    start = time.perf_counter()
    from pipeline.reports import build
    from pipeline.reports.papers import papers
    from pipeline.reports.pictures import Painter
    from pipeline.reports.render import Writer

    seconds: Counter[str] = Counter()
    count: Counter[str] = Counter()

    def taken(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def with_time(*arguments: Any, **named: Any) -> Any:
            begun = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                seconds[name] += time.perf_counter() - begun
                count[name] += 1

        return with_time

    def at_once(files: Callable[..., Any]) -> Callable[..., Any]:
        """A paper's views all made when they are asked for, so that no writing is counted as making."""
        return taken("view model", lambda *arguments: list(files(*arguments)))

    seconds["imports"] = time.perf_counter() - start
    build.fetch_facts = taken("facts", build.fetch_facts)
    timed = tuple(replace(paper, files=at_once(paper.files)) for paper in papers())
    build.papers = lambda: timed  # type: ignore[assignment]
    Painter.draw = taken("pictures", Painter.draw)  # type: ignore[method-assign]
    Writer.page = taken("markup and pictures", Writer.page)  # type: ignore[method-assign]
    folder = Workspace(workspace)
    candidate = read_candidate(folder)
    with candidate.open(folder) as database, tempfile.TemporaryDirectory() as out:
        written = build.Reports(database, candidate.plans).write(Path(out))
        teams = sum(file.name == "rapport.html" for file in written)
    i_alt = time.perf_counter() - start
    seconds["markup"] = seconds.pop("markup and pictures") - seconds["pictures"]
    for name, elapsed in seconds.items():
        print(f"{name:<12} {elapsed:6.2f} s  {count[name] or '':>5}")
    shared = seconds["imports"] + seconds["facts"]
    print(f"{'all':<12} {i_alt:6.2f} s for {teams} reports and {len(written)} files")
    print(f"{'per report':<12} {(i_alt - shared) / teams:6.2f} s")


if __name__ == "__main__":
    target(Path(sys.argv[1]))
