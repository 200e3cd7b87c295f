"""Where the program writes: a code page without our signs, a reader who is gone, a disk that is full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from pipeline.commands.end import run_to_end
from pipeline.commands.terminal import progress, show_line, write_data
def app(**_):
    {work}
run_to_end(app)
"""


def ran(work: str, *, pipe: str = "", **environment: str) -> tuple[int, bytes, bytes]:
    program = PROGRAM.format(root=str(ROOT), work=work)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f'"$0" -c "$1" {pipe}', sys.executable, program],
        capture_output=True, check=False, timeout=60,
        env={**os.environ, "PYTHONUTF8": "0", **environment},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "✓ nået, 5 ▲ Ærø".encode()),
        ("cp1252", "+ nået, 5 ^ Ærø".encode("cp1252")),
        ("cp850", "+ nået, 5 ^ Ærø".encode("cp850")),
        ("ascii", b"+ naaet, 5 ^ Aeroe"),
        ("cp1252:strict", "+ nået, 5 ^ Ærø".encode("cp1252")),
    ],
)
def test_a_sign_the_code_page_lacks_is_written_otherwise(encoding: str, shown: bytes) -> None:
    """On stdout and stderr; what is published is published, whatever the terminal can show."""
    code, out, err = ran(
        "show_line('✓ nået, 5 ▲ Ærø')\n    with progress() as tell: tell('✓ nået, 5 ▲ Ærø')",
        PYTHONIOENCODING=encoding,
    )
    assert (code, out.strip()) == (0, shown)
    assert err.startswith(shown)


def test_json_escapes_what_the_code_page_lacks() -> None:
    """A script reads the same text."""
    _, out, _ = ran("write_data(['navn'], [('Łucja ✓',)], 'json')", PYTHONIOENCODING="cp1252")
    assert b'"\\u0141ucja \\u2713"' in out


@pytest.mark.parametrize("work", ["show_line('x' * 80)", "write_data(['a'], [('x' * 80,)], 'csv')"])
def test_a_reader_who_has_seen_enough_ends_it_in_silence(work: str) -> None:
    """However much was left to write."""
    assert ran(f"for _ in range(5000): {work}", pipe="| head -1 >/dev/null") == (0, b"", b"")


def test_a_reader_of_the_progress_alone_may_leave_while_the_work_goes_on() -> None:
    """Progress is told; it decides nothing."""
    work = "with progress() as tell:\n        for n in range(9000): tell('x' * 80)\n    show_line('slut')"
    code, out, _ = ran(work, pipe="2> >(head -1 >/dev/null)")
    assert (code, out) == (0, b"slut\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_output_that_cannot_be_written_is_told() -> None:
    """As a fault of the machine."""
    code, _, err = ran("show_line('x')", pipe=">/dev/full")
    assert code == 2
    assert err.decode().startswith("Fejl: Der er ikke mere plads på disken.")


def test_a_closed_output_is_no_fault() -> None:
    """As a scheduler may start it."""
    assert ran("show_line('x')", pipe=">&- 2>&-")[0] == 0


def test_a_thread_that_fails_shows_no_traceback() -> None:
    """It could quote a row."""
    work = "import threading; t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()"
    assert ran(work) == (0, b"", b"")
