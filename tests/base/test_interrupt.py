"""Ctrl-C at any moment: one Danish line and a documented code, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START = f"""
import os, signal, sys, time
sys.path.insert(0, {str(ROOT)!r})
from pipeline.base import interrupt
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests were begun in the background
interrupt.watch()
def us(what=signal.SIGINT): os.kill(os.getpid(), what)
"""
WORK = """
from pipeline.commands.end import run_to_end
def app(**_):
    {}
run_to_end(app)
"""
QUERY = """
import threading, duckdb
    threading.Timer(0.3, us).start()
    duckdb.sql("select count(*) from range(10000000000) as a where hash(a.range) = 1").fetchall()
"""


def ended(program: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", START + program], capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "program",
    [
        "us()",
        "us(signal.SIGTERM)",
        WORK.format("us()"),
        WORK.format("us(signal.SIGTERM)"),
        WORK.format("""
    try:
        us()
    except KeyboardInterrupt:
        raise ValueError("a library's own word for it")"""),
        WORK.format("""
    try:
        us()
    except KeyboardInterrupt:
        pass"""),
        WORK.format("""
    class Torn:
        def __del__(self): us()
    Torn()"""),
        WORK.format(QUERY.strip()),
        WORK.format("""
    import threading
    threading.Thread(target=lambda: (time.sleep(0.2), us())).start()
    time.sleep(5)"""),
    ],
    ids=[
        "while importing", "stopped by the system", "at work", "at work, by the system",
        "turned into another error", "swallowed", "while something is torn down", "in a query",
        "while a thread runs",
    ],
)  # fmt: skip
def test_an_interruption_is_one_line(program: str) -> None:
    """The code is that of a fault nobody expected."""
    assert ended(program) == (1, "Fejl: Afbrudt; det, der er udgivet, er uskadt.\n")


def test_one_that_was_turned_off_stays_off() -> None:
    """As for a job that is to outlive its terminal."""
    off = "signal.signal(signal.SIGINT, signal.SIG_IGN); interrupt.watch(); us()"
    assert ended(f"{off}; print('videre', file=sys.stderr)") == (0, "videre\n")


def test_the_program_is_watched_before_it_imports_what_takes_a_while() -> None:
    """Interrupted while the command line library is looked for."""
    assert ended(
        """
signal.signal(signal.SIGINT, signal.default_int_handler)
class Finder:
    @staticmethod
    def find_spec(name, *_):
        if name == "typer": us()
sys.meta_path.insert(0, Finder)
sys.argv[0] = "cli.py"
import cli
"""
    ) == (1, "Fejl: Afbrudt; det, der er udgivet, er uskadt.\n")
