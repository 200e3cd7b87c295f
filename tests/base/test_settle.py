"""What runs that were cut short left goes with the next one of any period; what is others' is kept."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pipeline.base.database import open_database, open_file
from pipeline.base.errors import ExitCode, LedelsestilsynError
from pipeline.base.reading import before_reading
from pipeline.base.released import Released, write_mark
from pipeline.base.settle import locked
from pipeline.base.surroundings import surroundings_fault
from pipeline.base.switch import note
from pipeline.base.workspace import Workspace
from tests.base.publication import MAANED, publish

LEFT = [
    "rapporter/.2021-03.ny/A/rapport.html",
    "rapporter/.2021-03.gammel/A/rapport.html",
    "publiceret/.ledelsestilsyn.duckdb.ny",
    "beregning/ny.duckdb",
    "beregning/ny.duckdb.wal",
    "beregning/spild/x",
    "beregning/midlertidig/ark",
    "leverancer/.2021-04-30.ny.wal",
    "udbakke/2021-03/.T01.eml.ny",
    "karantaene/2021-04-30/.leverance.html.ny",
    ".postbog.sqlite3.ny",
    "gennemgang.ny",
]
KEPT = [
    "indstillinger.toml",
    "nytaar.nyt.xlsx",
    "rapporter/2021-03/A/rapport.html",
    "udbakke/2021-03/T01.eml",
]


@pytest.fixture
def folder(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "tilsyn")


def put(root: Path, name: str) -> Path:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("x", encoding="utf-8")
    return root / name


def test_leftovers_go_and_everything_else_stays(folder: Workspace):
    """Whatever period they were of."""
    kept = [put(folder.root, name) for name in KEPT]
    left = [put(folder.root, name) for name in LEFT]
    with locked(folder) as told:
        assert told == ()
    assert not [file for file in left if file.exists()]
    assert all(file.exists() for file in kept)


def test_temporary_files_of_libraries_lie_in_the_workspace_while_it_is_locked(folder: Workspace):
    """The spreadsheet library's worksheets hold case ids; afterwards the system's folder is used again."""
    before = tempfile.tempdir
    with locked(folder), tempfile.NamedTemporaryFile() as file:
        assert Path(file.name).parent == folder.temporary
    assert tempfile.tempdir == before


def database(folder: Workspace) -> Path:
    folder.create()
    folder.published.parent.mkdir()
    with open_database([folder.root]) as made:
        made.attach(folder.published, "ud", writable=True)
        made.run("create table ud.t as select 1 as x")
        made.detach("ud")
    return folder.published


def test_a_journal_another_program_left_is_named_and_set_aside(folder: Workspace):
    """It would make the publication unreadable for everybody; it is moved, never thrown away."""
    file = database(folder)
    journal = file.with_name(f"{file.name}.wal")
    journal.write_bytes(os.urandom(4096))
    (told,) = before_reading(folder)
    assert told.startswith(f"{journal}: filen er fra et andet program")
    with open_file(file) as read:
        assert read.value("select x from t") == 1
    (aside,) = folder.foreign.iterdir()
    assert aside.stat().st_size == 4096
    assert before_reading(folder) == ()


WRITER = (
    "import duckdb, sys\n"
    "c = duckdb.connect(sys.argv[1])\n"
    "c.execute('create table egen as select 1')\n"
    "print('klar', flush=True); sys.stdin.read()"
)


def test_a_journal_of_a_program_that_is_alive_is_left_alone(folder: Workspace):
    """Somebody has the database open to write; it is hers until she lets go."""
    file = database(folder)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "klar\n"
        assert file.with_name(f"{file.name}.wal").exists()
        with locked(folder) as told:
            assert told == ()
        other.kill()
    assert file.with_name(f"{file.name}.wal").exists()


def test_readers_are_told_of_database_and_reports_of_different_runs(folder: Workspace):
    """Reports written anew and not published yet; an earlier version left no mark, and is let be."""
    publish(folder, "ny")
    assert before_reading(folder) == ()
    write_mark(folder.reports / MAANED, Released(MAANED, "0" * 64, True, {}))
    (told,) = before_reading(folder)
    assert told.startswith("Rapporterne er ikke lavet sammen med databasen")


def test_readers_who_may_mend_nothing_are_told_that_a_run_was_cut_short(
    folder: Workspace, monkeypatch: pytest.MonkeyPatch
):
    """The next command of whoever owns the workspace brings it to its end."""
    publish(folder, "ny")
    note(folder).write_text("{}", encoding="utf-8")
    with locked(folder):
        note(folder).write_text("{}", encoding="utf-8")
        (told,) = before_reading(folder)
        assert told.startswith("En kørsel er i gang med at udgive")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "")))
        (told,) = before_reading(folder)
    assert told.startswith("En udgivelse blev afbrudt")


def _lock_is_a_folder(folder: Workspace) -> None:
    (folder.root / "tilsyn.lock").mkdir(parents=True)


def _publication_leads_nowhere(folder: Workspace) -> None:
    folder.root.mkdir()
    folder.published.parent.symlink_to(folder.root / "findes_ikke")


def _publication_is_a_file(folder: Workspace) -> None:
    put(folder.root, "publiceret")


def _reports_are_a_file(folder: Workspace) -> None:
    put(folder.root, "rapporter")


def _log_is_a_folder(folder: Workspace) -> None:
    (folder.root / "log" / "ledelsestilsyn.jsonl").mkdir(parents=True)


@pytest.mark.parametrize(
    "damage",
    [
        _lock_is_a_folder,
        _publication_leads_nowhere,
        _publication_is_a_file,
        _reports_are_a_file,
        _log_is_a_folder,
    ],
)
def test_what_stands_in_the_way_is_told_before_the_work_begins(folder: Workspace, damage):
    """One Danish line that names the place and ends with what to do (exit 2)."""
    damage(folder)
    with pytest.raises((LedelsestilsynError, OSError)) as caught, locked(folder):
        pytest.fail("begyndt alligevel")
    error = caught.value
    fault = error if isinstance(error, LedelsestilsynError) else surroundings_fault(error)
    assert fault is not None
    assert fault.exit_code == ExitCode.USAGE_FAULT
    (line,) = fault.lines
    assert str(folder.root) in line
    assert "og kør kommandoen igen" in line
