"""The second process: works in order, hands errors on without what they quote, and ends with the first."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.base.aside import aside
from pipeline.base.errors import FailedAside, InternalError, UnreadableDatabase, kind, places

ROOT = Path(__file__).parent.parent.parent


def told(value: int) -> tuple[int, int]:
    return os.getpid(), value


def fails_unexpectedly(value: str) -> None:
    raise ValueError(value)


def fails_on_purpose(file: Path) -> None:
    raise UnreadableDatabase(file)


def stops() -> None:
    os._exit(9)


def test_work_is_done_in_one_other_process():
    """Begun together, and asked for in another order than it was begun in."""
    first, second = aside().begin(told, 1), aside().begin(told, 2)
    (process, value), (same, earlier) = second.result(), first.result()
    assert (earlier, value) == (1, 2)
    assert process == same != os.getpid()


def test_an_unexpected_error_comes_without_what_it_says():
    """Its type and the places it passed: the message may quote a row."""
    with pytest.raises(FailedAside) as caught:
        aside().begin(fails_unexpectedly, "hemmeligt").result()
    assert "hemmeligt" not in f"{caught.value!r} {caught.value.__cause__!r}"
    assert kind(caught.value) == "ValueError"
    assert any("fails_unexpectedly" in place for place in places(caught.value))


def test_an_error_of_ours_comes_as_it_is():
    """With its lines, its type and its exit code."""
    with pytest.raises(UnreadableDatabase) as caught:
        aside().begin(fails_on_purpose, Path("kandidat.duckdb")).result()
    assert caught.value.lines == UnreadableDatabase(Path("kandidat.duckdb")).lines


def test_a_process_stopped_from_outside_is_told_and_the_next_call_has_a_new_one():
    """No waiting for ever for what nobody does."""
    with pytest.raises(InternalError, match="blev stoppet"):
        aside().begin(stops).result()
    assert aside().begin(told, 3).result()[1] == 3


def test_it_ends_when_the_first_process_is_killed():
    """Also where that one had no time to end it."""
    program = (
        "import os\nfrom pipeline.base.aside import aside\n"
        "if __name__ == '__main__':\n"
        "    print(aside().begin(os.getpid).result(), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    reply = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    deadline = time.monotonic() + 30
    while (alive := _is_running(int(reply.stdout))) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive


def test_the_first_process_is_never_kept_waiting_by_a_library_that_swallows_the_end():
    """Ended while the second one loads, as when a run is refused at once."""
    program = (
        "import sys, time\nfrom pipeline.base.aside import aside\n"
        "from tests.base.test_aside import swallows, told\n"
        "if __name__ == '__main__':\n"
        "    aside().begin(told, 1).result()\n    aside().begin(swallows)\n"
        "    time.sleep(1)\n    sys.exit(2)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 2


def swallows() -> None:
    """As the import of a large library may."""
    with contextlib.suppress(BaseException):
        time.sleep(60)


def _is_running(process: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
