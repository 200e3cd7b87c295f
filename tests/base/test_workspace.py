"""The workspace: who may read what, one run at a time, and a swap at one stroke."""

from __future__ import annotations

import grp
import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.database import open_database, open_file
from pipeline.base.errors import BusyError, SettingsError, UsageFault
from pipeline.base.settings import Permissions
from pipeline.base.workspace import Workspace, replace_file, replace_folder, udtraeksdato

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
    with folder.locked():
        assert bits(folder.root / "tilsyn.lock") == 0o600
        with pytest.raises(BusyError, match="i brug"), folder.locked():
            pytest.fail("to kørsler på én gang")
    with pytest.raises(KeyError), folder.locked():
        raise KeyError
    with folder.locked():
        pass


def test_a_run_in_another_process_is_kept_out(folder: Workspace):
    """The lock holds between processes, and dies with the one that held it."""
    program = (
        "import sys; from pathlib import Path; from pipeline.base.workspace import Workspace\n"
        "with Workspace(Path(sys.argv[1])).locked():\n    print('klar', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "klar\n"
        with pytest.raises(BusyError), folder.locked():
            pytest.fail("to kørsler på én gang")
        other.kill()
    with folder.locked():
        pass


def write_database(file: Path, figures: int) -> Path:
    """A published file with one number in it."""
    file.unlink(missing_ok=True)
    with open_database([file.parent]) as database:
        database.attach(file, "ud", writable=True)
        database.run("create table ud.t as select $tal as x", tal=figures)
        database.detach("ud")
    return file


def test_who_has_the_old_publication_open_keeps_it(folder: Workspace):
    """The swap is at one stroke: an open reader sees the old rows to the end, the next one the new."""
    folder.create()
    replace_file(write_database(folder.candidate, 1), folder.published, STANDARD)
    with open_file(folder.published) as old:
        replace_file(write_database(folder.candidate, 2), folder.published, STANDARD)
        with open_file(folder.published) as new:
            assert new.value("select x from t") == 2
        assert old.value("select x from t") == 1
    assert [p.name for p in folder.published.parent.iterdir()] == ["ledelsestilsyn.duckdb"]


def test_a_publication_that_fails_leaves_the_old_one(folder: Workspace, tmp_path: Path):
    """Replaced whole or not at all."""
    folder.create()
    new = tmp_path / "ny"
    new.write_text("ny", encoding="utf-8")
    folder.published.parent.mkdir()
    folder.published.write_text("gammel", encoding="utf-8")
    with pytest.raises(SettingsError, match="findes-ikke-som-gruppe"):
        replace_file(new, folder.published, UNKNOWN_GROUP)
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "findes_ikke", folder.published, STANDARD)
    assert folder.published.read_text(encoding="utf-8") == "gammel"
    assert new.exists()


def held_opened(*_: object) -> None:
    """What Windows does when a program has the file, or one in the folder, open."""
    raise PermissionError(13, "Adgang nægtet")


def test_a_publication_somebody_holds_open_is_told(
    folder: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """One line that names the file and what to do; the old one stands, and nothing half is left beside it."""
    folder.create()
    source = tmp_path / "kilde"
    source.write_text("ny", encoding="utf-8")
    folder.published.parent.mkdir()
    folder.published.write_text("gammel", encoding="utf-8")
    monkeypatch.setattr(os, "replace", held_opened)
    with pytest.raises(BusyError, match="Luk programmet, og kør kommandoen igen") as error:
        replace_file(source, folder.published, STANDARD)
    (line,) = error.value.lines
    assert line.startswith(str(folder.published))
    assert folder.published.read_text(encoding="utf-8") == "gammel"
    assert list(folder.published.parent.iterdir()) == [folder.published]


@pytest.mark.parametrize(
    ("permissions", "folder_bits", "file_bits"),
    [(STANDARD, 0o750, 0o640), (Permissions(mappe="0700", fil="0600"), 0o700, 0o600)],
)
def test_what_others_read_has_the_modes_of_the_settings(
    folder: Workspace, tmp_path: Path, permissions: Permissions, folder_bits: int, file_bits: int
):
    """Default 0750 and 0640, for the publication and for every folder and file of the reports."""
    old = os.umask(0)
    try:
        folder.create()
        source = tmp_path / "kilde"
        source.touch()
        replace_file(source, folder.published, permissions)
        reports = folder.computation / "rapporter"
        (reports / "T1").mkdir(parents=True)
        (reports / "T1" / "rapport.html").touch()
        replace_folder(reports, folder.reports / "2021-04", permissions)
    finally:
        os.umask(old)
    maaned = folder.reports / "2021-04"
    assert {bits(m) for m in (folder.published.parent, folder.reports, maaned, maaned / "T1")} == {
        folder_bits
    }
    assert {bits(f) for f in (folder.published, maaned / "T1" / "rapport.html")} == {file_bits}
    assert bits(folder.root) == 0o700


def test_readers_with_a_group_of_their_own_may_pass_through(folder: Workspace, tmp_path: Path):
    """With a group set, it may pass the workspace to what it reads and list nothing; that stays so."""
    group = grp.getgrgid(os.getgid())
    permissions = Permissions(gruppe=group.gr_name)
    folder.create()
    source = tmp_path / "kilde"
    source.touch()
    replace_file(source, folder.published, permissions)
    folder.create()
    assert bits(folder.root) == 0o710
    assert {p.stat().st_gid for p in (folder.root, folder.published.parent, folder.published)} == {
        group.gr_gid
    }
    assert {bits(m) for m in (folder.leverancer, folder.computation, folder.outbox, folder.log)} == {0o700}


def report_folder(place: Path, *team: str) -> Path:
    for name in team:
        (place / name).mkdir(parents=True)
        (place / name / "rapport.html").write_text(name, encoding="utf-8")
    return place


def test_a_set_of_reports_replaces_the_one_before_whole(folder: Workspace):
    """Nothing of the old set is left, not even a team that is no more; other periods are not touched."""
    folder.create()
    for team in (("A", "NEDLAGT"), ("A", "B")):
        replace_folder(
            report_folder(folder.computation / "rapporter", *team), folder.reports / "2021-04", STANDARD
        )
    replace_folder(report_folder(folder.computation / "rapporter", "A"), folder.reports / "2021-05", STANDARD)
    assert sorted(str(p.relative_to(folder.reports)) for p in folder.reports.rglob("*.html")) == [
        "2021-04/A/rapport.html",
        "2021-04/B/rapport.html",
        "2021-05/A/rapport.html",
    ]
    assert sorted(p.name for p in folder.reports.iterdir()) == ["2021-04", "2021-05"]
    assert not (folder.computation / "rapporter").exists()


def test_reports_that_cannot_be_released_leave_the_old_set(folder: Workspace):
    """A group that does not exist is found before anything is moved."""
    folder.create()
    replace_folder(report_folder(folder.computation / "rapporter", "A"), folder.reports / "2021-04", STANDARD)
    with pytest.raises(SettingsError):
        replace_folder(
            report_folder(folder.computation / "rapporter", "B"), folder.reports / "2021-04", UNKNOWN_GROUP
        )
    assert [p.name for p in (folder.reports / "2021-04").iterdir()] == ["A"]


def test_reports_somebody_holds_open_are_told(folder: Workspace, monkeypatch: pytest.MonkeyPatch):
    """The old set stands, and the new one is kept for the next call."""
    folder.create()
    maaned = folder.reports / "2021-04"
    replace_folder(report_folder(folder.computation / "rapporter", "A"), maaned, STANDARD)
    new = report_folder(folder.computation / "rapporter", "B")
    monkeypatch.setattr(os, "rename", held_opened)
    with pytest.raises(BusyError, match=f"{maaned}: kan ikke skiftes ud"):
        replace_folder(new, maaned, STANDARD)
    assert [p.name for p in maaned.iterdir()] == ["A"]
    assert [p.name for p in new.iterdir()] == ["B"]


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
