"""The audit trail: one line per thing done, in order, and nothing in it can be changed unseen."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from pipeline.base.audit import account, history, recorded, require_whole
from pipeline.base.errors import DataRefused, UnreadableDatabase, UsageFault


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "revisionsspor.sqlite3"


def _do(file: Path, handling: str, error: type[BaseException] | None = None) -> None:
    with recorded(file, handling, "2021-04") as entry:
        entry.say("2 mails")
        if error:
            raise error("Fejl.")


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (None, "gennemført"),
        (DataRefused, "afvist"),
        (UsageFault, "afvist"),
        (KeyboardInterrupt, "afbrudt"),
        (ValueError, "fejl"),
    ],
)
def test_how_it_ended_is_written(file: Path, error: type[BaseException] | None, outcome: str):
    """With who did it, and without what the error said."""
    with pytest.raises(error) if error else nullcontext():
        _do(file, "send", error)
    (row,) = history(file)
    told = (row["handling"], row["periode"], row["udfald"], row["hvad"], row["konto"])
    assert told == ("send", "2021-04", outcome, "2 mails", account())
    assert b"Fejl." not in file.read_bytes()


def test_what_was_killed_has_no_end(file: Path):
    """Its beginning was on disk before it did anything."""
    with recorded(file, "run"):
        assert [row["udfald"] for row in history(file)] == ["ikke afsluttet"]
    assert [row["udfald"] for row in history(file)] == ["gennemført"]


def test_lines_are_only_added_and_only_the_owner_reads_them(file: Path):
    """Neither a change nor a deletion is taken, and what was there stays."""
    for handling in ("run", "approve", "send"):
        _do(file, handling)
    with closing(sqlite3.connect(file)) as connection:
        for statement in ("delete from spor", "update spor set konto = 'x'"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
    assert [row["handling"] for row in history(file)] == ["run", "approve", "send"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    require_whole(file)


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("update spor set konto = 'en anden' where nr = 3", 3),
        ("delete from spor where nr = 2", 2),
        ("update spor set udfald = 'gennemført' where nr = 1", 1),
    ],
)
def test_a_change_from_outside_is_seen(file: Path, statement: str, line: int):
    """Also by somebody who takes the table's own refusal away first."""
    for handling in ("run", "send"):
        _do(file, handling)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("drop trigger spor_aendres_ikke")
        connection.execute("drop trigger spor_slettes_ikke")
        connection.execute(statement)
    with pytest.raises(UsageFault, match=f"ændret uden om programmet, første gang i linje {line}"):
        require_whole(file)


def test_a_damaged_trail_is_never_begun_anew(file: Path):
    """It is told, and the bytes stay for whoever mends them."""
    file.write_bytes(b"not a database at all, " * 100)
    with pytest.raises(UnreadableDatabase):
        _do(file, "run")
    assert file.read_bytes().startswith(b"not a database")


def test_where_nothing_has_been_done_there_is_nothing_to_tell(file: Path):
    """Looking makes no file."""
    assert history(file) == []
    require_whole(file)
    assert not file.exists()
