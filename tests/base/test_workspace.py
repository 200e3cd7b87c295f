"""The workspace: who may read what, one run at a time, and a swap at one stroke."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import BusyError, SettingsError, UsageFault
from pipeline.base.settings import Permissions
from pipeline.base.settle import locked
from pipeline.base.workspace import Workspace, udtraeksdato

STANDARD = Permissions()
UNKNOWN_GROUP = Permissions(gruppe="findes-ikke-som-gruppe")


def bits(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def folder(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "tilsyn")


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_the_workspace_is_closed_to_everybody_else(folder: Workspace, mask: int):
    """0700 for itself and its own folders, whatever the user's mask; again when it was opened by hand."""
    old = os.umask(mask)
    try:
        folder.create()
        folder.log.chmod(0o777)
        folder.create()
    finally:
        os.umask(old)
    own = [folder.root, folder.leverancer, folder.computation, folder.outbox, folder.log]
    assert {bits(m) for m in own} == {0o700}
    assert not folder.published.parent.exists()
    assert not folder.reports.exists()


def test_a_workspace_that_cannot_be_made_is_told(tmp_path: Path):
    """Exit 2, naming the folder."""
    (tmp_path / "fil").touch()
    with pytest.raises(SettingsError, match="fil/tilsyn"):
        Workspace(tmp_path / "fil" / "tilsyn").create()


def test_only_one_run_at_a_time(folder: Workspace):
    """The second is told so (exit 2), at once; the lock is let go of also by a fault."""
    with locked(folder):
        assert bits(folder.root / "tilsyn.lock") == 0o600
        with pytest.raises(BusyError, match="i brug"), locked(folder):
            pytest.fail("to kørsler på én gang")
    with pytest.raises(KeyError), locked(folder):
        raise KeyError
    with locked(folder):
        pass


def test_a_run_in_another_process_is_kept_out(folder: Workspace):
    """The lock holds between processes, and dies with the one that held it."""
    program = (
        "import sys; from pathlib import Path; from pipeline.base.settle import locked\n"
        "from pipeline.base.workspace import Workspace\n"
        "with locked(Workspace(Path(sys.argv[1]))):\n    print('klar', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "klar\n"
        with pytest.raises(BusyError), locked(folder):
            pytest.fail("to kørsler på én gang")
        other.kill()
    with locked(folder):
        pass


def test_the_delivery_in_force_is_the_one_drawn_last(folder: Workspace):
    """By its date, not by when it was taken in; files that are no delivery do not count."""
    folder.create()
    with pytest.raises(UsageFault, match="ingen leverance"):
        folder.newest_leverance()
    for name in (
        "2021-08-31.duckdb",
        "2020-12-31.duckdb",
        "2021-04-30.duckdb",
        "ny.duckdb",
        "2021-12-31.duckdb.wal",
    ):
        (folder.leverancer / name).touch()
    assert [udtraeksdato(file) for file in folder.leverance_files()] == [
        date(2020, 12, 31),
        date(2021, 4, 30),
        date(2021, 8, 31),
    ]
    assert folder.newest_leverance().name == "2021-08-31.duckdb"
