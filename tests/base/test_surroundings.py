"""Faults of the machine in plain words, and never the words of a library."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from pipeline.base.database import open_database
from pipeline.base.errors import ExitCode, SurroundingsFault
from pipeline.base.surroundings import surroundings_fault
from pipeline.base.switch import require_replaceable
from pipeline.base.workspace import Workspace
from tests.base.publication import MAANED, publish

UNSAID = "Opdigtet Person"


def told(error: BaseException) -> str:
    fault = surroundings_fault(error)
    assert fault is not None
    assert fault.exit_code == ExitCode.USAGE_FAULT
    (line,) = fault.lines
    return line


class IOException(Exception):
    """As the database raises it."""

    __module__ = "duckdb"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, UNSAID), "Der er ikke mere plads på disken. Frigør plads, og kør"),
        (OSError(errno.EDQUOT, UNSAID, "/w/log"), "/w/log: der er ikke mere plads på disken."),
        (PermissionError(errno.EACCES, UNSAID, Path("/w/noegle")), "/w/noegle: du har ikke ret til at læse"),
        (OSError(errno.EROFS, UNSAID, "/w"), "/w: disken er skrivebeskyttet."),
        (IsADirectoryError(errno.EISDIR, UNSAID, "/w/x"), "/w/x: er en mappe, hvor der skulle være en fil."),
        (NotADirectoryError(errno.ENOTDIR, UNSAID, "/w/x"), "/w/x: er ikke en mappe, hvor der skulle"),
        (FileExistsError(errno.EEXIST, UNSAID, "/w/x"), "/w/x: er ikke en mappe, hvor der skulle"),
        (OSError(errno.ELOOP, UNSAID, "/w/x"), "/w/x: er et link, der peger på sig selv."),
        (OSError(errno.EIO, UNSAID), "Disken kan ikke læses eller skrives, som den skal."),
        (MemoryError(UNSAID), "Maskinen har ikke hukommelse nok."),
        (sqlite3.OperationalError("database or disk is full"), "Der er ikke mere plads på disken."),
        (sqlite3.OperationalError("attempt to write a readonly database"), "Disken er skrivebeskyttet."),
        (sqlite3.DatabaseError("database disk image is malformed"), "En af arbejdsmappens databaser er"),
        (IOException(f"{UNSAID}: No space left on device"), "Der er ikke mere plads på disken."),
    ],
    ids=lambda v: str(v)[:30],
)
def test_a_fault_of_the_machine_has_its_own_words(error: BaseException, said: str) -> None:
    """What it is, where it is, and what to do; the library's message is never shown."""
    assert told(error).startswith(said)
    assert UNSAID not in told(error)


def test_it_is_found_behind_what_it_led_to() -> None:
    """A library wraps it; so may our own cleaning up."""
    wrapped, led_to = RuntimeError(UNSAID), RuntimeError(UNSAID)
    wrapped.__cause__ = led_to.__context__ = OSError(errno.ENOSPC, UNSAID)
    for error in (wrapped, led_to):
        assert "plads på disken" in told(error)


def test_below_a_period_of_the_reports_nothing_is_named() -> None:
    """There stand ids of teams and caseworkers."""
    error = PermissionError(errno.EACCES, "", "/w/rapporter/2021-04/T01/feedback/R0001.html")
    assert told(error).startswith("/w/rapporter/2021-04: du har")


@pytest.mark.parametrize("error", [KeyError("x"), OSError(errno.EPIPE, ""), sqlite3.IntegrityError("x")])
def test_any_other_fault_is_not_the_machines(error: BaseException) -> None:
    """Least of all one of ours."""
    assert surroundings_fault(error) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_the_database_says_a_full_disk_in_words_we_know(tmp_path: Path) -> None:
    """Its errors have no numbers: the words are tried on the real thing."""
    file = tmp_path / "full.csv"
    file.symlink_to("/dev/full")
    with open_database([tmp_path, Path("/dev")]) as database:
        rows = database.connection.sql("from range(1000000)")
        with pytest.raises(Exception, match="full") as caught:
            rows.write_csv(str(file))
    assert "plads på disken" in told(caught.value)


def test_reports_or_mails_that_may_not_be_replaced_stop_before_anything_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Some of them another's: the switch could not take the old ones away, nor the mails be written."""
    folder = Workspace(tmp_path / "tilsyn")
    publish(folder, "gammel")
    outbox = folder.outbox / MAANED
    outbox.mkdir()
    require_replaceable(folder, MAANED)
    require_replaceable(folder, "2021-05")
    really = os.access
    for place in (folder.reports / MAANED, folder.reports / MAANED / "A", outbox):
        monkeypatch.setattr(os, "access", lambda path, how, place=place: path != place and really(path, how))
        with pytest.raises(SurroundingsFault, match=f"{MAANED}: du har ikke ret"):
            require_replaceable(folder, MAANED)
