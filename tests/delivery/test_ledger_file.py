"""The ledger's file: never begun anew, and found damaged before anything is published."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.base.errors import ExitCode, UnreadableDatabase, UserError
from pipeline.delivery.ledger import Postbog
from pipeline.delivery.ledger_file import MARK, LedgerGone
from tests.delivery.setup import Setup


def opened(file: Path) -> None:
    """As a run does at its beginning."""
    with Postbog(file) as book:
        book.require_whole()


def test_where_there_never_was_one_it_is_made_with_its_mark(tmp_path: Path):
    """Both for their owner alone; the mark says what it is for."""
    file = tmp_path / "postbog.sqlite3"
    opened(file)
    assert {f.name for f in tmp_path.iterdir()} == {file.name, MARK}
    assert {f.stat().st_mode & 0o777 for f in tmp_path.iterdir()} == {0o600}
    assert "sikkerhedskopien" in (tmp_path / MARK).read_text(encoding="utf-8")


def test_a_ledger_that_is_gone_is_not_begun_anew(tmp_path: Path):
    """Everybody would get every mail again; only whoever takes the mark away says that there were none."""
    file = tmp_path / "postbog.sqlite3"
    opened(file)
    file.unlink()
    with pytest.raises(LedgerGone, match=r"mangler, men er ført før\. Hent den") as caught:
        opened(file)
    assert caught.value.exit_code == ExitCode.USAGE_FAULT
    assert not file.exists()
    (tmp_path / MARK).unlink()
    opened(file)


def test_a_ledger_of_an_earlier_version_gets_its_mark(tmp_path: Path):
    """The first time it is opened."""
    file = tmp_path / "postbog.sqlite3"
    opened(file)
    (tmp_path / MARK).unlink()
    opened(file)
    assert (tmp_path / MARK).is_file()


def _without_a_table(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("drop table haendelse")
    connection.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "emptied": lambda file: file.write_bytes(b""),
    "four bytes": lambda file: file.write_bytes(b"xxxx"),
    "half": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "its last page": lambda file: file.write_bytes(file.read_bytes()[:-4096] + b"\xff" * 4096),
    "a table gone": _without_a_table,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_before_anything_is_done(o: Setup, damage: str):
    """Wherever in the file it lies (exit 2); nothing of it is written over."""
    o.write()
    DAMAGES[damage](o.postbog)
    before = o.postbog.read_bytes()
    with pytest.raises(UserError) as caught:
        opened(o.postbog)
    assert isinstance(caught.value, UnreadableDatabase)
    assert "kan ikke læses som en postbog; hent den fra sikkerhedskopien" in caught.value.lines[0]
    assert o.postbog.read_bytes() == before
